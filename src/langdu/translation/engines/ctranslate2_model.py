"""One model of an Argos package: CTranslate2 weights and their tokenizer.

The package's own layout is read directly and all sentences are decoded in length-sorted batches;
argostranslate itself would split the text again with its own splitter (which it may download) and
translate paragraph by paragraph. See ``docs/decisions/002-argos-packages-direct.md``.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from langdu.translation.engines.batches import decode_in_batches
from langdu.translation.engines.pieces import Span, links, piece_spans
from langdu.translation.engines.tokenizers import Tokenizer, byte_pairs, sentencepiece
from langdu.translation.translator import PLAIN, Link, Request, Translated

#: Argos's own decoding settings (argostranslate ``translate.py``), so that quality is the same.
BEAM_SIZE: Final = 4
LENGTH_PENALTY: Final = 0.2
#: Models are trained on sentences; beyond this many tokens they lose text without a word.
MAX_TOKENS: Final = 200
#: Against loops no four pieces come twice. On 4,000 texts of the test models that ended every loop
#: and changed under 1 % of the rest; a repetition penalty left some loops, changed 15 % and bent
#: numbers (2022 → 2), five pieces left "00000", three forbid 000,000.
NO_REPEAT: Final = 4
_CLAUSE_ENDS: Final = tuple("，、；：,;:。.")


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory. Safe to use from several threads.

    ``source_prefix`` and ``source_suffix`` are tokens that the model wants around every source
    text, ``target_prefix`` those that every translation begins with (and that are taken off).
    ``spans`` tells where the pieces of ``encode`` stand in a text; without it there are no links.
    ``beam``: how many hypotheses are followed; a request for more of them widens it.
    """

    translator: Any
    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()
    spans: Callable[[str], list[Span] | None] | None = None
    beam: int = BEAM_SIZE

    def translate(self, texts: Sequence[str], request: Request = PLAIN) -> list[Translated]:
        """Translate texts, one result for each; one that is too long is cut at its clauses.

        ``request.terms`` and ``request.context`` are not used. Raises :class:`~langdu.Cancelled`
        within about one batch where ``request.cancelled()`` says yes.
        """
        chunks = [[tuple(chunk) for chunk in chunk_tokens(self.encode(text))] for text in texts]
        distinct = list(dict.fromkeys(chunk for several in chunks for chunk in several))
        results = decode_in_batches(
            self.translator,
            [[*self.source_prefix, *chunk, *self.source_suffix] for chunk in distinct],
            self.target_prefix,
            decoding(request, self.beam),
            request.cancelled,
        )
        by_chunk = dict(zip(distinct, results, strict=True))
        return [
            self._translated(text, several, [by_chunk[chunk] for chunk in several], request)
            for text, several in zip(texts, chunks, strict=True)
        ]

    def _translated(
        self, text: str, chunks: list[tuple[str, ...]], results: list[Any], request: Request
    ) -> Translated:
        """The best hypothesis of a text, and with it the others that read differently."""
        if not results:
            return Translated("")
        sources = self._chunk_spans(text, chunks) if request.links else []
        found: dict[str, Translated] = {}
        for rank in range(max(len(result.hypotheses) for result in results)):
            one = self._hypothesis(results, rank, sources)
            found.setdefault(one.text, one)
        best, *others = found.values()
        return replace(best, others=tuple(others))

    def _hypothesis(self, results: list[Any], rank: int, sources: list[list[Span]]) -> Translated:
        """The hypotheses of one rank of all chunks of a text, in one; best is rank 0."""
        text, scores, linked = "", [], []
        for number, result in enumerate(results):
            place = min(rank, len(result.hypotheses) - 1)
            size = self._prefixed(result.hypotheses[place])
            tokens = result.hypotheses[place][size:]
            decoded = self.decode(tokens)
            if text and decoded.strip():
                text += " "
            if sources:
                attention = result.attention[place][size:]
                linked += self._links(attention, sources[number], tokens, decoded, len(text))
            text += decoded.strip()
            # CTranslate2 gives log p / length**penalty; a mean a token compares across lengths
            scores.append(result.scores[place] * max(1, len(tokens)) ** (LENGTH_PENALTY - 1))
        return Translated(text, min(scores), links=tuple(linked))

    def _links(
        self,
        attention: list[list[float]],
        sources: list[Span],
        tokens: list[str],
        decoded: str,
        offset: int,
    ) -> list[Link]:
        """The links of a chunk whose translation begins at ``offset`` of the whole text's."""
        targets = piece_spans(tokens, decoded)
        if targets is None:
            return []
        start = len(self.source_prefix)
        rows = [row[start : start + len(sources)] for row in attention]
        offset -= len(decoded) - len(decoded.lstrip())
        return links(rows, sources, [(a + offset, b + offset) for a, b in targets])

    def _chunk_spans(self, text: str, chunks: list[tuple[str, ...]]) -> list[list[Span]]:
        """For each chunk of a text where its pieces stand in it; nothing where that is unknown."""
        spans = self.spans(text) if self.spans else None
        if spans is None:
            return []
        rest = iter(spans)
        return [[next(rest) for _ in chunk] for chunk in chunks]

    def _prefixed(self, tokens: Sequence[str]) -> int:
        """How many tokens of a hypothesis are the target prefix."""
        size = len(self.target_prefix)
        return size if tuple(tokens[:size]) == self.target_prefix else 0


def decoding(request: Request, beam: int = BEAM_SIZE) -> dict[str, object]:
    """What CTranslate2's ``translate_batch`` is asked for."""
    options: dict[str, object] = {
        "beam_size": max(beam, request.hypotheses),
        "num_hypotheses": max(1, request.hypotheses),
        "length_penalty": LENGTH_PENALTY,
        "max_input_length": 0,
        "max_decoding_length": 2 * MAX_TOKENS,
        "replace_unknowns": True,
        "return_scores": True,
        "return_attention": request.links,
    }
    if request.avoid_repeats:
        options["no_repeat_ngram_size"] = NO_REPEAT
    return options


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


def load(
    folder: Path,
    *,
    threads: int,
    intra: int = 1,
    beam: int = BEAM_SIZE,
    compute: str = "default",
) -> LoadedModel:
    """Load the model of an unpacked package; ``threads`` batches are decoded side by side.

    ``intra``: how many threads share the work on one batch. ``compute``: CTranslate2's compute
    type; what the model is stored in by default.

    Raises RuntimeError, ValueError or OSError where a file is damaged or missing.
    """
    import ctranslate2

    metadata = json.loads((folder / "metadata.json").read_bytes())
    tokenizer = _tokenizer(folder, str(metadata["from_code"]), str(metadata["to_code"]))
    translator = ctranslate2.Translator(
        str(folder / "model"),
        device="cpu",
        inter_threads=threads,
        intra_threads=intra,
        compute_type=compute,
    )
    prefix = str(metadata.get("target_prefix") or "")
    return LoadedModel(
        translator,
        tokenizer.encode,
        tokenizer.decode,
        target_prefix=(prefix,) if prefix else (),
        spans=tokenizer.spans,
        beam=beam,
    )


def _tokenizer(folder: Path, source: str, target: str) -> Tokenizer:
    file = folder / "sentencepiece.model"
    if file.exists():
        return sentencepiece(file)
    return byte_pairs(folder / "bpe.model", source, target)
