"""A TMX file → units. The file is a stranger's: nothing in it is trusted.

It is read with expat, by pieces: no tree is built, so that a file of gigabytes needs no more memory
than a small one. A document type that brings declarations of its own, such as entities, is refused
where it begins; one that only names a file is read past, and nothing is fetched. What is nested too
deeply, or has a unit or a piece that is too large, is refused.
"""

import contextlib
import itertools
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final
from xml.parsers import expat

from langdu.errors import TranslationError
from langdu.languages import normalize
from langdu.translation.memory.entry import Entry, Key, links_from_json
from langdu.translation.memory.tmx import PREFIX, Unit, seal

_CHUNK: Final = 64 * 1024
#: Levels of elements; TMX itself needs six, and more where inline codes are nested.
_MAX_DEPTH: Final = 64
#: Characters of one unit, and bytes of one tag or other piece.
_MAX_SIZE: Final = 4 * 1024 * 1024
#: Languages and properties of one unit: TMX files of institutions have some dozens of languages.
_MAX_PARTS: Final = 200
#: Every language of a unit may be its source.
_ALL: Final = "*all*"
#: Inline elements whose content is text; that of the others (bpt, ept, ph, it, ut) is code of the
#: format that the text was taken from.
_TEXTUAL: Final = frozenset({"seg", "hi"})


def read_tmx(path: Path) -> Iterator[Unit]:
    """The units of a TMX file (1.1 to 1.4b, UTF-8 or UTF-16), one after the other.

    A unit of several languages gives one for each of them, from its source language or, where that
    is ``*all*``, from each to each. What lacks a sentence or its translation is passed over.

    Raises :class:`~langdu.TranslationError` for what is no TMX, and for what would be unsafe.
    """
    with path.open("rb") as file:
        try:
            yield from _Reading(file).units()
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise TranslationError(
                f"{path} is not well-formed XML: {reason} (line {error.lineno})"
            ) from None
        except _Refused as refusal:
            raise TranslationError(f"{path} is not read: {refusal}") from None


class _Refused(Exception):
    """Why the file is not read."""


@dataclass(frozen=True, slots=True)
class _Raw:
    """A unit as it stands in the file; ``source`` is ``*all*`` or a language."""

    source: str
    texts: Mapping[str, str]
    properties: Mapping[str, str]

    def units(self) -> Iterator[Unit]:
        """A unit for each pair of its languages."""
        source = self.source if self.source == _ALL else normalize(self.source)
        for start, end in itertools.permutations(self.texts, 2):
            if source in (_ALL, start):
                unit = self._unit(start, end)
                if unit.entry.text and (unit.entry.translation or not unit.edited):
                    yield unit

    def _unit(self, source: str, target: str) -> Unit:
        text, translation = self.texts[source], self.texts[target]
        of = self.properties.get
        key = Key(source, target, of("engine", ""), of("models", ""))
        person = of("by") == "person"
        if of("seal") == seal(source, target, text, translation) and (person or key.engine):
            with contextlib.suppress(ValueError):  # the numbers are not what langdu wrote
                score = float(self.properties["score"]) if of("score") else None
                links = links_from_json(of("links", ""))
                entry = Entry(text, of("digest", ""), translation, score, person, links)
                return Unit(key, entry, edited=False)
        entry = Entry(text.strip(), of("digest", ""), translation.strip())
        return Unit(key, entry, edited=True)


class _Reading:
    """One pass over a file: what is open, and the unit that is being read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._done: deque[_Raw] = deque()
        self._open: list[str] = []
        self._srclang = _ALL
        self._variant = self._property = ""
        self._begin_unit({})
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._parser = parser

    def units(self) -> Iterator[Unit]:
        fed = 0
        while chunk := self._file.read(_CHUNK):
            self._parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - self._parser.CurrentByteIndex > _MAX_SIZE:
                raise _Refused("a piece of it is larger than 4 MB")
            yield from self._finished()
        self._parser.Parse(b"", True)
        yield from self._finished()

    def _finished(self) -> Iterator[Unit]:
        while self._done:
            yield from self._done.popleft().units()

    def _doctype(self, name: str, system: str | None, public: str | None, own: bool) -> None:
        if own:  # it could declare entities that grow, or name files of this machine
            raise _Refused("it brings declarations of its own")

    def _entity(self, name: str, parameter: bool) -> None:
        if not parameter:
            raise _Refused(f"it has an entity that XML does not know: &{name};")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != "tmx":
            raise _Refused(f"it is no TMX but {name!r}")
        self._open.append(name)
        if len(self._open) > _MAX_DEPTH:
            raise _Refused(f"its elements are nested deeper than {_MAX_DEPTH}")
        if name == "header":
            self._srclang = attributes.get("srclang", _ALL)
        elif name == "tu":
            self._begin_unit(attributes)
        elif name == "tuv":
            lang = normalize(attributes.get("xml:lang") or attributes.get("lang") or "")
            self._variant = "" if lang in self._texts else lang  # the first of a language counts
        elif name == "seg" and self._variant:
            self._texts.setdefault(self._variant, [])
        elif name == "prop":
            self._property = attributes.get("type", "")

    def _end(self, name: str) -> None:
        self._open.pop()
        if name == "tu":
            self._end_unit()
        elif name == "tuv":
            self._variant = ""
        elif name == "prop":
            self._property = ""

    def _text(self, text: str) -> None:
        where = self._open[-1]
        if where in _TEXTUAL and self._variant and self._in_text():
            parts = self._texts[self._variant]
        elif where == "prop" and self._property.startswith(PREFIX) and self._open[-2:-1] == ["tu"]:
            parts = self._properties.setdefault(self._property.removeprefix(PREFIX), [])
        else:
            return
        self._size += len(text)
        if self._size > _MAX_SIZE or len(self._texts) + len(self._properties) > _MAX_PARTS:
            raise _Refused("a unit of it is larger than 4 MB, or has more than 200 languages")
        parts.append(text)

    def _in_text(self) -> bool:
        """Whether no element between here and the segment holds codes."""
        for name in reversed(self._open):
            if name not in _TEXTUAL:
                return False
            if name == "seg":
                return True
        return False

    def _begin_unit(self, attributes: Mapping[str, str]) -> None:
        self._source = attributes.get("srclang", self._srclang)
        self._texts: dict[str, list[str]] = {}
        self._properties: dict[str, list[str]] = {}
        self._size = 0

    def _end_unit(self) -> None:
        texts = {lang: "".join(parts) for lang, parts in self._texts.items()}
        properties = {name: "".join(parts) for name, parts in self._properties.items()}
        self._done.append(_Raw(self._source, texts, properties))
        self._begin_unit({})
