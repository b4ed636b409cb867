"""An article published, its folder cleared of what it no longer has, its entry for the site."""

import contextlib
import shutil
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from langdu import plugins
from langdu.article import Article
from langdu.batching.describing import audio_of, edition_of, entry_of
from langdu.batching.entries import Entry
from langdu.batching.kept import KeptPictures
from langdu.batching.keys import Unit
from langdu.batching.places import secure
from langdu.batching.receipts import Mark
from langdu.batching.sounds import Track
from langdu.batching.task import Task, failure
from langdu.batching.troubles import no_room
from langdu.loading.images import ImageReader
from langdu.publishing import Publication
from langdu.reader import publish


def publish_article(
    task: Task, editions: Sequence[Article], tracks: Mapping[str, Track]
) -> tuple[str, ...]:
    """Publish an article and its translations; gives what a person should know of it."""
    begun = time.perf_counter()
    forms: tuple[str, ...] = task.recipe.formats
    marks: dict[Unit, Mark] = {}
    try:
        publication = _publish(task, editions, tracks, forms)
    except Exception as error:  # a writer may fail in any way; the other formats go on
        forms, marks = _tried(task, editions, tracks, error)
        publication = _publish(task, editions, tracks, forms) if forms else Publication(())
    folder = task.places.article(task.slug)
    written = plugins.writers()
    _clear(folder, {*publication.files})
    seconds = (time.perf_counter() - begun) / max(1, len(editions) * len(forms))
    for article in editions:
        for form in forms:
            unit = Unit(article.lang, form)
            path = folder / article.lang / written[form].filename
            # a format may be for translations only: then there is nothing to make of the source
            size = path.stat().st_size if path in publication.files else 0
            marks[unit] = Mark(task.units[unit], seconds, size)
    secure(publication.files)
    site = task.places.site
    files = ((path.relative_to(site).as_posix(), path.stat().st_size) for path in publication.files)
    task.ledger.finish(
        {**task.late, **marks},
        task.units,
        files=tuple(files),
        entry=_entry(task, editions, tracks, publication.files) if "html" in forms else None,
        lost=tuple((url, one.passing) for url, one in task.order.failures.items()),
    )
    _remove(task.places.work(task.slug))
    return publication.warnings


def _publish(
    task: Task, editions: Sequence[Article], tracks: Mapping[str, Track], forms: Sequence[str]
) -> Publication:
    path = task.order.source.path
    with ImageReader(path.resolve().parent if path else None) as local:
        return publish(
            editions,
            to=task.places.article(task.slug),
            audio=tracks,
            formats=forms,
            pictures=KeptPictures(task.kept, task.order.failures, local),
        )


def _tried(
    task: Task, editions: Sequence[Article], tracks: Mapping[str, Track], error: Exception
) -> tuple[tuple[str, ...], dict[Unit, Mark]]:
    """The formats that can be written, each tried alone, and marks for the others."""
    if full := no_room(error):
        raise full from error
    good: list[str] = []
    marks: dict[Unit, Mark] = {}
    for form in task.recipe.formats:
        begun = time.perf_counter()
        try:
            _publish(task, editions, tracks, (form,))
        except Exception as alone:
            for article in editions:
                unit = Unit(article.lang, form)
                marks[unit] = failure(alone, task.units[unit], begun)
        else:
            good.append(form)
    return tuple(good), marks


def _entry(
    task: Task,
    editions: Sequence[Article],
    tracks: Mapping[str, Track],
    there: Sequence[Path],
) -> Entry:
    names = {form: writer.filename for form, writer in plugins.writers().items() if form != "html"}
    folder = task.places.article(task.slug)
    return entry_of(
        task.slug,
        editions[0],
        [
            edition_of(
                task.slug,
                article,
                {form: n for form, n in names.items() if folder / article.lang / n in there},
                audio_of(task.slug, article, track.timeline, track.path.stat().st_size)
                if (track := tracks.get(article.lang))
                else None,
            )
            for article in editions
        ],
    )


def _clear(folder: Path, files: set[Path]) -> None:
    """Remove what an earlier version of the article had, and what killed processes left."""
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder before the folder
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):  # it is not empty
                path.rmdir()
        elif path not in files:
            path.unlink()


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.parent.rmdir()
