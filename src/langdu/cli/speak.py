"""``langdu speak``: read an article aloud, or into a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from langdu.article import Article, Sentence
from langdu.cli import common
from langdu.cli.translating import Translating, translate, translation_options
from langdu.cli.translations import read_given, translate_others, translation_option

if TYPE_CHECKING:  # it imports every stage
    from langdu.reader import Reader


@click.command()
@common.source_argument
@click.option("-t", "--to", "target", metavar="LANG", help="Translate first.")
@translation_option
@translation_options
@common.voice_options
@click.option("--start", metavar="ID", help="Begin at this sentence or block: b3.s2, b3.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write FILE.wav, .mp3 or .flac and FILE.timeline.json instead of playing.",
)
@common.pages_options
@common.allow_private_option
def speak(
    source: str,
    target: str | None,
    given: tuple[Path, ...],
    translating: Translating,
    voice: str | None,
    rate: float,
    start: str | None,
    output: Path | None,
    allow_private: bool,
    pages: int,
) -> None:
    """Read SOURCE aloud in its language, or in another one."""
    if len(given) > 1 and not target:
        raise click.UsageError("several translations: name the language to speak with -t")
    article = common.load(source, allow_private, pages)
    translations = translate_others(
        (target,) if target else (),
        read_given(article, given),
        lambda others: translate(article, others, translating),
    )
    article = next(iter(translations.values()), article)
    speech_engine, name = common.split_voice(voice)
    with common.reader(speech_engine) as reader:
        if output:
            _to_file(reader, article, output, rate=rate, voice=name, start=start)
        else:
            reader.speak(article, rate=rate, voice=name, start=start, on_sentence=_print)


def _print(sentence: Sentence) -> None:
    common.echo(sentence.text.strip())


def _to_file(
    reader: "Reader",
    article: Article,
    output: Path,
    *,
    rate: float,
    voice: str | None,
    start: str | None,
) -> None:
    with (
        common.status("Speaking") as say,
        reader.synthesize(
            article,
            rate=rate,
            voice=voice,
            start=start,
            progress=lambda done, total: say(f"Speaking: sentence {done} of {total}"),
        ) as audio,
    ):
        audio.save(output)
