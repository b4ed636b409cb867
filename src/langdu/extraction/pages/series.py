"""Which links that turn the page lead to pages of the same article.

The pages of an article have one address but for a number: ``name.html`` and ``name_2.html``,
``/name`` and ``/name/2``, ``?id=5`` and ``?id=5&page=2``. The number of an address may be one less
than that of its page. Whatever contradicts that is no pager of the article.
"""

from dataclasses import dataclass, field
from typing import Final

from langdu.extraction.pages.links import Link
from langdu.extraction.pages.pager import Pager
from langdu.extraction.pages.place import Numbered, Place, is_article, numbered

#: How far the number of a page may be above that of its address.
_OFFSETS: Final = (0, 1)


@dataclass(slots=True)
class _Series:
    """The links of one way of numbering. ``own`` is the number in the page's own address."""

    rest: Place
    own: int | None
    links: list[tuple[int, Link]] = field(default_factory=list)
    #: Links to the address without a number.
    bare: list[Link] = field(default_factory=list)


def series(own: Place, links: list[Link]) -> Pager | None:
    """The pager that the links make, seen from the page at ``own``."""
    found: dict[tuple[Place, str], _Series] = {}
    within = {(each.rest, each.style): each for each in numbered(own)}
    for link in links:
        for each in numbered(link.place):
            key = each.rest, each.style
            if each.rest == own or (key in within and each.number != within[key].number):
                found.setdefault(key, _new(each, within)).links.append((each.number, link))
    for (rest, style), each in within.items():
        bare = [link for link in links if link.place == rest]
        if bare:
            found.setdefault((rest, style), _Series(rest, each.number)).bare += bare
    # where both are possible, the page's own address is that of the first page
    for candidate in sorted(found.values(), key=lambda each: each.own is not None):
        pager = _pager(candidate) if is_article(candidate.rest) else None
        if pager:
            return pager
    return None


def _new(each: Numbered, within: dict[tuple[Place, str], Numbered]) -> _Series:
    own = within.get((each.rest, each.style))
    return _Series(each.rest, own.number if own else None)


def _pager(found: _Series) -> Pager | None:
    offset = _offset(found)
    if offset is None:
        return None
    number = 1 if found.own is None else found.own + offset
    addresses: dict[int, str] = {}
    counted = False
    for its, link in found.links:
        if link.number is not None or (link.direction == "next" and its + offset == number + 1):
            addresses.setdefault(its + offset, link.address)
            counted |= link.number is not None
    if found.bare and _begins(found, number):
        addresses[1] = found.bare[0].address
    addresses.pop(number, None)
    first = addresses.get(1)
    if number + 1 not in addresses and first is None:
        return None
    sure = found.own is None or bool(found.bare)
    count = max(number, *addresses) if counted else None
    return Pager(number, addresses, count, sure)


def _begins(found: _Series, number: int) -> bool:
    """Whether the address without a number is that of the first page."""
    return number > 1 and any(
        link.number == 1 or link.direction == "first" or (link.direction and number == 2)
        for link in found.bare
    )


def _offset(found: _Series) -> int | None:
    """What to add to an address's number, as all links agree; ``None`` where they do not."""
    offsets = {link.number - its for its, link in found.links if link.number is not None}
    following = [its for its, link in found.links if link.direction == "next"]
    if found.own is None:
        offsets |= {2 - its for its in following}
    elif any(its != found.own + 1 for its in following):
        return None
    elif not offsets and any(link.direction == "previous" for link in found.bare):
        offsets = {2 - found.own}
    if not offsets and found.own is not None:
        return 0
    return offsets.pop() if len(offsets) == 1 and offsets <= set(_OFFSETS) else None
