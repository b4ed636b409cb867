"""Argos packages of real size, with random weights: what a real one costs, not what it says.

As in ``translate-zh_en`` and its like: 6 + 6 layers, 512 wide, 2048 in the feed-forward layers, 8
heads, 32,000 pieces shared by both sides, int8.
"""

import io
import itertools
import json
import zipfile
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece

from benchmarks.translation import article

LAYERS, WIDTH, INNER, HEADS, PIECES = 6, 512, 2048, 8, 32_000
PAIRS = (("zh", "en"), ("en", "ja"), ("en", "ko"), ("en", "ru"))


def build(folder: Path) -> list[Path]:
    """Write the four packages, ``translate-zh_en.argosmodel`` and so on, into a folder."""
    tokenizer = _tokenizer()
    vocabulary = _vocabulary(tokenizer)
    files = []
    for seed, (source, target) in enumerate(PAIRS):
        model = folder / f"model-{source}_{target}"
        model.mkdir()
        _spec(vocabulary, seed).save(str(model))
        file = folder / f"translate-{source}_{target}.argosmodel"
        _pack(file, f"translate-{source}_{target}", source, target, model, tokenizer)
        files.append(file)
    return files


def _tokenizer() -> bytes:
    """A SentencePiece model that knows the words of the article and of the steps between."""
    out = io.BytesIO()
    lists = (article.PLACES, article.PEOPLE, article.TIMES, article.DEEDS, article.ENDS)
    made = article.make(600, seed=2)
    sentences = [
        *article.paragraphs(made),
        *(" ".join(article.WORDS) for _ in range(50)),
        *itertools.chain(*lists),
    ]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=out,
        vocab_size=1200,
        hard_vocab_limit=False,
        character_coverage=1.0,
        max_sentencepiece_length=2,  # as many pieces a sentence as real models have
        user_defined_symbols=[f"▁{word}" for word in article.WORDS],
        minloglevel=2,
    )
    return out.getvalue()


def _vocabulary(tokenizer: bytes) -> list[str]:
    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    known = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    return [*known, *(f"▁piece{number}" for number in range(PIECES - len(known)))]


def _spec(vocabulary: list[str], seed: int) -> Any:
    spec = ctranslate2.specs.TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)
    chance = np.random.default_rng(seed)

    def linear(layer: Any, outward: int, inward: int, bias: bool = True) -> None:
        scale = (2 / (outward + inward)) ** 0.5
        layer.weight = chance.normal(0, scale, (outward, inward)).astype(np.float32)
        if bias:
            layer.bias = np.zeros(outward, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    table = chance.normal(0, WIDTH**-0.5, (PIECES, WIDTH)).astype(np.float32)
    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings
        for one in embeddings if isinstance(embeddings, list) else [embeddings]:
            one.weight = table
        norm(side.layer_norm)
        for layer in side.layer:
            linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
            linear(layer.self_attention.linear[1], WIDTH, WIDTH)
            norm(layer.self_attention.layer_norm)
            if side is spec.decoder:
                linear(layer.attention.linear[0], WIDTH, WIDTH)
                linear(layer.attention.linear[1], 2 * WIDTH, WIDTH)
                linear(layer.attention.linear[2], WIDTH, WIDTH)
                norm(layer.attention.layer_norm)
            linear(layer.ffn.linear_0, INNER, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, INNER)
            norm(layer.ffn.layer_norm)
    spec.decoder.projection.weight = table
    spec.decoder.projection.bias = np.zeros(PIECES, np.float32)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def _pack(file: Path, name: str, source: str, target: str, model: Path, tokenizer: bytes) -> None:
    metadata = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        "demo": True,
    }
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{name}/metadata.json", json.dumps(metadata))
        archive.writestr(f"{name}/sentencepiece.model", tokenizer)
        for part in sorted(model.iterdir()):
            archive.write(part, f"{name}/model/{part.name}")
