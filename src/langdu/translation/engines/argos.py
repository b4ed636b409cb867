"""The ``argos`` engine: Argos packages, offline, batched over the whole article."""

import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from langdu.article import Model
from langdu.errors import MissingModel, PluginError, TranslationError, reason
from langdu.translation.engines.ctranslate2_model import BEAM_SIZE, LoadedModel, load
from langdu.translation.engines.options import check_known, number
from langdu.translation.engines.releasing import give_back
from langdu.translation.packages.installed import Package, installed, load_current
from langdu.translation.translator import PLAIN, Request, Translated


class ArgosTranslator:
    """Translates with the installed Argos packages; models are loaded when they are needed.

    ``directory``: where packages are; argostranslate's own folder by default. ``threads``: how
    many batches are decoded side by side; the cores of this machine by default. ``beam``: how many
    hypotheses are followed for a text; fewer are faster and a little worse. ``models``: how many
    models stay in memory, the last used ones; another one is loaded in about 0.1 s, and the memory
    of one is better spent on larger batches. Safe to share between threads.
    """

    name = "argos"

    def __init__(
        self,
        directory: str | os.PathLike[str] | None = None,
        threads: int = 0,
        beam: int = BEAM_SIZE,
        models: int = 1,
    ) -> None:
        self._packages = {
            (package.source, package.target): package
            for package in installed(Path(directory) if directory else None)
        }
        if threads < 0 or beam < 1 or models < 1:
            raise PluginError(
                f"the engine {self.name!r} needs a beam and models of at least 1, "
                "and no negative threads"
            )
        self._threads = threads or os.cpu_count() or 1
        self._beam = beam
        self._models = models
        self._loaded: dict[tuple[str, str], LoadedModel] = {}
        self._lock = threading.Lock()

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """Make one of text options: ``directory``, ``threads``, ``beam``, ``models``."""
        check_known(cls.name, options, "directory threads beam models")
        return cls(
            options.get("directory"),
            int(number(cls.name, options, "threads", 0)),
            int(number(cls.name, options, "beam", BEAM_SIZE)),
            int(number(cls.name, options, "models", 1)),
        )

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs for which a package is installed."""
        return frozenset(self._packages)

    def model(self, source: str, target: str) -> Model:
        """The package of a pair."""
        package = self._package(source, target)
        return Model(package.name, package.version or None, package.demo)

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate texts in batches; ``terms`` and ``context`` of the request are not used."""
        package = self._package(source, target)
        try:
            return self._load(package).translate(texts, request)
        except (RuntimeError, ValueError, OSError) as error:
            raise TranslationError(
                f"the model {package.name} failed: {reason(error)}; install it again with: "
                f"langdu models add {source}-{target}"
            ) from error

    def close(self) -> None:
        """Free the models' memory; the next translation loads them again."""
        with self._lock:
            self._loaded.clear()
        give_back()

    def _package(self, source: str, target: str) -> Package:
        try:
            return self._packages[source, target]
        except KeyError:
            raise MissingModel(
                f"no model is installed for {source}-{target}; "
                f"install it with: langdu models add {source}-{target}"
            ) from None

    def _load(self, package: Package) -> LoadedModel:
        key = (package.source, package.target)
        with self._lock:  # six threads on a first call must load one model
            if key in self._loaded:
                model = self._loaded.pop(key)
            else:
                while len(self._loaded) >= self._models:
                    del self._loaded[next(iter(self._loaded))]  # the one unused for longest
                give_back()
                self._packages[key], model = load_current(
                    package, lambda folder: load(folder, threads=self._threads, beam=self._beam)
                )
            self._loaded[key] = model  # last in the dict: the one used latest
            return model
