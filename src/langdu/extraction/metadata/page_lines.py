"""Facts in the lines around the text: the bar, the breadcrumbs, the editor at the end.

What stands under the title is the article's own. Further away the same labels may be another
article's, so they count less.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from types import MappingProxyType
from typing import Final

from lxml import etree

from langdu.extraction.dates import is_date, read_date
from langdu.extraction.labels import Labelled, field_of, is_bar, labelled
from langdu.extraction.metadata.byline import byline
from langdu.extraction.metadata.machine_dates import read_times
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line
from langdu.extraction.pruning import tokens
from langdu.extraction.text import collapse, ends_sentence, key, may_begin

#: So many lines after the title may be the bar; a bare date further down is another's.
_NEAR: Final = 12
#: A bar set in parts is no longer than so many lines.
_SAME_BAR: Final = 3
_WEEKDAY: Final = re.compile(
    r"星期|周[一二三四五六日]|曜|요일|[（(][月火水木金土日월화수목금토일][)）]|day\b"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
    re.IGNORECASE,
)
#: From one day to another: an event, and no day of publication.
_SPAN: Final = re.compile(
    r"\d日?(?:[（(][^（）()]{1,4}[）)])?\s?(?:から|まで|부터|까지|至|[~～〜])"
)
#: What systems call the element that holds the writer's name; no name is longer.
_AUTHOR: Final = frozenset("author writer byline authorname".split())
_BY: Final = re.compile(r"(?:By|Автор|Текст|文)\s?[:：/]?\s(?=\S)|[:：]\s?", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_][^\d_*:：。！？!?|/关注]{1,39}")
_MAX_NAME: Final = 40
_MAX_BYLINE: Final = 100
_LOOKED_AT: Final = 12
#: Labels of dates that events have too; those that only publishing has are all the others.
_ANY_DATE: Final = frozenset("时间 日期 date дата 입력 승인 등록 작성 게시 公開 更新".split())
#: Labels that stand in a table's cells only, and what they mean. 成文日期 is no publication.
_CELLS: Final = MappingProxyType(
    {
        "标题": "title",
        "標題": "title",
        "件名": "title",
        "제목": "title",
        "发布日期": "published",
        "公开日期": "published",
        "发文机关": "source",
        "发布机构": "source",
        "发布机关": "source",
        "制发机关": "source",
        "主题词": "keywords",
    }
)
_CELL_TAGS: Final = frozenset({"td", "th", "dt", "dd"})


def read_cells(lines: list[Line], notes: Notes) -> None:
    """Note what tables of labels and values say: those of documents and of old boards."""
    for line, after in pairwise(lines):
        if len(line.text) < 12 and line.owner.tag in _CELL_TAGS and after.owner.tag in _CELL_TAGS:
            label = "".join(line.text.split()).strip(":：[]【】")
            field = _CELLS.get(label) or field_of(line.text)
            if field and not field_of(after.text):
                _note_cell(field, label, after.text, notes)


def _note_cell(field: str, label: str, value: str, notes: Notes) -> None:
    where = f"cell {label}"
    if field in ("published", "updated"):
        notes.fact(field, where, read_date(value))
    elif field in ("title", "source", "keywords", "author", "editor"):
        notes.fact(field, where, collapse(value))


def read_page_lines(root: etree._Element, lines: list[Line], notes: Notes) -> None:
    """Note labelled values of lines that hold nothing else, and what stands under the title."""
    near = set(_near(lines, notes))
    told: int | None = None
    for index in sorted(near):
        line = lines[index]
        if len(line.text) > 300:
            continue
        # the first date is the article's; those further down are of other articles
        if told is None or index - told <= _SAME_BAR or index - 1 not in near:
            dated = _labels(line, notes, "")
            dated |= _under_title(line, notes)
            told = index if dated and told is None else told
        else:
            _labels(line, notes, "_far")
        if told is None or index - told <= _SAME_BAR:
            notes.fact("author_named", "element named so", _named_author(line))
    above = _above(near)
    for index in above:
        if 0 < len(lines[index].text) <= 300:
            _labels(lines[index], notes, "")
    _above_title(lines, near, notes)
    read_times(root, {lines[index].owner for index in near}, notes)
    for index, line in enumerate(lines):
        if index not in near and index not in above and len(line.text) <= 300:
            _labels(line, notes, "_far")


def _labels(line: Line, notes: Notes, far: str) -> bool:
    """Note the labelled values of a bar; whether the date of publication is among them."""
    pairs = labelled(line.text)
    if not pairs:
        return False
    if not is_bar(line.text):
        first = pairs[0]
        if first.field != "published" or not line.text.startswith(first.label):
            return False
        pairs = [first]  # Posted on May 20 by somebody
    for pair in pairs:
        field = pair.field
        if field == "published":
            told = _only_publishing(pair)
            near = "published_shown" if told else "published_near"
            field = near if not far else "published_far" if told else "published_weak"
        elif far and field in ("author", "updated"):
            field += far
        notes.fact(field, f"line {line.text[:30]!r}", pair.value)
    return any(pair.field == "published" and pair.value for pair in pairs)


def _only_publishing(pair: Labelled) -> bool:
    return pair.label.lower().replace(" ", "") not in _ANY_DATE


def _under_title(line: Line, notes: Notes) -> bool:
    """Note the name and the date of a line; whether there is a date."""
    if name := byline(line.text):
        notes.fact("author", f"line {line.text[:30]!r}", name)
    if line.linked * 2 >= line.width or len(line.text) >= 120 or ends_sentence(line.text):
        return False
    if _SPAN.search(line.text) or any(p.field == "updated" for p in labelled(line.text)):
        return False
    date = read_date(line.text)
    notes.fact("published_near", "line under the title", date)
    return date is not None


def _named_author(line: Line) -> str | None:
    """The name in a short line whose element, or the first in it, is called author or writer."""
    if len(line.text) > _MAX_BYLINE or line.owner.tag in ("label", "td", "th"):
        return None
    for element in islice(line.owner.iter(), _LOOKED_AT):
        names = f"{element.get('class') or ''} {element.get('rel') or ''}"
        if not _AUTHOR.isdisjoint(tokens(names)):
            name = _BY.sub("", " ".join("".join(map(str, element.itertext())).split()))
            return name if _NAME.fullmatch(name) and not is_bar(name) else None
    return None


def _above(near: set[int]) -> range:
    """The places of the few lines above the title; ``near`` are those below it."""
    first = max(0, min(near, default=0) - 1)
    return range(max(0, first - _SAME_BAR), first)


def _above_title(lines: list[Line], near: set[int], notes: Notes) -> None:
    """Note a line that is a date and nothing else, shortly above the title.

    Above the menu, or with the day of the week, stands the clock of a site: what day it is today.
    """
    for index in reversed(_above(near)):
        line = lines[index]
        if line.linked * 2 > line.width:
            return
        if is_date(line.text) and not _WEEKDAY.search(line.text):
            notes.fact("published_far", "line above the title", read_date(line.text))
            return


def _near(lines: list[Line], notes: Notes) -> Iterator[int]:
    """The places of the lines that follow the title, wherever the page shows it."""
    title = key(notes.first("title") or "")
    if not title:
        return
    most = 2 * len(title) + 10  # white space and punctuation do not count
    for index, line in enumerate(lines):
        if (
            len(line.text) <= most
            and may_begin(line.text, title[:1])
            and key(line.text).startswith(title)
        ):
            yield from range(index + 1, min(len(lines), index + 1 + _NEAR))
