"""The sound of a book: its MP3 files, and the clips of its sentences in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from langdu.errors import PublishError
from langdu.publishing.editions import Edition, Sound
from langdu.publishing.epub.container import Entry
from langdu.publishing.epub.overlay import Clip, Passage, Track, clips, interleaved, passages
from langdu.publishing.epub.pairs import Second, second_id
from langdu.publishing.epub.pictures import read
from langdu.publishing.views import BlockView, FigureView
from langdu.timeline import Cue


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """``files``: the MP3s of the book; ``passages``: its clips, by the structures they are in."""

    files: tuple[Entry, ...] = ()
    clips: tuple[Clip, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def heard(self) -> frozenset[str]:
        """The ids of the elements that are heard."""
        return frozenset(clip.target for clip in self.clips)

    @property
    def duration(self) -> float:
        """How long the clips last together, in seconds."""
        return sum(round(clip.end - clip.begin, 3) for clip in self.clips)


def soundtrack(edition: Edition, other: Second | None, blocks: Sequence[BlockView]) -> Soundtrack:
    """The sound that there is for an edition and, in a bilingual book, for the other one.

    Both are cut from the audio of their own editions: nothing is spoken again. Raises
    :class:`PublishError` for sound that is no MP3 or does not fit the article.
    """
    order = tuple(_order(edition, other, blocks))
    files, tracks = [], []
    for article in (*([other.article] if other else []), edition.article):
        sound = edition.sounds.get(article.lang)
        if sound is None or sound.timeline is None or edition.folder is None:
            continue
        track = Track(article.lang, f"audio/{article.lang}.mp3", sound.timeline)
        if found := clips(track, _Targets(track, edition, other, frozenset(order))):
            files.append(Entry(track.audio, _mp3(edition, sound)))
            tracks.append(found)
    sequence = interleaved(order, tracks)
    return Soundtrack(
        tuple(files),
        tuple(sequence),
        tuple(passages(sequence, edition.article, _Blocks(edition, other))),
    )


def _order(edition: Edition, other: Second | None, blocks: Sequence[BlockView]) -> Iterator[str]:
    """The ids of all sentences in the order in which they stand in the text."""
    shown = {f"{view.id}.alt" for view in blocks if isinstance(view, FigureView) and view.src}
    for segment in edition.article.segments:
        if other and other.span(segment.id) and segment.id not in shown:
            yield second_id(other.article, segment.id)
        yield segment.id


@dataclass(frozen=True, slots=True)
class _Targets:
    """Cue → the id of the element that shows its sentence."""

    track: Track
    edition: Edition
    other: Second | None
    known: frozenset[str]

    def __call__(self, cue: Cue) -> str | None:
        lang = cue.lang or self.track.lang
        if lang == self.edition.article.lang:
            element = cue.id
        elif self.other and lang == self.other.article.lang:
            element = second_id(self.other.article, cue.id)
            if element not in self.known and cue.id in self.known and cue.id.endswith(".alt"):
                element = cue.id  # one picture, described in two languages
        else:
            return None  # a reading in two languages has sentences that this book has not
        if element not in self.known:
            raise PublishError(
                f"the audio in {self.track.lang!r} has a sentence {cue.id!r} that the article has "
                "not; speak the article again"
            )
        return element


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The id of an element → that of the block it is in."""

    edition: Edition
    other: Second | None

    def __call__(self, target: str) -> str:
        prefix = second_id(self.other.article, "") if self.other else ""
        return target.removeprefix(prefix).partition(".")[0]


def _mp3(edition: Edition, sound: Sound) -> bytes:
    assert edition.folder is not None  # noqa: S101 - for the type checker
    data = read(edition.folder, sound.href)
    if not data.startswith(b"ID3") and not (data[:1] == b"\xff" and data[1:2] >= b"\xe0"):
        raise PublishError(f"{sound.href} is no MP3, which is what a book can hold; speak it again")
    return data
