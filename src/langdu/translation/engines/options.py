"""Options of engines as a person writes them: ``--engine-option KEY=VALUE``."""

from collections.abc import Mapping

from langdu.errors import PluginError


def check_known(engine: str, options: Mapping[str, str], known: str) -> None:
    """Raise :class:`~langdu.PluginError` for an option that is not among ``known`` (words)."""
    for name in options:
        if name not in known.split():
            raise PluginError(f"the engine {engine!r} has no option {name!r}; it has: {known}")


def number(engine: str, options: Mapping[str, str], name: str, default: float) -> float:
    """The value of a numeric option. Raises :class:`~langdu.PluginError` where it is no number."""
    try:
        return float(options.get(name, default))
    except ValueError:
        text = options[name]
        raise PluginError(f"{name} of the engine {engine!r} is a number, not {text!r}") from None
