"""Backends by name: langdu's own first, then what other distributions offer as entry points.

Site rules come from entry points only.

A distribution adds an engine with, in its ``pyproject.toml``::

    [project.entry-points."langdu.translators"]
    mine = "my_package:MyTranslator"

The factory is called without arguments, or with :meth:`from_options` and the text options that the
user gave (``--engine-option KEY=VALUE``) where it has that. Groups: ``langdu.translators``,
``langdu.voices``; and ``langdu.rules``, where an entry point is a rule for
sites or a sequence of them, and ``langdu.writers``, where it is a
:class:`~langdu.publishing.Writer` and its name that of the format.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import Any, Final, cast

from langdu.errors import PluginError
from langdu.extraction.site_rules import PageRule
from langdu.publishing import WRITERS, Writer
from langdu.speech.voice import Voice
from langdu.translation.translator import Translator

RULES: Final = "langdu.rules"
FORMATS: Final = "langdu.writers"
#: What may name a format on the command line, and a file in the folder of a language.
_FORMAT: Final = re.compile(r"[a-z][a-z0-9-]{0,29}")
_FILENAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}\.[A-Za-z0-9]{1,10}")
#: Group → name → "module:attribute". Modules are imported when a backend is asked for.
BUILT_IN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "langdu.translators": MappingProxyType(
            {
                "argos": "langdu.translation.engines.argos:ArgosTranslator",
                "ctranslate2": "langdu.translation.engines.ctranslate2:CTranslate2Translator",
                "firefox": "langdu.translation.engines.firefox.engine:FirefoxTranslator",
                "libretranslate": "langdu.translation.engines.libretranslate:LibreTranslator",
                "chat": "langdu.translation.engines.chat.translator:ChatTranslator",
            }
        ),
        "langdu.voices": MappingProxyType(
            {
                "pyttsx3": "langdu.speech.pyttsx3_voice:Pyttsx3Voice",
                "espeak": "langdu.speech.espeak.voice:EspeakVoice",
                "kokoro": "langdu.speech.neural.kokoro.voice:KokoroVoice",
                "piper": "langdu.speech.neural.piper.voice:PiperVoice",
            }
        ),
    }
)


def names(group: str) -> list[str]:
    """The names of a group's backends, langdu's own first."""
    others = sorted(point.name for point in entry_points(group=group))
    return list(dict.fromkeys([*BUILT_IN[group], *others]))


def translator(
    engine: Translator | str, options: Mapping[str, str] = MappingProxyType({})
) -> Translator:
    """A translation engine by name, made with its options; an object is given back as it is.

    Raises :class:`~langdu.PluginError` for a name that is unknown and an option that it lacks.
    """
    if not isinstance(engine, str):
        return engine
    factory = _factory("langdu.translators", engine)
    if from_options := getattr(factory, "from_options", None):
        return cast("Translator", from_options(options))
    if options:
        raise PluginError(f"the engine {engine!r} takes no options, so not {sorted(options)[0]!r}")
    return cast("Translator", factory())


def voice(engine: Voice | str) -> Voice:
    """A speech engine by name; an object is given back as it is."""
    return cast("Voice", _factory("langdu.voices", engine)() if isinstance(engine, str) else engine)


def rules() -> tuple[PageRule, ...]:
    """The rules for sites of all plugins, in the order of the plugins' names.

    Raises :class:`~langdu.errors.PluginError` for a plugin that cannot be loaded or gives another
    thing.
    """
    found: list[PageRule] = []
    for point in sorted(entry_points(group=RULES), key=lambda point: point.name):
        loaded = _load(point)
        for rule in loaded if isinstance(loaded, list | tuple) else [loaded]:
            if isinstance(rule, type) or not isinstance(rule, PageRule):
                what = rule.__name__ if isinstance(rule, type) else type(rule).__name__
                raise PluginError(f"the plugin {point.name!r} gives {what}, which is no site rule")
            found.append(rule)
    return tuple(found)


def writers() -> Mapping[str, Writer]:
    """Format → its writer: those that come with langdu, then the plugins', by their names.

    A plugin cannot take the place of a format of langdu's, or the name of its file. Raises
    :class:`~langdu.errors.PluginError` for one that tries to, or gives another thing.
    """
    found = dict(WRITERS)
    files = {writer.filename: name for name, writer in WRITERS.items()}
    for point in sorted(entry_points(group=FORMATS), key=lambda point: point.name):
        writer = _load(point)
        if not isinstance(writer, Writer):
            what = writer.__name__ if isinstance(writer, type) else type(writer).__name__
            raise PluginError(f"the plugin {point.name!r} gives {what}, which is no Writer")
        if not _FORMAT.fullmatch(point.name) or not _FILENAME.fullmatch(writer.filename):
            raise PluginError(
                f"the plugin {point.name!r} writes {writer.filename!r}: a format's name has small "
                "letters, digits and '-' only, its file letters, digits, '_', '-' and a suffix"
            )
        taken = point.name if point.name in found else files.get(writer.filename)
        if taken is not None:
            raise PluginError(
                f"the plugin {point.name!r} would take the place of the format {taken!r}; "
                "give it a name, and its file a stem, of its own"
            )
        found[point.name], files[writer.filename] = writer, point.name
    return MappingProxyType(found)


def _load(point: EntryPoint) -> Any:
    try:
        return point.load()
    except Exception as error:  # a plugin may fail in any way; langdu's user gets one line
        raise PluginError(f"the plugin {point.name!r} cannot be loaded: {error!r}") from error


def _factory(group: str, name: str) -> Callable[[], Any]:
    if name in BUILT_IN[group]:
        module, _, attribute = BUILT_IN[group][name].partition(":")
        return cast("Callable[[], Any]", getattr(import_module(module), attribute))
    for point in entry_points(group=group, name=name):
        return cast("Callable[[], Any]", _load(point))
    known = ", ".join(names(group))
    raise PluginError(f"there is no {name!r} among {group}; there are: {known}")
