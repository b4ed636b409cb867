"""``langdu voices``: which voices there are, how they sound, and adding some."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from langdu.cli import common
from langdu.cli.voices_add import add_voices
from langdu.errors import LangduError, MissingVoice
from langdu.languages import LANGUAGES, normalize

if TYPE_CHECKING:  # they import the speech stage
    from langdu.speech.voice import VoiceInfo

#: The name of a plugin and one of its voices.
_Found: TypeAlias = "tuple[str, VoiceInfo]"


@click.group(invoke_without_command=True)
@click.option("--engine", metavar="NAME", help="Only the voices of one engine.")
@click.option("--lang", metavar="LANG", help="Only the voices of one language.")
@click.option("--all", "every", is_flag=True, help="Languages that langdu does not read too.")
@click.option("--json", "as_json", is_flag=True, help="All voices, for machines.")
@click.option("--play", "aloud", is_flag=True, help="Play a sample of each voice that is listed.")
@click.pass_context
def voices(
    context: click.Context,
    engine: str | None,
    lang: str | None,
    every: bool,
    as_json: bool,
    aloud: bool,
) -> None:
    """List the voices of this machine."""
    if context.invoked_subcommand is not None:
        return
    found = [(name, info) for name, info in _found(engine) if not lang or _is_of(info, lang)]
    if as_json:
        rows = [asdict(info) for _, info in found]
        common.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    shown = [one for one in found if every or lang or one[1].lang in LANGUAGES]
    for line in _lines(shown):
        common.echo(line)
    if len(shown) < len(found):
        common.tell(f"and {len(found) - len(shown)} in other languages: langdu voices --all")
    if aloud:
        for name, info in shown:
            common.tell(f"{name}:{info.id}")
            _play(name, info.id, info.lang)


@voices.command("sample")
@click.argument("voice", metavar="VOICE")
@click.option("--lang", metavar="LANG", help="The language to speak, if the voice has several.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write FILE.wav, .mp3 or .flac instead of playing.",
)
def sample(voice: str, lang: str | None, output: Path | None) -> None:
    """Hear a few words of VOICE: an engine, one of its voices, or ENGINE:VOICE."""
    engine, name = common.split_voice(voice)
    lang = lang or _language(engine, name)
    if output is None:
        _play(engine, name, lang)
        return
    from langdu.speech.samples import sample as words

    with common.reader(engine) as reader, reader.synthesize(words(lang), voice=name) as audio:
        audio.save(output, timeline=False)


voices.add_command(add_voices)


def _play(engine: str, voice: str | None, lang: str) -> None:
    from langdu.speech.samples import sample as words

    with common.reader(engine) as reader:
        reader.speak(words(lang), voice=voice)


def _found(engine: str | None) -> Iterator[_Found]:
    """The voices of an engine, or of all; says of each engine that has none here, why."""
    from langdu import plugins

    if engine is not None:
        yield from ((engine, info) for info in plugins.voice(engine).voices())
        return
    for name in plugins.names("langdu.voices"):
        try:
            for info in plugins.voice(name).voices():
                yield name, info
        except LangduError as error:
            common.tell(f"{name}: {error}")


def _is_of(info: "VoiceInfo", lang: str) -> bool:
    return info.lang == normalize(lang)


def _lines(found: Sequence[_Found]) -> Iterator[str]:
    """A heading for each language, and a line for each voice as ``--voice`` takes it."""
    for lang in dict.fromkeys([*LANGUAGES, *(info.lang for _, info in found)]):
        rows = [
            (f"{name}:{info.id}", info.name, info.quality or "?", info.licence or "?")
            for name, info in found
            if info.lang == lang
        ]
        if rows:
            known = LANGUAGES.get(lang)
            yield f"{lang}  {known.endonym} ({known.english})" if known else lang
        for row in rows:
            yield "  {:28} {:36} {:8} {}".format(*row)


def _language(engine: str, name: str | None) -> str:
    """The language of a voice, or the first one that an engine reads."""
    from langdu import plugins

    found = plugins.voice(engine).voices()
    if name is None:
        spoken = {info.lang for info in found}
        lang = next((code for code in LANGUAGES if code in spoken), None)
    else:
        lang = next((i.lang for i in found if name.casefold() in _names(i)), None)
    if lang is None:
        raise MissingVoice(f"there is no voice {name or engine!r} here: see langdu voices")
    return lang


def _names(info: "VoiceInfo") -> tuple[str, str]:
    return info.id.casefold(), info.name.casefold()
