"""Elements of WordprocessingML by their short names: `add(p, "pStyle", val="Title")`."""

from functools import lru_cache
from typing import Any, Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
LINK: Final = f"{{{R}}}id"

Element = Any
"""An element of lxml, which has no types of its own."""


@lru_cache(maxsize=512)
def named(name: str) -> str:
    """The whole name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def add(parent: Element, name: str, /, **attributes: Any) -> Element:
    """A new last child."""
    return etree.SubElement(
        parent, named(name), {named(key): str(value) for key, value in attributes.items()}
    )


def root(name: str) -> Element:
    """The beginning of a part of its own."""
    return etree.Element(named(name), nsmap={"w": W, "r": R})


def emptied(element: Element) -> Element:
    """A part of the package without what it held."""
    for child in list(element):
        element.remove(child)
    return element


def as_bytes(element: Element) -> bytes:
    """A part as it stands in the package."""
    written: bytes = etree.tostring(element, encoding="UTF-8", standalone=True)
    return written
