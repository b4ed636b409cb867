"""The bar between title and body (时间, 来源, 字体, 打印, 分享到), wherever it ended up."""

import re
from typing import Final

from langdu.extraction.dates import is_date, read_date
from langdu.extraction.drafts import Draft
from langdu.extraction.labels import is_bar, is_tools, labelled
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import has_letters

#: A date by itself may be a heading of a chronicle; so far above the text it is the bar's.
_ABOVE: Final = 10
_BYLINE: Final = re.compile(
    r"(?:by|posted by|written by|от|автор:?)\s[^.!?。]{2,60}\Z|[^.!?。]{2,40}\s기자\Z"
    r"|\d{1,3}\s?(?:min(?:ute)?s? read|мин(?:ут[аы]?)? чтения|comments?)\Z"
    r"|(?:advertisement|advert|реклама|広告|광고|广告|share this(?: article| story| post)?)\Z",
    re.IGNORECASE,
)
#: 2024-05-20 14:33 · 新华社
_DATE_AND_NAME: Final = re.compile(
    r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s?(?:\d\d?:\d\d(?::\d\d)?)?"
    r"\s?[·|｜•\s]\s?[^，。,.!?！？]{1,16}\Z"
)


def bar(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take bars out, and note the metadata that they show."""
    prose = [index for index, draft in enumerate(drafts) if is_prose(draft) and not _bars(draft)]
    first, last = (prose[0], prose[-1]) if prose else (len(drafts), -1)
    kept = []
    for index, draft in enumerate(drafts):
        outside = (index < first and index < _ABOVE) or index > last
        if draft.kind in ("paragraph", "heading", "quote") and _is_bar_line(draft, outside):
            pairs = labelled(draft.text)
            for pair in pairs:
                notes.fact(pair.field, "bar", pair.value)
            if outside and index < first and not any(pair.field == "updated" for pair in pairs):
                notes.fact("published_near", "bar", read_date(draft.text))
            notes.removal("bar", "date, source or tools, not text", draft.text)
        else:
            kept.append(draft)
    return kept


def _bars(draft: Draft) -> bool:
    return draft.is_line and is_bar(draft.text)


def _is_bar_line(draft: Draft, outside: bool) -> bool:
    text = draft.text
    if not has_letters(text):
        return False
    if is_tools(text) and (outside or len(text) > 1):
        return True
    if outside and (_BYLINE.match(text) or is_date(text) or _DATE_AND_NAME.match(text)):
        return True
    pairs = labelled(text)
    if not is_bar(text) or (not pairs and not read_date(text)):
        return False
    # within the text only what no text says of itself is a bar: 时间：5月3日 may be a notice's own
    inside = {"editor", "views", "size", "share", "reviewer"} & {pair.field for pair in pairs}
    return outside or bool(inside)
