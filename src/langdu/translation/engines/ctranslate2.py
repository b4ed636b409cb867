"""The ``ctranslate2`` engine: any CTranslate2 model with its SentencePiece model, from a folder.

OPUS-MT, NLLB, M2M-100 and Argos models, and whatever a ``langdu.json`` describes (docs/engines.md).
"""

import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Self

from langdu.article import Model
from langdu.errors import MissingModel, PackageError, PluginError, TranslationError, reason
from langdu.translation.engines.ctranslate2_folders import ModelFolder, find
from langdu.translation.engines.ctranslate2_model import LoadedModel
from langdu.translation.engines.ctranslate2_tokens import TOKEN_FIELDS, Route, vocabulary
from langdu.translation.engines.options import check_known, number
from langdu.translation.engines.tokenizers import sentencepiece as tokenizer
from langdu.translation.translator import PLAIN, Request, Translated

#: So many pieces of a tokenizer are looked up in a model's vocabulary, to tell if they belong
#: together, and so many of a hundred must be known: tokenizers have pieces that no text used.
_SAMPLE: Final = 2000
_KNOWN_PERCENT: Final = 50


class CTranslate2Translator:
    """Translates with the models in a folder; they are loaded once, when first needed.

    ``directory``: a model's folder, or a folder of such. ``pair`` says which languages the one
    model there is for, and ``tokens`` which tokens it wants (``source_prefix``, ``source_suffix``,
    ``target_prefix``), where it does not tell. ``threads``: how many batches are decoded side by
    side; the cores of this machine by default. A model for one pair is preferred to one for many
    languages. Safe to share between threads.

    Raises :class:`~langdu.MissingModel` where no model is found and :class:`~langdu.PackageError`
    for one that lacks a part or does not tell its languages.
    """

    name = "ctranslate2"

    def __init__(
        self,
        directory: str | os.PathLike[str],
        pair: str | None = None,
        tokens: Mapping[str, Sequence[str]] | None = None,
        threads: int = 0,
    ) -> None:
        folders = find(Path(directory), pair)
        if tokens and len(folders) > 1:
            raise PackageError(f"{directory} holds {len(folders)} models: give tokens for one only")
        self._routes: dict[tuple[str, str], tuple[ModelFolder, Route]] = {}
        for folder in sorted(folders, key=lambda folder: (len(folder.routes), folder.name)):
            for route in folder.routes:
                self._routes.setdefault(route.pair, (folder, route.overridden(tokens or {})))
        self._threads = threads or os.cpu_count() or 1
        self._loaded: dict[Path, LoadedModel] = {}
        self._lock = threading.Lock()

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """Make one of text options: ``directory``, ``pair``, ``threads``, and tokens by words."""
        check_known(cls.name, options, f"directory pair threads {' '.join(TOKEN_FIELDS)}")
        if not options.get("directory"):
            raise PluginError(
                f"the engine {cls.name!r} needs to know where models are: "
                "--engine-option directory=FOLDER"
            )
        tokens = {name: options[name].split() for name in TOKEN_FIELDS if name in options}
        threads = int(number(cls.name, options, "threads", 0))
        return cls(options["directory"], options.get("pair"), tokens, threads)

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs that the models found are for."""
        return frozenset(self._routes)

    def model(self, source: str, target: str) -> Model:
        """The model of a pair, by the name of its folder."""
        folder, _ = self._route(source, target)
        return Model(folder.name, folder.version, folder.demo)

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate texts in batches; ``terms`` and ``context`` of the request are not used."""
        folder, route = self._route(source, target)
        try:
            shared = self._load(folder)
            own = replace(
                shared,
                source_prefix=route.source_prefix,
                source_suffix=route.source_suffix,
                target_prefix=route.target_prefix,
            )
            return own.translate(texts, request)
        except (RuntimeError, ValueError, OSError) as error:
            raise TranslationError(f"the model {folder.name} failed: {reason(error)}") from error

    def close(self) -> None:
        """Free the models' memory; the next translation loads them again."""
        with self._lock:
            self._loaded.clear()

    def _route(self, source: str, target: str) -> tuple[ModelFolder, Route]:
        try:
            return self._routes[source, target]
        except KeyError:
            raise MissingModel(
                f"the models of the engine {self.name!r} are not for {source}-{target}"
            ) from None

    def _load(self, folder: ModelFolder) -> LoadedModel:
        """The model of a folder, without tokens: its pairs share it."""
        with self._lock:  # six threads on a first call must load one model
            if folder.weights not in self._loaded:
                self._loaded[folder.weights] = load_folder(folder, threads=self._threads)
            return self._loaded[folder.weights]


def load_folder(folder: ModelFolder, *, threads: int) -> LoadedModel:
    """Load the model of a folder; ``threads`` batches are decoded side by side.

    Raises :class:`PackageError` where the SentencePiece model is another model's, PluginError
    where CTranslate2 is not installed, RuntimeError, ValueError or OSError for a damaged file.
    """
    try:
        import ctranslate2
        import sentencepiece as _  # noqa: F401 - needed as well, and told here
    except ImportError:
        raise PluginError(
            "ctranslate2 is not installed; install it with: pip install 'langdu[translate]'"
        ) from None

    tokenizers = []
    for side, file in (("source", folder.source_tokenizer), ("target", folder.target_tokenizer)):
        tokenizers.append(tokenizer(file))
        _refuse_strangers(file, vocabulary(folder.weights, side), folder)
    translator = ctranslate2.Translator(
        str(folder.weights), device="cpu", inter_threads=threads, intra_threads=1
    )
    source, target = tokenizers
    return LoadedModel(translator, source.encode, target.decode, spans=source.spans)


def _refuse_strangers(file: Path, known: frozenset[str], folder: ModelFolder) -> None:
    """A tokenizer of another model gives unknown pieces, and the model invents a translation."""
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor(model_file=str(file))
    size = min(processor.vocab_size(), _SAMPLE)
    found = sum(processor.id_to_piece(number) in known for number in range(size))
    if known and 100 * found < _KNOWN_PERCENT * size:
        raise PackageError(
            f"{file.name} is not the SentencePiece model of {folder.name}: of its first {size} "
            f"pieces the model knows {found}"
        )
