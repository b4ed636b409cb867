"""``langdu translate``: the article in other languages."""

from pathlib import Path

import click

from langdu.cli import common
from langdu.cli.translating import (
    STRICT,
    Translating,
    finding,
    translation_options,
)
from langdu.cli.translating import translate as translate_all


@click.command()
@common.source_argument
@common.target_option(required=True)
@translation_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "braille", "json"]),
    default="text",
    show_default=True,
    help="What is written.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to a file, or with several languages into a folder.",
)
@click.option("--report", is_flag=True, help="Print what the checks found, a line each.")
@click.option("--strict", is_flag=True, help="Exit with 4 where the checks found something.")
@common.pages_options
@common.allow_private_option
def translate(
    source: str,
    targets: tuple[str, ...],
    translating: Translating,
    form: str,
    output: Path | None,
    allow_private: bool,
    pages: int,
    report: bool,
    strict: bool,
) -> int:
    """Translate SOURCE into one or more languages.

    The report goes to standard output where the translation goes to a file, and to standard error
    where that goes to standard output.
    """
    from langdu.publishing import WRITERS, render
    from langdu.publishing.files import write

    if len(targets) > 1 and not output:
        raise click.UsageError("several languages need -o with a folder")
    article = common.load(source, allow_private, pages)
    translations = translate_all(article, targets, translating)
    for code, translation in translations.items():
        text = render(translation, form)
        if not output:
            common.echo(text)
        elif len(targets) == 1:
            write(output, text)
        else:
            write(output / code / WRITERS[form].filename, text)
    made = {code: one.translation for code, one in translations.items() if one.translation}
    if report:
        say = common.echo if output else common.tell
        for code, origin in made.items():
            for check in origin.checks:
                say(f"{code} {finding(check)}")
    return STRICT if strict and any(one.faults for one in made.values()) else 0
