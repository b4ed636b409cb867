"""Models that the suites of this folder share; do not change what lies in them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.translation.engines import tiny_marian as tiny

NLLB = ("zho_Hans", "eng_Latn", "jpn_Jpan", "kor_Hang", "rus_Cyrl")


def convert(
    folder: Path, source: tiny.Vocabulary, target: tiny.Vocabulary, *, hub: bool = False
) -> Path:
    """A tiny Marian model, converted with CTranslate2's own converter.

    ``hub``: with the settings that CTranslate2 writes for models from Hugging Face's hub.
    """
    from ctranslate2.converters import MarianConverter

    work = folder.with_name(f"{folder.name}.work")
    work.mkdir(parents=True)
    model = tiny.write_npz(
        work / "model.npz", tiny.weights(source, target), tiny.config(source, target)
    )
    names = [
        str(tiny.write_vocabulary(work / f"{side}.yml", known))
        for side, known in (("source", source), ("target", target))
    ]
    MarianConverter(str(model), names).convert(str(folder), quantization="int8")
    shutil.rmtree(work)
    if hub:
        config = json.loads((folder / "config.json").read_text())
        config |= {"add_source_eos": False, "decoder_start_token": "</s>"}
        (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.fixture(scope="session")
def opus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of one pair with two tokenizers, as OPUS-MT's from Hugging Face's hub are."""
    source = tiny.vocabulary(*tiny.ZH_EN, *tiny.COPIED)
    target = tiny.vocabulary(*tiny.ZH_EN.values(), *tiny.COPIED)
    folder = convert(tmp_path_factory.mktemp("opus") / "opus-mt-zh-en", source, target, hub=True)
    (folder / "source.spm").write_bytes(source.model)
    (folder / "target.spm").write_bytes(target.model)
    return folder


@pytest.fixture(scope="session")
def nllb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of all pairs that is told the languages by NLLB's tokens."""
    known = tiny.shared(tiny.ZH_EN, *NLLB, "ace_Arab")
    folder = convert(tmp_path_factory.mktemp("nllb") / "nllb-200-tiny", known, known, hub=True)
    (folder / "sentencepiece.bpe.model").write_bytes(known.model)
    return folder


@pytest.fixture(scope="session")
def students(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Pairs and the files of their models, under the names and in the formats that Mozilla uses.

    zh-en has two vocabularies, as Mozilla's Chinese, Japanese and Korean models do, and a
    shortlist; en-ja has one vocabulary for both sides and none.
    """
    source = tiny.vocabulary(*tiny.ZH_EN, *tiny.COPIED)
    target = tiny.vocabulary(*tiny.ZH_EN.values(), *tiny.COPIED)
    made = tiny.weights(source, target, decoder="ssru")
    zh_en = {
        "model.zhen.intgemm.alphas.bin": tiny.write_bin(
            made, tiny.config(source, target, decoder="ssru")
        ),
        "srcvocab.zhen.spm": source.model,
        "trgvocab.zhen.spm": target.model,
        "lex.50.50.zhen.s2t.bin": tiny.write_shortlist(source, target),
    }
    words = {"▁Home": "ホーム", "▁said": "述べた"}
    both = tiny.shared(words)
    made = tiny.weights(both, both, words, decoder="ssru")
    en_ja = {
        "model.enja.intgemm.alphas.bin": tiny.write_bin(
            made, tiny.config(both, both, decoder="ssru")
        ),
        "vocab.enja.spm": both.model,
    }
    return {"zh-en": zh_en, "en-ja": en_ja}
