"""Every command line of the documentation is one that langdu takes."""

import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
import pytest

from langdu.cli import cli
from tests.conftest import ROOT
from tests.docs.blocks import PAGES, Block, blocks

_INLINE = re.compile(r"(?<!`)`(langdu [^`\n]+)`(?!`)")
#: What stands for something else, or is cut short on purpose.
_PARTS = ("…", "...", "[", "<")


def lines(block: Block) -> Iterator[str]:
    """The langdu commands of a block, each end of a pipe by itself."""
    for line in block.text.replace("\\\n", " ").splitlines():
        if "langdu " not in line:
            continue  # other programs' lines, and files
        words = shlex.split(line.removeprefix("$ "), comments=True)
        starts = [i for i, word in enumerate(["|", *words, "|"]) if word == "|"]
        for start, end in pairwise(starts):
            if words[start : start + 1] == ["langdu"]:
                yield shlex.join(words[start : end - 1])


def commands() -> list[tuple[str, str]]:
    found = [
        (str(b), line) for b in blocks() if b.lang in ("", "sh", "console") for line in lines(b)
    ]
    for page in (page for page in PAGES if page.name != "CHANGELOG.md"):
        text = page.read_text(encoding="utf-8")
        found += [(str(page.relative_to(ROOT)), inline[1]) for inline in _INLINE.finditer(text)]
    return found


@pytest.mark.parametrize(("place", "line"), commands())
def test_langdu_takes_it(
    place: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if any(part in line for part in _PARTS):
        pytest.skip("cut short on purpose")
    monkeypatch.chdir(tmp_path)
    command: click.Command = cli
    words = shlex.split(line)[1:]
    context = click.Context(cli, info_name="langdu", resilient_parsing=True)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, found, words = command.resolve_command(context, words)
        assert found, f"{place}: {line}"
        command = found
        context = click.Context(command, parent=context, info_name=name, resilient_parsing=True)
    parser = command.make_parser(context)
    parser.ignore_unknown_options = False
    parser.parse_args(args=list(words))  # raises where there is no such option


def every_command(
    command: click.Command = cli, name: str = "langdu"
) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for child, found in command.commands.items():
            yield from every_command(found, f"{name} {child}")


@pytest.mark.parametrize(("name", "command"), list(every_command()))
def test_every_command_and_option_says_what_it_is_for(name: str, command: click.Command) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts}"


def test_every_command_is_told_of_in_a_page_that_people_wrote() -> None:
    text = "\n".join(
        page.read_text(encoding="utf-8") for page in PAGES if page.parent.name != "reference"
    )
    untold = [name for name, _ in every_command() if name not in text]
    assert untold == []
