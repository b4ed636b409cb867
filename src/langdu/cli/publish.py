"""``langdu publish``: editions that everyone can use."""

from pathlib import Path

import click

from langdu.cli import common
from langdu.cli.translating import Translating, translate, translation_options
from langdu.cli.translations import read_given, translate_others, translation_option


def _withdraw(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    """Withdraw what is in a folder, and nothing else: no source is needed for it."""
    if folder is None or context.resilient_parsing:
        return
    from langdu.publishing import withdraw

    for file in withdraw(folder).files:
        common.echo(str(file))
    context.exit()


@click.command()
@common.source_argument
@common.target_option(required=False)
@translation_option
@translation_options
@common.folder_option("The folder to write into.")
@click.option(
    "--format",
    "formats",
    default="html",
    show_default=True,
    metavar="LIST",
    help="Any of html, epub, epub-bilingual, markdown, text, braille, json and those of plugins, "
    "with commas between them.",
)
@click.option(
    "--single-file",
    is_flag=True,
    help="One file, DIR/reader.html, with all languages, pictures and audio in it.",
)
@click.option(
    "--fragment",
    is_flag=True,
    help="Also DIR/LANG/fragment.html: the reader for a page of your own, styles scoped.",
)
@click.option("--audio", is_flag=True, help="Speak every edition into an MP3 beside it.")
@click.option(
    "--withdraw",
    type=click.Path(path_type=Path, file_okay=False),
    is_eager=True,
    expose_value=False,
    callback=_withdraw,
    metavar="DIR",
    help="Replace what is published in DIR by a notice, remove its audio, and stop.",
)
@common.voice_options
@common.pages_options
@common.allow_private_option
def publish(
    source: str,
    targets: tuple[str, ...],
    given: tuple[Path, ...],
    translating: Translating,
    output: Path,
    formats: str,
    single_file: bool,
    fragment: bool,
    audio: bool,
    voice: str | None,
    rate: float,
    allow_private: bool,
    pages: int,
) -> None:
    """Publish SOURCE, and its translations, as pages that everyone can use."""
    from langdu.reader import publish as publish_articles

    wanted = [part.strip() for part in formats.split(",") if part.strip()]
    wanted += ["fragment"] if fragment and "fragment" not in wanted else []
    article = common.load(source, allow_private, pages)
    translations = translate_others(
        targets,
        read_given(article, given),
        lambda others: translate(article, others, translating),
    )
    editions = [article, *translations.values()]
    speech_engine, name = common.split_voice(voice)
    with common.reader(speech_engine) as reader, common.status("Publishing") as say:
        tracks = {}
        try:
            for edition in editions if audio else ():
                say(f"Speaking {edition.lang}")
                tracks[edition.lang] = reader.synthesize(edition, rate=rate, voice=name)
            say("Writing")
            publication = publish_articles(
                editions,
                to=output,
                audio=tracks,
                formats=tuple(wanted),
                image_root=_folder(source),
                allow_private=allow_private,
                single_file=single_file,
            )
        finally:
            for track in tracks.values():
                track.close()
    for warning in publication.warnings:
        common.tell(f"langdu: {warning}")
    if single_file:
        common.echo(str(output / "reader.html"))
    else:
        common.echo(str(output / "index.html" if "html" in wanted else output))


def _folder(source: str) -> Path | None:
    """The folder whose images a local source may use."""
    remote = source == "-" or source.startswith(("http://", "https://"))
    return None if remote else Path(source).resolve().parent
