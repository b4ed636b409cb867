"""``langdu speak --dry-run``: what would be said, for reading instead of hearing."""

from langdu.article import Article
from langdu.cli import common
from langdu.speech.reading import reading_order
from langdu.speech.spoken import spoken_form


def print_spoken(article: Article, start: str | None) -> None:
    """Print each sentence of the body that is read: its id, a tab, its spoken form.

    It needs no voice and no sound card. Raises :class:`~langdu.SpeechError` where ``start`` is
    unknown or there is nothing to read.
    """
    body = {sentence.id for sentence in article.sentences}
    for utterance in reading_order(article, start):
        if utterance.sentence.id in body:
            spoken = spoken_form(utterance.sentence.text, article.lang)
            common.echo(f"{utterance.sentence.id}\t{' '.join(spoken.text.split())}")
