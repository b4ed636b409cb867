"""The words of an edition, as its own page and those of the others ask for them.

Its sentences (for bilingual views), the same in traditional characters, and how their words are
read. They are many times a page's own text, and most readers want none: a file beside the page.
"""

from dataclasses import dataclass
from typing import Any, Final, Protocol

from langdu.article import Article
from langdu.publishing.labels import page_tag
from langdu.publishing.page_data import safe_json
from langdu.publishing.safe import clean_text

FILENAME: Final = "words.js"


class WordAids(Protocol):
    """Knows how words are read and else written; both take the language of the text."""

    def readings(self, text: str, lang: str, /) -> tuple[tuple[str, str], ...]:
        """The words of a text that have a reading, in its order, each with it."""
        ...

    def traditional(self, text: str, lang: str, /) -> str:
        """Chinese text in traditional characters; others as they are."""
        ...


@dataclass(frozen=True, slots=True)
class NoAids:
    """Knows nothing of words."""

    def readings(self, text: str, lang: str, /) -> tuple[tuple[str, str], ...]:
        """None."""
        return ()

    def traditional(self, text: str, lang: str, /) -> str:
        """The text itself."""
        return text


def write_words(article: Article, aids: WordAids) -> str:
    """The script of a file that hands the words over: other pages load it on demand."""
    return f"langduWords({words_json(article, aids)});\n"


def words_json(article: Article, aids: WordAids) -> str:
    """The words as JSON that can stand in a script element too."""
    return safe_json(_words(article, aids))


def _words(article: Article, aids: WordAids) -> dict[str, Any]:
    """``traditional`` and ``readings`` hold those sentences only for which there is something."""
    lang = article.lang
    sentences = {segment.id: clean_text(segment.text) for segment in article.segments}
    traditional = {name: aids.traditional(text, lang) for name, text in sentences.items()}
    readings = {name: aids.readings(text, lang) for name, text in sentences.items()}
    return {
        "lang": lang,
        "tag": page_tag(lang),
        "sentences": sentences,
        "traditional": {n: text for n, text in traditional.items() if text != sentences[n]},
        "readings": {name: found for name, found in readings.items() if found},
    }
