"""The statements of the memory: what is asked of its tables."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from langdu.translation.memory.database import Damaged, transaction
from langdu.translation.memory.entry import (
    Entry,
    Key,
    hashed,
    links_from_json,
    links_to_json,
    storable,
    update,
)

_T = TypeVar("_T")

#: Sentences asked for in one statement; SQLite's oldest limit is 999 values.
_AT_ONCE: Final = 500

_ADD: Final = """INSERT OR REPLACE INTO machine
    (key, source, target, engine, models, digest, text, translation, score, links)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_CORRECT: Final = """INSERT OR REPLACE INTO person
    (source, target, text, translation) VALUES (?, ?, ?, ?)"""
_FORGET: Final = """DELETE FROM machine
    WHERE id <= (SELECT max(id) FROM machine) - ?"""
_MACHINES: Final = """SELECT source, target, engine, models, text, digest, translation, score, links
    FROM machine WHERE source = ifnull(:source, source) AND target = ifnull(:target, target)
    AND NOT EXISTS (SELECT 1 FROM person WHERE person.source = machine.source
        AND person.target = machine.target AND person.text = machine.text)
    ORDER BY id"""
_PERSONS: Final = """SELECT source, target, text, translation
    FROM person WHERE source = ifnull(:source, source) AND target = ifnull(:target, target)
    ORDER BY id"""
_STATS: Final = """SELECT source, target, engine, models, 0, count(*)
    FROM machine GROUP BY source, target, engine, models
    UNION ALL SELECT source, target, '', '', 1, count(*) FROM person GROUP BY source, target
    ORDER BY 1, 2, 5 DESC, 3, 4"""


@dataclass(frozen=True, slots=True)
class Holding:
    """How many sentences are known of one pair, by one engine and its models, or by persons."""

    source: str
    target: str
    engine: str
    models: str
    person: bool
    sentences: int


def find(
    connection: sqlite3.Connection, key: Key, wanted: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], Entry]:
    """What is known of (text, digest) pairs, a person's before a machine's."""
    asked = {pair: pair[0].strip() for pair in wanted if storable(*pair)}
    corrected = _corrected(connection, key, list(dict.fromkeys(asked.values())))
    found = {pair: corrected[text] for pair, text in asked.items() if text in corrected}
    hashes = _hashes(key, [(text, pair[1]) for pair, text in asked.items()])
    rest = {pair: code for pair, code in zip(asked, hashes, strict=True) if pair not in found}
    known = _machines(connection, list(dict.fromkeys(rest.values())))
    return found | {pair: known[code] for pair, code in rest.items() if code in known}


def add(connection: sqlite3.Connection, key: Key, entries: Sequence[Entry]) -> None:
    """Write entries; one that holds half a character, or no sentence, is passed over."""
    kept = [e for e in entries if e.text.strip() and storable(e.text, e.digest, e.translation)]
    persons = [entry for entry in kept if entry.person]
    machines = [entry for entry in kept if not entry.person]
    if persons:
        connection.executemany(
            _CORRECT, [(key.source, key.target, e.text.strip(), e.translation) for e in persons]
        )
    if machines:
        hashes = _hashes(key, [(entry.text.strip(), entry.digest) for entry in machines])
        connection.executemany(
            _ADD, [_row(code, key, e) for code, e in zip(hashes, machines, strict=True)]
        )


def forget_oldest(connection: sqlite3.Connection, limit: int) -> None:
    """Keep no more than ``limit`` sentences of machines: those that were written last."""
    connection.execute(_FORGET, (limit,))


def entries(
    connection: sqlite3.Connection, source: str | None, target: str | None
) -> Iterator[tuple[Key, Entry]]:
    """All entries that a search can give, in the order in which they were written."""
    of = {"source": source, "target": target}
    for a, b, engine, models, *rest in connection.execute(_MACHINES, of):
        yield Key(a, b, engine, models), _entry(*rest)
    yield from corrections(connection, source, target)


def corrections(
    connection: sqlite3.Connection, source: str | None = None, target: str | None = None
) -> Iterator[tuple[Key, Entry]]:
    """What persons wrote, in the order in which it was written."""
    of = {"source": source, "target": target}
    for a, b, text, translation in connection.execute(_PERSONS, of):
        yield Key(a, b), Entry(text, "", translation, person=True)


def stats(connection: sqlite3.Connection) -> tuple[Holding, ...]:
    """How many sentences there are of each kind."""
    return tuple(
        Holding(source, target, engine, models, bool(person), count)
        for source, target, engine, models, person, count in connection.execute(_STATS)
    )


def clear(connection: sqlite3.Connection, *, machine_only: bool) -> int:
    """Forget sentences, so that nothing of them is left in the file; how many they were."""
    with transaction(connection):
        count = connection.execute("DELETE FROM machine").rowcount
        if not machine_only:
            count += connection.execute("DELETE FROM person").rowcount
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return count


def _hashes(key: Key, pairs: Sequence[tuple[str, str]]) -> list[bytes]:
    """What finds the row of each (text, digest) under a key."""
    begun = hashed((key.source, key.target, key.engine, key.models))
    out = []
    for text, digest in pairs:
        state = begun.copy()
        update(state, digest)
        update(state, text)
        out.append(state.digest())
    return out


def _row(code: bytes, key: Key, entry: Entry) -> tuple[object, ...]:
    where = (code, key.source, key.target, key.engine, key.models, entry.digest)
    links = links_to_json(entry.links)
    return (*where, entry.text.strip(), entry.translation, entry.score, links)


def _entry(text: str, digest: str, translation: str, score: float | None, links: str) -> Entry:
    try:
        return Entry(text, digest, translation, score, links=links_from_json(links))
    except ValueError:
        raise Damaged("a row of it makes no sense") from None


def _corrected(
    connection: sqlite3.Connection, key: Key, texts: Sequence[str]
) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for some in _batches(texts):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            "SELECT text, translation FROM person"  # nosec B608 # noqa: S608 - question marks alone
            f" WHERE source = ? AND target = ? AND text IN ({marks})",
            (key.source, key.target, *some),
        )
        found |= {text: Entry(text, "", translation, person=True) for text, translation in rows}
    return found


def _machines(connection: sqlite3.Connection, hashes: Sequence[bytes]) -> Mapping[bytes, Entry]:
    found: dict[bytes, Entry] = {}
    for some in _batches(hashes):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            "SELECT key, text, digest, translation, score, links"  # nosec B608 # noqa: S608 - as above
            f" FROM machine WHERE key IN ({marks})",
            some,
        )
        found |= {code: _entry(*row) for code, *row in rows}
    return found


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
