"""Article → articles in other languages, with the same block and sentence ids.

All sentences of an article go to the engine in one call per step, and a step that several targets
share (zh→en on the way to ja, ko and ru) is taken once.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from langdu.article import Article, Check, Mark, Sentence, Translation, map_segments
from langdu.errors import MissingModel, TranslationError
from langdu.languages import is_spaced, normalize
from langdu.translation.paths import shortest
from langdu.translation.translator import Translator

#: A check of this kind: the engine gave nothing for a sentence that says something.
EMPTY = "empty"


def translate_article(
    article: Article,
    targets: Sequence[str],
    translator: Translator,
    *,
    progress: Callable[[str, str], None] | None = None,
) -> dict[str, Article]:
    """Translate an article into each of ``targets``; the result maps code → article.

    Title, captions, alternative texts, list items and table cells are translated like every
    sentence; code is left alone. A sentence for which the engine gives nothing keeps its source
    text, marked with its language, and is flagged in ``translation.checks``: it is never published
    as silence. ``progress`` is called with each step (from, to) before it is taken.

    Raises :class:`MissingModel` before any work where a target cannot be reached, and
    :class:`TranslationError` where the engine breaks its promise.
    """
    source = normalize(article.lang)
    codes = list(dict.fromkeys(normalize(target) for target in targets))
    ways = {code: find_way(translator, source, code) for code in codes}
    segments = article.segments
    texts: dict[tuple[str, ...], list[str]] = {
        (source,): [segment.text.strip() for segment in segments]
    }
    for way in ways.values():
        for length in range(2, len(way) + 1):
            done, step = way[: length - 1], way[:length]
            if step not in texts:
                if progress:
                    progress(step[-2], step[-1])
                texts[step] = _step(translator, texts[done], step[-2], step[-1])
    return {
        code: _assemble(article, source, way, texts[way], translator) for code, way in ways.items()
    }


def find_way(translator: Translator, source: str, target: str) -> tuple[str, ...]:
    """The languages from source to target. Raises :class:`MissingModel` naming what to install."""
    if source == target:
        raise TranslationError(f"the article is already in {target!r}: name another language")
    way = shortest(translator.pairs(), source, target)
    if way is None:
        direct = f"{source}-{target}"
        through = f"{source}-en en-{target}" if "en" not in (source, target) else direct
        raise MissingModel(
            f"no model leads from {source!r} to {target!r}; "
            f"install with: langdu models add {through}"
        )
    return way


def _step(translator: Translator, texts: list[str], source: str, target: str) -> list[str]:
    """One pass of an engine over the texts that say something; nothing stays nothing."""
    wanted = [index for index, text in enumerate(texts) if text]
    results = translator.translate([texts[index] for index in wanted], source, target)
    if len(results) != len(wanted):
        raise TranslationError(
            f"{translator.name} gave {len(results)} translations for {len(wanted)} sentences "
            f"({source} to {target}); nothing was kept"
        )
    out = [""] * len(texts)
    for index, result in zip(wanted, results, strict=True):
        out[index] = " ".join(result.text.split())
    return out


def _assemble(
    article: Article,
    source: str,
    way: tuple[str, ...],
    translations: list[str],
    translator: Translator,
) -> Article:
    by_id = {segment.id: text for segment, text in zip(article.segments, translations, strict=True)}
    target = way[-1]
    checks: list[Check] = []

    def change(sentence: Sentence) -> Sentence:
        text = by_id[sentence.id]
        if not sentence.text.strip():
            return sentence
        if not text:
            checks.append(Check(sentence.id, EMPTY, sentence.text.strip(), None))
            foreign = Mark("lang", 0, len(sentence.text), source)
            return replace(sentence, marks=(*sentence.marks, foreign))
        marks = _whole_marks(sentence, text)
        gap = _gap(sentence.text, target) if _next_id(sentence.id) in by_id else ""
        return Sentence(sentence.id, text + gap, marks)

    translated = map_segments(article, change)
    models = tuple(translator.model(a, b) for a, b in pairwise(way))
    origin = Translation(source, translator.name, models, tuple(checks))
    return replace(translated, lang=target, translation=origin)


def _next_id(name: str) -> str:
    """The id of the sentence after one in its block: ``b3.s1`` → ``b3.s2``."""
    head, _, last = name.rpartition(".s")
    return f"{head}.s{int(last) + 1}" if head and last.isdigit() else ""


def _gap(source_text: str, target: str) -> str:
    """The white space after a translated sentence: joined sentences must not run together."""
    tail = source_text[len(source_text.rstrip()) :]
    if "\n" in tail:
        return "\n"
    return " " if tail or is_spaced(target) else ""


def _whole_marks(sentence: Sentence, text: str) -> tuple[Mark, ...]:
    """The marks of a translated sentence, where it is not known on which words they land.

    Links and notes keep the whole sentence; a note whose sign, ``[1]``, came through keeps that.
    Emphasis stays when it spanned all of it; sub, sup and ruby only make sense on their own words
    and go.
    """
    size = len(sentence.text.rstrip())
    kept = []
    for mark in sentence.marks:
        everything = mark.start == 0 and mark.end >= size
        if mark.kind in ("link", "note") or (everything and mark.kind in ("strong", "em")):
            sign = sentence.text[mark.start : mark.end]
            start, end = 0, len(text)
            if mark.kind == "note" and not sign.isalnum() and text.count(sign) == 1:
                start = text.index(sign)
                end = start + len(sign)
            kept.append(replace(mark, start=start, end=end))
    return tuple(kept)
