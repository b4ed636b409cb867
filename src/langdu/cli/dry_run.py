"""``langdu speak --dry-run``: what would be said, for reading instead of hearing."""

from langdu.cli import common
from langdu.cli.reading_aloud import Editions
from langdu.speech.reading import bilingual_order, reading_order
from langdu.speech.spoken import spoken_form


def print_spoken(editions: Editions, start: str | None) -> None:
    """Print each sentence of the body that is read: its id, a tab, its spoken form.

    Of two languages that are read together, in both. It needs no voice and no sound card. Raises
    :class:`~langdu.SpeechError` where ``start`` is unknown or there is nothing to read.
    """
    article, also = editions.first, editions.also
    if also is None:
        order = reading_order(article, start)
    else:
        order = bilingual_order(article, also, start, after=editions.also_after)
    body = {sentence.id for sentence in article.sentences}
    for utterance in order:
        if utterance.sentence.id in body:
            spoken = spoken_form(utterance.sentence.text, utterance.lang)
            common.echo(f"{utterance.sentence.id}\t{' '.join(spoken.text.split())}")
