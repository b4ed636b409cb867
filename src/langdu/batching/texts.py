"""The translations of an article: those that are there, those that persons made, the engine's."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from langdu.article import Article
from langdu.article_json import from_json
from langdu.batching.keys import TEXT, Unit, given_file
from langdu.batching.reading import load_text
from langdu.batching.task import Task
from langdu.batching.troubles import no_room
from langdu.errors import ArticleError, TranslationError
from langdu.languages import normalize
from langdu.translation.given import check_given


def translations(task: Task, article: Article) -> dict[str, Article]:
    """Language → translation in the order of the recipe, without those that failed."""
    targets = task.recipe.targets(article.lang)
    found: dict[str, Article] = {}
    machine: list[str] = []
    for target in targets:
        unit = Unit(target, TEXT)
        if task.is_made(unit) and (text := load_text(task.places, task.slug, target)):
            found[target] = text
        elif task.has_failed(unit):
            continue
        elif given := given_file(task.recipe, task.slug, target):
            _attempt(task, target, partial(_read, article, given, target), found)
        else:
            machine.append(target)
    if not _together(task, article, machine, found):
        for target in machine:
            _attempt(task, target, partial(task.reader.translate, article, target), found)
    return {target: found[target] for target in targets if target in found}


def _together(task: Task, article: Article, to: list[str], found: dict[str, Article]) -> bool:
    """Translate into several languages at once: they share steps. Says whether that went well."""
    if len(to) < 2:
        return False
    begun = time.perf_counter()
    try:
        made = task.reader.translate_all(article, to)
    except Exception as error:  # which language it was shows when they are tried one by one
        if full := no_room(error):
            raise full from error
        return False
    for text in made.values():
        task.keep_text(text, (time.perf_counter() - begun) / len(made))
    found.update(made)
    return True


def _attempt(
    task: Task, target: str, make: Callable[[], Article], found: dict[str, Article]
) -> None:
    begun = time.perf_counter()
    try:
        text = make()
    except Exception as error:  # an engine may fail in any way; the other languages go on
        task.fail(Unit(target, TEXT), error, begun)
    else:
        found[target] = text
        task.keep_text(text, time.perf_counter() - begun)


def _read(article: Article, file: Path, target: str) -> Article:
    try:
        translation = from_json(file.read_bytes())
        check_given(article, translation)
    except (ArticleError, TranslationError) as error:
        raise TranslationError(f"{file} is no translation of this article: {error}") from None
    if normalize(translation.lang) != target:
        raise TranslationError(f"{file} is in {translation.lang!r}, not in {target!r}")
    return translation
