"""The same articles in one process without a batch, and in batches of one and of two workers.

Each worker has one core: speech is made and encoded side by side, so one worker on two cores would
use 1.16 of them, and two could not be twice as fast.
"""

import contextlib
import multiprocessing
import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path

import langdu
from benchmarks.batch.articles import fill
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.sounds import Track
from langdu.timeline import Timeline

LANGUAGES = ("en", "ja", "ko", "ru")
FORMATS = ("html", "epub")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and of all processors together."""

    wall: float
    cpu: float


def bench(folder: Path, articles: int, models: Path) -> None:
    """Print the three, and how they compare."""
    pages = fill(folder / "pages", articles)
    packages = folder / "packages"
    install(models, packages)
    options = (("directory", str(packages)), ("threads", "1"))
    recipe = Recipe(
        to=LANGUAGES, formats=FORMATS, audio=True, voice="espeak", translator_options=options
    )
    plain = told("no batch", measured(1, single, pages, folder / "plain", recipe))
    one = told("batch, 1 worker", measured(1, batched, pages, folder / "one", recipe, 1))
    two = told("batch, 2 workers", measured(2, batched, pages, folder / "two", recipe, 2))
    print(f"{articles} articles × {len(LANGUAGES)} languages, {' + '.join(FORMATS)} + audio")
    print(f"{'':24}{'wall s':>10}{'CPU s':>10}{'articles/min':>14}")
    for name, cost in (("no batch", plain), ("batch, 1 worker", one), ("batch, 2 workers", two)):
        print(f"{name:24}{cost.wall:10.1f}{cost.cpu:10.1f}{60 * articles / cost.wall:14.1f}")
    print(f"2 workers are {one.wall / two.wall:.2f} × one (by the clock; aim 1.85)")
    print(f"1 worker costs {one.cpu / plain.cpu:.3f} of no batch (CPU; aim 1.05 at most)")
    print(f"2 workers cost {two.cpu / one.cpu:.3f} of one (CPU; 1 is ideal)")


def told(name: str, cost: Cost) -> Cost:
    """Say at once what was measured: all three take their time."""
    print(f"{name}: {cost.wall:.1f} s", flush=True)
    return cost


def install(models: Path, packages: Path) -> None:
    """The model packages of a folder."""
    from langdu.translation.packages.installing import install as install_one

    for file in sorted(models.glob("*.argosmodel")):
        install_one(file, directory=packages)


def single(pages: Path, site: Path, recipe: Recipe) -> None:
    """What somebody would write without a batch: one reader, article after article."""
    files = sorted(pages.glob("*.html"))
    with langdu.Reader(
        recipe.translator, recipe.voice, translator_options=dict(recipe.translator_options)
    ) as reader:
        for number, path in enumerate(files, 1):
            article = reader.load(path)
            editions = [article, *reader.translate_all(article, recipe.to).values()]
            folder = site / path.stem
            tracks = {}
            for edition in editions:
                file = folder / "audio" / f"{edition.lang}.mp3"
                timeline: Timeline = reader.record(edition, file, jobs=1)
                tracks[edition.lang] = Track(file, timeline)
            langdu.publish(editions, to=folder, audio=tracks, formats=recipe.formats)
            progress(number, len(files))


def batched(pages: Path, site: Path, recipe: Recipe, jobs: int) -> None:
    """A batch; anything that fails ends the benchmark."""
    count = len([*pages.glob("*.html")])
    slugs: dict[str | None, None] = {}
    for outcome in langdu.batch(pages, out=site, recipe=recipe, manner=Manner(jobs=jobs)):
        assert outcome.state == "made", outcome
        if outcome.slug not in slugs:
            slugs[outcome.slug] = None
            progress(len(slugs), count)


def progress(done: int, count: int) -> None:
    """A line now and then."""
    if done % 20 == 0 and done < count:
        print(f"  {done} of {count}", flush=True)


def measured(cores: int, work, *arguments) -> Cost:  # type: ignore[no-untyped-def]
    """What work costs in a process of its own, with all that it starts, on so many cores."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(sender, cores, work, *arguments))
    process.start()
    cost: Cost = receiver.recv()
    process.join()
    return cost


def _measure(sender, cores, work, *arguments) -> None:  # type: ignore[no-untyped-def]
    if hasattr(os, "sched_setaffinity"):  # what is started inherits it
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    with contextlib.suppress(KeyError):
        del os.environ["OMP_NUM_THREADS"]
    os.environ["OMP_NUM_THREADS"] = "1"
    begun = time.monotonic()
    work(*arguments)
    wall = time.monotonic() - begun
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    sender.send(Cost(wall, sum(one.ru_utime + one.ru_stime for one in used)))
