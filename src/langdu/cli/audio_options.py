"""The options of a spoken file and of a reading in two languages, and what they ask for."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import click

from langdu.article import Article
from langdu.cli import common
from langdu.languages import normalize

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Files:
    """What to write: the sound, captions beside it, and the picture on it."""

    output: Path | None
    captions: Path | None
    cover: Path | None


@dataclass(frozen=True, slots=True)
class Both:
    """The second language of a reading, and whether its sentences come after the first's."""

    lang: str | None
    after: bool

    def of(self, source: Article, translations: Mapping[str, Article]) -> Article | None:
        """The article in the second language, if there is to be one."""
        if self.lang is None:
            return None
        return {normalize(source.lang): source, **translations}[self.lang]


@dataclass(frozen=True, slots=True)
class Voicing:
    """``--voice``, ``--rate`` and ``--start``."""

    voice: str | None
    rate: float
    start: str | None


def audio_options(command: _F) -> _F:
    """The options; the command gets ``files`` and ``both``."""

    @functools.wraps(command)
    def collected(
        *given: Any,
        output: Path | None,
        captions: Path | None,
        cover: Path | None,
        with_lang: str | None,
        with_after: bool,
        **options: Any,
    ) -> Any:
        if not output and (captions or cover):
            raise click.UsageError("--captions and --cover go with a file: -o FILE")
        if with_after and not with_lang:
            raise click.UsageError("--with-after goes with --with LANG")
        files = Files(output, captions, cover)
        both = Both(normalize(with_lang) if with_lang else None, with_after)
        return command(*given, files=files, both=both, **options)

    wrapped: Any = collected
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return cast("_F", wrapped)


_OPTIONS: Final = (
    click.option(
        "--with",
        "with_lang",
        metavar="LANG",
        help="Read each sentence in this language too, before it: SOURCE's own, or a translation.",
    ),
    click.option("--with-after", is_flag=True, help="Read it after it instead."),
    click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write FILE.wav, .flac, .mp3 or .m4b and FILE.timeline.json instead of playing.",
    ),
    click.option(
        "--captions",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write FILE.vtt or .srt as well.",
    ),
    click.option(
        "--cover",
        type=click.Path(path_type=Path),
        metavar="IMAGE",
        help="Put this JPEG or PNG into the file.",
    ),
)


def targets(to: str | None, both: Both, source: str) -> tuple[str, ...]:
    """The languages to translate into: the one to read, and the one to read with it."""
    wanted = [to] if to else []
    if both.lang and both.lang not in (normalize(source), *map(normalize, wanted)):
        wanted.append(both.lang)
    return tuple(wanted)


def to_file(
    article: Article,
    also: Article | None,
    voicing: Voicing,
    output: Path,
    files: Files,
    both: Both,
) -> None:
    """Speak into the file, and say where it lacks what the extra ``audio`` would add."""
    from langdu.speech.files.tags import can_tag

    engine, name = common.split_voice(voicing.voice)
    with common.reader(engine) as reader, common.status("Speaking") as say:
        reader.record(
            article,
            output,
            rate=voicing.rate,
            voice=name,
            start=voicing.start,
            also=also,
            also_after=both.after,
            captions=files.captions,
            cover=files.cover,
            progress=lambda done, total: say(f"Speaking: sentence {done} of {total}"),
        )
    if not can_tag():
        common.tell(f"langdu: {output} has no title and no chapters: pip install 'langdu[audio]'")
