"""What the commands share: options, reading the source, writing results, progress."""

import contextlib
import functools
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from langdu.article import Article
from langdu.errors import LangduError, one_line
from langdu.languages import LANGUAGES

if TYPE_CHECKING:  # it imports every stage
    from langdu.reader import Reader
    from langdu.speech.voice import Voice

_F = TypeVar("_F", bound=Callable[..., Any])

#: Where click keeps that --plain was given.
_PLAIN: Final = "langdu.plain"
#: The exit code of a program that SIGPIPE ended.
_SIGPIPE: Final = 128 + 13
#: Where a command's context keeps what ``--pronounce`` named.
_PRONUNCIATIONS: Final = "langdu.pronunciations"
#: And where its file.
_PRONUNCIATIONS_FILE: Final = "langdu.pronunciations_file"
#: Control characters but for tab and line feed: a page must not steer the reader's terminal.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def source_argument(command: _F) -> _F:
    """SOURCE: a URL, a path, or ``-`` for standard input."""
    return click.argument("source", metavar="SOURCE")(command)


def allow_private_option(command: _F) -> _F:
    """``--allow-private``."""
    return click.option(
        "--allow-private",
        is_flag=True,
        help="Let the page and its pictures come from private networks too (an intranet's portal).",
    )(command)


def pages_options(command: _F) -> _F:
    """``--pages N`` and ``--one-page``; the command gets ``pages``."""

    @functools.wraps(command)
    def with_pages(*given: Any, one_page: bool, pages: int, **options: Any) -> Any:
        return command(*given, pages=1 if one_page else pages, **options)

    one = click.option("--one-page", is_flag=True, help="Read the page of SOURCE alone.")
    several = click.option(
        "--pages",
        type=click.IntRange(min=1),
        default=20,
        show_default="20",
        metavar="N",
        help="Join an article of up to N pages; one of more is an error.",
    )
    return cast("_F", several(one(with_pages)))


def target_option(*, required: bool) -> Callable[[_F], _F]:
    """``-t LANG``, as often as one likes."""
    return click.option(
        "-t",
        "--to",
        "targets",
        metavar="LANG",
        multiple=True,
        required=required,
        callback=_one_language_each,
        shell_complete=_languages,
        help="Language to translate into; repeat for several.",
    )


def folder_option(told: str) -> Callable[[_F], _F]:
    """``-o DIR``, which a command that makes a folder cannot do without; ``told`` is its help."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, file_okay=False),
        required=True,
        metavar="DIR",
        help=told,
    )


def _languages(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    return [code for code in LANGUAGES if code.startswith(begun)]


def _one_language_each(
    _context: click.Context, _option: click.Parameter, targets: tuple[str, ...]
) -> tuple[str, ...]:
    for target in targets:
        if not target.strip() or "," in target or " " in target.strip():
            raise click.BadParameter(f"{target!r} is no language: write -t once for each")
    return targets


def voice_options(command: _F) -> _F:
    """``--voice``, ``--rate`` and ``--pronounce``; the last is for :func:`reader`."""
    command = click.option(
        "--pronounce",
        type=click.Path(path_type=Path),
        metavar="FILE",
        expose_value=False,
        callback=_take_pronunciations,
        help="How words sound: FILE instead of your pronounce.toml.",
    )(command)
    command = click.option(
        "--rate",
        type=float,
        default=1.0,
        show_default=True,
        callback=_possible_rate,
        metavar="X",
        help="Speed, as a multiple of the voice's normal one.",
    )(command)
    return click.option(
        "--voice",
        metavar="NAME",
        help="An engine (pyttsx3), one of its voices (langdu voices lists them), or ENGINE:VOICE.",
    )(command)


def _possible_rate(context: click.Context, _option: click.Parameter, rate: float) -> float:
    """Look at it before anything is begun."""
    if rate == 1 or context.resilient_parsing:
        return rate
    from langdu.speech.voice import check_rate

    return check_rate(rate)


def _take_pronunciations(
    context: click.Context, parameter: click.Parameter, path: Path | None
) -> None:
    """Read the file before anything is begun."""
    if path is not None and not context.resilient_parsing:
        from langdu.speech.pronounce import load

        context.meta[_PRONUNCIATIONS] = load(path)
        context.meta[_PRONUNCIATIONS_FILE] = path.resolve()


def voice(name: str) -> "Voice":
    """A speech engine that knows the user's pronunciations.

    Raises :class:`~langdu.SpeechError` where their file is wrong.
    """
    from langdu import plugins
    from langdu.speech.pronounce import of_user
    from langdu.speech.pronounced import pronounced

    given = click.get_current_context().meta.get(_PRONUNCIATIONS)
    return pronounced(plugins.voice(name), of_user() if given is None else given)


def pronunciations_file() -> Path | None:
    """The file that ``--pronounce`` named."""
    found: Path | None = click.get_current_context().meta.get(_PRONUNCIATIONS_FILE)
    return found


def load(source: str, allow_private: bool, pages: int) -> Article:
    """The article of SOURCE; tells what it is waiting for where a person is watching."""
    from langdu.reader import load as load_article

    with status(f"Reading {source}"):
        return load_article(source, allow_private=allow_private, pages=pages)


def explain(source: str, allow_private: bool, pages: int) -> Article:
    """The article of SOURCE; says on standard error what was left out and where fields are from."""
    from langdu.reader import explain as explain_article

    extraction = explain_article(source, allow_private=allow_private, pages=pages)
    for remark in extraction.remarks:
        tell(remark)
    for origin in extraction.origins:
        value = ", ".join(origin.value.split("\n"))
        over = f"; not {', '.join(origin.beaten)}" if origin.beaten else ""
        tell(f"{origin.field}: {value!r} from {origin.where}{over}")
    for removal in extraction.removals:
        tell(f"removed by {removal.rule} ({removal.reason}): {removal.text!r}")
    return extraction.article


def split_voice(spec: str | None) -> tuple[str, str | None]:
    """``pyttsx3``, ``cmn`` or ``pyttsx3:cmn`` → engine and voice."""
    from langdu import plugins

    engine, colon, voice = (spec or "pyttsx3").partition(":")
    if engine in plugins.names("langdu.voices"):
        return engine, voice or None
    return "pyttsx3", engine + colon + voice


def echo(text: str) -> None:
    """Write a result to standard output, as UTF-8 wherever it goes."""
    safe = _CONTROLS.sub("", text)
    end = "" if safe.endswith("\n") else "\n"
    try:
        sys.stdout.buffer.write(f"{safe}{end}".encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # nobody reads any more (… | head): no fault, and nothing to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_SIGPIPE)


def tell(message: str) -> None:
    """Say something to the person, on standard error."""
    click.echo(_CONTROLS.sub(" ", message), err=True)


def plain_option(command: _F) -> _F:
    """``--plain``; the command gets ``plain``."""
    return click.option(
        "--plain",
        is_flag=True,
        callback=_keep_plain,
        help="A line for each sentence as it is read: for screen readers and braille displays.",
    )(command)


def _keep_plain(context: click.Context, parameter: click.Parameter, value: bool) -> bool:
    context.meta[_PLAIN] = value
    return value


def is_plain() -> bool:
    """Whether the terminal gets whole lines only: with ``--plain``, and where it is a dumb one."""
    context = click.get_current_context(silent=True)
    asked = context is not None and context.meta.get(_PLAIN, False)
    return asked or os.environ.get("TERM", "") in ("dumb", "unknown")


@contextlib.contextmanager
def status(message: str) -> Iterator[Callable[[str], None]]:
    """A spinner on standard error where that is a terminal; the value changes its text."""
    if not sys.stderr.isatty() or is_plain():
        yield lambda text: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status(escape(message)) as spinner:
        yield lambda text: spinner.update(escape(text))


def reader(engine: str) -> "Reader":
    """The facade with a speech engine."""
    from langdu.reader import Reader

    return Reader(voice=voice(engine))


def fail(error: LangduError | str) -> None:
    """The one line that a person gets to read when something failed."""
    tell(f"langdu: {one_line(str(error))}")
