"""The options of translating that several commands share, and doing it."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from langdu.article import Article, Check
from langdu.cli import common

if TYPE_CHECKING:  # it imports every stage
    from langdu.reader import Reader

_F = TypeVar("_F", bound=Callable[..., Any])

#: The exit code of ``--strict`` where something was found.
STRICT: Final = 4


@dataclass(frozen=True, slots=True)
class Translating:
    """How to translate: the engine with its options, glossaries, and the memory if any."""

    engine: str
    options: Mapping[str, str]
    glossary: tuple[Path, ...]
    memory: Path | None
    use_memory: bool

    def reader(self, voice: str = "pyttsx3") -> "Reader":
        """The facade that owns the backends."""
        from langdu.reader import Reader
        from langdu.translation.memory import Memory

        return Reader(
            self.engine,
            voice,
            translator_options=self.options,
            glossary=self.glossary,
            memory=Memory(self.memory, warn=_warn) if self.use_memory else None,
        )


def glossary_option(command: _F) -> _F:
    """``--glossary FILE``, as often as one likes."""
    return click.option(
        "--glossary",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        help="CSV of terms: a column for each language (zh,en,ja,ko,ru); repeat for several.",
    )(command)


def translation_options(command: _F) -> _F:
    """The engine, its options, glossaries and the memory; the command gets ``translating``."""

    @functools.wraps(command)
    def collected(
        *given: Any,
        engine: str,
        engine_option: tuple[str, ...],
        glossary: tuple[Path, ...],
        memory: Path | None,
        no_memory: bool,
        **options: Any,
    ) -> Any:
        if memory and no_memory:
            raise click.UsageError("--memory and --no-memory do not go together")
        chosen = _pairs(engine_option)
        translating = Translating(engine, chosen, glossary, memory, not no_memory)
        return command(*given, translating=translating, **options)

    wrapped: Any = collected
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return cast("_F", wrapped)


_OPTIONS: Final = (
    click.option(
        "--engine",
        default="argos",
        show_default=True,
        metavar="NAME",
        help="Translation engine: argos, ctranslate2, firefox, libretranslate, chat, or a plugin.",
    ),
    click.option(
        "--engine-option",
        multiple=True,
        metavar="KEY=VALUE",
        help="An option of the engine, such as url=http://127.0.0.1:5000; repeat for several.",
    ),
    glossary_option,
    click.option(
        "--memory",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The translation memory; the user's own if not given.",
    ),
    click.option("--no-memory", is_flag=True, help="Neither use nor fill a translation memory."),
)


def translate(
    article: Article, targets: tuple[str, ...], translating: Translating
) -> dict[str, Article]:
    """Translate and say what a reader must know of the result."""
    with common.status("Translating") as say, translating.reader() as facade:
        translations = facade.translate_all(
            article, targets, progress=lambda a, b: say(f"Translating {a} → {b}")
        )
    for code, translation in translations.items():
        origin = translation.translation
        if origin and origin.demo:
            common.tell(f"langdu: {code}: made by a demo model that knows its own page only")
        flagged = {check.sentence for check in faults(origin.checks if origin else ())}
        if flagged:
            sentences = "1 sentence was" if len(flagged) == 1 else f"{len(flagged)} sentences were"
            common.tell(f"langdu: {code}: {sentences} flagged by the checks (see --report)")
    return translations


def faults(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """The findings without those that only advise."""
    from langdu.translation.checks.terms import ADVICE

    return tuple(check for check in checks if check.kind != ADVICE)


def finding(check: Check) -> str:
    """One finding as a line."""
    expected = f"expected {check.expected}" if check.expected is not None else "nothing expected"
    found = f"found {check.found}" if check.found is not None else "not found"
    return f"{check.sentence}: {check.kind}: {expected}, {found}"


def _pairs(options: tuple[str, ...]) -> Mapping[str, str]:
    pairs = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--engine-option is written KEY=VALUE, not {option!r}")
        pairs[name.strip()] = value
    return pairs


def _warn(message: str) -> None:
    common.tell(f"langdu: {message}")
