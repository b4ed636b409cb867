"""``langdu languages``: the languages langdu knows."""

import json
from dataclasses import asdict

import click

from langdu.cli import common
from langdu.languages import LANGUAGES


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def languages(as_json: bool) -> None:
    """List the languages langdu knows."""
    if as_json:
        rows = [asdict(language) for language in LANGUAGES.values()]
        common.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for language in LANGUAGES.values():
        common.echo(f"{language.code}  {language.tag:8} {language.endonym} ({language.english})")
