"""XML of our own: elements, and the same bytes for the same elements."""

from typing import TYPE_CHECKING, Any, Final

from langdu.publishing.safe import one_line

if TYPE_CHECKING:  # lxml is slow to import
    from lxml.etree import _Element

XML: Final = "http://www.w3.org/XML/1998/namespace"


def root(name: str, namespace: str | None = None, **prefixes: str) -> "_Element":
    """A first element, whose own namespace has no prefix."""
    from lxml import etree

    spaces: dict[Any, str] = {None: namespace} if namespace else {}
    return etree.Element(_tag(namespace, name), nsmap={**spaces, **prefixes})


def add(
    parent: "_Element",
    name: str,
    text: str | None = None,
    space: str | None = None,
    **attributes: str,
) -> "_Element":
    """An element below another, in its namespace or in ``space``.

    Texts lose what XML may not have.
    """
    from lxml import etree

    own = etree.QName(parent).namespace if space is None else space
    element = etree.SubElement(parent, _tag(own, name))
    for key, value in attributes.items():
        element.set(key, one_line(value))
    if text is not None:
        element.text = one_line(text)
    return element


def put_lang(element: "_Element", tag: str) -> None:
    """Say the language of an element's texts."""
    element.set(f"{{{XML}}}lang", tag)


def document(element: "_Element") -> bytes:
    """The file."""
    from lxml import etree

    etree.indent(element)
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8") + b"\n"


def _tag(namespace: str | None, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name
