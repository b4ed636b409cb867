"""What langdu's TMX files look like: TMX 1.4b (LISA OSCAR, 2005), a unit for each entry.

Sentence and translation are the two variants of a unit; what TMX has no place for stands in
``<prop type="x-langdu-…">`` of the unit: engine, models, digest, score, links, whether a person
wrote it, and a seal: a hash over languages, sentence and translation. A unit whose seal still
fits is as langdu wrote it; where it does not, or where there is none, somebody edited it.

XML cannot hold most control characters, U+FFFE and U+FFFF, and TMX has no way to write them: an
entry with one of them is not exported.
"""

import re
from dataclasses import dataclass
from typing import Final

from langdu.translation.memory.entry import Entry, Key, hashed

VERSION: Final = "1.4"
#: The system identifier of the document type, as the specification has it; nobody fetches it.
DOCTYPE: Final = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
#: The name that langdu writes as the tool that made the file.
TOOL: Final = "langdu"
PREFIX: Final = "x-langdu-"

#: What a document of XML 1.0 cannot hold (production 2, Char).
_UNHOLDABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence and its translation, as a TMX file has them.

    ``edited``: langdu did not write it so: another tool made it, or somebody changed it.
    """

    key: Key
    entry: Entry
    edited: bool


def holdable(key: Key, entry: Entry) -> bool:
    """Whether XML can hold an entry."""
    texts = (key.source, key.target, key.engine, key.models)
    every = (*texts, entry.text, entry.digest, entry.translation)
    return not any(map(_UNHOLDABLE.search, every))


def seal(source: str, target: str, text: str, translation: str) -> str:
    """A hash by which an edited unit is told."""
    return hashed((source, target, text, translation), size=8).hexdigest()
