"""Backends by name: langdu's own first, then what other distributions offer as entry points.

A distribution adds an engine with, in its ``pyproject.toml``::

    [project.entry-points."langdu.translators"]
    mine = "my_package:MyTranslator"

The factory is called without arguments. Groups: ``langdu.translators``, ``langdu.voices``.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import Any, Final, cast

from langdu.errors import PluginError
from langdu.speech.voice import Voice
from langdu.translation.translator import Translator

#: Group → name → "module:attribute". Modules are imported when a backend is asked for.
BUILT_IN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "langdu.translators": MappingProxyType(
            {"argos": "langdu.translation.argos:ArgosTranslator"}
        ),
        "langdu.voices": MappingProxyType({"pyttsx3": "langdu.speech.pyttsx3_voice:Pyttsx3Voice"}),
    }
)


def names(group: str) -> list[str]:
    """The names of a group's backends, langdu's own first."""
    others = sorted(point.name for point in entry_points(group=group))
    return list(dict.fromkeys([*BUILT_IN[group], *others]))


def translator(engine: Translator | str) -> Translator:
    """A translation engine by name; an object is given back as it is."""
    return cast("Translator", _make("langdu.translators", engine))


def voice(engine: Voice | str) -> Voice:
    """A speech engine by name; an object is given back as it is."""
    return cast("Voice", _make("langdu.voices", engine))


def _make(group: str, backend: object) -> object:
    return _factory(group, backend)() if isinstance(backend, str) else backend


def _factory(group: str, name: str) -> Callable[[], Any]:
    if name in BUILT_IN[group]:
        module, _, attribute = BUILT_IN[group][name].partition(":")
        return cast("Callable[[], Any]", getattr(import_module(module), attribute))
    for point in entry_points(group=group, name=name):
        try:
            return cast("Callable[[], Any]", point.load())
        except Exception as error:  # a plugin may fail in any way; langdu's user gets one line
            raise PluginError(f"the plugin {name!r} cannot be loaded: {error!r}") from error
    known = ", ".join(names(group))
    raise PluginError(f"there is no {name!r} among {group}; there are: {known}")
