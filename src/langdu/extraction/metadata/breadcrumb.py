"""The path of columns: 当前位置：首页 > 政务 > 县区动态."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lxml import etree

from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line
from langdu.extraction.text import collapse

_LABEL: Final = re.compile(
    r"(?:您|你)?(?:(?:当前|现在|所在|目前)(?:的)?(?:所在)?(?:的)?(?:位置|页面)|(?:现在)?位置|所在栏目|當前位置|您的位置"
    r"|現在位置|現在地|현재\s?위치|Вы здесь|Вы находитесь здесь|You are here|Location)(?:是"
    r"|在)?\s?[:：]\s?",
    re.IGNORECASE,
)
#: A bare < or / may be part of a name; the others stand between columns only.
_ARROWS: Final = re.compile(r"\s?(?:>{1,2}|＞{1,2}|»|›|→|▸|/(?=\s)|-{1,2}>)\s?")
_ARROW: Final = re.compile("[>＞»›→▸/]")
_FRONT: Final = frozenset(
    "首页 网站首页 主页 首頁 ホーム トップ トップページ home front главная 홈 메인 处 top "
    "frontpage".split()
)
_ENDS: Final = frozenset(
    "正文 详情 内容 正文内容 详细内容 文章详情 内容页 文章正文 本文 記事 기사본문 본문 "
    "текст text article".split()
)
_NAMES: Final = re.compile("bread|crumb|curmb|dqwz|weizhi|position|location", re.IGNORECASE)
_MAX: Final = 300


@lru_cache(maxsize=20_000)
def is_named(names: str) -> bool:
    """Whether names of an element say that it holds a path. Remembered: sites share names."""
    return _NAMES.search(names) is not None


def split_path(text: str) -> tuple[str, ...]:
    """The names of a path, without what only says "text"."""
    names = [collapse(part) for part in _ARROWS.split(text)]
    kept = [name for name in names if name and len(name) <= 40]
    while kept and kept[-1].strip("：:").lower() in _ENDS:
        kept.pop()
    return tuple(kept)


def breadcrumb_line(line: str) -> tuple[str, ...]:
    """The path in a line that begins as breadcrumbs do, or nothing."""
    if len(line) > _MAX:
        return ()
    front = line[:60]
    label = _LABEL.search(front) if ":" in front or "：" in front else None
    if label:
        return split_path(line[label.end() :])
    path = split_path(line) if _ARROW.search(line) else ()
    return path if len(path) > 1 and path[0].lower() in _FRONT else ()


def read_path(named: Sequence[etree._Element], lines: list[Line], notes: Notes) -> None:
    """Note the path in a line that begins as one, or in one of the elements ``named`` so."""
    for line in lines:
        path = breadcrumb_line(line.text)
        if len(path) > 1:
            notes.fact("path", "breadcrumb", "\n".join(path))
            return
    for element in named:
        text = collapse(" ".join(_texts(element)))
        if path := breadcrumb_line(text) or _by_items(element, text):
            notes.fact("path", "breadcrumb", "\n".join(path))
            return


def _texts(element: etree._Element) -> list[str]:
    out: list[str] = []
    size = 0
    for text in element.itertext():
        out.append(str(text))
        size += len(text.strip())
        if size > _MAX:
            break
    return out


def _by_items(element: etree._Element, text: str) -> tuple[str, ...]:
    """A list, or a row of links, whose arrows are drawn by the style sheet."""
    if len(text) > _MAX:
        return ()
    items = list(element.iter("li")) or list(element.iter("a"))
    names = [collapse("".join(map(str, item.itertext()))) for item in items]
    path = split_path(" > ".join(name for name in names if name and len(name) <= 40))
    return path if len(path) > 1 and path[0].lower() in _FRONT else ()
