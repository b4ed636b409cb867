"""How soon a second run knows that there is nothing to do."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from langdu.batching.entries import EditionEntry, Entry
from langdu.batching.identity import identity_of
from langdu.batching.keys import Keys
from langdu.batching.places import Places, digest
from langdu.batching.receipts import Mark, Receipt, entries
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.running import run
from langdu.batching.sources import Source

FORMATS = ("html", "json", "markdown", "text")
NOTHING_TO_DO = 10_000


def bench(folder: Path, receipts: int) -> None:
    """Print both times."""
    recipe = Recipe(formats=FORMATS)
    keys = Keys(recipe, identity_of(recipe))
    places = Places(folder / "scan")
    for source in _sources(receipts):
        _receipt(keys, source, places, files=False)
    begun, cpu = time.monotonic(), time.process_time()
    found = sum(1 for _ in entries(places))
    wall, cpu = time.monotonic() - begun, time.process_time() - cpu
    print(f"{found} receipts scanned in {wall:.1f} s ({cpu:.1f} s of CPU; aim 5)")

    places = Places(folder / "again")
    articles = NOTHING_TO_DO // (1 + len(FORMATS))
    for source in _sources(articles):
        _receipt(keys, source, places, files=True)
    with ThreadPoolExecutor(1) as pool:
        begun, cpu = time.monotonic(), time.process_time()
        outcomes = list(run(_sources(articles), places.site, recipe, Manner(jobs=1), pool))
        wall, cpu = time.monotonic() - begun, time.process_time() - cpu
    assert {outcome.state for outcome in outcomes} == {"kept"}
    print(f"{len(outcomes)} units with nothing to do: {wall:.1f} s ({cpu:.1f} s of CPU; aim 3)")


def _sources(count: int) -> Iterator[Source]:
    for number in range(count):
        yield Source(key=f"text:{number}", place=str(number), data=b"%d" % number * 1000)


def _receipt(keys: Keys, source: Source, places: Places, *, files: bool) -> None:
    content = digest(source.url or "", source.charset or "", source.data or b"")
    units = keys.units(source.slug, content, "zh")
    names = [f"articles/{source.slug}/zh/{form}" for form in FORMATS] if files else []
    for name in names:
        path = places.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"page")
    edition = EditionEntry("zh", "标题" * 10, "摘要" * 90, f"articles/{source.slug}/zh/index.html")
    Receipt(
        source.key,
        content,
        "zh",
        units={unit: Mark(key, 0.1, 4) for unit, key in units.items()},
        files=tuple((name, 4) for name in names),
        entry=Entry(source.slug, (edition,), published="2024-03-05T09:10"),
    ).save(places, source.slug)
