"""``langdu translate``: the article in other languages."""

from pathlib import Path

import click

from langdu.cli import common


@click.command()
@common.source_argument
@common.target_option(required=True)
@common.engine_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to a file, or with several languages into a folder.",
)
@common.pages_options
@common.allow_private_option
def translate(
    source: str,
    targets: tuple[str, ...],
    engine: str,
    form: str,
    output: Path | None,
    allow_private: bool,
    pages: int,
) -> None:
    """Translate SOURCE into one or more languages."""
    from langdu.publishing import WRITERS, render
    from langdu.publishing.files import write

    if len(targets) > 1 and not output:
        raise click.UsageError("several languages need -o with a folder")
    article = common.load(source, allow_private, pages)
    translations = common.translate(article, targets, engine)
    for code, translation in translations.items():
        text = render(translation, form)
        if not output:
            common.echo(text)
        elif len(targets) == 1:
            write(output, text)
        else:
            write(output / code / WRITERS[form].filename, text)
