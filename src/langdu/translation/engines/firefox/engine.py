"""The ``firefox`` engine: Mozilla's Firefox Translations models, offline."""

import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from langdu.article import Model
from langdu.errors import Cancelled, MissingModel, TranslationError, reason
from langdu.translation.engines.ctranslate2 import load_folder
from langdu.translation.engines.ctranslate2_folders import find
from langdu.translation.engines.ctranslate2_model import LoadedModel
from langdu.translation.engines.firefox.installed import FirefoxModel, installed
from langdu.translation.engines.firefox.student import Student
from langdu.translation.engines.options import check_known, number
from langdu.translation.translator import PLAIN, Request, Translated


class FirefoxTranslator:
    """Translates with the installed Firefox models; they are loaded once, when first needed.

    ``directory``: where models are; langdu's own folder by default. ``threads`` counts for models
    that were converted to CTranslate2; a student runs in one thread, greedily as in Firefox, and
    gives no scores. Safe to share between threads.
    """

    name = "firefox"

    def __init__(self, directory: str | os.PathLike[str] | None = None, threads: int = 0) -> None:
        self._models = {
            model.pair: model for model in installed(Path(directory) if directory else None)
        }
        self._threads = threads or os.cpu_count() or 1
        self._loaded: dict[tuple[str, str], Student | LoadedModel] = {}
        self._lock = threading.Lock()

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """Make one of text options: ``directory``, ``threads``."""
        check_known(cls.name, options, "directory threads")
        return cls(options.get("directory"), int(number(cls.name, options, "threads", 0)))

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs for which a model is installed."""
        return frozenset(self._models)

    def model(self, source: str, target: str) -> Model:
        """The model of a pair."""
        model = self._model(source, target)
        return Model(model.name, model.version or None, model.demo)

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate texts.

        Students give the best translation only, whatever the request asks for; ``terms`` and
        ``context`` are not used.
        """
        model = self._model(source, target)
        if request.cancelled():
            raise Cancelled("the translation was called off")
        try:
            loaded = self._load(model)
            if isinstance(loaded, LoadedModel):
                return loaded.translate(texts, request)
            return [Translated(text) for text in loaded.translate(texts, request.cancelled)]
        except (RuntimeError, ValueError, OSError) as error:
            raise TranslationError(f"the model {model.name} failed: {reason(error)}") from error

    def close(self) -> None:
        """Free the models' memory; the next translation loads them again."""
        with self._lock:
            loaded = list(self._loaded.values())
            self._loaded.clear()
        for model in loaded:
            if isinstance(model, Student):
                model.close()

    def _model(self, source: str, target: str) -> FirefoxModel:
        try:
            return self._models[source, target]
        except KeyError:
            raise MissingModel(
                f"no Firefox model is installed for {source}-{target}; "
                f"install it with: langdu models add --engine firefox {source}-{target}"
            ) from None

    def _load(self, model: FirefoxModel) -> Student | LoadedModel:
        with self._lock:  # six threads on a first call must load one model
            if model.pair not in self._loaded:
                self._loaded[model.pair] = load(model, threads=self._threads)
            return self._loaded[model.pair]


def load(model: FirefoxModel, *, threads: int) -> Student | LoadedModel:
    """Load a model, of whichever kind it is.

    Raises :class:`~langdu.PackageError` where a file is not what was installed, RuntimeError,
    ValueError or OSError where it cannot be loaded.
    """
    model.check()
    if model.kind == "student":
        return Student(model.path, model.target)
    (folder,) = find(model.path)
    return load_folder(folder, threads=threads)
