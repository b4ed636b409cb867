"""``langdu glossary``: whether a glossary file is one."""

from pathlib import Path

import click

from langdu.cli import common


@click.group()
def glossary() -> None:
    """Check glossary files."""


@glossary.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
def check_glossary(files: tuple[Path, ...]) -> None:
    """Read glossary files: how many terms there are, and which replace others."""
    from langdu.translation.glossary import Glossary

    found = Glossary.load(files, shipped=False)
    for warning in found.warnings:
        common.tell(warning)
    common.echo(f"{len(found.entries)} terms")
