"""The items of a feed or a sitemap, one after the other, from XML that nobody can trust.

No entity is expanded, no DTD and no address is loaded, and an element is let go when it was read.
What is not well formed is read as far as it can be, and told: feeds with a bare ``&`` are many.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from langdu.batching.sources.opening import BROKEN
from langdu.errors import ListError, one_line, reason

if TYPE_CHECKING:  # lxml is slow to import
    from lxml.etree import _Element

#: Deeper than any feed or sitemap, and less than what makes a reader recurse.
_DEEPEST: Final = 64
#: Elements of one item; a sitemap's with a thousand pictures has some thousands (Google's limit).
_LARGEST: Final = 20_000
#: Bytes of one list, unpacked: a sitemap has 50 MiB at most (sitemaps.org), feeds a few.
MAX_BYTES: Final = 64 * 1024 * 1024


def items(
    stream: BinaryIO, name: str, wanted: frozenset[str], broken: Callable[[str], None]
) -> Iterator["_Element"]:
    """The elements with these local names, in order; each is good until the next is asked for.

    ``broken`` is told once what is not well formed. Raises :class:`ListError` for what is no XML at
    all, declares entities, is too large, or is nested deeper than any feed.
    """
    from lxml import etree

    events: Any = etree.iterparse(
        _Limited(stream, name),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    guard = _Guard(name, wanted)
    try:
        for event, element in events:
            if event == "start":
                guard.enter(element)
            elif guard.leave(element):
                yield element
            if event == "end" and not guard.inside:
                _let_go(element)
    except BROKEN as error:
        raise ListError(f"the list {name} cannot be read to its end: {error}") from None
    except etree.XMLSyntaxError as error:
        raise ListError(f"{name} is not XML that can be read: {reason(error)}") from None
    faults = [entry for entry in events.error_log if entry.level >= etree.ErrorLevels.ERROR]
    if faults:
        broken(f"line {faults[0].line} is not well-formed XML: {one_line(faults[0].message)}")


def local(element: "_Element") -> str:
    """The name of an element without its namespace; ``""`` for an entity that was not expanded."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def namespace(element: "_Element") -> str:
    """The namespace of an element."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def text(element: "_Element") -> str:
    """All text of an element on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


class _Limited:
    """A stream that ends in an error where a list is too large: a gzip bomb, or no list."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._left = MAX_BYTES
        self._name = name

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(min(size, 65_536) if size > 0 else 65_536)
        self._left -= len(data)
        if self._left < 0:
            raise ListError(f"{self._name} is larger than {MAX_BYTES // 1024 // 1024} MiB unpacked")
        return data


class _Guard:
    """Where the reader is: how deep, and whether within an item; refuses what no list is like."""

    def __init__(self, name: str, wanted: frozenset[str]) -> None:
        self._name = name
        self._wanted = wanted
        self._depth = self._size = 0
        self.inside = 0

    def enter(self, element: "_Element") -> None:
        if not self._depth:
            _refuse_entities(element, self._name)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ListError(f"{self._name} is nested deeper than {_DEEPEST} elements")
        self._size = self._size + 1 if self.inside else 0
        if self._size > _LARGEST:
            raise ListError(f"{self._name} has an item of more than {_LARGEST} elements")
        self.inside += local(element) in self._wanted

    def leave(self, element: "_Element") -> bool:
        """Whether a whole item ends here."""
        self._depth -= 1
        wanted = local(element) in self._wanted
        self.inside -= wanted
        return wanted and not self.inside


def _refuse_entities(root: "_Element", name: str) -> None:
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise ListError(f"{name} declares XML entities, which no feed or sitemap needs: not read")


def _let_go(element: "_Element") -> None:
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]
