"""Tiny Marian models that really translate: word for word, by a dictionary, with weights made here.

A transformer of one layer each side whose cross-attention looks from target position t at source
position t (by the sinusoidal positions that Marian adds) and whose values carry the code of the
source's piece to where the output layer reads the code of its translation. Nothing is trained: if
a vocabulary, a layer norm, a position, the end of a sentence or an int8 scale went astray anywhere
between the file and the engine, the words would come out wrong.
"""

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import sentencepiece
from numpy.typing import NDArray

Weights = dict[str, NDArray[np.float32]]

#: What the models know: the contract's texts, and a few more words.
ZH_EN: Final = {
    "云溪区": "▁Yunxi",
    "全部": "▁fully",
    "复工": "▁reopened",
    "全区": "▁district",
    "万名": "▁myriad",
    "党员": "▁members",
    "首页": "▁Home",
    "李刚": "▁Li_Gang",
    "表示": "▁said",
    "。": "▁.",
    "，": "▁,",
}
#: Pieces that mean themselves, digits first of all.
COPIED: Final = (*"0123456789", ".", "▁")

SIZE: Final = 256
_FFN: Final = 32
_POSITIONS: Final = [*range(48), *range(128, 176)]
_SOURCE: Final = [*range(48, 87), *range(176, 215)]
_TARGET: Final = [*range(87, 126), *range(215, 254)]
#: The slowest sine: zero at every position, so that it shows what a layer norm took away.
_ZERO: Final = 127


@dataclass(frozen=True)
class Vocabulary:
    """A SentencePiece model as Mozilla's are: ``</s>`` is 0, ``<unk>`` is 1."""

    model: bytes
    pieces: tuple[str, ...]


def vocabulary(*symbols: str) -> Vocabulary:
    """A vocabulary that holds these pieces as they are, beside those of its small corpus."""
    import io

    out = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["abc abd ", "cab bad dab"]),
        model_writer=out,
        model_type="unigram",
        vocab_size=400,
        hard_vocab_limit=False,
        character_coverage=1.0,
        bos_id=-1,
        eos_id=0,
        unk_id=1,
        user_defined_symbols=list(symbols),
        normalization_rule_name="identity",
        minloglevel=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=out.getvalue())
    pieces = tuple(processor.id_to_piece(i) for i in range(processor.vocab_size()))
    return Vocabulary(out.getvalue(), pieces)


def shared(words: Mapping[str, str] = ZH_EN, *more: str) -> Vocabulary:
    """One vocabulary for both languages."""
    copied = [piece for piece in COPIED if piece != "▁"]
    return vocabulary(*more, *words, *words.values(), *copied)


def weights(
    source: Vocabulary,
    target: Vocabulary,
    words: Mapping[str, str] = ZH_EN,
    *,
    decoder: str = "self-attention",
) -> Weights:
    """The weights of a model that translates by ``words``; unknown pieces mean themselves.

    ``decoder``: ``self-attention``, as teachers have it, or ``ssru``, as Firefox's students do.
    """
    random = np.random.default_rng(7)
    codes = {piece: _code(random) for piece in dict.fromkeys(source.pieces + target.pieces)}
    meanings = {word: piece for piece, word in words.items()}
    made: Weights = {}
    tables = [("Wemb", source)] if source is target else [("encoder_Wemb", source)]
    if source is not target:
        tables.append(("decoder_Wemb", target))
    for name, known in tables:
        table = np.zeros((len(known.pieces), SIZE), np.float32)
        for row, piece in enumerate(known.pieces):
            table[row, _SOURCE] = codes[piece]
            # A word of the source language is nobody's translation. It has a code all the same:
            # all rows must be equally long, or a layer norm would make some louder than others.
            wanted = _code(random) if piece in words else codes[meanings.get(piece, piece)]
            table[row, _TARGET] = wanted
        made[name] = table / math.sqrt(SIZE)
    made["decoder_ff_logit_out_b"] = np.zeros((1, len(target.pieces)), np.float32)
    _layer(made, "encoder_l1", "self")
    _feed_forward(made, "encoder_l1")
    if decoder == "ssru":
        for part in ("_rnn_W", "_rnn_Wf"):
            made[f"decoder_l1{part}"] = np.zeros((SIZE, SIZE), np.float32)
        made["decoder_l1_rnn_bf"] = np.zeros((1, SIZE), np.float32)
        _norm(made, "decoder_l1_rnn_ffn")
    else:
        _layer(made, "decoder_l1", "self")
    _layer(made, "decoder_l1", "context")
    _feed_forward(made, "decoder_l1")
    pick = np.zeros((SIZE, SIZE), np.float32)
    pick[_POSITIONS, _POSITIONS] = 1
    pick[_ZERO, _POSITIONS] = -1
    made["decoder_l1_context_Wq"] = pick * 24
    made["decoder_l1_context_Wk"] = pick * 24
    made["decoder_l1_context_Wv"] = made["decoder_l1_context_Wv"].copy()
    made["decoder_l1_context_Wv"][_SOURCE, _TARGET] = 1
    made["decoder_l1_context_Wo"] = np.eye(SIZE, dtype=np.float32) * 12
    return made


def _code(random: np.random.Generator) -> NDArray[np.float32]:
    """As many of one sign as of the other: a layer norm must not see which piece it is."""
    half = len(_SOURCE) // 2
    return np.asarray(random.permutation([-3.0] * half + [3.0] * half), np.float32)


def _layer(made: Weights, layer: str, kind: str) -> None:
    for part in "qkvo":
        made[f"{layer}_{kind}_W{part}"] = np.zeros((SIZE, SIZE), np.float32)
        made[f"{layer}_{kind}_b{part}"] = np.zeros((1, SIZE), np.float32)
    _norm(made, f"{layer}_{kind}_Wo")


def _feed_forward(made: Weights, layer: str) -> None:
    made[f"{layer}_ffn_W1"] = np.zeros((SIZE, _FFN), np.float32)
    made[f"{layer}_ffn_b1"] = np.zeros((1, _FFN), np.float32)
    made[f"{layer}_ffn_W2"] = np.zeros((_FFN, SIZE), np.float32)
    made[f"{layer}_ffn_b2"] = np.zeros((1, SIZE), np.float32)
    _norm(made, f"{layer}_ffn_ffn")


def _norm(made: Weights, name: str) -> None:
    made[f"{name}_ln_scale"] = np.ones((1, SIZE), np.float32)
    made[f"{name}_ln_bias"] = np.zeros((1, SIZE), np.float32)


def config(source: Vocabulary, target: Vocabulary, *, decoder: str = "self-attention") -> bytes:
    """``special:model.yml`` as Marian writes it, with the NUL that ends it."""
    lines = [
        "type: transformer",
        f"dim-emb: {SIZE}",
        f"transformer-dim-ffn: {_FFN}",
        "transformer-heads: 1",
        "enc-depth: 1",
        "dec-depth: 1",
        "transformer-ffn-activation: relu",
        'transformer-preprocess: ""',
        "transformer-postprocess: dan",
        'transformer-postprocess-emb: ""',
        "transformer-no-projection: false",
        "transformer-guided-alignment-layer: last",
        f"transformer-decoder-autoreg: {'rnn' if decoder == 'ssru' else decoder}",
        "dec-cell: ssru",
        f"tied-embeddings-all: {'true' if source is target else 'false'}",
        "dim-vocabs:",
        f"  - {len(source.pieces)}",
        f"  - {len(target.pieces)}",
        "version: v1.12.14 2d067afb 2024-02-16 11:44:13 -0500",
    ]
    return "\n".join(lines).encode() + b"\n\0"


def write_npz(file: Path, made: Weights, settings: bytes) -> Path:
    """A model as Marian's training writes it."""
    arrays: dict[str, Any] = {**made, "special:model.yml": np.frombuffer(settings, np.int8)}
    with file.open("wb") as out:
        np.savez(out, **arrays)
    return file


def write_vocabulary(file: Path, known: Vocabulary) -> Path:
    """A vocabulary as marian-vocab writes it."""
    rows = (f'"{piece}": {number}\n' for number, piece in enumerate(known.pieces))
    file.write_text("".join(rows), encoding="utf-8")
    return file


def write_bin(made: Weights, settings: bytes) -> bytes:
    """A model as ``marian-conv --gemm-type intgemm8`` writes it and Firefox loads it.

    The layout is that of Marian's ``src/common/binary.cpp``; weights are transposed int8 with
    their multiplier behind them, and each has the multiplier of its input beside it.
    """
    items: list[tuple[str, int, tuple[int, ...], bytes]] = []
    for name, array in made.items():
        is_matrix = array.shape[0] > 1
        if not is_matrix:
            items.append((name, 0x404, array.shape, array.tobytes()))
            continue
        scale = 127 / max(float(np.abs(array).max()), 1e-3)
        rounded = np.clip(np.rint(array * scale), -127, 127).astype(np.int8)
        table = rounded if name.endswith("Wemb") else rounded.T
        items.append((name, 0x4101, array.shape, _padded(table.tobytes(), scale)))
        if not name.endswith("Wemb"):
            items.append((f"{name}_QuantMultA", 0x404, (1, 1), struct.pack("<f", _INPUT_SCALE)))
    if "Wemb" in made:
        items.append(("none_QuantMultA", 0x404, (1, 1), struct.pack("<f", _INPUT_SCALE)))
    else:
        alpha = b"\x7f" + struct.pack("<f", 127 / _INPUT_SCALE)
        items.append(("decoder_Wemb_QuantMultA", 0x4101, (1, 1), alpha.ljust(256, b"\0")))
    items.append(("special:model.yml", 0x101, (len(settings),), settings))
    head = struct.pack("<QQ", 1, len(items))
    for name, kind, shape, data in items:
        head += struct.pack("<QQQQ", len(name.encode()) + 1, kind, len(shape), len(data))
    for name, _, _, _ in items:
        head += name.encode() + b"\0"
    for _, _, shape, _ in items:
        head += struct.pack(f"<{len(shape)}i", *shape)
    gap = -(len(head) + 8) % 256
    head += struct.pack("<Q", gap) + b"\0" * gap
    return head + b"".join(data for _, _, _, data in items)


#: Inputs of layers stay below 4 after a layer norm, in these models.
_INPUT_SCALE: Final = 127 / 4


def _padded(data: bytes, scale: float) -> bytes:
    whole = data + struct.pack("<f", scale)
    return whole + b"\0" * (-len(whole) % 256)


def write_shortlist(source: Vocabulary, target: Vocabulary) -> bytes:
    """A lexical shortlist (Marian's ``src/data/shortlist.cpp``): what each piece may become.

    The ends of a sentence and the first pieces are always allowed, as in the real ones.
    """
    ids = {piece: number for number, piece in enumerate(target.pieces)}
    offsets, entries = [0], []
    for piece in source.pieces:
        meaning = ZH_EN.get(piece, piece)
        entries += [ids[meaning]] if meaning in ids else []
        offsets.append(len(entries))
    head = struct.pack("<6Q", 0xF11A48D5013417F5, 0, 2, 50, len(offsets), len(entries))
    return (
        head
        + struct.pack(f"<{len(offsets)}Q", *offsets)
        + struct.pack(f"<{len(entries)}I", *entries)
    )
