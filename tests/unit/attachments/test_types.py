import pytest

from arkiv.attachments import file_type


@pytest.mark.parametrize(
    "path", ["a.svg", "a.html", "a.htm", "a.docm", "a.doc", "a.zip", "a.exe", "pdf", "a.", "a.pdf.svg"]
)
def test_what_can_run_or_cannot_be_searched_is_not_on_the_list(path: str) -> None:
    assert file_type(path) is None


@pytest.mark.parametrize(
    ("path", "label", "media_type"),
    [
        ("bilagor/handslag.pdf", "PDF", "application/pdf"),
        ("A.DOCX", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.JPG", "bild (JPEG)", "image/jpeg"),
        ("a.csv", "tabell (CSV)", "text/csv"),
    ],
)
def test_a_kind_is_known_by_its_suffix_in_any_case(path: str, label: str, media_type: str) -> None:
    kind = file_type(path)
    assert kind is not None
    assert (kind.label, kind.media_type) == (label, media_type)


def test_only_pictures_are_pictures() -> None:
    kinds = [
        file_type(f"a.{suffix}")
        for suffix in "png jpg jpeg webp gif pdf docx xlsx pptx odt ods odp txt csv".split()
    ]
    assert [kind is not None and kind.is_picture for kind in kinds] == [True] * 5 + [False] * 9
