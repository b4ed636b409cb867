"""A picture's caption, which pages set as an ordinary line below it."""

import re
from dataclasses import replace
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import NUMBERED, could_head, is_prose
from langdu.extraction.text import ends_sentence, width

#: What captions say of themselves.
CAPTION: Final = re.compile(
    r"\A\s?(?:[△▲↑▽▼◆■][^。]|[（(]?图[为：:一二三四五六七八九十\d]|图片[:：说来]|上图|下图|左图|右图|圖[為：:]|写真[：:は＝=]"
    r"|사진[=＝:]|[▲△]|Фото[:\s]|На (?:фото|снимке)|Photo(?:graph)?s?(?: by|[:\s—-])|Pictured"
    r"|Image(?:s)?:|Credit:"
    r"|Figure \d)"
    r"|(?:资料图片?|资料照片|供图|图片来源|摄影|摄影报道|提供|撮影|사진|제공|摄)[)）\]】。]?\s?\Z|[（(][^（）()]{1,20}摄[)）]"
    r"|記者[^。]{1,20}摄",
    re.IGNORECASE,
)
#: Under 90 characters: the longest of the captions counted on 107 Chinese pages.
_MAX: Final = 90
_MAX_SURE: Final = 160


def captions(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Bind to each figure the caption line that follows it; drop figures that show nothing."""
    out: list[Draft] = []
    for index, draft in enumerate(drafts):
        previous = out[-1] if out else None
        if previous and _waits(previous) and _is_caption(draft, drafts, index):
            rich = draft.rich if draft.rich.text != "" else previous.rich
            out[-1] = replace(previous, rich=rich.without("strong"), captioned=True)
        else:
            out.append(draft)
    shown = []
    for draft in out:
        if draft.kind == "figure" and draft.image is None and not draft.text:
            notes.removal(
                "captions", "a picture without an address that leads to it", draft.alt or "image"
            )
        else:
            shown.append(draft)
    return shown


def _waits(figure: Draft) -> bool:
    return figure.kind == "figure" and not figure.captioned and not figure.text


def _is_caption(draft: Draft, drafts: list[Draft], index: int) -> bool:
    if not draft.is_line or not draft.text:
        return False
    text = draft.text
    sure = CAPTION.search(text) is not None
    if sure:
        return len(text) <= _MAX_SURE
    if len(text) >= _MAX or NUMBERED.match(text) or not any(c.isalpha() for c in text):
        return False
    if draft.centred and not (draft.bold and _heads(drafts, index)):
        return not ends_sentence(text) or width(text) < _MAX
    return could_head(draft, limit=200) and not draft.bold


def _heads(drafts: list[Draft], index: int) -> bool:
    """Whether the line is followed by text that it could head."""
    return index + 1 < len(drafts) and is_prose(drafts[index + 1])
