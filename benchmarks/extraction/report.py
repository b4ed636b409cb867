"""The tables: what a person reads, and the same as data."""

from collections.abc import Mapping, Sequence

from benchmarks.extraction.running import Row
from benchmarks.extraction.samples import Sample, SampleSet

Rows = Mapping[str, Sequence[Row]]


def quality(sets: Sequence[SampleSet], rows: Rows) -> str:
    """P, R and F1 of every extractor on every set, with what langdu is to reach."""
    lines = []
    for pages in sets:
        first = rows[pages.key][0]
        target = f", langdu is to reach {pages.target:.3f}" if pages.target else ""
        lines.append(f"\n{pages.name}: {len(first.overlaps)} pages{target}")
        lines.append(f"  {'':22} {'P':>6} {'R':>6} {'F1':>6} {'empty':>6} {'errors':>6}")
        for row in rows[pages.key]:
            score = row.score
            lines.append(
                f"  {row.extractor:22} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f} "
                f"{row.empty:6} {row.errors:6}"
            )
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
            best = max(
                ((row.overlaps[index].f1, row.extractor) for row in others), default=(0.0, "none")
            )
            lines.append(
                f"  F1 {page.f1:.3f}  P {page.precision or 0:.3f}  R {page.recall or 0:.3f}  "
                f"best peer {best[0]:.3f} ({best[1]})  {sample.id}  {sample.url}"
            )
    return "\n".join(lines)


def as_data(sets: Sequence[SampleSet], rows: Rows, samples: Sequence[Sample]) -> dict[str, object]:
    """Every figure: by set, extractor and page."""
    return {
        pages.key: {
            row.extractor: {
                "precision": row.score.precision,
                "recall": row.score.recall,
                "f1": row.score.f1,
                "empty": row.empty,
                "errors": row.errors,
                "pages": {
                    sample.id: [overlap.both, overlap.extra, overlap.missing]
                    for sample, overlap in zip(pages.of(samples), row.overlaps, strict=True)
                },
            }
            for row in rows[pages.key]
        }
        for pages in sets
    }
