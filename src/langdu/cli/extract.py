"""``langdu extract``: the clean article of a page."""

from pathlib import Path

import click

from langdu.cli import common


@click.command()
@common.source_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "braille", "json"]),
    default="text",
    show_default=True,
    help="What is written.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file."
)
@click.option(
    "--explain", is_flag=True, help="Also print what was removed and why, on standard error."
)
@common.pages_options
@common.allow_private_option
def extract(
    source: str, form: str, output: Path | None, explain: bool, allow_private: bool, pages: int
) -> None:
    """Load and clean SOURCE."""
    from langdu.publishing import render
    from langdu.publishing.files import write

    read = common.explain if explain else common.load
    article = read(source, allow_private, pages)
    text = render(article, form)
    if output:
        write(output, text)
    else:
        common.echo(text)
