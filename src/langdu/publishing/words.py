"""The text of an edition for the pages of the others: their bilingual view and captions."""

from typing import Any, Final

from langdu.article import Article
from langdu.publishing.labels import page_tag
from langdu.publishing.page_data import safe_json
from langdu.publishing.safe import clean_text

FILENAME: Final = "words.js"


def write_words(article: Article) -> str:
    """The script of a file that hands the words over: other pages load it on demand."""
    return f"langduWords({words_json(article)});\n"


def words_json(article: Article) -> str:
    """The words as JSON that can stand in a script element too."""
    return safe_json(_words(article))


def _words(article: Article) -> dict[str, Any]:
    return {
        "lang": article.lang,
        "tag": page_tag(article.lang),
        "sentences": {s.id: clean_text(s.text) for s in article.segments},
        "traditional": {},
        "readings": {},
    }
