"""``langdu doctor``: what works on this machine, and what to do about the rest."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

import click

from langdu.cli import common
from langdu.errors import LangduError
from langdu.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    detail: str


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def doctor(as_json: bool) -> None:
    """Say what works on this machine."""
    findings = [_look("speech", _speech), _look("models", _models), _look("sound", _sound)]
    if as_json:
        common.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
        return
    for finding in findings:
        common.echo(f"{'ok ' if finding.ok else 'no '} {finding.what:8} {finding.detail}")


def _look(what: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, check())
    except LangduError as error:
        return Finding(what, False, str(error))


def _speech() -> str:
    from langdu import plugins
    from langdu.errors import MissingVoice

    spoken = {voice.lang for voice in plugins.voice("pyttsx3").voices()}
    missing = [code for code in LANGUAGES if code not in spoken]
    if missing:
        raise MissingVoice(f"no voice for {', '.join(missing)}: install one in the system")
    return f"pyttsx3 has voices for {', '.join(LANGUAGES)}"


def _models() -> str:
    from langdu.errors import MissingModel
    from langdu.translation.packages.installed import installed

    pairs = [f"{package.source}-{package.target}" for package in installed()]
    if not pairs:
        raise MissingModel("none; install with: langdu models add zh-en en-ja en-ko en-ru")
    return ", ".join(pairs)


def _sound() -> str:
    from langdu.speech import find_output

    return find_output()
