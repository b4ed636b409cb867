"""``langdu voices``: which voices there are, and adding some."""

import json
from dataclasses import asdict

import click

from langdu.cli import common
from langdu.cli.voices_add import add_voices


@click.group(invoke_without_command=True)
@click.pass_context
@click.option("--engine", default="pyttsx3", show_default=True, metavar="NAME")
@click.option("--lang", metavar="LANG", help="Only the voices of one language.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def voices(context: click.Context, engine: str, lang: str | None, as_json: bool) -> None:
    """List the voices of this machine, or add some."""
    if context.invoked_subcommand is not None:
        return
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


voices.add_command(add_voices)
