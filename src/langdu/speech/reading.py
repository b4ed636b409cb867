"""What of an article is read, in which order, and where the reader draws breath."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from langdu.article import Article, Block, Figure, Heading, Sentence, block_sentences, block_text
from langdu.errors import SpeechError
from langdu.languages import normalize
from langdu.speech.voice import is_speakable

# Pauses in seconds at the normal speed; a faster reading shortens them with the speech, because
# silence that stays long is what listeners at high speeds complain of.
#: A breath: newsreaders take about half a second between two sentences.
SENTENCE_PAUSE: Final = 0.45
#: Between a sentence and its translation: as between two sentences, since the voice changes.
TRANSLATION_PAUSE: Final = SENTENCE_PAUSE
#: Between items of a list, cells of a table, a picture's description and its caption: a little
#: more, so that two of them are not heard as one sentence.
ITEM_PAUSE: Final = 0.6
#: A new paragraph: about twice a sentence's, which is how a listener hears that one begins.
PARAGRAPH_PAUSE: Final = 0.9
#: After a heading, so that it is heard as one and not as the first sentence of its section.
HEADING_PAUSE: Final = 1.1
#: After the title: the listener settles.
TITLE_PAUSE: Final = 1.4


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to say, the pause after it in seconds at the normal speed, and its language."""

    sentence: Sentence
    pause: float
    lang: str


@dataclass(frozen=True, slots=True)
class _Place:
    sentence: Sentence
    block: Block | None  # None: the title
    group: str  # what it shares with the sentences of its own paragraph, item or cell


def reading_order(article: Article, start: str | None = None) -> tuple[Utterance, ...]:
    """What is read: the title, then every segment in order, from ``start`` if that is given.

    ``start`` is the id of a sentence, or of a block or a part of one (``b4``, ``b4.i2``); a block
    without text stands for what follows it. A picture's alternative text is not read where it
    says the same as the caption. There is no pause after the last one. Raises
    :class:`SpeechError` for an unknown id, and where there is nothing to read.
    """
    places = tuple(_places(article))
    if start is not None:
        places = places[_position(article, places, start) :]
    heard = [place for place in places if not _repeats_caption(place)]
    if not heard:
        raise SpeechError("there is nothing to read in this article")
    pauses = [_pause(one, following) for one, following in pairwise(heard)]
    return tuple(
        Utterance(place.sentence, pause, article.lang)
        for place, pause in zip(heard, [*pauses, 0.0], strict=True)
    )


def bilingual_order(
    article: Article, also: Article, start: str | None = None, *, after: bool = False
) -> tuple[Utterance, ...]:
    """The reading order of ``article``, each sentence after the same one of ``also``.

    ``after``: before it. A sentence that ``also`` lacks, or has nothing to say in, is heard once.
    Raises :class:`SpeechError` where both are in one language, or have no sentence in common, and
    as :func:`reading_order` does.
    """
    if normalize(article.lang) == normalize(also.lang):
        raise SpeechError(
            f"both articles are in {article.lang!r}: two languages are needed to read both"
        )
    others = {sentence.id: sentence for sentence in also.segments if is_speakable(sentence.text)}
    order = reading_order(article, start)
    if not any(utterance.sentence.id in others for utterance in order):
        raise SpeechError(
            f"the article in {also.lang!r} has none of the sentences of that in {article.lang!r}: "
            "give an article and its own translation"
        )
    return tuple(
        each
        for utterance in order
        for each in _both(utterance, others.get(utterance.sentence.id), also.lang, after)
    )


def _both(
    utterance: Utterance, other: Sentence | None, lang: str, after: bool
) -> tuple[Utterance, ...]:
    if other is None:
        return (utterance,)
    if after:
        return (
            replace(utterance, pause=TRANSLATION_PAUSE),
            Utterance(other, utterance.pause, lang),
        )
    return Utterance(other, TRANSLATION_PAUSE, lang), utterance


def _places(article: Article) -> Iterator[_Place]:
    if article.title:
        yield _Place(Sentence("title", article.title), None, "title")
    for block in article.blocks:
        if isinstance(block, Figure) and block.alt:
            alt = f"{block.id}.alt"
            yield _Place(Sentence(alt, block.alt), block, alt)
        for sentence in block_sentences(block):
            yield _Place(sentence, block, sentence.id.rpartition(".")[0])


def _position(article: Article, places: Sequence[_Place], start: str) -> int:
    for index, place in enumerate(places):
        if place.sentence.id == start or place.sentence.id.startswith(f"{start}."):
            return index
    blocks = [block.id for block in article.blocks]
    if start not in blocks:
        raise SpeechError(f"there is no sentence or block {start!r} in this article to start at")
    after = set(blocks[blocks.index(start) :])
    found = (i for i, place in enumerate(places) if place.block and place.block.id in after)
    return next(found, len(places))


def _repeats_caption(place: _Place) -> bool:
    block = place.block
    is_alt = isinstance(block, Figure) and place.group == f"{block.id}.alt"
    return is_alt and block is not None and place.sentence.text.strip() == block_text(block).strip()


def _pause(one: _Place, following: _Place) -> float:
    if one.block is None:
        return TITLE_PAUSE
    if one.block is not following.block:
        return HEADING_PAUSE if isinstance(one.block, Heading) else PARAGRAPH_PAUSE
    return SENTENCE_PAUSE if one.group == following.group else ITEM_PAUSE
