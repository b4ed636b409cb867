"""Folders of CTranslate2 models: what is in them, and for which languages.

A model is a folder with ``model.bin`` (in it, or in ``model/`` as in Argos packages) and its
SentencePiece models. Its languages are told by, in this order: ``langdu.json``, the tokens of the
vocabulary (:mod:`langdu.translation.engines.ctranslate2_tokens`), an Argos package's
``metadata.json``, Hugging Face's ``tokenizer_config.json``, and the folder's name (``zh-en``,
``opus-mt-en-jap-ct2``).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from langdu.errors import MissingModel, PackageError
from langdu.languages import LANGUAGES, normalize
from langdu.translation.engines.ctranslate2_tokens import (
    END,
    TOKEN_FIELDS,
    Route,
    all_routes,
    family,
    source_end,
    target_token,
    vocabulary,
)
from langdu.translation.packages.installed import parse_pair

DESCRIPTION: Final = "langdu.json"
#: Names of SentencePiece models, first the best: a pair's own two, then one for both sides.
_PAIRED: Final = (("source.spm", "target.spm"), ("srcvocab*.spm", "trgvocab*.spm"))
_SHARED: Final = (
    "sentencepiece.model",
    "sentencepiece.bpe.model",
    "vocab*.spm",
    "*.spm",
    "*.model",
)


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model that was found; ``weights`` is where its ``model.bin`` is."""

    name: str
    weights: Path
    source_tokenizer: Path
    target_tokenizer: Path
    routes: tuple[Route, ...]
    version: str | None = None
    demo: bool = False


def find(directory: Path, pair: str | None = None) -> list[ModelFolder]:
    """The model in a folder, or the models in its folders; ``pair`` says which languages it is for.

    Raises :class:`MissingModel` where there is none, :class:`PackageError` for one that lacks a
    part, is damaged, or does not tell its languages.
    """
    try:
        if not directory.is_dir():
            raise PackageError(f"no such folder: {directory}")
        if _weights(directory):
            return [_read(directory, pair)]
        inner = [folder for folder in sorted(directory.iterdir()) if _weights(folder)]
    except OSError as error:
        raise PackageError(f"the models in {directory} cannot be read: {error}") from None
    if not inner:
        raise MissingModel(
            f"there is no CTranslate2 model in {directory}: neither it nor a folder in it holds "
            "a model.bin"
        )
    if pair and len(inner) > 1:
        raise PackageError(f"{directory} holds {len(inner)} models: a pair cannot be given for all")
    return [_read(folder, pair) for folder in inner]


def _weights(folder: Path) -> Path | None:
    if folder.name.startswith("."):
        return None
    return next((at for at in (folder, folder / "model") if (at / "model.bin").is_file()), None)


def _read(folder: Path, pair: str | None) -> ModelFolder:
    weights = _weights(folder) or folder
    try:
        described = _json(folder / DESCRIPTION)
        argos = _json(folder / "metadata.json")
        routes = _routes(folder, weights, described, pair)
        version = described.get("version") or argos.get("package_version")
        model = ModelFolder(
            str(described.get("name") or folder.resolve().name),
            weights,
            *_tokenizers(folder, weights, described),
            tuple(route.overridden(_tokens(described, argos)) for route in routes),
            str(version) if version else None,
            described.get("demo") is True or argos.get("demo") is True,
        )
    except ValueError as error:
        raise PackageError(f"the model in {folder} is damaged: {error}") from None
    return model


def _json(file: Path) -> Mapping[str, Any]:
    if not file.is_file():
        return {}
    try:
        data = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        raise ValueError(f"{file.name} is no JSON") from None
    if not isinstance(data, dict):
        raise ValueError(f"{file.name} is no JSON object")
    return data


def _routes(
    folder: Path, weights: Path, described: Mapping[str, Any], pair: str | None
) -> tuple[Route, ...]:
    """The pairs of a model, with the tokens for each."""
    config = _json(weights / "config.json")
    end = source_end(config)
    known = vocabulary(weights, "source")
    tokens = described.get("languages") or family(known)
    if tokens is not None:
        if not isinstance(tokens, Mapping):
            raise ValueError(f"languages in {DESCRIPTION} must be an object: code → token")
        own = {normalize(str(code)): str(token) for code, token in tokens.items()}
        routes = all_routes(own, () if config.get("add_source_eos") else (END,))
        wanted = parse_pair(pair) if pair else None
        return tuple(route for route in routes if wanted in (None, route.pair))
    source, target = parse_pair(pair) if pair else _pair(folder, described)
    source, target = normalize(source), normalize(target)
    return (Route(source, target, target_token(known, target), end),)


def _pair(folder: Path, described: Mapping[str, Any]) -> tuple[str, str]:
    if described.get("pair"):
        return parse_pair(str(described["pair"]))
    argos, tokenizer = _json(folder / "metadata.json"), _json(folder / "tokenizer_config.json")
    said = [
        (argos.get("from_code"), argos.get("to_code")),
        (tokenizer.get("source_lang"), tokenizer.get("target_lang")),
    ]
    for source, target in said:
        if isinstance(source, str) and isinstance(target, str):
            return source, target
    if found := pair_in(folder.resolve().name):
        return found
    raise PackageError(
        f"the model in {folder} does not tell its languages; name its folder after them (zh-en), "
        f'or put a {DESCRIPTION} into it: {{"pair": "zh-en"}}'
    )


def pair_in(name: str) -> tuple[str, str] | None:
    """The first two of langdu's languages that follow each other in a name."""
    words = re.split(r"[-_.\s]+", name.lower())
    codes = ["ja" if word == "jap" else normalize(word) for word in words]  # OPUS-MT's own code
    for source, target in pairwise(codes):
        if source != target and source in LANGUAGES and target in LANGUAGES:
            return source, target
    return None


def _tokens(described: Mapping[str, Any], argos: Mapping[str, Any]) -> dict[str, list[str]]:
    """The tokens that ``langdu.json`` gives, else an Argos package: they count."""
    given = {name: described[name] for name in TOKEN_FIELDS if name in described}
    if argos.get("target_prefix"):
        given.setdefault("target_prefix", [str(argos["target_prefix"])])
    for name, tokens in given.items():
        if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
            raise ValueError(f"{name} in {DESCRIPTION} must be a list of tokens")
    return given


def _tokenizers(folder: Path, weights: Path, described: Mapping[str, Any]) -> tuple[Path, Path]:
    named = [described.get(name) for name in ("source_tokenizer", "target_tokenizer")]
    if any(named):
        files = [folder / Path(str(name)).name for name in named if name]
        for file in files:
            if not file.is_file():
                raise ValueError(f"{file.name}, which {DESCRIPTION} names, is not there")
        return files[0], files[-1]
    places = list(dict.fromkeys((folder, weights)))
    for of_source, of_target in _PAIRED:
        first, second = _first(places, of_source), _first(places, of_target)
        if first and second:
            return first, second
    for pattern in _SHARED:
        if one := _first(places, pattern):
            return one, one
    raise PackageError(
        f"the model in {folder} has no SentencePiece model: source.spm and target.spm, or "
        "sentencepiece.model, must lie beside its model.bin"
    )


def _first(places: list[Path], pattern: str) -> Path | None:
    files = (file for at in places for file in sorted(at.glob(pattern)))
    return next((file for file in files if file.is_file()), None)
