"""The ``langdu`` command: parse, call, print.

Exit codes: 0 ok, 1 failed (one line on standard error), 2 usage, 3 a batch that failed in part,
4 ``--strict`` with findings, 130 interrupted.
"""

import os
import sys

import click

from langdu.cli.batch import batch
from langdu.cli.check import check
from langdu.cli.common import fail
from langdu.cli.completion import completion
from langdu.cli.doctor import doctor
from langdu.cli.extract import extract
from langdu.cli.glossary import glossary
from langdu.cli.languages import languages
from langdu.cli.memory import memory
from langdu.cli.models import models
from langdu.cli.publish import publish
from langdu.cli.speak import speak
from langdu.cli.translate import translate
from langdu.cli.voices import voices
from langdu.errors import LangduError


def _print_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from langdu import __version__

        click.echo(f"langdu {__version__}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """langdu 朗读: load, clean, translate, read aloud and publish an article.

    SOURCE is a URL, a path or - for standard input: HTML, the plain-text dump of a page, or the
    JSON that --format json writes.
    """


_COMMANDS = (
    extract,
    translate,
    check,
    speak,
    publish,
    batch,
    models,
    glossary,
    memory,
    voices,
    languages,
    doctor,
    completion,
)
for _command in _COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Run the command line and exit."""
    _open_streams()
    sys.exit(run())


def _open_streams() -> None:
    """Where a stream was closed, as by ``>&-``, what is written to it goes nowhere.

    Its number is taken, so that no file opened later gets it, and with it what was for a person.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            taken = os.open(os.devnull, os.O_RDWR)  # the lowest that is free
            if number:
                stream = open(taken, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
                setattr(sys, name, stream)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; errors become one line."""
    try:
        code = cli.main(arguments, prog_name="langdu", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except LangduError as error:
        fail(error)
    except OSError as error:
        fail(f"{error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
    except Exception as error:  # the last line of defence: a person gets a line, no traceback
        if os.environ.get("LANGDU_DEBUG"):
            raise
        fail(f"a defect of langdu: {error!r}; LANGDU_DEBUG=1 shows where")
    return 1
