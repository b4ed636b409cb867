"""The receipt of a source: which units were made of it, from what, and which files they are.

It is written when a unit is there, never before, and replaced as a whole: whoever is killed leaves
the old one or the new one.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from langdu.batching.entries import Entry
from langdu.batching.keys import TEXT, Unit
from langdu.batching.places import Places, write
from langdu.errors import ArticleError

_T = TypeVar("_T")

_SCHEMA: Final = "langdu/receipt/1"
#: Bytes that are read at once; most receipts are shorter.
_AT_ONCE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a unit that was to be made as ``key`` says.

    ``seconds`` it took; ``size`` in bytes; ``sound`` seconds that it is heard; ``findings`` of the
    checks. ``reason``: why it failed, ``None`` where it did not; ``passing``: time may heal that.
    """

    key: str
    seconds: float = 0.0
    size: int = 0
    sound: float = 0.0
    findings: int = 0
    reason: str | None = None
    passing: bool = False

    def settles(self, key: str, *, retrying: bool) -> bool:
        """Whether nothing is to be done: it was made from the same, or failed for good."""
        failed = self.reason is not None
        return self.key == key and not (failed and (self.passing or retrying))


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that is known of a source.

    ``content`` is the digest of its bytes, empty where they could not be had; ``lang`` the
    article's language. ``failure``: why there is no article; what was made of an earlier content
    is still there. ``files``: paths below the site, and their sizes. ``beside``: the names of
    pictures that lie beside the source. ``lost``: pictures that could not be had, and whether time
    may heal that.
    """

    source: str
    content: str | None = None
    lang: str | None = None
    failure: Mark | None = None
    units: Mapping[Unit, Mark] = field(default_factory=dict)
    files: tuple[tuple[str, int], ...] = ()
    entry: Entry | None = None
    beside: tuple[str, ...] = ()
    lost: tuple[tuple[str, bool], ...] = ()

    def settled(self, units: Mapping[Unit, str], *, retrying: bool) -> bool:
        """Whether every unit is there, or failed for good; what needs a failed text is not due."""
        if any(passing or retrying for _, passing in self.lost):
            return False
        dead: set[str] = set()
        for unit, key in units.items():  # the texts come first
            if unit.lang in dead:
                continue
            mark = self.units.get(unit)
            if mark is None or not mark.settles(key, retrying=retrying):
                return False
            if unit.form == TEXT and mark.reason is not None:
                dead.add(unit.lang)
        return True

    def has_files(self, site: Path) -> bool:
        """Whether every file is where it was written, as long as it was."""
        try:
            return all((site / name).stat().st_size == size for name, size in self.files)
        except OSError:
            return False

    def marked(self, unit: Unit, mark: Mark) -> "Receipt":
        """The receipt with one more unit."""
        return replace(self, units={**self.units, unit: mark})

    def save(self, places: Places, slug: str) -> None:
        """Write it."""
        data = {
            "schema": _SCHEMA,
            "source": self.source,
            "content": self.content,
            "lang": self.lang,
            "failure": self.failure and asdict(self.failure),
            "units": {str(unit): asdict(mark) for unit, mark in self.units.items()},
            "files": self.files,
            "entry": self.entry and self.entry.to_dict(),
            "beside": self.beside,
            "lost": self.lost,
        }
        write(places.receipt(slug), json.dumps(data, ensure_ascii=False).encode())


def read(path: Path) -> Receipt | None:
    """The receipt in a file; ``None`` where there is none that can be understood.

    A receipt that is broken is as good as none: what it stood for is made again.
    """
    return _read(path, _receipt)


def entries(places: Places) -> Iterator[Entry]:
    """What the site knows of its articles, one by one, in an order that is always the same."""
    for _, path in _files(places):
        if entry := _read(path, _entry):
            yield entry


def slugs(places: Places) -> Iterator[str]:
    """The slugs of all receipts, in an order that is always the same."""
    return (slug for slug, _ in _files(places))


def _files(places: Places) -> Iterator[tuple[str, str]]:
    """Slug and path of each receipt: plain text, since a site may have a million."""
    if not places.receipts.is_dir():
        return
    for shard in sorted(places.receipts.iterdir()):
        for name in sorted(os.listdir(shard)):  # noqa: PTH208 - names, no paths
            if name.endswith(".json") and not name.startswith("."):
                yield name.removesuffix(".json"), f"{shard}/{name}"


def _read(path: Path | str, understand: Callable[[Any], _T]) -> _T | None:
    try:
        data = json.loads(_bytes(path).decode())
        return understand(data) if data["schema"] == _SCHEMA else None
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError, ArticleError):
        return None


def _bytes(path: Path | str) -> bytes:
    """The bytes of a receipt, with as few calls of the system as can be: there are a million."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = []
        while part := os.read(file, _AT_ONCE):
            parts.append(part)
            if len(part) < _AT_ONCE:
                break
        return b"".join(parts)
    finally:
        os.close(file)


def _entry(data: Any) -> Entry | None:
    return Entry.from_dict(data["entry"]) if data["entry"] else None


def _receipt(data: Any) -> Receipt:
    return Receipt(
        source=data["source"],
        content=data["content"],
        lang=data["lang"],
        failure=Mark(**data["failure"]) if data["failure"] else None,
        units={Unit.from_str(name): Mark(**mark) for name, mark in data["units"].items()},
        files=tuple((name, size) for name, size in data["files"]),
        entry=_entry(data),
        beside=tuple(data["beside"]),
        lost=tuple((url, passing) for url, passing in data["lost"]),
    )
