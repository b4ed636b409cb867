"""The tables, for people."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.extraction.bootstrap import paired
from benchmarks.extraction.extractors import Facts
from benchmarks.extraction.gold import FactSet, GoldFacts, score_facts
from benchmarks.extraction.running import Row
from benchmarks.extraction.samples import Sample, SampleSet
from benchmarks.extraction.timing import Speed

Rows = Mapping[str, Sequence[Row]]


def quality(sets: Sequence[SampleSet], rows: Rows) -> str:
    """P, R and F1 of every extractor on every set, with what langdu is to reach."""
    lines = []
    for pages in sets:
        first = rows[pages.key][0]
        lines.append(f"\n{pages.name}: {len(first.overlaps)} pages{_target(pages.target)}")
        lines.append(f"  {'':22} {'P':>6} {'R':>6} {'F1':>6} {'empty':>6} {'errors':>6}")
        for row in rows[pages.key]:
            score = row.score
            lines.append(
                f"  {row.extractor:22} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f} "
                f"{row.empty:6} {row.errors:6}"
            )
    return "\n".join(lines)


def comparison(pages: SampleSet, rows: Sequence[Row]) -> str:
    """langdu less each peer on one set, the best peer first: the paired bootstrap."""
    mine, *others = rows
    lines = [f"\nlangdu less a peer, F1 on {pages.name} (paired bootstrap)"]
    lines.append(f"  {'':22} {'mean':>7} {'95% interval':>16} {'wins':>6}")
    for row in sorted(others, key=lambda row: -row.score.f1):
        found = paired(mine.overlaps, row.overlaps)
        interval = f"{found.low:+.3f} … {found.high:+.3f}"
        lines.append(f"  {row.extractor:22} {found.mean:+7.3f} {interval:>16} {found.wins:6.1%}")
    return "\n".join(lines)


def facts(
    sets: Iterable[FactSet],
    gold: Mapping[str, GoldFacts],
    found: Mapping[str, Mapping[str, Facts]],
) -> str:
    """Shares of titles, days and minutes that are right."""
    lines = []
    for pages in sets:
        golds = [gold[key] for key in pages.pages]
        if not golds:
            continue
        lines.append(
            f"\nTitles and dates, {pages.name}: {sum(bool(g.titles) for g in golds)} titles"
            f"{_target(pages.title_target)}; {sum(bool(g.dates) for g in golds)} dates"
            f"{_target(pages.date_target)}; {sum(g.timed for g in golds)} times"
        )
        lines.append(f"  {'':22} {'title':>6} {'day':>6} {'time':>6}")
        for name, answers in found.items():
            score = score_facts(pages.pages, gold, answers)
            shares = (score.titles, score.days, score.minutes)
            lines.append(f"  {name:22} " + " ".join(map(_share, shares)))
    return "\n".join(lines)


def speed(pages: SampleSet, speeds: Sequence[Speed]) -> str:
    """Pages a second and the ratio to trafilatura."""
    lines = [f"\nSpeed on {pages.name}, langdu is to reach 3.00 times trafilatura"]
    lines.append(f"  {'':22} {'pages/s':>8} {'ratio':>6}")
    lines += [f"  {one.name:22} {one.pages:8.1f} {one.ratio:6.2f}" for one in speeds]
    return "\n".join(lines)


def worst(sets: Sequence[SampleSet], rows: Rows, samples: Sequence[Sample], number: int) -> str:
    """langdu's worst pages of each set, beside the best peer on that page."""
    lines = []
    for pages in sets:
        mine, *others = rows[pages.key]
        ranked = sorted(enumerate(pages.of(samples)), key=lambda at: mine.overlaps[at[0]].f1)
        lines.append(f"\nlangdu's worst pages of {pages.name}")
        for index, sample in ranked[:number]:
            page = mine.overlaps[index]
            peers = ((row.overlaps[index].f1, row.extractor) for row in others)
            best = max(peers, default=None)
            beside = f"best peer {best[0]:.3f} ({best[1]})  " if best else ""
            lines.append(
                f"  F1 {page.f1:.3f}  P {page.precision or 0:.3f}  R {page.recall or 0:.3f}  "
                f"{beside}{sample.id}  {sample.url}"
            )
    return "\n".join(lines)


def _target(value: float | None) -> str:
    return f", langdu is to reach {value:.3f}" if value else ""


def _share(value: float | None) -> str:
    return f"{value:6.3f}" if value is not None else f"{'–':>6}"
