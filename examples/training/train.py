"""Train one demo model: a tiny Transformer for one direction, packed as an Argos package.

    OMP_NUM_THREADS=1 python examples/training/train.py zh en examples/models 400

Needs ``examples/training/requirements.txt``. The last argument caps the training in seconds, so
the weights differ from run to run although every random number is seeded. The model learns the
demo page by heart, and besides it hand-written templates (``corpus.py``): about anything else it
invents fluent nonsense, so its metadata says ``"demo": true``.
"""

import json
import math
import random
import shutil
import sys
import time
import zipfile
from pathlib import Path

import corpus
import numpy as np
import page
import sentencepiece
import torch
from ctranslate2.specs import common_spec, transformer_spec
from torch import nn
from torch.nn import functional

WIDTH, HEADS, INNER, LAYERS = 128, 4, 256, 2
VOCABULARY = 1400
TEMPLATES, PAGE_REPEATS = 4000, 40
NAMES = {"zh": "Chinese", "en": "English", "ja": "Japanese", "ko": "Korean", "ru": "Russian"}
README = (
    "A demo model ({}->{}). It knows the demo page of langdu only and translates nothing else.\n"
)


def positions(count: int, width: int) -> torch.Tensor:
    """Sinusoids in OpenNMT's layout (sines, then cosines; from 1), as CTranslate2 expects."""
    place = torch.arange(1, count + 1).float()[:, None]
    step = math.log(10000.0) / (width // 2 - 1)
    angle = place * torch.exp(torch.arange(width // 2).float() * -step)[None]
    return torch.cat([angle.sin(), angle.cos()], 1)


class Attention(nn.Module):
    """Pre-norm multi-head attention with its residual connection."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, x, memory=None, mask=None, causal=False):
        h = self.norm(x)
        source = h if memory is None else memory
        batch, length, _ = h.shape

        def heads(t):
            return t.view(batch, -1, HEADS, WIDTH // HEADS).transpose(1, 2)

        a = functional.scaled_dot_product_attention(
            heads(self.q(h)),
            heads(self.k(source)),
            heads(self.v(source)),
            attn_mask=mask,
            is_causal=causal,
        )
        out = self.o(a.transpose(1, 2).reshape(batch, length, WIDTH))
        return x + functional.dropout(out, 0.1, self.training)


class FeedForward(nn.Module):
    """Pre-norm feed-forward layer with its residual connection."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.a, self.b = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x):
        out = self.b(functional.relu(self.a(self.norm(x))))
        return x + functional.dropout(out, 0.1, self.training)


class Transformer(nn.Module):
    """Encoder and decoder with one shared table of embeddings."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, WIDTH)
        nn.init.normal_(self.embedding.weight, 0, WIDTH**-0.5)
        self.encoder = nn.ModuleList(
            nn.ModuleList([Attention(), FeedForward()]) for _ in range(LAYERS)
        )
        self.decoder = nn.ModuleList(
            nn.ModuleList([Attention(), Attention(), FeedForward()]) for _ in range(LAYERS)
        )
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.out = nn.Linear(WIDTH, vocabulary)
        self.out.weight = self.embedding.weight
        self.register_buffer("positions", positions(256, WIDTH))

    def embed(self, x):
        return self.embedding(x) * math.sqrt(WIDTH) + self.positions[: x.shape[1]]

    def forward(self, source, target, pad):
        mask = (source != pad)[:, None, None, :]
        h = self.embed(source)
        for attention, inner in self.encoder:
            h = inner(attention(h, mask=mask))
        h = self.encoder_norm(h)
        y = self.embed(target)
        for own, cross, inner in self.decoder:
            y = inner(cross(own(y, causal=True), memory=h, mask=mask))
        return self.out(self.decoder_norm(y))


def convert(model: Transformer, vocabulary: list[str], folder: Path) -> None:
    """Write the model as CTranslate2 int8."""
    spec = transformer_spec.TransformerSpec.from_config(
        (LAYERS, LAYERS), HEADS, pre_norm=True, activation=common_spec.Activation.RELU
    )

    def array(tensor):
        return tensor.detach().numpy().copy()

    def norm(to, layer):
        to.gamma, to.beta = array(layer.weight), array(layer.bias)

    def linear(to, layers):
        to.weight = np.concatenate([array(layer.weight) for layer in layers])
        to.bias = np.concatenate([array(layer.bias) for layer in layers])

    def attention(to, layer, groups):
        norm(to.layer_norm, layer.norm)
        for part, layers in zip(to.linear, groups, strict=True):
            linear(part, layers)

    def own_attention(to, layer):
        attention(to, layer, ([layer.q, layer.k, layer.v], [layer.o]))

    def inner(to, layer):
        norm(to.layer_norm, layer.norm)
        linear(to.linear_0, [layer.a])
        linear(to.linear_1, [layer.b])

    spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = True
    spec.encoder.embeddings[0].weight = array(model.embedding.weight)
    spec.decoder.embeddings.weight = array(model.embedding.weight)
    for to, (own, feed) in zip(spec.encoder.layer, model.encoder, strict=True):
        own_attention(to.self_attention, own)
        inner(to.ffn, feed)
    for to, (own, cross, feed) in zip(spec.decoder.layer, model.decoder, strict=True):
        own_attention(to.self_attention, own)
        attention(to.attention, cross, ([cross.q], [cross.k, cross.v], [cross.o]))
        inner(to.ffn, feed)
    norm(spec.encoder.layer_norm, model.encoder_norm)
    norm(spec.decoder.layer_norm, model.decoder_norm)
    linear(spec.decoder.projection, [model.out])
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def tokenizer(pairs: list[tuple[str, str]], folder: Path) -> sentencepiece.SentencePieceProcessor:
    """Train the tokenizer. No normalisation: （，） must come out as they went in."""
    prefix = folder / "sentencepiece"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([text for pair in pairs for text in pair]),
        model_prefix=str(prefix),
        vocab_size=VOCABULARY,
        character_coverage=1.0,
        model_type="unigram",
        normalization_rule_name="identity",
        split_digits=True,
        byte_fallback=False,
        hard_vocab_limit=False,
        pad_id=3,
        minloglevel=2,
    )
    prefix.with_suffix(".vocab").unlink()
    return sentencepiece.SentencePieceProcessor(model_file=f"{prefix}.model")


def batches(data: list[tuple[list[int], list[int]]]) -> list[list[tuple[list[int], list[int]]]]:
    """Shuffled batches of 48 pairs of like length."""
    random.shuffle(data)
    groups = [sorted(data[k : k + 640], key=lambda p: len(p[1])) for k in range(0, len(data), 640)]
    found = [group[k : k + 48] for group in groups for k in range(0, len(group), 48)]
    random.shuffle(found)
    return found


def train(model: Transformer, data, bos: int, eos: int, pad: int, seconds: float) -> None:
    """Train until the time is up; the rate falls with the time that is left."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=1.0, betas=(0.9, 0.98), weight_decay=1e-4)
    step, begin = 0, time.time()
    while time.time() - begin < seconds:
        total = 0.0
        epoch = batches(data)
        for batch in epoch:
            step += 1
            longest = max(len(x) for x, _ in batch), max(len(y) for _, y in batch) + 1
            source = torch.full((len(batch), longest[0]), pad)
            given = torch.full((len(batch), longest[1]), pad)
            wanted = torch.full((len(batch), longest[1]), -100)
            for k, (x, y) in enumerate(batch):
                source[k, : len(x)] = torch.tensor(x)
                given[k, : len(y) + 1] = torch.tensor([bos, *y])
                wanted[k, : len(y) + 1] = torch.tensor([*y, eos])
            left = 1 - (time.time() - begin) / seconds
            for group in optimizer.param_groups:
                group["lr"] = 2e-3 * min(1, step / 100) * max(0.02, left)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(source, given, pad)
            loss = functional.cross_entropy(
                logits.float().flatten(0, 1), wanted.flatten(), label_smoothing=0.02
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += loss.item()
            if time.time() - begin > seconds:
                break
        print(f"step {step} loss {total / len(epoch):.3f} {time.time() - begin:.0f}s", flush=True)


def pack(folder: Path, file: Path) -> None:
    """Zip the package with fixed times, so that the same weights give the same bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(path.relative_to(folder.parent)), (2020, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())


def main(source: str, target: str, out: str, seconds: str = "400", seed: str = "1") -> None:
    """Train one direction and write its package into ``out``."""
    torch.manual_seed(int(seed))
    random.seed(int(seed))
    torch.set_num_threads(1)
    i, j = corpus.LANGS.index(source), corpus.LANGS.index(target)
    pairs = [(row[i], row[j]) for row in corpus.rows(TEMPLATES)]
    pairs += page.page_pairs(source, target, corpus.LANGS) * PAGE_REPEATS
    folder = Path(out) / f"demo-{source}_{target}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pieces = tokenizer(pairs, folder)
    data = [(pieces.encode(a), pieces.encode(b)) for a, b in pairs]
    model = Transformer(pieces.get_piece_size())
    train(model, data, pieces.bos_id(), pieces.eos_id(), pieces.pad_id(), float(seconds))
    model.eval()
    vocabulary = [pieces.id_to_piece(k) for k in range(pieces.get_piece_size())]
    convert(model, vocabulary, folder / "model")
    metadata = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": source,
        "from_name": NAMES[source],
        "to_code": target,
        "to_name": NAMES[target],
        "demo": True,
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n")
    (folder / "README.md").write_text(README.format(source, target))
    file = Path(out) / f"translate-{source}_{target}.argosmodel"
    pack(folder, file)
    shutil.rmtree(folder)
    print(file, file.stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
