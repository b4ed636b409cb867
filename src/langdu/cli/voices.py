"""``langdu voices``: which voices there are."""

import json
from dataclasses import asdict

import click

from langdu.cli import common


@click.command()
@click.option("--engine", default="pyttsx3", show_default=True, metavar="NAME")
@click.option("--lang", metavar="LANG", help="Only the voices of one language.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def voices(engine: str, lang: str | None, as_json: bool) -> None:
    """List the voices of this machine."""
    from langdu import plugins
    from langdu.languages import normalize

    found = plugins.voice(engine).voices()
    if lang:
        found = tuple(voice for voice in found if voice.lang == normalize(lang))
    if as_json:
        common.echo(json.dumps([asdict(voice) for voice in found], ensure_ascii=False, indent=1))
        return
    for voice in found:
        common.echo(f"{voice.lang:6} {voice.id:24} {voice.name}")
