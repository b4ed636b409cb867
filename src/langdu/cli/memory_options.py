"""Which translation memory a command uses: ``--memory FILE``, ``--no-memory``."""

import contextlib
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from langdu.cli import common

if TYPE_CHECKING:
    from langdu.translation.memory import Memory

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class MemoryChoice:
    """The memory that somebody chose: a file, their own (``None``), or none at all (``off``)."""

    file: Path | None = None
    off: bool = False


def memory_option(command: _F) -> _F:
    """``--memory FILE``; the command gets ``file``, ``None`` for the user's own memory."""
    return click.option(
        "--memory",
        "file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Another translation memory than your own.",
    )(command)


@contextlib.contextmanager
def opened(file: Path | None) -> Iterator["Memory"]:
    """The memory in a file, or the user's own; it says what happens to it on standard error."""
    from langdu.translation.memory import Memory

    with Memory(file, warn=lambda line: common.tell(f"langdu: {line}")) as found:
        yield found


def memory_options(command: _F) -> _F:
    """``--memory FILE`` and ``--no-memory`` of what translates; the command gets ``memory``."""

    @functools.wraps(command)
    def with_choice(*given: Any, file: Path | None, no_memory: bool, **options: Any) -> Any:
        if file and no_memory:
            raise click.UsageError("--memory and --no-memory exclude each other")
        return command(*given, memory=MemoryChoice(file, no_memory), **options)

    off = click.option(
        "--no-memory", is_flag=True, help="Neither look into a translation memory nor add to it."
    )
    return cast("_F", memory_option(off(with_choice)))


@contextlib.contextmanager
def chosen(choice: MemoryChoice) -> Iterator["Memory | None"]:
    """The memory of a choice, open; ``None`` where there is to be none."""
    if choice.off:
        yield None
        return
    with opened(choice.file) as found:
        yield found
