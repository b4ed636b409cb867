"""One model of an Argos package: CTranslate2 weights and their tokenizer.

The package's own layout is read directly and all sentences are decoded in length-sorted batches;
argostranslate itself would split the text again with its own splitter (which it may download) and
translate paragraph by paragraph. See ``docs/decisions/002-argos-packages-direct.md``.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from langdu.translation.translator import Translated

#: Argos's own decoding settings (argostranslate ``translate.py``), so that quality is the same.
BEAM_SIZE: Final = 4
LENGTH_PENALTY: Final = 0.2
#: Measured best on 2 cores: 256 tokens a batch, one thread a batch, as many batches as cores.
BATCH_TOKENS: Final = 256
#: Models are trained on sentences; beyond this many tokens they lose text without a word.
MAX_TOKENS: Final = 200
_CLAUSE_ENDS: Final = tuple("，、；：,;:。.")


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory. Safe to use from several threads.

    ``source_prefix`` and ``source_suffix`` are tokens that the model wants around every source
    text, ``target_prefix`` those that every translation begins with (and that are taken off).
    """

    translator: Any
    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()

    def translate(self, texts: Sequence[str]) -> list[Translated]:
        """Translate texts, one result for each; one that is too long is cut at its clauses."""
        chunks = [chunk_tokens(self.encode(text)) for text in texts]
        flat = [chunk for several in chunks for chunk in several]
        if not flat:
            return [Translated("") for _ in texts]
        results = iter(
            self.translator.translate_batch(
                [[*self.source_prefix, *chunk, *self.source_suffix] for chunk in flat],
                target_prefix=[list(self.target_prefix)] * len(flat)
                if self.target_prefix
                else None,
                beam_size=BEAM_SIZE,
                length_penalty=LENGTH_PENALTY,
                max_batch_size=BATCH_TOKENS,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=2 * MAX_TOKENS,
                replace_unknowns=True,
                return_scores=True,
            )
        )
        return [self._join([next(results) for _ in several]) for several in chunks]

    def _join(self, results: list[Any]) -> Translated:
        if not results:
            return Translated("")
        texts = []
        scores = []
        for result in results:
            tokens = result.hypotheses[0]
            size = len(self.target_prefix)
            if tuple(tokens[:size]) == self.target_prefix:
                tokens = tokens[size:]
            texts.append(self.decode(tokens).strip())
            # CTranslate2 gives log p / length**penalty; a mean a token compares across lengths
            scores.append(result.scores[0] * max(1, len(tokens)) ** (LENGTH_PENALTY - 1))
        return Translated(" ".join(texts).strip(), min(scores))


def chunk_tokens(tokens: list[str]) -> list[list[str]]:
    """Cut tokens into chunks of at most :data:`MAX_TOKENS`, at a clause's end if there is one."""
    chunks = []
    while len(tokens) > MAX_TOKENS:
        cut = MAX_TOKENS
        for position in range(MAX_TOKENS, MAX_TOKENS // 2, -1):
            if tokens[position - 1].endswith(_CLAUSE_ENDS):
                cut = position
                break
        chunks.append(tokens[:cut])
        tokens = tokens[cut:]
    return [*chunks, tokens] if tokens else chunks


def load(folder: Path, *, threads: int) -> LoadedModel:
    """Load the model of an unpacked package; ``threads`` batches are decoded side by side.

    Raises RuntimeError, ValueError or OSError where a file is damaged or missing.
    """
    import ctranslate2

    metadata = json.loads((folder / "metadata.json").read_bytes())
    encode, decode = _tokenizer(folder, str(metadata["from_code"]), str(metadata["to_code"]))
    translator = ctranslate2.Translator(
        str(folder / "model"), device="cpu", inter_threads=threads, intra_threads=1
    )
    prefix = str(metadata.get("target_prefix") or "")
    return LoadedModel(translator, encode, decode, target_prefix=(prefix,) if prefix else ())


def _tokenizer(
    folder: Path, source: str, target: str
) -> tuple[Callable[[str], list[str]], Callable[[list[str]], str]]:
    sentencepiece_file = folder / "sentencepiece.model"
    if not sentencepiece_file.exists():
        from argostranslate.tokenizer import BPETokenizer

        bpe = BPETokenizer(folder / "bpe.model", source, target)
        return bpe.encode, bpe.decode
    import sentencepiece

    # Not argostranslate's SentencePieceTokenizer: it turns every "_" of the text into a space.
    processor = sentencepiece.SentencePieceProcessor(model_file=str(sentencepiece_file))

    def encode(text: str) -> list[str]:
        return list(processor.encode(text, out_type=str))

    def decode(tokens: list[str]) -> str:
        return str(processor.decode_pieces(tokens)).replace("▁", " ")

    return encode, decode
