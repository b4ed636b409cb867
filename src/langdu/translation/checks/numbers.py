"""Every quantity of the source is in the translation with the same value, and none besides."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from langdu.article import Check
from langdu.quantities import Quantity, compare, find
from langdu.translation.facts import Facts

KIND: Final = "number"

_GROUPED: Final = re.compile(r"\d[,\s]\d")
#: Figures with what may stand between them: also of codes, and of what is no number at all.
_FIGURES: Final = re.compile(r"\d(?:[\d.,:/\u00a0\u202f-]*\d)?")


def check(facts: Facts, text: str, lang: str) -> Iterator[Check]:
    """A finding for each quantity that is missing, with what stands in its place, or is invented.

    ``expected`` and ``found`` are :attr:`~langdu.quantities.Quantity.key`, or figures as they
    stand: a code such as 12345 must come through as it is, and a number that nobody can read
    (7,00066) is a wrong one.
    """
    target = find(text, lang)
    result = compare(facts.quantities, target)
    codes = _unread(facts.text, facts.quantities)
    unclaimed = list(codes)
    grouped = [pair for pair in result.pairs if _is_no_year(*pair, text)]
    missing = (*result.missing, *(ours for ours, _ in grouped))
    extra = [*result.extra, *(theirs for _, theirs in grouped)]
    extra = [one for one in extra if not _take(unclaimed, text[one.start : one.end])]
    strange = [figures for figures in _unread(text, target) if not _take(codes, figures)]
    for quantity in missing:
        if _take(strange, facts.text[quantity.start : quantity.end]):
            continue  # a number here, a code there: hotline 12345
        instead = _instead(quantity, extra)
        if instead:
            extra.remove(instead)
            yield Check(facts.id, KIND, *_told_apart(quantity, instead))
        else:
            yield Check(facts.id, KIND, quantity.key, strange.pop(0) if strange else None)
    for code in codes:
        if _plain(code) not in _plain(text):
            yield Check(facts.id, KIND, code, _number_instead(strange, extra))
    for found in (*(quantity.key for quantity in extra), *strange):
        yield Check(facts.id, KIND, None, found)


def _is_no_year(ours: Quantity, theirs: Quantity, text: str) -> bool:
    """Whether a year of the source has become a number in groups: 2019年, 2,019人."""
    figures = text[theirs.start : theirs.end]
    return (ours.kind, theirs.kind) == ("year", "number") and bool(_GROUPED.search(figures))


def _instead(quantity: Quantity, extra: list[Quantity]) -> Quantity | None:
    """The invented quantity that most likely stands for a missing one: of its kind, else any."""
    alike = [one for one in extra if one.kind == quantity.kind]
    return next(iter(alike or extra), None)


def _number_instead(strange: list[str], extra: list[Quantity]) -> str | None:
    """What stands for a missing code: another one, or a bare number; it is taken from its list."""
    if strange:
        return strange.pop(0)
    for one in extra:
        if one.kind == "number" and one.unit is None:
            extra.remove(one)
            return one.key
    return None


def _told_apart(wanted: Quantity, found: Quantity) -> tuple[str, str]:
    """Both as plain text, with their units where only these differ: 一个月, "a year"."""
    if wanted.key == found.key and wanted.unit and found.unit:
        return f"{wanted.key} {wanted.unit}", f"{found.key} {found.unit}"
    return wanted.key, found.key


def _unread(text: str, quantities: Sequence[Quantity]) -> list[str]:
    """Figures of a text that are in none of its quantities."""
    return [
        found.group()
        for found in _FIGURES.finditer(text)
        if not any(one.start < found.end() and found.start() < one.end for one in quantities)
    ]


def _take(codes: list[str], figures: str) -> bool:
    """Whether figures are among the source's codes; one that is found is taken from them."""
    for code in codes:
        if _plain(code) == _plain(figures):
            codes.remove(code)
            return True
    return False


def _plain(text: str) -> str:
    """The digits of a text in ASCII, and nothing else."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isdigit())
