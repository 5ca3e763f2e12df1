"""Documents made by the tests: the smallest real .docx, .odt and .pdf files."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def paragraph(
    text: str, style: str = "", *, bold: bool = False, bullet: bool = False, numbered: bool = False
) -> str:
    """A paragraph of WordprocessingML."""
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if bullet or numbered:
        marks += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{1 if bullet else 2}"/></w:numPr>'
    run = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t>{escape(text)}</w:t></w:r>"
    return f"<w:p><w:pPr>{marks}</w:pPr>{run}</w:p>"


def word(path: Path, body: str, **parts: str) -> Path:
    """A .docx with this body; `parts` are further ones by name (`header1`, `footnotes`)."""
    styles = (
        '<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>'
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl>'
        f"</w:abstractNum>"
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n, kind in ((1, "bullet"), (2, "decimal"))
    )
    files = {"styles": styles, "numbering": numbering, "document": f"<w:body>{body}</w:body>", **parts}
    with zipfile.ZipFile(path, "w") as package:
        for name, inside in files.items():
            package.writestr(
                f"word/{name}.xml", f"<w:{name.rstrip('123')} {W}>{inside}</w:{name.rstrip('123')}>"
            )
    return path


def open_document(path: Path, body: str, footer: str = "") -> Path:
    """An .odt with this body."""
    page = (
        f'<style:master-page style:name="Standard"><style:footer>{footer}</style:footer></style:master-page>'
    )
    with zipfile.ZipFile(path, "w") as package:
        inside = f"<office:body><office:text>{body}</office:text></office:body>"
        package.writestr("content.xml", f"<office:document-content {ODF}>{inside}</office:document-content>")
        package.writestr("styles.xml", f"<office:document-styles {ODF}>{page}</office:document-styles>")
    return path


def pdf(path: Path, *pages: list[str]) -> Path:
    """A PDF of one font, each page a list of lines."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        marked = [line.replace("(", r"\(").replace(")", r"\)") for line in lines]
        text = "".join(f"({line}) Tj T*\n" for line in marked)
        stream = f"BT /F1 11 Tf 14 TL 60 780 Td\n{text}ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    path.write_bytes(_file(objects))
    return path


def _file(objects: list[str]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, inside in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{inside}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
