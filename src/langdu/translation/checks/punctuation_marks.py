"""Marks inside a text: each language's own, with its own spaces."""

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

_CJK: Final = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇"
_BLANK: Final = "[ \t\u3000\u00a0]"
#: Blanks before a mark, from the first one: a long run of them is read once.
_BLANKS: Final = f"(?<!{_BLANK}){_BLANK}*"
_ASCII: Final = str.maketrans("，、；：？！。．｡､％", ",,;:?!..." + ",%")
_OPENING: Final = "([{«“‘„「『《〈【（"
_CLOSING: Final = ")]}»”’」』》〉】）"
_WIDE_MARKS: Final = re.compile(f"{_BLANKS}((?:[，、；：？！。．｡､]{_BLANK}*)+)")
_DASH: Final = re.compile(f"{_BLANKS}(?:(?:——|――|──){_BLANK}*)+")
_ELLIPSIS: Final = re.compile(r"…{2,}|。{2,}|\.{4,}|⋯+")
_SPACE_BEFORE: Final = re.compile(
    f"(?<=\\S){_BLANK}+(?=[,;!?](?!\\w)|:(?=\\s|\\Z)|[)\\]}}»]|\\.(?![\\w.]))"
)
_SPACE_AFTER_OPENING: Final = re.compile(f"([(\\[{{«])({_BLANK}+)")
#: An apostrophe stands between two letters of an alphabet.
_APOSTROPHE: Final = re.compile("[A-Za-z\u00c0-\u04ff]’[A-Za-z\u00c0-\u04ff]")
_LINED: Final = MappingProxyType(
    {"（": "(", "）": ")", "【": "[", "】": "]", "〔": "[", "〕": "]", "［": "[", "］": "]"}
)
_WIDE_BRACKET: Final = re.compile(f"{_BLANKS}([（【〔［])|([）】〕］])")


def in_marks(text: str, lang: str) -> str:
    """The text with the marks of a language that is in :data:`MARKS`."""
    return MARKS[lang](text)


def _paired(text: str, old: str, new: str) -> str:
    """The text with other quotation marks; those without a partner and apostrophes stay."""
    signs, open_at = list(text), list[int]()
    for index, sign in enumerate(text):
        if sign == old[0]:
            open_at.append(index)
        elif sign == old[1] and open_at and not _APOSTROPHE.match(text, index - 1):
            signs[open_at.pop()], signs[index] = new[0], new[1]
    return "".join(signs)


def _english(text: str) -> str:
    text = re.sub("[“”„「」『』《》〈〉＂]", '"', text)
    text = re.sub("[‘’＇]", "'", text)
    return _spaced(text, brackets_apart=True)


def _russian(text: str) -> str:
    text = text.translate(str.maketrans("「」『』《》〈〉＂", '«»«»«»«»"'))
    if "„" not in text:  # else “ closes
        text = _paired(text, "“”", "«»")
    text = re.sub('(?<!\\w)"([^"]*)"(?!\\w)', "«\\1»", text)
    text = _paired(text, "‘’", "„“")
    return _spaced(text, brackets_apart=True)


def _korean(text: str) -> str:
    text = re.sub('(?<!\\w)["＂]([^"＂]*)["＂]', "“\\1”", text)
    text = re.sub("(?<!\\w)'([^']+)'(?![A-Za-z])", "‘\\1’", text)
    return _spaced(text, brackets_apart=False)


def _spaced(text: str, *, brackets_apart: bool) -> str:
    """For languages with ASCII marks. ``brackets_apart``: a space stands before ( and behind )."""
    text = _ELLIPSIS.sub("…", text)
    text = re.sub("(?<=…)(?=[^\\W\\d_])", " ", text)
    text = _DASH.sub(" — ", text).strip() if _DASH.search(text) else text
    text = _WIDE_MARKS.sub(_narrow, text).replace("％", "%")
    text = _WIDE_BRACKET.sub(lambda found: _bracket(found, brackets_apart), text)
    text = _SPACE_AFTER_OPENING.sub("\\1", text)
    return _SPACE_BEFORE.sub("", text)


def _narrow(found: re.Match[str]) -> str:
    """Full-width marks as ASCII, and a space where a word follows."""
    marks = "".join(found[1].split()).translate(_ASCII)
    before, after = _neighbours(found)
    of_number = before.isdigit() and after.isdigit() and len(found[1]) == 1 and marks in ",:."
    word = after and after not in _CLOSING and (_is_word(after) or after in _OPENING + "\"'—-")
    return marks + (" " if word and not of_number else "")


def _bracket(found: re.Match[str], apart: bool) -> str:
    before, after = _neighbours(found)
    if found[1]:
        near = not before or before in _OPENING + "\"'" or before.isspace()
        return ("" if near or not apart else " ") + _LINED[found[1]]
    follows = _is_word(after) or (after != "" and after in _OPENING + "—")
    return _LINED[found[2]] + (" " if follows and (apart or found[2] == "】") else "")


def _neighbours(found: re.Match[str]) -> tuple[str, str]:
    """The characters before and after; slices of one, so that no end is out of range."""
    start, end = found.span()
    return found.string[max(start - 1, 0) : start], found.string[end : end + 1]


def _is_word(character: str) -> bool:
    """A letter, a digit, or the private character that stands for an address."""
    return character.isalnum() or "\ue000" <= character <= "\uf8ff"


_PLAIN_BRACKETS: Final = re.compile("\\(([^()]*)\\)")
_HAS_CJK: Final = re.compile(f"[{_CJK}]")
_AFTER_CJK: Final = re.compile(
    f"(?<=[{_CJK}」』）】”’》]){_BLANK}*(?:([,;:!?])|(\\.)(?![\\w.])){_BLANK}*"
)
_BEFORE_CJK: Final = re.compile(f"(?<=[A-Za-z0-9]),{_BLANK}*(?=[{_CJK}「『])")
#: A list of numbers keeps its spaces: 7， 700 is no number.
_AROUND_WIDE: Final = re.compile(
    f"(?<!{_BLANK}){_BLANK}+(?=[、。，？！：；（）」』】》])"
    f"|(?<=[、。，；：（「『【《]){_BLANK}+(?!\\d|{_BLANK})"
)
_THOUSANDS: Final = re.compile("(?<=\\d)，(?=\\d{3}(?!\\d))")


def _wide(text: str, *, comma: str, quotes: str, inner: str) -> str:
    """For Japanese and Chinese: full-width marks where Chinese characters or kana stand."""
    text = text.translate(str.maketrans("｡､｢｣", "。、「」"))
    text = re.sub(
        '(?<![A-Za-z0-9])["＂]([^"＂]*)["＂](?![A-Za-z0-9])', f"{quotes[0]}\\1{quotes[1]}", text
    )
    if quotes != "“”":
        text = _paired(_paired(text, "“”", quotes), "‘’", inner)
    text = _PLAIN_BRACKETS.sub(_wide_brackets, text)
    text = _THOUSANDS.sub(",", text)
    marks = {",": comma, ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
    text = _AFTER_CJK.sub(lambda found: marks[found[1] or found[2]], text)
    text = _BEFORE_CJK.sub(comma, text)
    if comma == "、":
        text = text.replace("，", "、")
    return _AROUND_WIDE.sub("", text)


def _wide_brackets(found: re.Match[str]) -> str:
    return f"（{found[1]}）" if _HAS_CJK.search(found[1]) else found[0]


def _japanese(text: str) -> str:
    return _wide(text, comma="、", quotes="「」", inner="『』")


def _chinese(text: str) -> str:
    return _wide(text, comma="，", quotes="“”", inner="‘’")


#: The languages whose style is known.
MARKS: Final = MappingProxyType[str, Callable[[str], str]](
    {"zh": _chinese, "en": _english, "ja": _japanese, "ko": _korean, "ru": _russian}
)
