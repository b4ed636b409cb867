"""``langdu memory``: what the translation memory holds; correcting, exporting and importing it."""

import glob
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from langdu.cli import common
from langdu.cli.memory_options import memory_option, opened

if TYPE_CHECKING:
    from langdu.translation.memory.rows import Holding

#: As messages name them.
_LANGUAGES: Final = "a pair of languages is written as zh-en"


@click.group()
def memory() -> None:
    """Look into the translation memory, correct, export and import it."""


@memory.command("stats")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@memory_option
def stats(as_json: bool, file: Path | None) -> None:
    """Say what the memory holds."""
    with opened(file) as found:
        exists = found.file.exists()
        holdings = found.stats() if exists else ()
        size = found.file.stat().st_size if exists else 0
    if as_json:
        rows = [asdict(holding) for holding in holdings]
        data = {"file": str(found.file), "bytes": size, "holdings": rows}
        common.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    total = sum(holding.sentences for holding in holdings)
    common.echo(f"{found.file}: {total} sentences, {size / 1e6:.1f} MB")
    for holding in holdings:
        pair = f"{holding.source}-{holding.target}"
        common.echo(f"{pair:8} {holding.sentences:>8}  {_author(holding)}")


def _author(holding: "Holding") -> str:
    if holding.person:
        return "written by persons"
    return holding.engine + (f" ({holding.models})" if holding.models else "")


@memory.command("set")
@click.argument("pair", metavar="SOURCE-TARGET")
@click.argument("text")
@click.argument("translation")
@memory_option
def set_translation(pair: str, text: str, translation: str, file: Path | None) -> None:
    """Say what the translation of a sentence is: it wins over every engine.

    For example: langdu memory set zh-en 首页 Home
    """
    from langdu.languages import normalize

    source, _, target = (part.strip() for part in pair.partition("-"))
    if not source or not target or "-" in target:
        raise click.UsageError(f"{pair!r}: {_LANGUAGES}")
    if normalize(source) == normalize(target):
        raise click.UsageError(f"{pair!r}: a language is not translated into itself")
    with opened(file) as found:
        found.set(normalize(source), normalize(target), text, translation)


@memory.command("export")
@click.argument("output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.tmx")
@click.option("--source", metavar="LANG", help="Only what was translated from this language.")
@click.option("--target", metavar="LANG", help="Only what was translated into this language.")
@memory_option
def export(output: Path, source: str | None, target: str | None, file: Path | None) -> None:
    """Write the memory as TMX 1.4b, which translators' tools read and edit."""
    from langdu.languages import normalize
    from langdu.publishing.files import replacing
    from langdu.translation.memory.tmx_writer import write_tmx

    with opened(file) as found:
        entries = found.entries(source and normalize(source), target and normalize(target))
        with replacing(output) as temporary, temporary.open("wb") as tmx:
            written, left_out = write_tmx(tmx, entries)
    common.echo(f"exported {written} sentences to {output}")
    if left_out:
        common.tell(f"langdu: {left_out} sentences hold characters that XML cannot; left out")


@memory.command("import")
@click.argument(
    "tmx", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE.tmx"
)
@click.option(
    "--as-person",
    "authors",
    flag_value="person",
    help="Take everything as written by a person, also what langdu exported and nobody changed.",
)
@click.option(
    "--as-machine",
    "authors",
    flag_value="machine",
    help="Take nothing as written by a person; what names no engine is passed over.",
)
@memory_option
def import_file(tmx: Path, authors: Any, file: Path | None) -> None:
    """Take translations from a TMX file.

    What somebody edited, or another tool wrote, counts as a person's and wins over every engine;
    what langdu exported and nobody changed stays what it was.
    """
    from langdu.translation.memory.importing import import_tmx

    with opened(file) as found:
        taken = import_tmx(found, tmx, authors or "edited")
    common.echo(f"imported {taken.persons} sentences of persons and {taken.machines} of machines")
    if taken.passed_over:
        common.tell(f"langdu: {taken.passed_over} sentences name no engine; passed over")


@memory.command("clear")
@click.option("--machine-only", is_flag=True, help="Keep what persons wrote.")
@memory_option
def clear(machine_only: bool, file: Path | None) -> None:
    """Forget everything."""
    with opened(file) as found:
        count = found.clear(machine_only=machine_only) if found.file.exists() else 0
        aside = sorted(found.file.parent.glob(f"{glob.escape(found.file.name)}.damaged-*"))
    common.echo(f"forgot {count} sentences")
    if aside:
        common.tell(f"langdu: set aside earlier, and still there: {', '.join(map(str, aside))}")
