"""Attribute lists, `{ #id .class key="value" }`, as Python-Markdown's attr_list reads them."""

import re

ATTRIBUTES = r"\{ ((?:[#.][\w-]+|[\w-]+=\"[^\"{}<>&\n]*\")(?: (?:[#.][\w-]+|[\w-]+=\"[^\"{}<>&\n]*\"))*) \}"
"""The lists that pages are written with; other spellings are left to the engine."""

_ONE = re.compile(r"([#.])([\w-]+)|([\w-]+)=\"([^\"]*)\"")


def read(said: str) -> dict[str, str]:
    """The attributes by name: classes are gathered, and of any other name the last one counts."""
    found: dict[str, str] = {}
    for sign, word, name, value in _ONE.findall(said):
        if sign == "." and "class" in found:
            found["class"] += f" {word}"
        else:
            found[{"#": "id", ".": "class"}.get(sign, name)] = word or value
    return found


def opened(tag: str, attributes: dict[str, str]) -> str:
    """An opening tag; attributes are in the order of their names, as the engine writes them."""
    marks = "".join(f' {name}="{value}"' for name, value in sorted(attributes.items()))
    return f"<{tag}{marks}>"
