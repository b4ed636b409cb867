"""The lines of a text dump, with what their surroundings tell: gaps, wrapping, menus."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from langdu.extraction.metadata.editions import named
from langdu.extraction.text import cjk_share, collapse, ends_sentence, has_commas

#: A wrapped text breaks near one width; shorter than this nobody wraps.
_WRAP: Final = (44, 120)
_SPLIT: Final = re.compile(r"\s*[|｜·]\s*|\s+")
_MENU_WORD: Final = 8


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line. ``after_gap``: an empty paragraph, a line of spaces only, stands before it."""

    text: str
    after_gap: bool = False
    after_blank: bool = False


def text_lines(text: str) -> list[TextLine]:
    """The lines that hold something, hard-wrapped paragraphs joined."""
    out: list[TextLine] = []
    gap = blank = False
    for raw in text.splitlines():
        line = collapse(raw)
        if line:
            out.append(TextLine(line, gap, blank))
            gap = blank = False
        else:
            blank = True
            gap = gap or bool(raw.replace("\ufeff", ""))
    if sum(line.after_gap for line in out) * 2 > len(out):
        # this dump writes every empty line so, and it says nothing about images
        out = [TextLine(line.text, False, line.after_blank) for line in out]
    return _unwrapped(out)


def _unwrapped(lines: list[TextLine]) -> list[TextLine]:
    """Join hard-wrapped lines: those that follow directly on a full one that ends no sentence."""
    widths = sorted(_columns(line.text) for line in lines)
    if not widths:
        return lines
    full = widths[int(len(widths) * 0.9)]
    wide = [a for a, b in pairwise(lines) if not b.after_blank and _columns(a.text) >= 0.7 * full]
    broken = sum(not ends_sentence(line.text) for line in wide)
    if not _WRAP[0] <= full <= _WRAP[1] or broken < 3 or broken * 2 < len(wide):
        return lines
    out: list[list[str]] = []
    heads: list[TextLine] = []
    previous: TextLine | None = None
    for line in lines:
        if previous and not line.after_blank and _columns(previous.text) >= 0.7 * full:
            out[-1].append(line.text)
        else:
            out.append([line.text])
            heads.append(line)
        previous = line
    return [
        TextLine(_join(parts), head.after_gap, head.after_blank)
        for parts, head in zip(out, heads, strict=True)
    ]


def _columns(text: str) -> int:
    return len(text) if text.isascii() else int(len(text) * (1 + cjk_share(text)))


def _join(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        between = "" if cjk_share(text[-1]) and cjk_share(part[0]) else " "
        text = text + between + part
    return text


def edition_codes(line: str) -> list[str]:
    """The languages that a line of a menu names; a line of prose that says English names none."""
    parts = [part for part in _SPLIT.split(line) if part]
    codes = [code for part in parts if (code := named(part))]
    alone = len(parts) == len(codes) == 1
    return codes if len(set(codes)) > 1 or alone else []


def is_menu(line: str) -> bool:
    """Whether a line is a row of short names: 无障碍 一网搜 登录| 注册."""
    parts = [part for part in _SPLIT.split(line) if part]
    if edition_codes(line):
        return True
    if has_commas(line) or not parts:
        return False
    short = sum(len(part) <= _MENU_WORD for part in parts)
    piped = line.count("|") + line.count("｜")
    return (len(parts) > 2 and short == len(parts) and cjk_share(line) > 0.3) or piped > 1
