"""The options of translating that several commands share, and doing it."""

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from langdu.article import Article, Check
from langdu.cli import common
from langdu.cli.memory_options import MemoryChoice, chosen, memory_options

if TYPE_CHECKING:  # it imports every stage
    from langdu.reader import Reader

_F = TypeVar("_F", bound=Callable[..., Any])

#: The exit code of ``--strict`` where something was found.
STRICT: Final = 4


@dataclass(frozen=True, slots=True)
class Translating:
    """How to translate: the engine with its options, glossaries, and the memory."""

    engine: str
    options: Mapping[str, str]
    glossary: tuple[Path, ...]
    memory: MemoryChoice


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

    @memory_options
    @functools.wraps(command)
    def collected(
        *given: Any,
        engine: str,
        engine_option: tuple[str, ...],
        glossary: tuple[Path, ...],
        memory: MemoryChoice,
        **options: Any,
    ) -> Any:
        translating = Translating(engine, _pairs(engine_option), glossary, memory)
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
)


def translate(
    article: Article, targets: tuple[str, ...], translating: Translating
) -> dict[str, Article]:
    """Translate and say what a reader must know of the result."""
    with common.status("Translating") as say, _reader(translating) as reader:
        translations = reader.translate_all(
            article, targets, progress=lambda a, b: say(f"Translating {a} → {b}")
        )
    for code, translation in translations.items():
        origin = translation.translation
        if origin and origin.demo:
            common.tell(f"langdu: {code}: made by a demo model that knows its own page only")
        flagged = {check.sentence for check in (origin.faults if origin else ())}
        if flagged:
            sentences = "1 sentence was" if len(flagged) == 1 else f"{len(flagged)} sentences were"
            common.tell(f"langdu: {code}: {sentences} flagged by the checks (see --report)")
    return translations


def quietly(
    translating: Translating,
) -> Callable[[Article, str, Callable[[], bool]], Article]:
    """A translation into one language that writes on no screen and can be called off."""

    def translation(article: Article, lang: str, cancelled: Callable[[], bool]) -> Article:
        with _reader(translating) as reader:
            (found,) = reader.translate_all(article, [lang], cancelled=cancelled).values()
            return found

    return translation


@contextmanager
def _reader(translating: Translating) -> Iterator["Reader"]:
    """The facade with the engine, its options, the glossaries and the memory."""
    from langdu.reader import Reader

    with (
        chosen(translating.memory) as memory,
        Reader(
            translating.engine,
            translator_options=translating.options,
            glossary=translating.glossary,
            memory=memory,
        ) as reader,
    ):
        yield reader


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
