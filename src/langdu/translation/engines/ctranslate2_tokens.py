"""Which tokens a CTranslate2 model wants around its texts, read from its vocabulary and settings.

Models of many languages are told the languages by tokens, each family by its own:

* NLLB-200: ``zho_Hans …pieces… </s>``, and the translation begins with ``eng_Latn`` (the order of
  Hugging Face's NllbTokenizer since 4.31, which is that of the paper);
* M2M-100: ``__zh__ …pieces… </s>``, and ``__en__``;
* OPUS-MT models of several targets: ``>>cmn_Hans<< …pieces… </s>``, and nothing.

Whether ``</s>`` must be written follows from ``config.json``: CTranslate2 adds it by itself for
models converted from Marian's own files (``add_source_eos``) and not for those converted from
Hugging Face's, whose decoder starts with ``</s>``; OpenNMT's models (Argos) want none.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from langdu.languages import LANGUAGES, normalize

END: Final = "</s>"
#: The fields of a :class:`Route` that hold tokens.
TOKEN_FIELDS: Final = ("source_prefix", "source_suffix", "target_prefix")

#: langdu's codes → the tokens of a family.
FAMILIES: Final[tuple[Mapping[str, str], ...]] = (
    MappingProxyType(
        {"zh": "zho_Hans", "en": "eng_Latn", "ja": "jpn_Jpan", "ko": "kor_Hang", "ru": "rus_Cyrl"}
    ),
    MappingProxyType({code: f"__{code}__" for code in LANGUAGES}),
)
_TARGET_TOKEN: Final = re.compile(r">>([a-z]{2,3}(?:[_-][A-Za-z]+)?)<<")


@dataclass(frozen=True, slots=True)
class Route:
    """One pair of languages of a model, and the tokens for it."""

    source: str
    target: str
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()

    @property
    def pair(self) -> tuple[str, str]:
        """The languages: from, to."""
        return self.source, self.target

    def overridden(self, tokens: Mapping[str, Sequence[str]]) -> "Route":
        """The route with tokens that someone who knows the model better gave, by field."""
        return replace(
            self,
            source_prefix=tuple(tokens.get("source_prefix", self.source_prefix)),
            source_suffix=tuple(tokens.get("source_suffix", self.source_suffix)),
            target_prefix=tuple(tokens.get("target_prefix", self.target_prefix)),
        )


def vocabulary(folder: Path, side: str) -> frozenset[str]:
    """The tokens of a model's ``source`` or ``target``; empty where no file lists them.

    Raises ValueError or OSError for a file that is damaged.
    """
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        if (file := folder / f"{name}.json").is_file():
            tokens = json.loads(file.read_bytes())
            if not isinstance(tokens, list):
                raise ValueError(f"{file.name} is no list of tokens")
            return frozenset(map(str, tokens))
        if (file := folder / f"{name}.txt").is_file():
            return frozenset(file.read_text(encoding="utf-8").splitlines())
    return frozenset()


def source_end(config: Mapping[str, Any]) -> tuple[str, ...]:
    """The token that a source text must end with, after a model's ``config.json``."""
    if config.get("add_source_eos"):
        return ()
    return (END,) if config.get("decoder_start_token") == END else ()


def all_routes(tokens: Mapping[str, str], end: tuple[str, ...]) -> tuple[Route, ...]:
    """Every pair of a model that tells languages by these tokens (code → token)."""
    return tuple(
        Route(source, target, (tokens[source],), end, (tokens[target],))
        for source in tokens
        for target in tokens
        if source != target
    )


def family(known: frozenset[str]) -> Mapping[str, str] | None:
    """The language tokens of the family whose vocabulary this is; ``None`` for a single pair's."""
    for tokens in FAMILIES:
        found = {code: token for code, token in tokens.items() if token in known}
        if len(found) > 1:
            return found
    return None


def target_token(known: Iterable[str], target: str) -> tuple[str, ...]:
    """The token by which an OPUS-MT model of several targets is told this one, if it is such.

    Chinese is asked for in simplified characters where the model tells scripts apart.
    """
    tokens = {}
    for token in known:
        if (found := _TARGET_TOKEN.fullmatch(token)) and normalize(found[1]) == target:
            tokens[found[1].replace("-", "_")] = token
    for name in sorted(tokens, key=lambda name: (not name.endswith("_Hans"), "_" in name, name)):
        return (tokens[name],)
    return ()
