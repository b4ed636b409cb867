"""A picture's caption, which pages set as an ordinary line below it.

What a page calls a caption, what says so of itself and what shares an element with the picture is
one. Other lines are only if they are short, no sentence, and set unlike the text: a paragraph is
not a caption because it follows a picture.
"""

import re
from dataclasses import replace
from typing import Final

from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import NUMBERED, could_head, goes_on, is_prose
from langdu.extraction.rules.table_captions import together
from langdu.extraction.text import ends_sentence, key, width

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
#: A line that only says whose a picture is.
_CREDIT: Final = re.compile(
    r"[（(\[【]?\s?(?:"
    r"(?:(?:image|photo|picture|video|media|illustration)s?\s)?"
    r"(?:credits?|source|courtesy(?: of)?|copyright)\s?[:：/|].{1,70}"
    r"|(?:image|photo|picture|photograph|illustration)s?\s?(?:by|courtesy of|[:：/|©]).{1,70}"
    r"|(?:图片?|圖片?|写真|画像|사진|이미지|Фото|Снимок|Иллюстрация)"
    r"\s?(?:来源|來源|源|提供|出典|출처|제공|автора)?\s?[:：/=＝].{1,70}"
    r"|(?:©|ⓒ|\(c\)).{1,70}|.{1,30}(?:供图|供圖|摄|攝|撮影|写真提供|사진\s?제공)"
    r"|(?:[\w. ]{1,30}[/／|])?\s?(?:Getty Images|AFP|Reuters|AP|AP Photo|EPA|EPA-EFE|Shutterstock"
    r"|Alamy|iStock|Unsplash|PA Media|Bloomberg|视觉中国|東方IC|アフロ|PIXTA"
    r"|共同通信社?|연합뉴스|ТАСС|РИА Новости)"
    r"(?:\s?(?:[/／|]|via)\s?[\w. ]{1,30})?"
    r")\s?[)）\]】]?\Z",
    re.IGNORECASE,
)
#: What pages write before captions and credits for those who do not see the picture.
_LABEL: Final = re.compile(
    r"(?:(?:Image|Media) (?:caption|copyright|source)|图像(?:来源|加注文字)|圖像(?:來源|加註文字)"
    r"|画像(?:提供|説明)|사진 (?:출처|설명)|Автор фото|Подпись к (?:фото|видео))"
    r"(?:\s?[,，、:：]\s?|\s)",
    re.IGNORECASE,
)
#: Under 90 characters: the longest of the captions counted on 107 Chinese pages.
_MAX: Final = 90
_MAX_SURE: Final = 160
_MAX_NAMED: Final = 500
_MAX_CREDIT: Final = 80


def captions(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Bind to each figure the caption lines around it; drop figures that show nothing."""
    if not any(draft.kind == "figure" for draft in drafts):
        return drafts
    text_looks = _text_looks(drafts)
    out: list[Draft] = []
    waiting: Draft | None = None  # a caption above its picture
    for index, draft in enumerate(drafts):
        previous = out[-1] if out and out[-1].kind == "figure" else None
        if draft.kind == "figure" and waiting:
            out[-1] = _with_caption(draft, waiting.rich)
        elif draft.beside and not _is_credit(draft):
            notes.removal("captions", "in a figure, neither caption nor credit", draft.text)
        elif previous and _belongs(draft, previous, drafts, index, text_looks):
            out[-1] = _with_caption(previous, draft.rich)
        else:
            out.append(draft)
        waiting = draft if draft.caption and _is_above(drafts, index) and out[-1] is draft else None
    shown = []
    for draft in out:
        if draft.kind != "figure":
            shown.append(draft)
        elif draft.image is None and not draft.text:
            notes.removal(
                "captions", "a picture without an address that leads to it", draft.alt or "image"
            )
        else:
            shown.append(replace(draft, rich=_clean(draft.rich)))
    return shown


def _text_looks(drafts: list[Draft]) -> frozenset[str]:
    """How running text is set: not what is with a picture, or centred below one."""
    above = [None, *drafts]
    return frozenset(
        draft.look
        for draft, over in zip(drafts, above, strict=False)
        if is_prose(draft)
        and not draft.paired
        and not (draft.centred and over is not None and over.kind == "figure")
    )


def _with_caption(figure: Draft, rich: Rich) -> Draft:
    """The figure with one more line in its caption, unless that is said there already."""
    if key(rich.text) in key(figure.rich.text):
        return replace(figure, captioned=True)
    parts = [one for one in (_clean(figure.rich), _clean(rich)) if one.text]
    joined = together(parts) if len(parts) > 1 else parts[0] if parts else Rich()
    return replace(figure, rich=joined, captioned=True)


def _clean(rich: Rich) -> Rich:
    """Without labels, and without emphasis that is only how captions are set."""
    label = _LABEL.match(rich.text)
    if label:
        rich = rich.part(label.end(), len(rich.text))
    rich = rich.without("strong")
    return rich.without("em") if rich.is_all("em") else rich


def _is_above(drafts: list[Draft], index: int) -> bool:
    """Whether a caption stands above the picture it is of: none is before it, one after it."""
    if index and drafts[index - 1].kind == "figure":
        return False
    after = drafts[index + 1 : index + 3]
    return (
        bool(after)
        and after[0].kind == "figure"
        and not after[0].captioned
        and not (len(after) > 1 and (after[1].caption or CAPTION.search(after[1].text)))
    )


def _is_credit(draft: Draft) -> bool:
    text = _LABEL.sub("", draft.text, count=1)
    labelled = text != draft.text
    return len(text) <= _MAX_CREDIT and (labelled or _CREDIT.match(text) is not None)


def _belongs(
    draft: Draft, figure: Draft, drafts: list[Draft], index: int, text_looks: frozenset[str]
) -> bool:
    if not draft.is_line or not draft.text:
        return False
    if draft.caption and len(draft.text) <= _MAX_NAMED:
        return True
    if draft.beside or (figure.text and _is_credit(draft)):
        return True
    if figure.captioned or figure.text:
        return False
    return _is_caption(draft, drafts, index, text_looks)


def _is_caption(draft: Draft, drafts: list[Draft], index: int, text_looks: frozenset[str]) -> bool:
    text = draft.text
    if CAPTION.search(text) is not None:
        heads = draft.bold and text[0] in "■◆▼" and _heads(drafts, index)
        return len(text) <= _MAX_SURE and not heads
    if len(text) >= _MAX or NUMBERED.match(text) or not any(c.isalpha() for c in text):
        return False
    if draft.paired:
        return not (draft.bold and _heads(drafts, index))
    if draft.centred and not (draft.bold and _heads(drafts, index)):
        return draft.look not in text_looks and (not ends_sentence(text) or width(text) < _MAX)
    if draft.bold or ends_sentence(text) or not could_head(draft, limit=200):
        return False
    if draft.look not in text_looks:
        return True
    return not goes_on(text) and not _goes_on(drafts, index)


def _heads(drafts: list[Draft], index: int) -> bool:
    """Whether the line is followed by text that it could head."""
    return index + 1 < len(drafts) and is_prose(drafts[index + 1])


def _goes_on(drafts: list[Draft], index: int) -> bool:
    """Whether short lines like this one follow: they are verses, or a list."""
    after = drafts[index + 1] if index + 1 < len(drafts) else None
    return after is not None and after.is_line and not is_prose(after) and not _is_credit(after)
