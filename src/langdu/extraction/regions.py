"""What stands outside the article, named for those who ask why: header, side bar, footer."""

from collections.abc import Collection, Sequence

from lxml import etree

from langdu.extraction.notes import Notes
from langdu.extraction.outline import SILENT, texts


def note_regions(
    nodes: Sequence[etree._Element], noted: Collection[etree._Element], notes: Notes
) -> None:
    """Note a removal for each region around the ``nodes`` that hold the article.

    A region is the largest element that holds none of them. ``noted`` are told of already.
    """
    inside = set(nodes)
    around = [ancestor for node in nodes for ancestor in node.iterancestors()]
    for ancestor in reversed(list(dict.fromkeys(around))):
        for element in ancestor:
            if element in inside or element in noted or element in around:
                continue
            if (
                isinstance(element.tag, str)
                and element.tag not in SILENT
                and (text := texts(element))
            ):
                notes.removal("region", f"{_name(element)} is outside the text", text)


def _name(element: etree._Element) -> str:
    """An element as its start tag would be: ``<div id="top">``."""
    for attribute in ("id", "class", "role"):
        value = " ".join((element.get(attribute) or "").split())
        if value:
            return f'<{element.tag} {attribute}="{value[:40]}">'
    return f"<{element.tag}>"
