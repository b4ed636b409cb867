"""Entries → a TMX file, one unit after the other."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import BinaryIO

from lxml import etree

from langdu.translation.memory.entry import Entry, Key, links_to_json
from langdu.translation.memory.tmx import DOCTYPE, PREFIX, TOOL, VERSION, holdable, seal


def write_tmx(file: BinaryIO, entries: Iterable[tuple[Key, Entry]]) -> tuple[int, int]:
    """Write entries; gives how many were written, and how many XML cannot hold.

    The same entries give the same bytes: no clock time is written. Memory does not grow with the
    number of entries.
    """
    written = left_out = 0
    header = {
        "creationtool": TOOL,
        "creationtoolversion": version("langdu"),
        "datatype": "plaintext",
        "segtype": "sentence",
        "adminlang": "en",
        "srclang": "*all*",
        "o-tmf": "langdu",
    }
    with etree.xmlfile(file, encoding="UTF-8") as document:
        document.write_declaration()
        document.write_doctype(DOCTYPE)
        with document.element("tmx", version=VERSION):
            document.write("\n", etree.Element("header", header), "\n")
            with document.element("body"):
                document.write("\n")
                for key, entry in entries:
                    if not holdable(key, entry):
                        left_out += 1
                        continue
                    document.write(_unit(key, entry), "\n")
                    written += 1
            document.write("\n")
    return written, left_out


def _unit(key: Key, entry: Entry) -> etree._Element:
    properties = {
        "by": "person" if entry.person else "machine",
        "engine": key.engine,
        "models": key.models,
        "digest": entry.digest,
        "score": "" if entry.score is None else repr(entry.score),
        "links": links_to_json(entry.links),
        "seal": seal(key.source, key.target, entry.text, entry.translation),
    }
    unit = etree.Element("tu", srclang=key.source)
    for name, value in properties.items():
        if value:
            etree.SubElement(unit, "prop", type=PREFIX + name).text = value
    by = {"creationid": key.engine} if key.engine else {}
    for lang, text, made in ((key.source, entry.text, {}), (key.target, entry.translation, by)):
        variant = etree.SubElement(unit, "tuv", made)
        variant.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
        etree.SubElement(variant, "seg").text = text
    return unit
