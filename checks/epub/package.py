"""An EPUB opened: its package document and its files."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

NS: Final = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "smil": "http://www.w3.org/ns/SMIL",
    "h": "http://www.w3.org/1999/xhtml",
}
Element = etree._Element


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the manifest; ``overlay`` is the id of its media overlay."""

    id: str
    path: str
    type: str
    overlay: str | None


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an EPUB that the checks look at."""

    opf: Element
    items: dict[str, Item]
    spine: tuple[Item, ...]
    files: dict[str, bytes]

    def metas(self, name: str) -> list[Element]:
        """The ``meta`` elements with the property ``name``."""
        return self.xpath(f".//opf:metadata/opf:meta[@property='{name}']")

    def xpath(self, path: str, root: Element | None = None) -> list[Element]:
        """Elements of the package document, or of ``root``."""
        found = (self.opf if root is None else root).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [each for each in found if isinstance(each, Element)]

    def tree(self, item: Item) -> Element:
        """An XML file of the manifest."""
        return parse(self.files[item.path])


def parse(data: bytes) -> Element:
    """XML without entities and network."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def beside(path: str, href: str) -> tuple[str, str]:
    """The file that ``href`` in the file ``path`` leads to, and the fragment."""
    name, _, fragment = href.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(name))), fragment


def read_package(epub: Path) -> Package:
    """Open an EPUB."""
    with ZipFile(epub) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    container = parse(files["META-INF/container.xml"])
    root = str(container.xpath("string(.//c:rootfile/@full-path)", namespaces=NS))
    opf = parse(files[root])
    items = {
        item.get("id", ""): Item(
            item.get("id", ""),
            beside(root, item.get("href", ""))[0],
            item.get("media-type", ""),
            item.get("media-overlay"),
        )
        for item in opf.iterfind(".//opf:manifest/opf:item", NS)
    }
    spine = tuple(
        items[ref.get("idref", "")] for ref in opf.iterfind(".//opf:spine/opf:itemref", NS)
    )
    return Package(opf, items, spine, files)
