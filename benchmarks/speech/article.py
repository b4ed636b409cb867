"""What is read: the real article where it lies beside the repository, else the example."""

from dataclasses import replace
from pathlib import Path

import langdu
from langdu.article import Article, Paragraph
from langdu.sentences import to_sentences
from langdu.speech.reading import reading_order

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "bench" / "portal-article.txt"
EXAMPLE = ROOT / "examples" / "portal" / "article.html"
#: The real article has some 5,000 characters; the example is read several times over.
_LENGTH = 5000
_ENGLISH = (
    "The city opened three new parks this spring. ",
    "Residents walk there in the morning, and schools hold their classes under the trees. ",
    "In April alone, more than forty thousand people came. ",
)


def chinese() -> tuple[Article, str]:
    """The article, and where it is from."""
    if REAL.exists():
        return langdu.load(REAL), "the real article"
    page = langdu.load(EXAMPLE)
    body = "".join(utterance.sentence.text for utterance in reading_order(page))
    times = _LENGTH // len(body) + 1
    blocks = (Paragraph(f"b{i}", to_sentences(f"b{i}", body, "zh")) for i in range(1, times + 1))
    return replace(page, blocks=tuple(blocks)), f"the example, {times} times"


def english() -> Article:
    """An article that takes about as long to make."""
    text = "".join(_ENGLISH * 3)
    blocks = (Paragraph(f"b{i}", to_sentences(f"b{i}", text, "en")) for i in range(1, 34))
    return Article("en", tuple(blocks))


def as_text(article: Article) -> str:
    """What is read of it, as one text."""
    return "\n".join(utterance.sentence.text for utterance in reading_order(article))
