"""Tags, chapters and covers, by mutagen: ID3 in MP3 and WAV, Vorbis comments in FLAC.

mutagen (GPL-2.0-or-later) comes with the extra ``audio``. Without it these files hold sound alone;
:func:`can_tag` says whether it is there, and the command line tells.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, BinaryIO, Final

from langdu.errors import PluginError
from langdu.speech.files.about import About, Chapter

_UTF8: Final = 3
_FRONT_COVER: Final = 3
_TOP_LEVEL_ORDERED: Final = 3
#: The most children of a table of contents: their number is one byte (ID3 chapters, 3.2).
_MOST: Final = 255
_NO_OFFSET: Final = 0xFFFFFFFF


def can_tag() -> bool:
    """Whether mutagen is installed."""
    return find_spec("mutagen") is not None


def load_mutagen() -> None:
    """Raises :class:`PluginError` where mutagen is not installed."""
    if not can_tag():
        raise PluginError("a cover needs the extra 'audio': pip install 'langdu[audio]'")


def tag(suffix: str, file: BinaryIO, about: About, chapters: Sequence[Chapter]) -> None:
    """Put tags into a finished sound file. Raises :class:`OSError`."""
    if not can_tag():
        return
    mutagen: Any = import_module("mutagen")
    try:
        file.seek(0)
        _WRITERS[suffix](file, about, chapters)
        file.flush()
    except mutagen.MutagenError as error:
        raise _cause(error) from error


def _cause(error: Exception) -> OSError:
    """The error of the file behind mutagen's own."""
    inner = error.args[0] if error.args else error
    return inner if isinstance(inner, OSError) else OSError(str(error))


def _mp3(file: BinaryIO, about: About, chapters: Sequence[Chapter]) -> None:
    from mutagen.id3 import ID3

    tags = ID3()
    for frame in _frames(about, chapters):
        tags.add(frame)
    tags.save(file, padding=_no_padding)


def _wav(file: BinaryIO, about: About, chapters: Sequence[Chapter]) -> None:
    from mutagen.wave import WAVE

    sound = WAVE(file)
    sound.add_tags()
    for frame in _frames(about, chapters):
        sound.tags.add(frame)
    file.seek(0)
    sound.save(file, padding=_no_padding)


def _frames(about: About, chapters: Sequence[Chapter]) -> list[Any]:
    from mutagen import id3

    frames: list[Any] = [id3.TLAN(_UTF8, [about.language])]
    if about.title:
        frames.append(id3.TIT2(_UTF8, [about.title]))
    if about.artist:
        frames.append(id3.TPE1(_UTF8, [about.artist]))
    if about.album:
        frames.append(id3.TALB(_UTF8, [about.album]))
    if about.date:
        frames.append(id3.TDRC(_UTF8, [about.date]))
    if about.url:
        frames.append(id3.WOAS(about.url))
        frames.append(id3.COMM(_UTF8, about.language, "", [about.url]))
    if about.cover:
        frames.append(id3.APIC(_UTF8, about.cover.kind, _FRONT_COVER, "", about.cover.data))
    return frames + _chapter_frames(chapters[:_MOST])


def _chapter_frames(chapters: Sequence[Chapter]) -> list[Any]:
    """ID3v2 Chapter Frame Addendum 1.0: a frame for each, and the table of contents.

    Players that do not read the table take the frames as they lie in the file, where mutagen sorts
    them by size and then by name: so all of them get one size, by filling up their names.
    """
    from mutagen import id3

    sizes = [len(chapter.title.encode()) for chapter in chapters]
    longest = max(sizes, default=0)
    frames: list[Any] = [
        id3.CHAP(
            f"ch{number:03}" + "." * (longest - size),
            round(chapter.start * 1000),
            round(chapter.end * 1000),
            _NO_OFFSET,
            _NO_OFFSET,
            [id3.TIT2(_UTF8, [chapter.title])],
        )
        for number, (chapter, size) in enumerate(zip(chapters, sizes, strict=True), 1)
    ]
    if frames:
        names = [frame.element_id for frame in frames]
        frames.append(id3.CTOC("toc", _TOP_LEVEL_ORDERED, names, []))
    return frames


def _flac(file: BinaryIO, about: About, chapters: Sequence[Chapter]) -> None:
    from mutagen.flac import FLAC, Picture

    sound = FLAC(file)
    named = {
        "TITLE": about.title,
        "ARTIST": about.artist,
        "ALBUM": about.album,
        "DATE": about.date,
        "LANGUAGE": about.language,
        "COMMENT": about.url,
    }
    for name, value in named.items():
        if value:
            sound[name] = value
    for number, chapter in enumerate(chapters):  # as FFmpeg and VLC read them, up to 1,000
        sound[f"CHAPTER{number:03}"] = _clock(chapter.start)
        sound[f"CHAPTER{number:03}NAME"] = chapter.title
    if about.cover:
        picture = Picture()
        picture.type = _FRONT_COVER
        picture.mime = about.cover.kind
        picture.data = about.cover.data
        sound.add_picture(picture)
    file.seek(0)
    sound.save(file, padding=_no_padding)


def _m4b(file: BinaryIO, about: About, chapters: Sequence[Chapter]) -> None:
    """The cover; FFmpeg wrote the rest."""
    from mutagen.mp4 import MP4, AtomDataType, MP4Cover

    if about.cover:
        sound = MP4(file)
        is_png = about.cover.kind == "image/png"
        kind = AtomDataType.PNG if is_png else AtomDataType.JPEG
        sound["covr"] = [MP4Cover(about.cover.data, kind)]
        file.seek(0)
        sound.save(file, padding=_no_padding)


_WRITERS: Final = MappingProxyType({".mp3": _mp3, ".wav": _wav, ".flac": _flac, ".m4b": _m4b})


def _no_padding(info: object) -> int:
    """Room for later changes: none, so that the same sound gives the same bytes."""
    return 0


def _clock(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds / 1000:06.3f}"
