"""``langdu speak``: read an article aloud, or into a file."""

from pathlib import Path

import click

from langdu.cli import common, reading_aloud
from langdu.cli.audio_options import (
    Both,
    Files,
    Voicing,
    audio_options,
    targets,
    to_file,
)
from langdu.cli.dry_run import print_spoken
from langdu.cli.likely import likely_language
from langdu.cli.reading_aloud import Editions, Reading
from langdu.cli.translating import Translating, quietly, translate, translation_options
from langdu.cli.translations import read_given, translate_others, translation_option


@click.command()
@common.source_argument
@click.option("-t", "--to", "target", metavar="LANG", help="Translate first.")
@translation_option
@translation_options
@common.voice_options
@click.option("--start", metavar="ID", help="Begin at this sentence or block: b3.s2, b3.")
@reading_aloud.reading_options
@audio_options
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
    files: Files,
    both: Both,
    dry_run: bool,
    allow_private: bool,
    pages: int,
) -> None:
    """Read SOURCE aloud in its language, or in another one.

    In a terminal keys steer it: Space pauses, the arrows move, ? lists them all, q quits.
    """
    if len(given) > 1 + bool(both.lang) and not target:
        raise click.UsageError("several translations: name the language to speak with -t")
    reading_aloud.check_options(start=start, resume=resume, plain=plain, to_file=bool(files.output))

    def load() -> Editions:
        article = common.load(source, allow_private, pages)
        translations = translate_others(
            targets(target, both, article.lang),
            read_given(article, given),
            lambda others: translate(article, others, translating),
        )
        first = next((lang for lang in translations if target or lang != both.lang), None)
        chosen = translations[first] if first else article
        also = both.of(article, translations)
        return Editions(article, translations, chosen, also, both.after)

    if dry_run:
        print_spoken(load(), start)
        return
    if files.output:
        editions = load()
        voicing = Voicing(voice, rate, start)
        to_file(editions.first, editions.also, voicing, files.output, files, both)
        return
    with reading_aloud.opened_voice(voice, target or likely_language(source), rate) as speakers:
        reading = Reading(rate, start, resume, quietly(translating))
        reading_aloud.read_aloud(source, load(), speakers, reading)
