"""What results depend on beside their source: versions of langdu, engines, models and voices.

It is made in the driver and again in every process that works for it: where the two differ, that
process would make something else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from importlib.metadata import PackageNotFoundError, entry_points, version
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final

import langdu
from langdu import plugins
from langdu.batching.places import digest
from langdu.batching.recipe import Recipe
from langdu.errors import BatchError, MissingModel
from langdu.languages import normalize
from langdu.speech.voice import Voice
from langdu.translation.paths import shortest
from langdu.translation.translator import Translator

#: Engine → the distributions whose versions change what it gives.
_BEHIND: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "argos": ("ctranslate2",),
        "ctranslate2": ("ctranslate2",),
        "firefox": ("ctranslate2", "fxtranslate"),
        "pyttsx3": ("pyttsx3", "espeakng-loader"),
        "espeak": ("espeakng-loader",),
        "kokoro": ("onnxruntime",),
        "piper": ("onnxruntime", "espeakng-loader"),
    }
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Versions and digests. ``models``: (from, to, name and version) of every pair."""

    langdu: str
    engine: str
    models: tuple[tuple[str, str, str], ...]
    glossary: str
    voice: str
    pronounce: str
    rules: str

    def way(self, source: str, target: str) -> tuple[str, ...]:
        """The models on the way between two languages; none where there is no way."""
        known = {(a, b): name for a, b, name in self.models}
        return tuple(known[pair] for pair in pairwise(self.languages(source, target)))

    def languages(self, source: str, target: str) -> tuple[str, ...]:
        """The languages on the way between two, these included; none where there is no way."""
        pairs = [(a, b) for a, b, _ in self.models]
        return shortest(pairs, normalize(source), target) or ()

    def differences(self, other: "Identity") -> tuple[str, ...]:
        """What differs, by name, with both values."""
        return tuple(
            f"{field.name}: {_shown(ours)} here, {_shown(theirs)} there"
            for field in fields(self)
            if (ours := getattr(self, field.name)) != (theirs := getattr(other, field.name))
        )


def identity_of(recipe: Recipe) -> Identity:
    """The identity of a recipe on this machine; no model is loaded.

    Raises :class:`~langdu.MissingModel` for a language into which no model leads, and
    :class:`~langdu.BatchError` for a file that cannot be read.
    """
    translator = None
    if recipe.to:
        translator = plugins.translator(recipe.translator, dict(recipe.translator_options))
    try:
        return Identity(
            langdu=langdu.__version__,
            engine=_engine(recipe, translator) if translator else "",
            models=_models(translator, recipe.to) if translator else (),
            glossary=_files(recipe.glossary) if translator else "",
            voice=_voice(recipe.voice) if recipe.audio else "",
            pronounce=_files(_pronunciations(recipe)) if recipe.audio else "",
            rules=digest(*map(_told, recipe.rules), *_plugin_versions()),
        )
    finally:
        if translator and isinstance(recipe.translator, str):
            translator.close()


def _engine(recipe: Recipe, translator: Translator) -> str:
    shown = [f"{name}={value}" for name, value in sorted(recipe.translator_options)]
    # where models lie, and with how many threads they run, does not change what they say
    telling = [one for one in shown if not one.startswith(("directory=", "threads="))]
    return " ".join([_versions("langdu.translators", translator.name, translator), *telling])


def _models(translator: Translator, to: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    pairs = sorted(translator.pairs())
    for code in map(normalize, to):
        if not any(target == code for _, target in pairs):
            raise MissingModel(
                f"no model of {translator.name!r} leads into {code!r}: langdu models lists those "
                "that are there, langdu models add installs others"
            )
    models = ((a, b, translator.model(a, b)) for a, b in pairs)
    return tuple((a, b, f"{model.name} {model.version or ''}".strip()) for a, b, model in models)


def _voice(voice: Voice | str) -> str:
    name = voice if isinstance(voice, str) else voice.name
    return " ".join([_versions("langdu.voices", name, voice), *_voice_files(name)])


def _voice_files(name: str) -> Iterator[str]:
    """The files of a neural voice, told apart by name and size: a digest would take minutes."""
    if name not in ("kokoro", "piper"):
        return
    from langdu.speech.neural.places import voices_directory

    for path in sorted((voices_directory() / name).rglob("*")):
        if path.is_file():
            yield f"{path.name}:{path.stat().st_size}"


def _versions(group: str, name: str, given: object) -> str:
    """An engine's name, and the versions of what is behind it."""
    if name in plugins.BUILT_IN[group]:
        return " ".join([name, *(f"{one}-{_version(one)}" for one in _BEHIND.get(name, ()))])
    for point in entry_points(group=group, name=name):
        if point.dist:
            return f"{name} {point.dist.name}-{point.dist.version}"
    return f"{name} {_kind(given)} {getattr(given, 'version', '')}".strip()


def _told(rule: object) -> str:
    """A rule by its values, or by its class where it does not show them."""
    plain = type(rule).__repr__ is object.__repr__  # it would name a place in memory
    return _kind(rule) if plain else f"{_kind(rule)} {rule!r}"


def _kind(given: object) -> str:
    """The class of an object. What a script makes has another module in the workers that it has."""
    kind = type(given)
    module = "__main__" if kind.__module__ == "__mp_main__" else kind.__module__
    return f"{module}.{kind.__qualname__}"


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"


def _plugin_versions() -> Iterator[str]:
    points = [*entry_points(group=plugins.RULES), *entry_points(group=plugins.FORMATS)]
    for point in sorted(points, key=lambda point: point.name):
        yield f"{point.name} {point.dist.version if point.dist else ''}"


def _pronunciations(recipe: Recipe) -> tuple[Path, ...]:
    if recipe.pronounce:
        return (recipe.pronounce,)
    from langdu.speech.pronounce import user_path

    return (user_path(),) if user_path().exists() else ()


def _files(paths: Iterable[Path]) -> str:
    try:
        parts = [path.read_bytes() for path in paths]
    except OSError as error:
        raise BatchError(f"cannot read {error.filename}: {error.strerror}") from error
    return digest(*parts) if parts else ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(" ".join(row) for row in value) or "none"
    return str(value) or "none"
