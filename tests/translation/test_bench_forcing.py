"""The words that `make bench-translation` forces are a translation that no check asks again for."""

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.translation import article, forcing
from langdu.article import Model
from langdu.translation import translate_article
from langdu.translation.translator import PLAIN, Request, Translated

STEPS = frozenset({("zh", "en"), ("en", "ja"), ("en", "ko"), ("en", "ru")})


class Forced:
    """An engine that says the forced words; its pieces are words, two hanzi, signs."""

    name = "forced"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def pairs(self) -> frozenset[tuple[str, str]]:
        return STEPS

    def model(self, source: str, target: str) -> Model:
        return Model(f"{source}-{target}")

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        self.asked += [(source, target)] * len(texts)
        known, end = forcing.SAID[target]
        cut = (re.findall(r"[a-z]+|[\u4e00-\u9fff]{1,2}|[^\w\s]", text) for text in texts)
        said = ("".join(forcing.words(pieces, known, end)) for pieces in cut)
        return [Translated(text.replace("▁", " ").strip()) for text in said]

    def close(self) -> None:
        pass


def test_nothing_is_asked_for_again() -> None:
    engine = Forced()
    translate_article(article.make(), ("en", "ja", "ko", "ru"), engine)
    assert {step: engine.asked.count(step) for step in STEPS} == dict.fromkeys(STEPS, 150)


def test_the_words_are_those_of_the_package_s_language(packages: Path) -> None:
    for folder in packages.iterdir():
        if (folder / "model").is_dir():
            forced = forcing.ForcedTranslator(str(folder / "model"))
            assert f"_{forced.target}" in folder.name
