"""The end of a translation: the mark that its source ends with, where the language has it."""

import re
from types import MappingProxyType
from typing import Final

_CLOSERS: Final = "\"'”’»“」』）)】]》〉"
_QUOTES: Final = frozenset("\"'”’»“」』")
#: What marks at the end mean: the first one of a text's tail that is not a closer, from behind.
_MEANING: Final = MappingProxyType(
    {".": "stop", "。": "stop", "．": "stop", "｡": "stop", "?": "question", "？": "question"}
    | {"!": "call", "！": "call", "…": "ellipsis", ":": "colon", "：": "colon"}
    | {",": "comma", "，": "comma", "、": "comma", ";": "semicolon", "；": "semicolon"}
)
_ASCII: Final = MappingProxyType(
    {"stop": ".", "question": "?", "call": "!", "ellipsis": "…", "colon": ":", "semicolon": ";"}
)
_WIDE: Final = MappingProxyType(
    {"stop": "。", "question": "？", "call": "！", "ellipsis": "……", "colon": "："}
)
#: Marks of a translation that give way to the one of its source.
_WEAK: Final = frozenset({"", "stop", "comma", "semicolon"})
_TAIL: Final = _CLOSERS + "".join(_MEANING) + " \t\n\u3000\u00a0"
#: Words that end with a point of their own.
_ABBREVIATIONS: Final = frozenset(
    "etc inc ltd co corp jr sr st mr mrs ms dr no vs dept fig approx "
    "др пр тыс млн млрд трлн руб коп чел мин сек час см гг вв стр ул обл им кв куб т.д т.п".split()
)
_LAST_WORD: Final = re.compile(r"(?<![\w.])([^\W_]+(?:\.[^\W_]+)*)\.\Z")
#: A sentence that ended before: the last one keeps its stop too.
_SENTENCES: Final = re.compile(r"[.!?…][\"”»)]*\s+\S|[。！？]\S")


def end_like(text: str, source: str, lang: str) -> str:
    """The text with the mark at its end that the source has at its own."""
    wanted, inside = _ending(source)
    head, tail = _split(text)
    found = _meaning(tail)
    if not any(map(str.isalnum, source)) or not head or wanted is None or found is None:
        return text
    if found == wanted or found not in _WEAK or (wanted == "stop" and head.endswith(".")):
        return text
    if not wanted:
        return text if found != "stop" or _SENTENCES.search(head) else head + _without(tail)
    mark = (_WIDE if lang in ("zh", "ja") else _ASCII).get(wanted)
    if mark is None or (wanted == "semicolon" and found == "comma") or _asks(head, wanted, lang):
        return text
    if found:
        return head + "".join(mark if sign in _MEANING else sign for sign in tail)
    return head + _with(mark, tail, inside, lang)


def _split(text: str) -> tuple[str, str]:
    """The text up to its last letter, and the marks after it; an abbreviation keeps its point."""
    at = len(text.rstrip(_TAIL))
    if text[at : at + 1] == "." and _is_abbreviation(text[: at + 1]):
        at += 1
    return text[:at], text[at:]


def _is_abbreviation(text: str) -> bool:
    last = _LAST_WORD.search(text[-40:])
    if not last:
        return False
    word = last[1].lower()
    single = len(word) == 1 and word.isalpha() and word < "\u3000"
    return single or "." in word.strip("0123456789.") or word in _ABBREVIATIONS


def _ending(source: str) -> tuple[str | None, bool]:
    """What the source ends with, and whether closers stand behind it; None where it is unclear."""
    head, tail = _split(source.strip())
    meaning = _meaning(tail)
    if not meaning and head.endswith("."):
        return None, False  # an abbreviation: who knows whether a stop is meant
    signs = [index for index, sign in enumerate(tail) if sign in _MEANING]
    inside = bool(signs) and bool(set(tail[signs[-1] :]) & set(_CLOSERS))
    return meaning, inside


def _meaning(tail: str) -> str | None:
    """What a tail means; empty without a mark, None where it has several that differ."""
    meanings = {_MEANING[sign] for sign in tail if sign in _MEANING}
    if "..." in tail or ("…" in tail and meanings <= {"ellipsis", "stop"}):
        return "ellipsis"
    return (meanings.pop() if meanings else "") if len(meanings) < 2 else None


def _without(tail: str) -> str:
    return "".join(sign for sign in tail if sign not in _MEANING and not sign.isspace())


def _with(mark: str, tail: str, inside: bool, lang: str) -> str:
    """The tail with a mark: English sets a stop before quotation marks, Russian behind them."""
    quoted = bool(tail) and set(tail.strip()) <= _QUOTES
    before = quoted and lang == "en" and mark == "."
    before = before or (inside and not (lang == "ru" and mark == "."))
    return mark + tail.strip() if before else tail.rstrip() + mark


def _asks(head: str, wanted: str, lang: str) -> bool:
    """Japanese asks with か, and needs no mark for it."""
    return wanted == "question" and lang == "ja" and head.endswith("か")
