"""Write docs/reference/commands.md from what ``--help`` says: ``python scripts/reference.py``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from langdu.cli import cli

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "commands.md"
HEAD = """# Commands

What `--help` prints. This page is written by `make reference`; a test fails where it is not true.
"""
#: Columns of the help; the same everywhere, whatever the terminal that this runs in.
WIDTH = 96


def helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    """A chapter for a command and for each command below it."""
    context = click.Context(
        command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    )
    yield f"\n## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from helps(found, child, context)


def page() -> str:
    """The whole page."""
    return HEAD + "".join(helps(cli, "langdu", None))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"wrote {PAGE}\n")
