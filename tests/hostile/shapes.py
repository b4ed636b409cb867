"""Pages of one shape and any size, each made to cost too much where something is not linear."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

#: A text around each shape, so that there is an article whatever the shape does.
_PROSE: Final = (
    "<p>There is a paragraph here, and it is long enough to be prose in every respect.</p>"
)
_TAGS: Final = (
    "div span b a p ul><li ol><li ul blockquote table><tr><td ruby><rt ruby font section article "
    "h1 figure pre center td li dl><dd sup em label nav aside"
).split()
_VOID: Final = ("br", "img src=a.jpg", "meta name=author content=x", "hr", "input", "link rel=x")
_MEGABYTE: Final = 1_000_000


def _page(body: str, head: str = "") -> str:
    return (
        f"<html><head><title>A page</title>{head}</head><body>{_PROSE}{body}{_PROSE}</body></html>"
    )


def _nested(tag: str) -> Callable[[int], str]:
    return lambda n: _page(f"<{tag}>" * n + "deep.")


def _nested_words(tag: str) -> Callable[[int], str]:
    return lambda n: _page("".join(f"<{tag}>word {i}" for i in range(n)))


def _siblings(tag: str) -> Callable[[int], str]:
    closing = "".join(f"</{part}>" for part in reversed(tag.split("><")))
    return lambda n: _page("".join(f"<{tag}>words, {i}{closing}" for i in range(n)))


def _void(tag: str) -> Callable[[int], str]:
    return lambda n: _page(f"<{tag}>" * n)


def _classed(names: str) -> Callable[[int], str]:
    return lambda n: _page("".join(f'<div class="{names} c{i}">words, {i}</div>' for i in range(n)))


#: Shapes of so many elements.
ELEMENTS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {f"nested {tag}": _nested(tag) for tag in _TAGS}
    | {
        f"nested words {tag}": _nested_words(tag)
        for tag in ("div", "b", "a", "blockquote", "ul><li")
    }
    | {f"siblings {tag}": _siblings(tag) for tag in _TAGS}
    | {f"siblings {tag}": _void(tag) for tag in _VOID}
    | {f"classes {n}": _classed(n) for n in ("comments", "lead", "video-box", "article-content")}
    | {
        "texts": lambda n: _page("".join(f"text {i}<br>" for i in range(n))),
        "one list": lambda n: _page("<ul>" + "<li>an item of it</li>" * n + "</ul>"),
        "one paragraph of marks": lambda n: _page("<p>" + "<b>bold</b> <i>text</i> " * n + "</p>"),
        "one paragraph of links": lambda n: _page(
            "<p>" + "Words. <a href=/x>a link</a> " * n + "</p>"
        ),
        "one table of rows": lambda n: _page(
            "<table>" + "<tr><td>a cell</td><td>b</td></tr>" * (n // 3) + "</table>"
        ),
        "one row of cells": lambda n: _page("<table><tr>" + "<td>a</td>" * n + "</tr></table>"),
        "attributes": lambda n: _page(
            "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">a paragraph</p>"
        ),
        "open marks over paragraphs": lambda n: _page(
            "<b><i>" * 50 + "".join(f"<p>words {i}" for i in range(n))
        ),
        "headings in links": lambda n: _page(
            "".join(f"<h2><a href=/{i}>A heading {i}</a></h2>" for i in range(n))
        ),
        "short lines": lambda n: _page("".join(f"<p>一行{i}</p>" for i in range(n))),
        "films in boxes": lambda n: _page(
            "<div class=video>" * (n // 2) + "<div class=player>a</div>" * (n // 2)
        ),
        "figures": lambda n: _page(
            "".join(f"<img src=/{i}.jpg><p>图{i}</p>" for i in range(n // 2))
        ),
        "crumbs": lambda n: _page("".join(f"<div class=crumb>a &gt; {i}</div>" for i in range(n))),
        "nested crumbs": lambda n: _page("<div class=crumb>" * n),
        "links inside crumbs": lambda n: _page("<div class=crumb>" * n + "<a href=x>a</a>"),
        "nested articles with a heading": lambda n: _page("<article>" * n + "<h1>A heading</h1>"),
        "articles side by side": lambda n: _page("<article>words</article>" * n),
        "leads": lambda n: _page(
            "<div>" + "<div class=lead>words</div>" * n + "<div>" + _PROSE * 9 + "</div></div>"
        ),
        "nested leads": lambda n: _page("<div class=lead>" * n + "x" + "</div>" * n + _PROSE * 9),
        "containers": lambda n: _page(
            "".join(f"<div class=article-body>{_PROSE}" for i in range(n // 4))
        ),
        "headings of related articles": lambda n: _page(
            _PROSE + "<h2>Related articles</h2>" * n + _PROSE * 9
        ),
        "furniture with tails": lambda n: _page(
            f"<div>{_PROSE * 20}" + "<nav>a</nav>and a tail" * n + "</div>"
        ),
        "film boxes": lambda n: _page("<div class=video></div>" * n),
        "suspects in a box": lambda n: _page("<div class=video>" + "<nav></nav>" * n + "</div>"),
        "boxes in boxes": lambda n: _page("<div class=video>" * 1900 + "<nav></nav>" * n),
        "furniture deep down": lambda n: _page("<nav>" * 1900 + "words<nav></nav>" * n),
        "blocks deep down": lambda n: _page("<div>" * 1900 + "<p>words</p>" * n),
        "links deep down": lambda n: _page("<a>" * 1900 + "<p>words</p>" * n),
        "marks deep down": lambda n: _page("<sup>" * 1900 + "<p>words</p>" * n),
        "spans deep down": lambda n: _page("<ul><li>" * 900 + "<p>words</p>" * n),
        "tables deep down": lambda n: _page("<table><tr><td>" * 600 + "<p>words</p>" * n),
        "figures deep down": lambda n: _page("<figure>" * 1900 + "<img src=a.jpg>" * n),
        "rubies deep down": lambda n: _page("<ruby>" * 1900 + "a<rt>b</rt>" * n),
        "leads deep down": lambda n: _page(
            "<div class=lead>" * 1900 + "<p></p>" * n + "</div>" * 1900 + _PROSE * 9
        ),
        "articles deep down": lambda n: _page("<article>" * 1900 + "<p></p>" * n),
        "links over blocks": lambda n: _page(
            f"<div>{_PROSE * 20}" + "<div>" * 1900 + "<p><a href=x>a link</a>" * n
        ),
        "furniture in furniture": lambda n: _page("<div class=related>words " * n),
        "files": lambda n: _page("<p><a href=a.pdf>附件</a> " * n),
        "notes": lambda n: _page("".join(f"<p id=n{i}>A<a href=#n{i}>{i}</a>" for i in range(n))),
        "ruby": lambda n: _page("<p>" + "<ruby>漢<rt>かん</rt></ruby>" * n + "</p>"),
        "one ruby": lambda n: _page("<p><ruby>" + "漢<rt>かん</rt>" * n + "</ruby></p>"),
        "titles": lambda n: _page("", "<title></title>" * n),
        "scripts": lambda n: _page("<script>a</script>" * n),
        "bases": lambda n: _page("", "<base>" * n),
        "entities": lambda n: _page("&amp;&nbsp;&#65;" * n),
        "comments": lambda n: _page("<!-- a -->" * n),
        "JSON-LD scripts": lambda n: _page(
            '<script type="application/ld+json">{"@type": "x"}</script>' * n
        ),
        "one JSON-LD": lambda n: _page(
            '<script type="application/ld+json">'
            + json.dumps({"@graph": [{"@type": "x"}] * n})
            + "</script>"
        ),
        "deep JSON-LD": lambda n: _page(
            '<script type="application/ld+json">' + '{"a":[' * n + "</script>"
        ),
        "deep JSON": lambda n: "[" * n,
        "deep JSON article": lambda n: '{"schema": "langdu/article/1", "blocks": ' + "[" * n,
        "lines of text": lambda n: "".join(f"Line {i} is here.\n" for i in range(n)),
        "short lines of text": lambda n: "".join(f"行{i}\n" for i in range(n)),
        "gaps of text": lambda n: "".join(f"A line, {i}\n\u3000\n" for i in range(n)),
        "bullets": lambda n: "A title\n" + "• an item\n" * n,
    }
)

_RUNS: Final = MappingProxyType(
    {
        "without spaces": "a",
        "han": "汉",
        "sentences": "绿水青山，就是金山银山。Then a sentence follows here. ",
        "brackets": "(",
        "pairs": "（）",
        "ellipses": "…",
        "stops": ".",
        "full stops": "。",
        "marks": "?!",
        "digits": "7",
        "colons": "：",
        "labels": "来源：",
        "separators": " - ",
        "bars": "|",
        "spaces": " ",
        "NBSP": "\u00a0",
        "line breaks": "\n",
        "zero width": "\u200b",
        "joiners": "\u200d",
        "closers": "”",
        "quotes": "“",
        "arrows": ">",
        "entities": "&amp;",
        "ampersands": "&",
        "opening": "<",
        "initials": "J. ",
        "words": "word ",
        "surrogate pairs": "😀",
        "combining": "e\u0301",
        "dates": "2024-01-02 ",
        "commas": "，",
        "slashes": "/",
        "dashes": "—",
        "mixed breaks": "汉\n",
    }
)


def _run(text: str) -> Callable[[int], str]:
    return lambda size: text * (size // len(text.encode()))


#: Shapes of so many bytes.
BYTES: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        f"paragraph of {name}": (lambda make: lambda n: _page(f"<p>{make(n)}</p>"))(_run(text))
        for name, text in _RUNS.items()
    }
    | {f"text of {name}": _run(text) for name, text in _RUNS.items() if name != "opening"}
    | {
        f"title of {name}": (lambda make: lambda n: f"<title>{make(n // 20)}</title>{_PROSE * 9}")(
            _run(_RUNS[name])
        )
        for name in ("separators", "bars", "spaces", "words", "han", "brackets", "slashes")
    }
    | {
        "title of colons": lambda n: f"<title>A title {':' * min(n, 280)}x</title>{_PROSE * 9}",
        "heading of spaces": lambda n: _page(f"<h1>404{'. ' * (n // 2)}x</h1>"),
        "class attribute": lambda n: _page(f'<div class="{"c " * (n // 40)}">{_PROSE}</div>'),
        "style attribute": lambda n: _page(f'<p style="{"width : " * (n // 160)}">{_PROSE}'),
        "image address": lambda n: _page(f'<img src="/{"a" * n}">'),
        "srcset": lambda n: _page(f'<img srcset="{"a 1x, " * (n // 7)}">'),
        "link address": lambda n: _page(f'<p>Words, <a href="http://{"a." * (n // 2)}">here</a>.'),
        "meta title": lambda n: _page(
            "", f'<meta name=ArticleTitle content="{"a - " * (n // 4)}">'
        ),
        "meta keywords": lambda n: _page("", f'<meta name=keywords content="{"a, " * (n // 3)}">'),
        "meta date": lambda n: _page("", f'<meta name=PubDate content="{"2024-" * (n // 5)}">'),
        "meta of tags": lambda n: _page("", f'<meta name=author content="{"<" * n}">'),
        "JSON-LD text": lambda n: _page(
            f'<script type="application/ld+json">{{"@type": "Article", "headline": "{"a" * n}"}}'
            "</script>"
        ),
        "script": lambda n: _page(f"<script>{'var a;' * (n // 6)}</script>"),
        "unclosed comment": lambda n: _page("<!--" + "-" * n),
        "unclosed script": lambda n: _page("<script>" + "a" * n),
        "unclosed tag": lambda n: _page("<div " + "a " * (n // 2)),
        "code": lambda n: _page(f"<pre><code>{'x = 1' * (n // 5)}</code></pre>"),
        "prose in pre": lambda n: _page(f"<pre>{'汉字，一行。' * (n // 18)}</pre>"),
        "inline data": lambda n: _page(f'<img src="data:image/png;base64,{"A" * n}">'),
        "caption": lambda n: _page(f"<figure><img src=a.jpg><figcaption>{'图' * (n // 3)}"),
        "cell": lambda n: _page(f"<table><tr><th>a<td>{'字 ' * (n // 4)}</table>"),
        "item": lambda n: _page(f"<ul><li>{'字 ' * (n // 4)}</ul>"),
        "tags of openings": lambda n: "<div " * (n // 5),
        "declared encoding": lambda n: "<meta " * (n // 6) + " charset=" + "a" * 1000,
        "lists of paragraphs": lambda n: _page(
            "<p>绿水青山，就是金山银山。这是一句话。</p>" * (n // 60)
        ),
        "lists of short paragraphs": lambda n: _page("<p>短。</p>" * (n // 13)),
    }
)
