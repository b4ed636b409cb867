"""A page of a few elements, and its blocks as lines: what the tests of one rule look at."""

from langdu.extraction import extract
from langdu.page import Page

from .golden import render

#: Prose above and below, so that there is an article whatever stands between.
ABOVE = "The harbour was quiet that morning, and nobody had seen the boat leave the quay."
BELOW = "By noon the wind had turned, and the first of the crews came back with their nets."
URL = "https://e.example/a/page.html"


def blocks(middle: str, *, lang: str = "en", above: str = ABOVE, below: str = BELOW) -> list[str]:
    """The blocks between two paragraphs of prose, without their ids."""
    html = (
        f'<html lang="{lang}"><head><title>The quay</title></head><body><h1>The quay</h1>'
        f'<article class="post"><p>{above}</p>{middle}<p>{below}</p></article></body></html>'
    )
    lines = render(extract(Page(html, url=URL, base=URL))).split("\n\n", 1)[1].splitlines()
    plain = [line.partition(" ")[2] if not line.startswith(" ") else line for line in lines]
    assert plain[0].startswith(f"paragraph | {above[:20]}")
    assert plain[-1].startswith(f"paragraph | {below[:20]}")
    return plain[1:-1]
