"""Spoken editions: made beside the site, then published; kept where they are the same."""

import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from langdu.article import Article
from langdu.batching.keys import AUDIO, Unit
from langdu.batching.places import secure, write
from langdu.batching.receipts import Mark
from langdu.batching.task import Task
from langdu.errors import ArticleError
from langdu.timeline import Timeline

#: One speaker an article: other processes are at work on other articles. The number is part of
#: what decides the sound, so it does not follow the number of jobs.
_SPEAKERS: Final = 1


@dataclass(frozen=True, slots=True)
class Track:
    """An audio file that is there already, for :func:`langdu.publish`."""

    path: Path
    timeline: Timeline

    def save(self, path: Path, /) -> Path:
        """Put it at ``path`` too: as another name of the file where there can be one."""
        path.unlink(missing_ok=True)
        try:
            path.hardlink_to(self.path)
        except OSError:  # another file system, or one without links
            shutil.copyfile(self.path, path)
        return path


def find_track(path: Path) -> Track | None:
    """The audio file with its timeline beside it, if both are there."""
    beside = path.with_name(f"{path.stem}.timeline.json")
    with suppress(OSError, ArticleError):
        if path.stat().st_size:
            return Track(path, Timeline.from_json(beside.read_bytes()))
    return None


def tracks(task: Task, editions: Mapping[str, Article]) -> dict[str, Track]:
    """Language → spoken edition, without those that failed."""
    if not task.recipe.audio:
        return {}
    found = {lang: _track(task, Unit(lang, AUDIO), one) for lang, one in editions.items()}
    return {lang: track for lang, track in found.items() if track}


def _track(task: Task, unit: Unit, article: Article) -> Track | None:
    if task.is_made(unit):
        site = task.places.article(task.slug) / "audio" / f"{unit.lang}.mp3"
        if track := find_track(site):
            return track
    elif task.has_failed(unit):
        return None
    begun = time.perf_counter()
    try:
        track = _make(task, article, task.units[unit])
    except Exception as error:  # a voice may fail in any way; the other languages go on
        task.fail(unit, error, begun)
        return None
    mark = Mark(task.units[unit], time.perf_counter() - begun, track.path.stat().st_size)
    task.late[unit] = replace(mark, sound=track.timeline.duration)
    return track


def _make(task: Task, article: Article, key: str) -> Track:
    """Speak an article into the work folder, unless a run did that which ended before its end.

    Its key lies beside it, written last. Raises :class:`~langdu.SpeechError`.
    """
    recipe, folder = task.recipe, task.places.work(task.slug)
    path = folder / f"{article.lang}.mp3"
    seal = folder / f"{article.lang}.key"
    if _says(seal, key) and (track := find_track(path)):
        return track
    seal.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    task.reader.record(article, path, rate=recipe.rate, voice=recipe.voice_name, jobs=_SPEAKERS)
    # read back: a time that is not rounded would differ from that of the next run
    timeline = Timeline.from_json(path.with_name(f"{path.stem}.timeline.json").read_bytes())
    secure((path,))
    write(seal, key.encode())
    return Track(path, timeline)


def _says(seal: Path, key: str) -> bool:
    with suppress(OSError):
        return seal.read_bytes() == key.encode()
    return False
