"""The reader as a part of a portal's own page: no document, and style that stays within.

Every selector of the style is brought below one class, so that it changes nothing around the
fragment; what the pages say of their root, the fragment says of its outermost element.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from langdu.publishing.assets import FOLDER, linked, reader_style
from langdu.publishing.editions import Edition
from langdu.publishing.pages import write_edition

SCOPED: Final = "fragment.css"

_SCOPE: Final = ".langdu"
#: What a rule says of the page as a whole: its root, by name or by a setting that it has.
_ROOT: Final = re.compile(r"(?::root)+|html\b|body\b|(?=(?::is\()?\[data-)")
#: The comma between two selectors, and not one within brackets.
_COMMA: Final = re.compile(r",(?![^(\[]*[)\]])")
#: What the page around says of its own text is not for ours.
_RESET: Final = (
    f"{_SCOPE} :is(h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, table, th, td, caption, "
    "blockquote, figure, figcaption, header, section, article) {\n"
    "color: inherit; background: none; border: 0; padding: 0; font-family: inherit; "
    "text-align: inherit; text-transform: none;\n}\n"
)
#: A page of somebody else's has another size of text; ours begins at 18 pixels.
_OWN: Final = f"{_SCOPE} {{ --rem: 18px; font-size: 18px; padding: 0; text-align: start; }}\n"


def write_fragment(edition: Edition) -> str:
    """The edition as a fragment for the ``<body>`` of a page.

    Its addresses are those of a page in its folder. Raises
    :class:`~langdu.errors.PublishError` for ids that no page can have.
    """
    return write_edition(edition, "fragment.html.j2", linked(edition.assets or f"../{FOLDER}/"))


@cache
def scoped_style() -> str:
    """The style of the pages with every selector below ``.langdu``."""
    return _RESET + "".join(_scoped(reader_style())) + _OWN


def _scoped(style: str) -> Iterator[str]:
    """The rules of a style sheet, or of a group within one, scoped."""
    for head, body in _rules(style):
        if head.startswith(("@media", "@supports", "@container")):
            yield f"{head} {{\n{''.join(_scoped(body))}}}\n"
        elif not head.startswith("@page"):  # the page is not ours
            yield f"{', '.join(map(_selector, _COMMA.split(head)))} {{{body}}}\n"


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """The head and the body of each rule; braces within are in pairs."""
    at = 0
    while (opened := style.find("{", at)) >= 0:
        depth, end = 1, opened + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(style[end], 0)
            end += 1
        yield style[at:opened].strip(), style[opened + 1 : end - 1]
        at = end


def _selector(selector: str) -> str:
    selector = selector.strip()
    root = _ROOT.match(selector)
    return _SCOPE + selector[root.end() :] if root else f"{_SCOPE} {selector}"
