"""What a user writes: checked by mypy --strict and pyright against the installed package."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import langdu

PLAIN: Final = langdu.Request()


def spoken(page: str, folder: Path) -> float:
    """Read a page, translate it, and say how long its English lasts."""
    article: langdu.Article = langdu.load(page)
    title: str | None = article.title
    with langdu.Reader(translator="argos", voice="pyttsx3") as reader:
        english = reader.translate(article, to="en")
        with reader.synthesize(english, rate=0.9) as audio:
            timeline: langdu.Timeline = audio.timeline
            audio.save(folder / f"{title or 'article'}.mp3")
            publication = langdu.publish([article, english], to=folder, audio={"en": audio})
    for sentence in english.sentences:
        print(sentence.id, sentence.text, [mark.kind for mark in sentence.marks])
    for check in english.translation.checks if english.translation else ():
        print(check.sentence, check.kind, check.expected, check.found)
    print(*publication.files, sep="\n")
    return timeline.duration


class Loud:
    """An engine of one's own is a translator by its shape."""

    name = "loud"

    def pairs(self) -> frozenset[tuple[str, str]]:
        """From English to English, so to say."""
        return frozenset({("en", "ru")})

    def model(self, source: str, target: str) -> langdu.Model:
        """The only one."""
        return langdu.Model("loud", "1")

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        request: langdu.Request = PLAIN,
    ) -> list[langdu.Translated]:
        """Louder."""
        return [langdu.Translated(text.upper()) for text in texts]

    def close(self) -> None:
        """Nothing to close."""


def engine() -> langdu.Translator:
    """The shape is checked here."""
    return Loud()
