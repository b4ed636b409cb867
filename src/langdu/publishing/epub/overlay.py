"""Media overlays: which sentence is heard when, as SMIL has it.

A clip lasts until the next begins, so that a reading system plays straight on and the pause
belongs to the sentence before it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from langdu.article import Article, Block, Figure, List, Table
from langdu.errors import PublishError
from langdu.timeline import Cue, Timeline


@dataclass(frozen=True, slots=True)
class Clip:
    """A sentence's part of an audio file, in seconds; ``target`` is the element's id."""

    target: str
    audio: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Clips that belong together; ``container`` is the id of a structure to leave or skip."""

    container: str | None
    type: str | None
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """An audio file of the book with its cues. ``target``: sentence → element, for a language."""

    lang: str
    audio: str
    timeline: Timeline


def clips(track: Track, target: Callable[[Cue], str | None]) -> list[Clip]:
    """The clips of an audio file in its own order; cues without a target are left out.

    Raises :class:`PublishError` for a timeline that runs backwards or beyond its audio.
    """
    cues = track.timeline.cues
    _check(track)
    ends = [following.start for _, following in pairwise(cues)]
    ends += [track.timeline.duration] * bool(cues)
    found = []
    for cue, end in zip(cues, ends, strict=True):
        begin, end = round(cue.start, 3), round(end, 3)
        element = target(cue)
        if element is not None and begin < end:
            found.append(Clip(element, track.audio, begin, end))
    return found


def interleaved(order: Sequence[str], tracks: Sequence[Sequence[Clip]]) -> list[Clip]:
    """The clips of several audio files in one order of targets."""
    place = {target: index for index, target in enumerate(order)}
    return sorted((clip for track in tracks for clip in track), key=lambda c: place[c.target])


def passages(
    clips: Sequence[Clip], article: Article, block_of: Callable[[str], str]
) -> Iterator[Passage]:
    """The clips by the tables, lists and figures of the article that they are in."""
    kinds = {block.id: _structure(block) for block in article.blocks}
    for block, group in groupby(clips, lambda clip: block_of(clip.target)):
        kind = kinds.get(block)
        yield Passage(block if kind else None, kind, tuple(group))


def _structure(block: Block) -> str | None:
    match block:
        case Table():
            return "table"
        case List():
            return "list"
        case Figure():
            return "figure"
        case _:
            return None


def _check(track: Track) -> None:
    timeline = track.timeline
    for one, following in pairwise(timeline.cues):
        if following.start < one.start:
            raise PublishError(
                f"the timeline of {track.audio} goes back at {following.id!r}; speak it again"
            )
    for cue in timeline.cues:
        if not 0 <= cue.start <= cue.end or cue.end > timeline.duration + 0.01:
            raise PublishError(
                f"the timeline of {track.audio} has {cue.id!r} outside its audio; speak it again"
            )
