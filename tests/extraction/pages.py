"""Small pages, and the text that comes of them."""

from langdu.article import block_text
from langdu.extraction import extract
from langdu.page import Page

#: Two paragraphs of a fictional town: enough prose for any page to have an article.
PROSE = (
    "<p>The new footbridge over the Alder was opened on Saturday, after three years of work and "
    "two winters in which the river would not let the builders in.</p>"
    "<p>It is open to walkers and to wheelchairs, and the town asks riders to push their bicycles "
    "until the second ramp is ready in the spring.</p>"
)
SENTENCES = (
    "The new footbridge over the Alder was opened on Saturday, after three years of work and "
    "two winters in which the river would not let the builders in.",
    "It is open to walkers and to wheelchairs, and the town asks riders to push their bicycles "
    "until the second ramp is ready in the spring.",
)


def texts(body: str, *, url: str = "https://alder.example/news/bridge.html") -> list[str]:
    """The texts of the blocks that a page with this body gives."""
    html = f'<html lang="en"><head><title>The bridge</title></head><body>{body}</body></html>'
    article = extract(Page(html, "html", url=url, base=url))
    return [block_text(block) for block in article.blocks]
