"""Whether the quantities of a text are all in its translation."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from langdu.quantities.agreeing import Atom, agrees, agrees_in_company, same
from langdu.quantities.quantity import Clock, Day, Quantity
from langdu.quantities.units import TIME, UNITS

#: Beyond this many unmatched pairs only equal values are matched: no cost grows with the square.
_MOST_PAIRS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a text's quantities in its translation.

    ``missing``: hard quantities of the source that the target lacks, or has with another value.
    ``extra``: hard quantities of the target that the source does not give. ``pairs``: (source,
    target) that belong together; both ends of a range may have partners of their own.
    """

    missing: tuple[Quantity, ...] = ()
    extra: tuple[Quantity, ...] = ()
    pairs: tuple[tuple[Quantity, Quantity], ...] = ()

    @property
    def approximations(self) -> tuple[tuple[Quantity, Quantity], ...]:
        """Pairs of which only one, or each in another way, is approximate: no wrong number."""
        return tuple(pair for pair in self.pairs if pair[0].approx != pair[1].approx)

    def instead(self, missing: Quantity) -> Quantity | None:
        """What the target seems to say in place of a missing quantity: an extra one of its kind."""
        kinds = [extra for extra in self.extra if extra.kind == missing.kind]
        return kinds[0] if kinds else self.extra[0] if len(self.extra) == 1 else None


@dataclass(slots=True)
class _Side:
    """The quantities of one text, taken apart into ends of ranges, and those not yet matched."""

    quantities: Sequence[Quantity]
    atoms: list[Atom] = field(default_factory=list)
    open: dict[int, Atom] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, quantity in enumerate(self.quantities):
            values = [quantity.value, *([quantity.until] if quantity.until is not None else [])]
            self.atoms += [Atom(index, value, quantity) for value in values]
        # a soft one waits until the hard ones have taken what they need
        order = sorted(range(len(self.atoms)), key=lambda i: self.atoms[i].quantity.soft)
        self.open = {i: self.atoms[i] for i in order}

    def left(self, wrong: Collection[int]) -> tuple[Quantity, ...]:
        """What is still open and hard, or soft and among the atoms that are wrong."""
        open_ = self.open.items()
        indexes = {atom.index for i, atom in open_ if i in wrong or not atom.quantity.soft}
        return tuple(self.quantities[index] for index in sorted(indexes))


def compare(source: Sequence[Quantity], target: Sequence[Quantity]) -> Comparison:
    """Match the quantities of a text with those of its translation.

    Values decide, and what a translation may do with them: see ``docs/quantities.md``. Every
    quantity of the target stands for one of the source; the closest pairs are made first.
    """
    ours, theirs = _Side(source), _Side(target)
    pairs: dict[tuple[int, int], None] = {}

    def match(i: int, j: int) -> None:
        pairs[ours.open.pop(i).index, theirs.open.pop(j).index] = None

    for key in (_identity, _value):
        _match_equal(ours, theirs, key, match)
    for test in (same, agrees):
        _match_pairwise(ours, theirs, test, match)
    company = theirs.atoms
    _match_pairwise(ours, theirs, lambda a, b: agrees_in_company(a, b, company), match)
    _settle_scores(ours, theirs)
    _settle_scores(theirs, ours)
    _settle_years(ours, theirs)
    _settle_quarters(ours, theirs)
    _settle_quarters(theirs, ours)
    wrong = _other_spans(ours, theirs)
    return Comparison(
        ours.left([i for i, _ in wrong]),
        theirs.left([j for _, j in wrong]),
        tuple((source[i], target[j]) for i, j in sorted(pairs)),
    )


def _identity(atom: Atom) -> Hashable:
    return atom.quantity.kind, atom.value, atom.quantity.unit, atom.quantity.below_zero


def _value(atom: Atom) -> Hashable:
    return atom.quantity.kind, atom.value, atom.quantity.below_zero


def _match_equal(
    ours: _Side,
    theirs: _Side,
    key: Callable[[Atom], Hashable],
    match: Callable[[int, int], None],
) -> None:
    """Equal keys belong together, where the units allow it."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for j in reversed(list(theirs.open)):
        waiting[key(theirs.open[j])].append(j)
    for i in list(ours.open):
        found = waiting.get(key(ours.open[i]))
        if found and same(ours.open[i], theirs.open[found[-1]]):
            match(i, found.pop())


def _match_pairwise(
    ours: _Side,
    theirs: _Side,
    test: Callable[[Atom, Atom], bool],
    match: Callable[[int, int], None],
) -> None:
    if len(ours.open) * len(theirs.open) > _MOST_PAIRS:
        return
    for i in list(ours.open):
        found = next((j for j in theirs.open if test(ours.open[i], theirs.open[j])), None)
        if found is not None:
            match(i, found)


def _settle_years(ours: _Side, theirs: _Side) -> None:
    """2019年，4月 and "in April 2019": a year alone is also said within a date of the other."""
    for side, other in ((ours, theirs), (theirs, ours)):
        years = _years(other.atoms)
        for i in [i for i, atom in side.open.items() if atom.year in years]:
            del side.open[i]


def _settle_scores(side: _Side, other: _Side) -> None:
    """21:15 is a time or a score, which other languages say with two numbers."""
    for i, atom in list(side.open.items()):
        clock = atom.value
        if not isinstance(clock, Clock) or clock.second is not None:
            continue
        parts = [
            next((j for j, one in other.open.items() if _is_bare(one, value)), None)
            for value in (clock.hour, clock.minute)
        ]
        first, second = parts
        if first is not None and second is not None and first != second:
            del side.open[i], other.open[first], other.open[second]


def _is_bare(atom: Atom, value: int) -> bool:
    quantity = atom.quantity
    return quantity.kind == "number" and quantity.unit is None and atom.value == value


def _settle_quarters(side: _Side, other: _Side) -> None:
    """前三季度 and 1〜9月, 上半年 and 1〜6月, 第二季度 and 4～6月: parts of a year as months."""
    for index, quantity in enumerate(side.quantities):
        span = _part_of_year(quantity)
        if span is None:
            continue
        own = [i for i, atom in side.open.items() if atom.index == index]
        said = [
            j
            for j, atom in enumerate(other.atoms)
            if span in (_quarters(atom.quantity), _part_of_year(atom.quantity))
        ]
        if own and said:
            for i in own:
                del side.open[i]
            for j in said:
                other.open.pop(j, None)


def _part_of_year(quantity: Quantity) -> tuple[int, int] | None:
    """Which quarters of a year a range of months or of quarters is."""
    first, last = quantity.value, quantity.until
    if isinstance(first, Day) and isinstance(last, Day):
        begin, end = first.month or 0, last.month or 0
        if first.day or last.day or begin % 3 != 1 or end % 3 or not end:
            return None
        return begin // 3 + 1, end // 3
    quarters = quantity.kind == "ordinal" and quantity.unit == "quarter"
    if quarters and isinstance(first, Decimal) and isinstance(last, Decimal):
        return int(first), int(last)
    return None


def _quarters(quantity: Quantity) -> tuple[int, int] | None:
    """Which quarters a quarter, the first quarters, or a half of a year are."""
    value = quantity.value
    if quantity.unit == "quarter" and isinstance(value, Decimal) and quantity.until is None:
        return (int(value), int(value)) if quantity.kind == "ordinal" else (1, int(value))
    return (1, 2) if quantity.kind == "fraction" and value == Fraction(1, 2) else None


def _other_spans(ours: _Side, theirs: _Side) -> list[tuple[int, int]]:
    """Soft spans of time that contradict each other: 一个月 and "one year".

    Either may be left out of a translation, but the one does not stand for the other.
    """
    found: list[tuple[int, int]] = []
    spans = [j for j, atom in theirs.open.items() if _is_soft_span(atom)]
    for i, atom in ours.open.items():
        if _is_soft_span(atom):
            other = next((j for j in spans if theirs.open[j].value == atom.value), None)
            if other is not None:
                spans.remove(other)
                found.append((i, other))
    return found


def _is_soft_span(atom: Atom) -> bool:
    quantity = atom.quantity
    unit = UNITS.get(quantity.unit or "")
    time = unit is not None and unit.dimension in TIME
    return quantity.soft and quantity.kind == "number" and time


def _years(atoms: Iterable[Atom]) -> set[int]:
    return {a.value.year for a in atoms if isinstance(a.value, Day) and a.value.year is not None}
