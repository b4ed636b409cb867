"""The title: the headline that readers see, which the head names as well.

The head has the headline with the names of column and site, or a shorter one, or only the site's
name. The page shows it as a line by itself, among many others. The line that is a part of what the
head says is the headline. Where no line is, the head's own is taken without the names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from langdu.extraction.labels import is_bar, labelled
from langdu.extraction.metadata.head import plain
from langdu.extraction.metadata.title_parts import Parts, is_site, without_site
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line
from langdu.extraction.text import key, may_begin

_MAX: Final = 300
#: How much a line weighs for its length: h1, called a title, h2 and h3, any other, a link.
_WEIGHTS: Final = (2.0, 1.6, 1.3, 1.0, 0.5)
_AT_START: Final = 2.0
#: So much of a title is its headline at the least, where it is not the beginning.
_PART: Final = 0.35
#: A heading with so much in common with what the head says is another wording of it.
_ALIKE: Final = 0.4
_LINES: Final = 600
#: No headline without a tag of its own is longer.
_MAX_LINE: Final = 80


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line of the page that may be its headline; ``rank`` is the place in ``_WEIGHTS``."""

    text: str
    key: str
    rank: int


def read_title(root: etree._Element, lines: list[Line], notes: Notes) -> None:
    """Note the title, and what else claims to be it."""
    claims = [
        (fact.where, fact.value)
        for field in ("title", "og_title", "headline", "headline_weak")
        for fact in notes.of(field)
    ]
    whole = _title_element(root)
    if whole:
        claims.append(("<title>", whole))
    named = {key(text) for _, text in claims} | {""}
    sites = frozenset(key(n) for field in ("site", "column") for n in notes.all(field)) - named
    portal = notes.first("title")  # a meta of the portal, or a cell called so: the headline itself
    notes.forget("title")
    if portal and is_site(portal, sites):
        portal = None
    if portal:
        notes.fact("title", claims[0][0], _as_shown(without_site(portal, sites), lines))
    titles = []
    for text in dict.fromkeys(text[:_MAX] for _, text in claims):
        titles.append(Parts(text))
        if found := _headline(_shown(lines, titles[-1]), titles[-1], sites):
            notes.fact("title", "headline of the page", found)
            break
    else:
        _otherwise(lines, titles, claims, sites, notes)
    for where, text in claims:
        notes.fact("title", where, text)


def _as_shown(title: str, lines: list[Line]) -> str:
    """A title from a meta with the spaces that the page sets it with: one has <br> in it."""
    if " " not in title or title.isascii():
        return title
    own = key(title)
    same = (
        line.text
        for line in lines[:_LINES]
        if len(line.text) <= len(title) and may_begin(line.text, own[:1])
    )
    return next((text for text in same if key(text) == own), title)


def _otherwise(
    lines: list[Line],
    titles: list[Parts],
    claims: list[tuple[str, str]],
    sites: frozenset[str],
    notes: Notes,
) -> None:
    """Note what may be the title where no line is a part of what the head says."""
    headings = list(_shown(lines))
    notes.fact("title", "heading", _alike(headings, titles, sites))
    for where, text in claims:
        if not is_site(name := without_site(text, sites), sites):
            notes.fact("title", where, name)
    notes.fact("title", "line over the bar", _over_bar(lines, sites))
    for line in sorted(headings, key=lambda line: line.rank):
        if line.rank < 3 and not is_site(line.text, sites):
            notes.fact("title", "heading", line.text)
            break


def _headline(shown: Iterable[_Shown], title: Parts, sites: frozenset[str]) -> str | None:
    """The line that is a part of a title and most probably the headline."""
    best, most = None, 0.0
    least = _PART * len(key(without_site(title.text, sites)))
    for line in shown:
        text, place, size = line.text, title.place(line.key), len(line.key)
        if place is None:
            if line.rank > 1 or (longer := _longer(line, title)) is None:
                continue
            text, place, size = longer, 0, len(key(longer))
        if size < 2 or is_site(text, sites):
            continue
        if size < least and (place or line.rank > 2):
            continue  # the name of a section, which is a part of the title too
        start = _AT_START if place == 0 else 1.5 if line.rank == 0 else 1.0
        worth = size * _WEIGHTS[line.rank] * start
        if worth > most:
            best, most = text, worth
    return best


def _longer(line: _Shown, title: Parts) -> str | None:
    """The headline where a heading says more than the title: an edit link, a count, a subtitle.

    Where the heading's word goes on, it is the title that was cut off.
    """
    beginning = title.beginning(line.key)
    if beginning is None or len(line.key) > 3 * len(key(beginning)):
        return None
    if beginning.endswith(("…", "...")):
        return line.text
    rest = line.text[len(beginning) : len(beginning) + 1]
    if line.text.startswith(beginning) and rest.isalpha():
        return line.text
    return beginning


def _alike(shown: list[_Shown], titles: list[Parts], sites: frozenset[str]) -> str | None:
    """A h1 that says in other words what the head says."""
    for line in shown:
        if line.rank == 0 and not is_site(line.text, sites):
            pairs = _pairs(line.key)
            for title in titles:
                others = _pairs(title.key)
                if pairs and len(pairs & others) >= _ALIKE * max(len(pairs), len(others)):
                    return line.text
    return None


def _over_bar(lines: list[Line], sites: frozenset[str]) -> str | None:
    """The line over the one that says when it was published: old pages set headlines in a cell."""
    for above, line in pairwise(lines[:_LINES]):
        if is_bar(line.text) and any(
            pair.field == "published" and pair.value for pair in labelled(line.text)
        ):
            is_title = len(above.text) <= _MAX_LINE and above.linked * 2 <= above.width
            return above.text if is_title and not is_site(above.text, sites) else None
    return None


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _title_element(root: etree._Element) -> str:
    for element in root.iter("title"):
        parent = element.getparent()
        if parent is not None and parent.tag == "svg":
            continue
        text = plain("".join(map(str, element.itertext())))
        if text:
            return text[:_MAX]
    return ""


def _shown(lines: list[Line], title: Parts | None = None) -> Iterator[_Shown]:
    """The lines that begin as a part of a title does; without one, the headings."""
    for place, line in enumerate(lines[:_LINES]):
        if len(line.text) > _MAX or (title and not may_begin(line.text, title.firsts)):
            continue
        rank = _rank(line.owner)
        if title is None and rank > 2:
            continue
        if rank < 3 and (whole := _whole_heading(lines, place)):
            tight = "".join(whole)
            text = tight if title and tight in title.text else " ".join(whole)
            yield _Shown(text[:_MAX], key(text[:_MAX]), rank)
        linked = rank > 0 and line.linked * 2 > line.width
        yield _Shown(line.text, key(line.text), min(4, rank + 2) if linked else rank)


def _whole_heading(lines: list[Line], place: int) -> list[str]:
    """The lines of a heading of several, at the place of the first of them."""
    block = lines[place].block
    if place and lines[place - 1].block == block:
        return []
    run = [line.text for line in lines[place : place + 5] if line.block == block]
    return run if 1 < len(run) < 5 else []


def _rank(owner: etree._Element) -> int:
    tag = owner.tag
    if tag == "title":
        return 4  # one that stands in the body
    names = owner.get("class") or ""
    if identity := owner.get("id"):
        names = f"{names} {identity}"
    if names:
        names = names.lower()
        if "logo" in names:
            return 4
        if tag != "h1" and ("title" in names or "biaoti" in names or "headline" in names):
            return 1
    if tag == "h1":
        return 0
    if tag in ("h2", "h3"):
        return 2
    if tag == "p":
        return 3
    parent = owner.getparent()
    return 0 if parent is not None and parent.tag == "h1" else 3
