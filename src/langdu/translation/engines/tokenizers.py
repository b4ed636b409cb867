"""Texts ↔ the pieces that a model knows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from langdu.translation.engines.pieces import SPACE, Span, moved, piece_spans


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """What cuts a text into pieces and joins pieces to a text.

    ``spans``: where the pieces of ``encode`` stand in the text; ``None`` where that is not known.
    A tokenizer without it gives no links.
    """

    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]
    spans: Callable[[str], list[Span] | None] | None = None


def sentencepiece(file: Path) -> Tokenizer:
    """The tokenizer of a SentencePiece model. Raises RuntimeError or OSError for a bad file."""
    from sentencepiece import SentencePieceProcessor

    # Not argostranslate's SentencePieceTokenizer: it turns every "_" of the text into a space.
    processor = SentencePieceProcessor(model_file=str(file))

    def encode(text: str) -> list[str]:
        return list(processor.encode(text, out_type=str))

    def decode(pieces: list[str]) -> str:
        return str(processor.decode_pieces(pieces)).replace(SPACE, " ")

    def spans(text: str) -> list[Span] | None:
        normal, offsets = processor.normalize(text, with_offsets=True)
        found = piece_spans(encode(text), normal)
        return None if found is None else moved(found, offsets)

    return Tokenizer(encode, decode, spans)


def byte_pairs(file: Path, source: str, target: str) -> Tokenizer:
    """argostranslate's tokenizer of older packages: words by sacremoses, then byte pairs."""
    from argostranslate.tokenizer import BPETokenizer

    bpe = BPETokenizer(file, source, target)
    return Tokenizer(bpe.encode, bpe.decode)
