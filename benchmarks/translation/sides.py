"""One side of the comparison in a process of its own: ``python -m benchmarks.translation.sides``.

It loads its models, translates a little, says that it is ready, and then translates the whole
article for every line that it gets; it answers each with one line of JSON. So two sides can take
turns in one run, and the high-water mark of a process's memory is that of one side.
"""

import functools
import json
import os
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.translation import article, forcing
from langdu.article import Article

TARGETS = ("en", "ja", "ko", "ru")


def langdu(packages: Path, settings: dict[str, Any]) -> Callable[[Article], object]:
    """What users call: ``translate_article`` with an ArgosTranslator, all languages in one call."""
    from langdu.translation import translate_article
    from langdu.translation.engines.argos import ArgosTranslator

    translator = ArgosTranslator(packages, beam=settings.get("beam", 4))
    return lambda text: translate_article(text, TARGETS, translator)


def remembering(packages: Path, settings: dict[str, Any]) -> Callable[[Article], object]:
    """As ``langdu``, with a translation memory that is empty at first."""
    from langdu.translation import translate_article
    from langdu.translation.aids import Aids
    from langdu.translation.engines.argos import ArgosTranslator
    from langdu.translation.memory import Memory

    translator = ArgosTranslator(packages, beam=settings.get("beam", 4))
    aids = Aids(memory=Memory(packages.parent / "memory.sqlite"))
    return lambda text: translate_article(text, TARGETS, translator, aids=aids)


def engine(packages: Path, settings: dict[str, Any]) -> Callable[[Article], object]:
    """The engine alone: each step once, without checks and marks; and with other settings."""
    from langdu.translation.engines import argos, batches

    chosen = {key: settings[key] for key in ("intra", "compute") if key in settings}
    argos.load = functools.partial(argos.load, **chosen)
    translator = argos.ArgosTranslator(
        packages,
        threads=settings.get("inter", 0),
        beam=settings.get("beam", 4),
        models=settings.get("models", 1),
    )
    if tokens := settings.get("tokens"):
        plain = batches.packed
        batches.packed = lambda lengths, threads: plain(lengths, 1, fewest=tokens, most=tokens)
    if settings.get("unsorted"):
        batches.packed = lambda lengths, threads: _unsorted(lengths, batches.FEWEST)

    def run(text: Article) -> object:
        chinese = [sentence.text for sentence in text.segments]
        english = [result.text for result in translator.translate(chinese, "zh", "en")]
        return [translator.translate(english, "en", target) for target in TARGETS[1:]]

    return run


def argos_paragraphs(packages: Path, settings: dict[str, Any]) -> Callable[[Article], object]:
    """argostranslate, paragraph by paragraph for each language: seven passes."""
    ways = _argos(packages, settings)
    return lambda text: [
        way.translate(paragraph) for way in ways for paragraph in article.paragraphs(text)
    ]


def argos_whole(packages: Path, settings: dict[str, Any]) -> Callable[[Article], object]:
    """argostranslate, the whole text in one call for each language."""
    ways = _argos(packages, settings)
    return lambda text: [way.translate("\n".join(article.paragraphs(text))) for way in ways]


def _argos(packages: Path, settings: dict[str, Any]) -> list[Any]:
    """argostranslate's way to each language.

    Its splitter would have to be downloaded; it gets one for nothing, which finds the sentences
    that langdu has too.
    """
    os.environ["ARGOS_PACKAGES_DIR"] = str(packages)
    os.environ["ARGOS_BEAM_SIZE"] = str(settings.get("beam", 4))
    from argostranslate import translate

    languages = {language.code: language for language in translate.get_installed_languages()}
    ways = [languages["zh"].get_translation(languages[target]) for target in TARGETS]
    for source, target in (("zh", "en"), ("en", "ja"), ("en", "ko"), ("en", "ru")):
        way = languages[source].get_translation(languages[target])
        way.underlying.sentencizer = _Splitter()
    return ways


class _Splitter:
    def split_sentences(self, text: str) -> list[str]:
        return re.findall(r"[^。.]+[。.]", text)


def _unsorted(lengths: list[int], most: int) -> list[list[int]]:
    batches: list[list[int]] = []
    for index in range(len(lengths)):
        if (
            batches
            and (len(batches[-1]) + 1) * max(lengths[i] for i in [*batches[-1], index]) <= most
        ):
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


SIDES = {
    "langdu": langdu,
    "langdu with memory": remembering,
    "engine": engine,
    "argostranslate by paragraph": argos_paragraphs,
    "argostranslate, whole text": argos_whole,
}


def main() -> None:
    """Answer lines until there are no more."""
    name, packages, settings = sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3])
    forcing.patch()
    run = SIDES[name](packages, settings)
    run(article.make(12, seed=3))
    print("ready", flush=True)
    for line in sys.stdin:
        text = article.make(int(line))
        before = forcing.ForcedTranslator.decoded
        begin, work = time.perf_counter(), time.process_time()
        run(text)
        answer = {
            "wall": time.perf_counter() - begin,
            "cpu": time.process_time() - work,
            "pieces": forcing.ForcedTranslator.decoded - before,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
