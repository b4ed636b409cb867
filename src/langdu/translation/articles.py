"""Article → articles in other languages, with the same block and sentence ids."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from langdu.article import Article, Check, Mark, Sentence, Translation, map_segments
from langdu.errors import MissingModel, TranslationError
from langdu.languages import is_spaced, normalize
from langdu.translation.aids import NO_AIDS, Aids
from langdu.translation.anchors import anchors
from langdu.translation.checks.running import run
from langdu.translation.facts import Demands, study
from langdu.translation.marks import place_marks
from langdu.translation.paths import shortest
from langdu.translation.translator import Translator, never
from langdu.translation.ways import Done, Ways


def translate_article(
    article: Article,
    targets: Sequence[str],
    translator: Translator,
    *,
    aids: Aids = NO_AIDS,
    progress: Callable[[str, str], None] | None = None,
    cancelled: Callable[[], bool] = never,
) -> dict[str, Article]:
    """Translate an article into each of ``targets``; the result maps code → article.

    Title, captions, alternative texts, list items and table cells are translated like every
    sentence; code is left alone. What the checks find is in ``translation.checks``. A sentence for
    which the engine gives nothing keeps its source text, marked with its language: it is never
    published as silence. ``progress`` is called with each step (from, to) before it is taken, and
    ``cancelled`` is asked between batches.

    Raises :class:`MissingModel` before any work where a target cannot be reached,
    :class:`TranslationError` where the engine breaks its promise, and
    :class:`~langdu.Cancelled` where the work was called off.
    """
    source = normalize(article.lang)
    codes = list(dict.fromkeys(normalize(target) for target in targets))
    ways = {code: find_way(translator, source, code) for code in codes}
    facts = study(article.segments, source)
    marked = frozenset(segment.id for segment in article.segments if segment.marks)
    work = Ways(facts, marked, translator, aids, progress=progress, cancelled=cancelled)
    return {
        code: _assemble(article, way, work.translate(way, list(facts)), work, translator)
        for code, way in ways.items()
    }


def find_way(translator: Translator, source: str, target: str) -> tuple[str, ...]:
    """The languages from source to target. Raises :class:`MissingModel` naming what to install."""
    if source == target:
        raise TranslationError(f"the article is already in {target!r}: name another language")
    way = shortest(translator.pairs(), source, target)
    if way is None:
        advice = _advice(translator.name, source, target)
        raise MissingModel(f"no model leads from {source!r} to {target!r}{advice}")
    return way


def _advice(engine: str, source: str, target: str) -> str:
    """The command that installs what is missing, for the engines whose models it installs."""
    if engine not in ("argos", "firefox"):
        return f" with the engine {engine!r}: give it another model, or take another engine"
    option = "" if engine != "firefox" else "--engine firefox "
    direct = f"{source}-{target}"
    through = f"{source}-en en-{target}" if "en" not in (source, target) else direct
    return f"; install with: langdu models add {option}{through}"


def _assemble(
    article: Article,
    way: tuple[str, ...],
    done: Mapping[str, Done],
    work: Ways,
    translator: Translator,
) -> Article:
    source, target = way[0], way[-1]
    checks: list[Check] = []

    def change(sentence: Sentence) -> Sentence:
        found = done.get(sentence.id)
        if found is None:
            return sentence
        demands = work.demands(sentence.id, target)
        checks.extend(
            run(demands, found.text, found.score) if found.checks is None else found.checks
        )
        if not found.text:
            foreign = Mark("lang", 0, len(sentence.text), source)
            return replace(sentence, marks=(*sentence.marks, foreign))
        marks = _marks(sentence, demands, found)
        gap = _gap(sentence.text, target) if _next_id(sentence.id) in done else ""
        return Sentence(sentence.id, found.text + gap, marks)

    translated = map_segments(article, change)
    models = tuple(translator.model(a, b) for a, b in pairwise(way))
    origin = Translation(source, translator.name, models, tuple(checks))
    return replace(translated, lang=target, translation=origin)


def _marks(sentence: Sentence, demands: Demands, found: Done) -> tuple[Mark, ...]:
    if not sentence.marks:
        return ()
    lead = len(sentence.text) - len(sentence.text.lstrip())
    own = [
        replace(mark, start=max(0, mark.start - lead), end=max(0, mark.end - lead))
        for mark in sentence.marks
    ]
    links = (*found.links, *anchors(demands, found.text))
    return place_marks(demands.facts.text, own, found.text, demands.target, links)


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
