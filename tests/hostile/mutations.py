"""Pages damaged in every way that comes to mind; the same seed damages them in the same way."""

import html
import random
import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

Mutation: TypeAlias = Callable[[random.Random, bytes, Sequence[bytes]], bytes]

_TAG: Final = re.compile(rb"<[^<>]{1,400}>")
_NAMES: Final = (
    b"div p span a b ul ol li table tr td th figure img br h1 h2 ruby rt pre code blockquote "
    b"script "
    b"style noscript template svg math select title head body html frameset form input textarea "
    b"plaintext xmp noembed article nav aside main section video audio iframe embed object base "
    b"meta link center font caption tbody dl dd sup sub x-y a:b"
).split()
_UNCLOSED: Final = (
    b"<!--", b"<!-->", b"<![CDATA[", b"<script>", b"<style>", b"<title>", b"<textarea>", b"<xmp>",
    b"<plaintext>", b"<select>", b"<template>", b"<svg>", b"<math>", b"<?php", b"<!DOCTYPE", b"<",
    b"</", b'<a href="', b"<p '", b"<!", b"&", b"&#", b"&#x", b"<ruby>", b"<rt>", b"<frameset>",
    b"</body>", b"</html>", b"</table>", b"<noscript>", b"<head>", b"<iframe>", b"<html lang=x>",
)  # fmt: skip
_ATTRIBUTES: Final = (
    b'class="comments related"', b"style='display:none'", b"hidden", b"class=article-body",
    b"id=",
    b"colspan=99999999999", b"rowspan=65534", b"start=-99999999999", b"start=\xe4\xb8\x80",
    b'lang="',
    b"lang=zh-\xff", b"xml:lang=ja", b"href='http://[::1'", b"href=javascript:x", b"src=data:,",
    b"src='http://\x00/'", b"srcset=','", b"content='9999-99-99T99:99'", b"datetime=-1", b"=",
    b"a" * 5000,
    b'x="' + b"y " * 3000 + b'"', b"name=pubdate content='2024-02-30'", b"href='//'",
    b"width=1e9",
    b"property=og:title content=' \xe3\x80\x80 '", b"dir=rtl", b"itemprop=articleBody",
    b"\xff=\xfe",
    b"type=application/ld+json", b"charset=utf-16", b"role=navigation", b"aria-hidden=true",
    b"href=#", b"href='#\n'", b"id='a b'", b"src=http://h:99999/a.jpg", b"alt='\xef\xbf\xbf'",
    b"http-equiv=content-type content='text/html; charset=hz'", b"align=center", b"reversed",
)  # fmt: skip
_TEXTS: Final = (
    "&#0;", "&#xD800;", "&#x10FFFF;", "&#99999999999;", "&bogus;", "&lt;b&gt;", "&nbsp;" * 50,
    "\u200b\u200d\u202e\ufeff", "\ufffe\uffff", "e\u0301" * 400, "👨‍👩‍👧‍👦", "（" * 300, "……" * 300,
    "来源：" * 80, "时间：9999-99-99 99:99", "2024年13月45日", "责任编辑：", "附件：", "1." * 500,
    "\u2028\u2029\x85",
    "\x0b\x0c\x1c\x1d\x1e\x1f", "”" * 100, "“" * 100, "第一条", "图为", "当前位置：首页 > > >",
    "| | | |",
    "\ud7ff",
    "www." * 100, "http://[", "\r\r\n\r", "\t" * 999, " \u3000" * 999, "٣٤٥", "²", "①", "１２",
    "𝟙", "İ", "ß", "ﬁ",
    "<![CDATA[ ]]>", "]]>", "-->", "{" * 50, '{"@type":', "\x1b$B", "\x7f\x80\x9f", "&#13;",
    "&#x2028;", "&Tab;",
)  # fmt: skip
_CODECS: Final = (
    "utf-8 utf-16 utf-16-le utf-16-be utf-32 gb18030 big5hkscs cp932 euc_jp iso2022_jp cp949 "
    "koi8_r "
    "cp1251 cp1252 utf-7 hz"
).split()
_BOMB: Final = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">'
    b'<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&d;&d;&e;</p>'
)


def mutated(seed: str, pages: Sequence[bytes]) -> bytes:
    """One of the pages after one to four mutations, all of them chosen by the seed."""
    chance = random.Random(seed)
    page = chance.choice(pages)
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        page = chance.choice(MUTATIONS)(chance, page, pages)
    return page[:4_000_000]


def _span(chance: random.Random, page: bytes, most: int = 4000) -> tuple[int, int]:
    start = chance.randint(0, len(page))
    return start, min(len(page), start + chance.randint(0, most))


def _insert(chance: random.Random, page: bytes, what: bytes, *, at_tag: bool = False) -> bytes:
    place = chance.randint(0, len(page))
    if at_tag:
        place = max(page.find(b"<", place), 0)
    return page[:place] + what + page[place:]


def _flip(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    data = bytearray(page)
    for _i in range(chance.choice((1, 3, 30, 300)) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _truncate(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, page, len(page))
    return chance.choice((page[:end], page[start:], page[start:end]))


def _delete(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, page)
    return page[:start] + page[end:]


def _repeat(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, page, chance.choice((10, 300, 20_000)))
    return page[:end] + page[start:end] * chance.choice((1, 5, 100)) + page[end:]


def _nest(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    """A part inside itself, or an element inside itself a hundred or three thousand times."""
    start, end = _span(chance, page)
    if chance.random() < 0.5:
        middle = (start + end) // 2
        return page[:middle] + page[start:end] + page[middle:]
    tags = b"".join(b"<%b>" % chance.choice(_NAMES) for _i in range(chance.choice((1, 2))))
    return page[:start] + tags * chance.choice((100, 3000)) + page[start:]


def _splice(chance: random.Random, page: bytes, pages: Sequence[bytes]) -> bytes:
    other = chance.choice(pages)
    start, end = _span(chance, other, 20_000)
    return _insert(chance, page, other[start:end], at_tag=True)


def _swap(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    tags = list(_TAG.finditer(page))
    if len(tags) < 2:
        return page
    first, second = sorted(chance.sample(tags, 2), key=lambda tag: tag.start())
    between = page[first.end() : second.start()]
    return page[: first.start()] + second[0] + between + first[0] + page[second.end() :]


def _rename(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    old, new = chance.choice(_NAMES), chance.choice(_NAMES)
    return re.sub(rb"(</?)%b(?=[\s>])" % re.escape(old), rb"\1" + new, page, flags=re.IGNORECASE)


def _unclose(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    return page.replace(b"</%b>" % chance.choice(_NAMES), b"", chance.choice((1, -1)))


def _attributes(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    often = chance.choice((0.02, 0.3))
    return _TAG.sub(
        lambda tag: (
            tag[0][:-1] + b" " + chance.choice(_ATTRIBUTES) + b">"
            if chance.random() < often
            else tag[0]
        ),
        page,
        count=3000,
    )


def _construct(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    return _insert(chance, page, chance.choice(_UNCLOSED), at_tag=chance.random() < 0.7)


def _element(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    tag = b"<%b %b>" % (chance.choice(_NAMES), chance.choice(_ATTRIBUTES))
    return _insert(chance, page, tag * chance.choice((1, 1, 40)), at_tag=True)


def _text(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    for _i in range(chance.choice((1, 5, 40))):
        what = chance.choice(_TEXTS).encode("utf-8", "surrogatepass")
        page = _insert(chance, page, what, at_tag=chance.random() < 0.5)
    return page


def _bomb(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    return _BOMB + page if chance.random() < 0.5 else _insert(chance, page, b"&amp" * 20_000)


def _encode(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    text = page.decode(chance.choice(("utf-8", "gb18030", "cp1252")), "replace")
    data = text.encode(chance.choice(_CODECS), chance.choice(("replace", "ignore")))
    return data[chance.choice((0, 0, 1)) :]


def _nuls(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    what = chance.choice(
        (b"\0", b"\0" * 500, b"\xff" * 500, b"\x80\x81\x82", b"\xed\xa0\x80", b"\x1b")
    )
    return _insert(chance, page, what)


def _as_text(chance: random.Random, page: bytes, _: Sequence[bytes]) -> bytes:
    """The page as somebody saves it from a browser."""
    bare = _TAG.sub(lambda tag: b"\n" if chance.random() < 0.5 else b" ", page)
    return html.unescape(bare.decode("utf-8", "replace")).encode("utf-8", "replace")


MUTATIONS: Final[tuple[Mutation, ...]] = (
    _flip, _truncate, _delete, _repeat, _nest, _splice, _swap, _rename, _unclose, _attributes,
    _construct, _element, _text, _text, _bomb, _encode, _nuls, _as_text,
)  # fmt: skip
