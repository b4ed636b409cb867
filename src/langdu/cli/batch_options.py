"""The options of ``langdu batch``: what is made, and how the making goes on."""

import functools
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import click

from langdu.cli import common
from langdu.cli.translating import Translating, translation_options

_F = TypeVar("_F", bound=Callable[..., Any])


def recipe_options(command: _F) -> _F:
    """What is made; the command gets ``recipe``."""

    @translation_options
    @common.voice_options
    @common.pages_options
    @common.allow_private_option
    @functools.wraps(command)
    def collected(
        *given: Any,
        targets: tuple[str, ...],
        formats: str,
        audio: bool,
        translations: Path | None,
        translating: Translating,
        voice: str | None,
        rate: float,
        pages: int,
        allow_private: bool,
        **options: Any,
    ) -> Any:
        from langdu.batching.recipe import Recipe

        engine, name = common.split_voice(voice)
        memory = translating.memory
        recipe = Recipe(
            to=targets,
            formats=tuple(part.strip() for part in formats.split(",") if part.strip()),
            audio=audio,
            translator=translating.engine,
            translator_options=tuple(sorted(translating.options.items())),
            glossary=tuple(path.resolve() for path in translating.glossary),
            memory=None if memory.off else memory.file.resolve() if memory.file else True,
            voice=engine,
            voice_name=name,
            rate=rate,
            pronounce=common.pronunciations_file(),
            translations=translations.resolve() if translations else None,
            pages=pages,
            allow_private=allow_private,
        )
        return command(*given, recipe=recipe, **options)

    return cast("_F", _with(collected, _RECIPE))


def manner_options(command: _F) -> _F:
    """How it goes on; the command gets ``manner``."""

    @functools.wraps(command)
    def collected(*given: Any, **options: Any) -> Any:
        from langdu.batching.recipe import Manner

        chosen = {name: options.pop(name) for name in _CHOICES}
        chosen["robots"] = not options.pop("no_robots")
        return command(*given, manner=Manner(**chosen), **options)

    return cast("_F", _with(collected, _MANNER))


def _with(command: Any, options: tuple[Callable[[Any], Any], ...]) -> Any:
    for option in reversed(options):
        command = option(command)
    return command


def _seconds(_context: click.Context, _option: click.Parameter, value: float) -> float:
    if not isfinite(value):  # which a range lets through
        raise click.BadParameter(f"'{value}' is no number of seconds")
    return value


_CHOICES: Final = (
    "jobs",
    "retry_failed",
    "refresh",
    "prune",
    "delay",
    "per_host",
    "limit",
    "base_url",
)
_RECIPE: Final = (
    common.target_option(required=False),
    click.option(
        "--format",
        "formats",
        default="html",
        show_default=True,
        metavar="LIST",
        help="Formats of publish with commas between them, or jsonl: only clean, one file.",
    ),
    click.option("--audio", is_flag=True, help="Speak every edition into an MP3."),
    click.option(
        "--translation",
        "translations",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="DIR",
        help="Translations to take as they are: DIR/SLUG/LANG/article.json.",
    ),
)
_MANNER: Final = (
    click.option(
        "--jobs",
        type=click.IntRange(1, 1000),
        metavar="N",
        help="Processes at work; by default one for each core.",
    ),
    click.option("--retry-failed", is_flag=True, help="Try again also what failed for good."),
    click.option("--refresh", is_flag=True, help="Fetch again what was fetched before."),
    click.option("--prune", is_flag=True, help="Remove articles that LIST no longer has."),
    click.option(
        "--delay",
        type=click.FloatRange(min=0),
        callback=_seconds,
        default=0.5,
        show_default=True,
        metavar="SECONDS",
        help="Time between the starts of two fetches from one host.",
    ),
    click.option(
        "--per-host",
        type=click.IntRange(min=1),
        default=2,
        show_default=True,
        metavar="N",
        help="Fetches from one host at once.",
    ),
    click.option(
        "--time-limit",
        "limit",
        type=click.FloatRange(min=0),
        default=3600,
        show_default=True,
        callback=_seconds,
        metavar="SECONDS",
        help="How long one article may take before its process is ended; 0: no limit.",
    ),
    click.option("--no-robots", is_flag=True, help="Do not ask robots.txt (your own site)."),
    click.option(
        "--base-url", metavar="URL", help="Where the site will be, for its sitemap and feeds."
    ),
)
