"""Attachments as a list: title, type and size, or a note in place of what is withheld."""

from babel.numbers import format_decimal

from arkiv.pages.generated import Site
from arkiv.pages.markdown import address, escape
from arkiv.pages.words import Words
from arkiv.public import PublicAttachment


def attachments(found: tuple[PublicAttachment, ...], page: str, site: Site) -> str:
    """The list, or nothing where there are none."""
    return "\n".join(_line(attachment, page, site.words) for attachment in found)


def _line(attachment: PublicAttachment, page: str, words: Words) -> str:
    """One attachment."""
    internal = f" *({words('attachment.internal')})*" if attachment.internal else ""
    if attachment.asset is None:
        return f"- {escape(attachment.title)} *({words('attachment.withheld')})*"
    label = f"[{escape(attachment.title)}]({address(page, attachment.asset.target)})"
    return f"- {label} ({escape(type_and_size(attachment, words))}){internal}"


def type_and_size(attachment: PublicAttachment, words: Words) -> str:
    """`PDF, 230 kB`; sizes in thousands of bytes, rounded up, with a decimal from a million."""
    kind = attachment.type[:1].upper() + attachment.type[1:]
    if attachment.size < 1_000_000:
        size = words("attachment.kilobytes", size=max(1, -(-attachment.size // 1000)))
    else:
        millions = format_decimal(attachment.size / 1_000_000, "0.0", locale=words.language)
        size = words("attachment.megabytes", size=millions)
    return words("attachment.type_and_size", type=kind, size=size)
