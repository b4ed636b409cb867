"""The texts beside a sound file: its timeline, and captions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from langdu.article import Article
from langdu.captions import Caption, captions_of, to_srt, to_vtt
from langdu.errors import SpeechError
from langdu.timeline import Timeline

_WRITERS: Final[Mapping[str, Callable[[Sequence[Caption]], str]]] = MappingProxyType(
    {".vtt": to_vtt, ".srt": to_srt}
)


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """Where captions go, in the format that the suffix names."""

    path: Path

    @classmethod
    def at(cls, path: str | PathLike[str] | None) -> Self | None:
        """The file of a path. Raises :class:`SpeechError` where its suffix is not .vtt or .srt."""
        if path is None:
            return None
        if Path(path).suffix.lower() not in _WRITERS:
            known = " or ".join(_WRITERS)
            raise SpeechError(f"cannot write captions to {path}: its name must end in {known}")
        return cls(Path(path))

    def text(self, captions: Sequence[Caption]) -> str:
        """The captions in the file's format."""
        return _WRITERS[self.path.suffix.lower()](captions)


def timeline_path(path: Path) -> Path:
    """Where the timeline of an audio file lies: ``en.mp3`` → ``en.timeline.json``."""
    return path.with_suffix(".timeline.json")


def texts_beside(
    path: Path,
    articles: Sequence[Article],
    timeline: Timeline,
    captions: CaptionFile | None,
    *,
    with_timeline: bool,
) -> dict[Path, str]:
    """What to write beside a sound file: where each text goes."""
    texts = {timeline_path(path): timeline.to_json()} if with_timeline else {}
    if captions:
        texts[captions.path] = captions.text(captions_of(articles, timeline))
    return texts
