"""What several rules ask of a draft: is it prose, is it a line that could head or caption?"""

import re
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.text import cjk_share, ends_sentence, has_letters, width

_PROSE: Final = 80
#: A sentence and the number of remarks on it.
_COUNTED: Final = re.compile(r"[。！？][”」』]?\d{1,5}\Z")
_OPEN_ENDS: Final = ("：", ":", "，", ",", "、", "；", ";")
#: 一、 · （一） · 第一条 · 1. · Chapter II: a line that begins so is numbered.
NUMBERED: Final = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,6}[章节節条條编編款部]"
    r"|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|제\s?\d{1,3}\s?[장조절]|Глава\s|Статья\s|Chapter\s|Article\s\d)"
)


def is_prose(draft: Draft) -> bool:
    """Whether a draft is running text."""
    if draft.kind in ("list", "table", "quote"):
        return True
    if draft.kind != "paragraph":
        return False
    size = width(draft.text)
    return size >= _PROSE or (size >= 16 and ends_sentence(draft.text))


def could_head(draft: Draft, limit: int = 75) -> bool:
    """Whether a line is short, has letters and does not end or go on as a sentence does."""
    text = draft.text
    return (
        draft.is_line
        and has_letters(text)
        and "\n" not in text
        and width(text) <= limit
        and not text.endswith(_OPEN_ENDS)
        and _COUNTED.search(text[-8:]) is None
        and (not ends_sentence(text) or text.endswith(("？", "?", "！", "!", "……")))
    )


def goes_on(text: str) -> bool:
    """Whether a line has clauses, as prose has and labels have not: 、 only joins names."""
    return "，" in text or ", " in text


def is_cjk(draft: Draft) -> bool:
    """Whether a draft is mostly Chinese, Japanese or Korean."""
    return cjk_share(draft.text) > 0.4
