"""The command: look at everything, and print it."""

import json
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

import click

from langdu.cli import common
from langdu.cli.doctor.extras import extras
from langdu.cli.doctor.finding import Finding
from langdu.cli.doctor.places import places
from langdu.cli.doctor.speech import sound, speech
from langdu.cli.doctor.translation import translation


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def doctor(as_json: bool) -> None:
    """Say what works on this machine, and what brings the rest.

    Nothing is changed and nothing is fetched.
    """
    with common.status("Looking"):
        found = list(_everything())
    if as_json:
        rows = [asdict(finding) for finding in found]
        common.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for line in _lines(found):
        common.echo(line)


def _everything() -> Iterator[Finding]:
    yield _itself()
    for look in (extras, translation, speech, sound, places):
        yield from look()


def _itself() -> Finding:
    from langdu import __version__

    python = f"Python {platform.python_version()}"
    machine = f"{platform.system()} {platform.machine()}"
    return Finding("langdu", "langdu", True, f"{__version__}, {python}, {machine}")


def _lines(found: Sequence[Finding]) -> Iterator[str]:
    """A heading for each area; what is missing is said in a word and not by a colour."""
    for area, findings in groupby(found, key=lambda finding: finding.area):
        yield area
        for finding in findings:
            yield f"  {'ok' if finding.ok else 'no':3} {finding.what:10} {finding.detail}"
            if finding.fix:
                yield f"      {'':10} → {finding.fix}"
