"""Text and marks inside one line of Markdown, such that what is read back is the text."""

import html
import re
from collections.abc import Iterable
from typing import Final

from langdu.publishing.inline import Inline, plain
from langdu.publishing.safe import clean_text

#: Where a sentence ends, for langdu; renderers may break a line there.
END: Final = "<wbr>"
_SPACES: Final = re.compile(r"[ \t\n]+")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>~|#]|&(?=#?\w+;)|!$")
_LINE_START: Final = re.compile(r"(\d{1,9})(?=[.)])|(?=[-+=])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_TAGS: Final = frozenset({"strong", "em", "sub", "sup"})
_SIGNS: Final = {"strong": "**", "em": "*"}.get


def escape(text: str) -> str:
    """The text on one line, with every sign of Markdown taken literally."""
    return _SPECIAL.sub(r"\\\g<0>", _SPACES.sub(" ", text))


def at_line_start(line: str) -> str:
    """The line, kept from beginning a list or a rule."""
    return _LINE_START.sub(r"\1\\", line, count=1) if _LINE_START.match(line) else line


def link(text: str, url: str) -> str:
    """A link; ``text`` is Markdown already, ``url`` a safe address."""
    return f"[{text}]({_destination(url)})"


def image(alt: str, url: str, original: str | None = None) -> str:
    """A picture; ``alt`` is Markdown already, ``url`` a safe address.

    ``original``: the safe address of the picture that ``url`` is a copy of, kept as the title.
    """
    title = f' "{_ENTITY.sub("&amp;", original)}"' if original and original != url else ""
    return f"![{alt}]({_destination(url)}{title})"


def fenced(text: str) -> str:
    """A code block with a fence that is longer than any in the text."""
    text = clean_text(text)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}\n{text.removesuffix(chr(10))}\n{fence}"


def merged(nodes: Iterable[Inline]) -> list[Inline]:
    """The nodes with neighbouring texts joined: signs may meet where two sentences do."""
    out: list[Inline] = []
    for node in nodes:
        if out and isinstance(node, str) and isinstance(out[-1], str):
            out[-1] += node
        else:
            out.append(node)
    return out


def spans(nodes: Iterable[Inline], inside: frozenset[str] = frozenset()) -> str:
    """The nodes as Markdown; ``inside`` are the kinds of marks around them."""
    out = ""
    for node in nodes:
        if isinstance(node, str):
            out += escape(node)
            continue
        inner = spans(node.children, inside | {node.kind})
        if node.kind == "note":
            # the sign that the source has in its place stands in the title
            sign = _attribute(plain(node.children))
            out += rf'<sup id="ref{node.value}" title="{sign}">\[{node.value}\]</sup>'
        elif node.kind == "end":
            out += END
        elif node.kind == "ruby":
            reading = escape(node.value or "")
            out += f"<ruby>{inner}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"
        elif node.kind == "lang":
            out += f'<span lang="{node.value}">{inner}</span>'
        elif node.kind == "link" and inner.strip():
            out += link(inner, node.value or "")
        elif node.kind in _TAGS and node.kind not in inside:
            out += _emphasis(node.kind, inner, out[-1:])
        else:
            out += inner
    return out


def _emphasis(kind: str, inner: str, before: str) -> str:
    """Stars where they surely work, else a tag.

    CommonMark looks at what stands around stars, and **“Chinese quotes”** closed before a letter
    are no emphasis to it.
    """
    sign = _SIGNS(kind)
    if sign and inner[:1].isalnum() and inner[-1:].isalnum() and before != "*":
        return f"{sign}{inner}{sign}"
    return f"<{kind}>{inner}</{kind}>"


def _attribute(text: str) -> str:
    """The text for an attribute; a bar would end the cell of a table."""
    return html.escape(_SPACES.sub(" ", text)).replace("|", "&#124;")


def _destination(url: str) -> str:
    url = _ENTITY.sub("&amp;", url)
    return f"<{url}>" if re.search(r"[()]", url) else url
