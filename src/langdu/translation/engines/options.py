"""Options of engines as a person writes them: ``--engine-option KEY=VALUE``."""

from collections.abc import Mapping
from contextlib import suppress
from math import isfinite

from langdu.errors import PluginError


def check_known(engine: str, options: Mapping[str, str], known: str) -> None:
    """Raise :class:`~langdu.PluginError` for an option that is not among ``known`` (words)."""
    for name in options:
        if name not in known.split():
            raise PluginError(f"the engine {engine!r} has no option {name!r}; it has: {known}")


def number(engine: str, options: Mapping[str, str], name: str, default: float) -> float:
    """The value of a numeric option. Raises :class:`~langdu.PluginError` where it is no number."""
    text = options.get(name, str(default))
    with suppress(ValueError):
        if isfinite(value := float(text)):
            return value
    raise PluginError(f"{name} of the engine {engine!r} is a number, not {text!r}")
