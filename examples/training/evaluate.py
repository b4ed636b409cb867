"""Check demo packages: every sentence of the demo page must come out exactly.

    python examples/training/evaluate.py examples/models

Prints, for each package and beam size, how many of the page's texts are exact, and how many of
100 unseen template fills are; exits with 1 where a text of the page is not.
"""

import json
import random
import sys
import tempfile
import zipfile
from pathlib import Path

import corpus
import ctranslate2
import page
import sentencepiece


def unseen(count: int) -> list[corpus.Row]:
    """Template fills that training did not see."""
    generator = random.Random(999)
    seen = {row[0] for row in corpus.rows(4000)}
    rows: list[corpus.Row] = []
    while len(rows) < count:
        row = corpus.fill(generator, generator.choice(corpus.TEMPLATES))
        if row[0] not in seen:
            rows.append(row)
    return rows


def evaluate(file: Path) -> bool:
    """Print one package's figures; whether the whole page is exact at every beam size."""
    with tempfile.TemporaryDirectory() as work, zipfile.ZipFile(file) as archive:
        archive.extractall(work)
        folder = next(Path(work).iterdir())
        metadata = json.loads((folder / "metadata.json").read_text())
        pieces = sentencepiece.SentencePieceProcessor(model_file=f"{folder}/sentencepiece.model")
        translator = ctranslate2.Translator(str(folder / "model"), device="cpu")
        source, target = metadata["from_code"], metadata["to_code"]
        i, j = corpus.LANGS.index(source), corpus.LANGS.index(target)
        sets = {
            "page": page.page_pairs(source, target, corpus.LANGS),
            "unseen": [(row[i], row[j]) for row in unseen(100)],
        }
        exact = True
        for beam in (1, 2, 4):
            for name, pairs in sets.items():
                results = translator.translate_batch(
                    [pieces.encode(a, out_type=str) for a, _ in pairs],
                    beam_size=beam,
                    length_penalty=0.2,
                )
                texts = [pieces.decode_pieces(r.hypotheses[0]).strip() for r in results]
                wrong = [(b, t) for (_, b), t in zip(pairs, texts, strict=True) if t != b]
                right = len(pairs) - len(wrong)
                print(f"{source}-{target} beam {beam} {name}: {right} of {len(pairs)}")
                if name == "page" and wrong:
                    exact = False
                    print("\n".join(f"   {b}\n-> {t}" for b, t in wrong))
    return exact


if __name__ == "__main__":
    outcomes = [evaluate(file) for file in sorted(Path(sys.argv[1]).glob("*.argosmodel"))]
    sys.exit(0 if outcomes and all(outcomes) else 1)
