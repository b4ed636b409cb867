"""``langdu completion``: the shell completes commands, options and languages."""

import contextlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import click
from click.shell_completion import get_completion_class

from langdu.cli import common
from langdu.errors import LangduError


@dataclass(frozen=True, slots=True)
class _Shell:
    """Where a shell looks for completions of a command, below the home folder.

    ``line`` is what its own settings file (``settings``) must hold, for shells that look nowhere.
    """

    file: str
    settings: str | None = None
    line: str | None = None


# bash-completion and fish load these files by the command's name; zsh wants to be told the folder
_SHELLS: Final[Mapping[str, _Shell]] = MappingProxyType(
    {
        "bash": _Shell(
            ".local/share/bash-completion/completions/langdu",
            ".bashrc",
            '[ -f "{file}" ] && . "{file}"  # langdu completion',
        ),
        "zsh": _Shell(
            ".local/share/langdu/completion.zsh",
            ".zshrc",
            '[ -f "{file}" ] && . "{file}"  # langdu completion',
        ),
        "fish": _Shell(".config/fish/completions/langdu.fish"),
    }
)
_MARK: Final = re.compile(r"^.*# langdu completion\n?", re.MULTILINE)


@click.command()
@click.argument("shell", type=click.Choice(tuple(_SHELLS)))
@click.option("--show", is_flag=True, help="Print the script; change nothing.")
@click.option("--remove", is_flag=True, help="Take it away again.")
def completion(shell: str, show: bool, remove: bool) -> None:
    """Let SHELL complete langdu's commands, options and languages with the Tab key."""
    if show:
        common.echo(_script(shell))
        return
    place = _SHELLS[shell]
    file = Path.home() / place.file
    if remove:
        file.unlink(missing_ok=True)
        _settle(place, None)
        common.echo(f"removed {file}")
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    _replace(file, _script(shell) + "\n")
    _settle(place, file)
    common.echo(f"wrote {file}: open a new {shell} to use it")


def _script(shell: str) -> str:
    from langdu.cli import cli

    made = get_completion_class(shell)
    if made is None:  # a click that does not know the shell
        raise LangduError(f"this click cannot complete for {shell}: update click")
    return made(cli, {}, "langdu", "_LANGDU_COMPLETE").source()


def _settle(place: _Shell, file: Path | None) -> None:
    """Put the line into the shell's settings, once, or take it out (``file`` is ``None``)."""
    if place.settings is None or place.line is None:
        return
    settings = Path.home() / place.settings
    before = settings.read_text(encoding="utf-8") if settings.exists() else ""
    after = _MARK.sub("", before)
    if file is not None:
        after += "" if not after or after.endswith("\n") else "\n"
        after += place.line.format(file=file) + "\n"
    if after != before:
        _replace(settings, after)


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all; a link stays a link, for settings are often kept so."""
    target = file.resolve()
    temporary = target.with_name(f".{target.name}.langdu-{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8")
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        os.replace(temporary, target)  # noqa: PTH105 - the name by which the step is known
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
