"""One source becomes an article, translations, audio and pages, each with its mark in the receipt.

What an earlier run made from the same is taken; a unit that fails costs itself only.
"""

import time

from langdu.article import Article, Figure
from langdu.batching.beside import look_at, pictures_beside
from langdu.batching.kept import Kept, Missing, Wish, is_remote
from langdu.batching.keys import TEXT, Keys, Unit
from langdu.batching.ledger import Ledger
from langdu.batching.orders import Done, Order, Wanted
from langdu.batching.pages import publish_article
from langdu.batching.places import Places
from langdu.batching.reading import Reading, load_text
from langdu.batching.sounds import tracks
from langdu.batching.task import Task, failure
from langdu.batching.texts import translations
from langdu.reader import Reader


def make(order: Order, keys: Keys, reader: Reader) -> Done | Wanted:
    """Make what is missing of a source. Raises :class:`NoRoom` where nothing can be written."""
    begun = time.perf_counter()
    places = Places(order.shop.site)
    kept = Kept(places.pages(order.source.slug))
    task = Task(order, keys, reader, places, Ledger(places, order.source), kept)
    reading = Reading(order, kept, keys)
    try:
        article = reading.article(task.ledger.receipt, places)
    except Missing as error:
        return Wanted((error.wish,))
    except Exception as error:  # a page may break anything; the others must go on
        mark = failure(error, keys.source(reading.content), begun)
        return Done((task.ledger.fail(mark, reading.content),))
    if wishes := _pictures(task, article):
        return Wanted(wishes)
    return _make(task, article, reading.content, begun)


def _make(task: Task, article: Article, content: str, begun: float) -> Done:
    page = task.order.source.path
    beside = pictures_beside(page, article)
    said = (segment.text for segment in article.segments)
    pictures = look_at(page, beside)
    task.units = task.keys.units(task.slug, content, article.lang, said, pictures)
    task.ledger.article(content, article.lang, beside)
    kept = task.is_made(Unit(article.lang, TEXT))
    if not kept or load_text(task.places, task.slug, article.lang) is None:
        task.keep_text(article, time.perf_counter() - begun)
    remarks: tuple[str, ...] = ()
    if task.recipe.cleans_only:
        text = task.places.text(task.slug, article.lang)
        file = (text.relative_to(task.places.site).as_posix(), text.stat().st_size)
        task.ledger.finish({}, task.units, files=(file,))
    else:
        editions = {article.lang: article, **translations(task, article)}
        spoken = tracks(task, editions)
        if not task.is_done():
            remarks = publish_article(task, list(editions.values()), spoken)
    return Done(task.ledger.outcomes(task.units), remarks)


def _pictures(task: Task, article: Article) -> tuple[Wish, ...]:
    """The pictures that must be fetched first."""
    if task.recipe.cleans_only:
        return ()
    figures = (block for block in article.blocks if isinstance(block, Figure))
    urls = dict.fromkeys(f.image for f in figures if f.image and is_remote(f.image))
    return tuple(
        Wish(url, picture=True)
        for url in urls
        if url not in task.order.failures and not task.kept.has(url)
    )
