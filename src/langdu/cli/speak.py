"""``langdu speak``: read an article aloud, or into a file."""

from collections.abc import Callable
from pathlib import Path

import click

from langdu.article import Article
from langdu.cli import common, reading_aloud
from langdu.cli.dry_run import print_spoken
from langdu.cli.likely import likely_language
from langdu.cli.memory_options import chosen
from langdu.cli.reading_aloud import Editions, Reading, Translate
from langdu.cli.translating import Translating, translate, translation_options
from langdu.cli.translations import read_given, translate_others, translation_option


@click.command()
@common.source_argument
@click.option("-t", "--to", "target", metavar="LANG", help="Translate first.")
@translation_option
@translation_options
@common.voice_options
@click.option("--start", metavar="ID", help="Begin at this sentence or block: b3.s2, b3.")
@reading_aloud.reading_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write FILE.wav, .mp3 or .flac and FILE.timeline.json instead of playing.",
)
@click.option(
    "--dry-run", is_flag=True, help="Print each sentence as it is read out, and say nothing."
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
    resume: bool,
    plain: bool,
    output: Path | None,
    dry_run: bool,
    allow_private: bool,
    pages: int,
) -> None:
    """Read SOURCE aloud in its language, or in another one.

    In a terminal keys steer it: Space pauses, the arrows move, ? lists them all, q quits.
    """
    if len(given) > 1 and not target:
        raise click.UsageError("several translations: name the language to speak with -t")
    reading_aloud.check_options(start=start, resume=resume, plain=plain, to_file=bool(output))

    def load() -> Editions:
        article = common.load(source, allow_private, pages)
        translations = translate_others(
            (target,) if target else (),
            read_given(article, given),
            lambda others: translate(article, others, translating),
        )
        return Editions(article, translations, next(iter(translations.values()), article))

    if dry_run:
        print_spoken(load().first, start)
        return
    if output:
        _to_file(load().first, output, rate=rate, voice=voice, start=start)
        return
    with reading_aloud.opened_voice(voice, target or likely_language(source), rate) as speakers:
        reading = Reading(rate, start, resume, _translation_by(translating))
        reading_aloud.read_aloud(source, load(), speakers, reading)


def _translation_by(translating: Translating) -> Translate:
    """What the key t has done: a translation that writes on no screen and can be called off."""

    def translation(article: Article, lang: str, cancelled: Callable[[], bool]) -> Article:
        from langdu.reader import Reader

        with (
            chosen(translating.memory) as memory,
            Reader(
                translating.engine,
                translator_options=translating.options,
                glossary=translating.glossary,
                memory=memory,
            ) as reader,
        ):
            (found,) = reader.translate_all(article, [lang], cancelled=cancelled).values()
            return found

    return translation


def _to_file(
    article: Article,
    output: Path,
    *,
    rate: float,
    voice: str | None,
    start: str | None,
) -> None:
    speech_engine, name = common.split_voice(voice)
    with (
        common.reader(speech_engine) as reader,
        common.status("Speaking") as say,
        reader.synthesize(
            article,
            rate=rate,
            voice=name,
            start=start,
            progress=lambda done, total: say(f"Speaking: sentence {done} of {total}"),
        ) as audio,
    ):
        audio.save(output)
