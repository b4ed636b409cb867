"""Text → sentences, for Chinese, Japanese, Korean, Russian and English.

:func:`split` cuts a text so that joining the pieces gives it back; white space stays with the
sentence before it. One scan over the text, linear in its length. The rules:

* Full-width and ASCII punctuation end a sentence alike: text dumps fold ``，；？`` to ASCII.
* Closing quotes and brackets stay with their sentence; what stands inside a short pair of
  brackets or title marks (《你好！李焕英》) is not cut.
* A full stop ends a sentence only where the language lets it: never inside ``1.7`` or ``v2.0``,
  after an abbreviation or an initial, or before a small letter.
* ``……`` ends a sentence in Chinese; elsewhere only where a new one clearly begins.
* A footnote's sign behind the stop (``birds.[1] Then``) stays with its sentence.
* A line break always ends one; a text without any stop (a heading) is one sentence.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from langdu.article import Mark, Sentence
from langdu.languages import is_spaced, normalize

_HARD: Final = frozenset("。！？!?｡‼⁇⁈⁉")
_ELLIPSIS: Final = "…"
_STOPS: Final = _HARD | {".", _ELLIPSIS, "．"}
_CLOSERS: Final = frozenset("”’」』）)】》〉»〕］]}\"'＂")
_PAIRS: Final = MappingProxyType(
    {"（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "[": "]", "〔": "〕", "［": "］"}
)
#: A pair of brackets longer than this may hold sentences of its own.
_MAX_BRACKET: Final = 80

#: What follows a closing quote when the sentence goes on: a comma, or a particle that takes the
#: quotation as its object (“加油！”的口号, 「はい。」と答えた).
_GOES_ON: Final = frozenset("，、；：,;:·—–-…~～/％%")
_PARTICLES: Final = MappingProxyType({"zh": "的地之等", "ja": "とってのをがはにもでやかなだ"})

_ABBREVIATIONS: Final = MappingProxyType(
    {
        "en": frozenset(
            "mr mrs ms dr prof rev gen col lt sgt capt st hon gov vs cf e.g i.e approx ca dept "
            "univ jan feb mar apr jun jul aug sept sep oct nov dec mt ave blvd rd".split()
        ),
        "ru": frozenset(
            "т.е т.к т.н к п д г гг в вв р ул пр просп пл стр корп кв обл респ им акад проф доц "
            "рис табл с см ср напр гр тел пос дер оз н.э зам пом ст".split()
        ),
        "ko": frozenset({"dr", "mr", "ms", "st"}),
    }
)
#: Abbreviations that are units too: "20 см. Его" are two sentences, "см. Приложение" is none.
_UNITS: Final = MappingProxyType({"ru": frozenset({"см"})})
#: The letters that Korean numbers with: 가. 나. 다.
_KOREAN_NUMBERS: Final = frozenset("가나다라마바사아자차카타파하")
#: Words that are abbreviations before a number only: No. 3, but "He said no. Then he left."
_BEFORE_NUMBER: Final = frozenset(
    "no nos fig figs eq sec ch art vol vols p pp ed eds para tel".split()
)
#: Abbreviations that also end sentences: they do so where a capital letter follows.
_MAY_END: Final = MappingProxyType(
    {
        "en": frozenset("etc inc ltd co corp al a.m p.m u.s u.k jr sr".split()),
        "ru": frozenset("т.д т.п др руб коп тыс млн млрд трлн чел мин сек ч".split()),
    }
)
#: Where a sentence may end, or brackets may open: the scan goes from one to the next.
_BORDER: Final = re.compile("[\n\r\u2028\u2029" + re.escape("".join((*_STOPS, *_PAIRS))) + "]")
_BRACKETS: Final = re.compile("[\n" + re.escape("".join((*_PAIRS, *_PAIRS.values()))) + "]")
_REFERENCE: Final = re.compile(r"[\[［]\d{1,3}[\]］]")
_WORD_BEFORE: Final = re.compile(r"[^\s(（\[「『“\"'«]{1,20}\Z")
#: Only the end of the sentence so far is looked at, so that the scan stays linear.
_LOOK_BACK: Final = 24


_NO_NOTES: Final[Mapping[int, int]] = MappingProxyType({})


def split(text: str, lang: str, notes: Mapping[int, int] = _NO_NOTES) -> list[str]:
    """Cut a text into sentences; ``"".join(split(text, lang)) == text``.

    ``notes`` says where references to footnotes begin and end. ``lang`` is any spelling of a
    language; one that is not known is split by the English rules. A text of white space only is
    one piece, and the empty text has none.
    """
    code = normalize(lang)
    closed_by = _short_brackets(text)
    pieces: list[str] = []
    start = position = 0
    size = len(text)
    while found := _BORDER.search(text, position):
        position = found.start()
        char = text[position]
        if char in "\n\r\u2028\u2029":
            end = _skip_space(text, position)
            start = _take(text, start, end, pieces)
            position = end
        elif position in closed_by:
            close = closed_by[position]
            whole = text[close - 1] in _STOPS and _skip_space(text, start) >= position
            position = close + 1
            if whole:  # 「（完。）」 standing where a sentence stands
                end = _skip_space(text, _skip_notes(text, _skip_closers(text, position), notes))
                start = _take(text, start, end, pieces)
                position = end
        elif char in _STOPS:
            run = _skip_stops(text, position)
            closed = _skip_closers(text, run)
            after = _skip_notes(text, closed, notes)
            if _ends(text, start, position, run, after, code, closed=closed > run):
                end = _skip_space(text, after)
                start = _take(text, start, end, pieces)
                position = end
            else:
                position = run
        else:
            position += 1
    _take(text, start, size, pieces)
    return pieces


def to_sentences(
    prefix: str, text: str, lang: str, marks: tuple[Mark, ...] = ()
) -> tuple[Sentence, ...]:
    """The sentences of a block's text with the ids ``prefix.s1``, ``prefix.s2`` …

    ``marks`` are offsets in ``text``; one that spans several sentences is cut at their borders.
    """
    return number(prefix, split(text, lang, note_places(marks)), marks)


def note_places(marks: tuple[Mark, ...]) -> Mapping[int, int]:
    """Where references to footnotes begin and end among marks."""
    if not any(mark.kind == "note" for mark in marks):
        return _NO_NOTES
    return {mark.start: mark.end for mark in marks if mark.kind == "note"}


def number(prefix: str, pieces: list[str], marks: tuple[Mark, ...] = ()) -> tuple[Sentence, ...]:
    """Pieces of one text as sentences with ids, each with its share of the text's marks."""
    sentences = []
    begin = 0
    coming = sorted(enumerate(marks), key=lambda one: -one[1].start)  # the next one is the last
    here: list[tuple[int, Mark]] = []
    for index, piece in enumerate(pieces, 1):
        end = begin + len(piece)
        while coming and coming[-1][1].start < end:
            here.append(coming.pop())
        here = [one for one in here if one[1].end > begin]
        own = tuple(
            Mark(mark.kind, max(mark.start, begin) - begin, min(mark.end, end) - begin, mark.value)
            for _, mark in sorted(here, key=lambda one: one[0])
        )
        sentences.append(Sentence(f"{prefix}.s{index}", piece, own))
        begin = end
    return tuple(sentences)


def _take(text: str, start: int, end: int, pieces: list[str]) -> int:
    """Cut off ``text[start:end]``; white space alone is no sentence and joins the one before."""
    piece = text[start:end]
    if piece.strip() or (piece and end == len(text) and not pieces):
        pieces.append(piece)
        return end
    if piece and pieces:
        pieces[-1] += piece
        return end
    return start if piece else end  # leading white space waits for its sentence


def _short_brackets(text: str) -> dict[int, int]:
    """Opening position → closing position of outermost bracket pairs that hold no sentences."""
    found: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text):
        position, char = match.start(), match.group()
        if char in _PAIRS:
            stack.append((_PAIRS[char], position))
        elif stack and char == stack[-1][0]:
            _, opened = stack.pop()
            if position - opened <= _MAX_BRACKET:
                found[opened] = position
        elif char == "\n":
            stack.clear()
    return found


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _skip_stops(text: str, position: int) -> int:
    while position < len(text) and text[position] in _STOPS:
        position += 1
    return position


def _skip_closers(text: str, position: int) -> int:
    while position < len(text) and text[position] in _CLOSERS:
        position += 1
    return position


def _skip_notes(text: str, position: int, notes: Mapping[int, int]) -> int:
    while position < len(text):
        end = notes.get(position, position)
        if end <= position and (found := _REFERENCE.match(text, position)):
            end = found.end()
        if end <= position:
            break
        position = _skip_closers(text, end)
    return position


def _is_cjk(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or char >= "\uff00"


def _ends(
    text: str, start: int, stop: int, run: int, after: int, code: str, *, closed: bool
) -> bool:
    """Whether the stops at ``stop:run`` end the sentence at ``start``. ``after`` is where what
    belongs to them ends; ``closed`` tells that closing quotes or brackets do."""
    follower = text[after] if after < len(text) else ""
    if not follower:
        return True
    stops = text[stop:run]
    if follower in _GOES_ON and closed:
        return False
    if follower in "，、；：,;:" or (closed and follower in _PARTICLES.get(code, "")):
        return False
    if set(stops) & _HARD:
        return _hard_stop_ends(text, stop, after, code)
    if _ELLIPSIS in stops or len(stops) > 2:
        return _ellipsis_ends(text, stops, after, code)
    return _full_stop_ends(text, start, stop, after, code)


def _hard_stop_ends(text: str, stop: int, after: int, code: str) -> bool:
    follower = text[after]
    if text[stop] in "!?" and after == stop + 1:
        # a folded 吗?他… ends; a query string (page?id=1) does not
        before = text[stop - 1] if stop else ""
        if before.isascii() and before.isalnum() and follower.isascii() and follower.isalnum():
            return False
    if is_spaced(code) and follower.isspace():
        return not _next_letter(text, after).islower()
    return True


def _ellipsis_ends(text: str, stops: str, after: int, code: str) -> bool:
    if code == "zh":
        return len(stops) > 1 and not text[after].isascii()
    if text[after].isspace():
        following = _next_letter(text, after)
        return not following.islower() and (code != "ja" or following != "")
    return False


def _full_stop_ends(text: str, start: int, stop: int, after: int, code: str) -> bool:
    before = text[stop - 1] if stop else ""
    follower = text[after]
    if not follower.isspace():
        # folded 。 stands between two characters of a script without spaces; so does Korean 다.그
        return _is_cjk(before) and (_is_cjk(follower) or follower in "“‘「『【（")
    following = _next_letter(text, after)
    if following.islower() and (following.isascii() or code == "ru"):
        return False
    word = _last_word(text, start, stop)
    if not word:
        return after > stop + 1
    if word.isdigit():  # "1. Introduction" begins a sentence; "in 2019. Then" ends one
        return bool(text[start:stop].strip() != word)
    if code == "ko" and word in _KOREAN_NUMBERS and text[start:stop].strip() == word:
        return False
    if len(word) == 1 and word.isupper() and not _is_cjk(word):  # an initial: J. Smith
        return False
    lowered = word.lower()
    if lowered in _UNITS.get(code, ()) and following.isupper():
        return _follows_number(text, start, stop - len(word))
    if lowered in _BEFORE_NUMBER:
        return not following.isdigit()
    if lowered in _MAY_END.get(code, ()):
        return following.isupper()
    return lowered not in _ABBREVIATIONS.get(code, _ABBREVIATIONS["en"])


def _follows_number(text: str, start: int, position: int) -> bool:
    return text[max(start, position - _LOOK_BACK) : position].rstrip()[-1:].isdigit()


def _last_word(text: str, start: int, stop: int) -> str:
    tail = text[max(start, stop - _LOOK_BACK) : stop]
    found = _WORD_BEFORE.search(tail)
    word = found.group() if found else ""
    # т. е. and т. д. are written with a space: look at both letters together
    if len(word) == 1 and word.islower():
        spaced = re.search(r"(?:\A|[\s(«])(\w)\.[\s\u00a0]?(\w)\Z", tail)
        if spaced:
            return f"{spaced[1]}.{spaced[2]}"
    return word


def _next_letter(text: str, position: int) -> str:
    """The next character that is no space, quote or opening bracket (at most 8 further on)."""
    for char in text[position : position + 8]:
        if not char.isspace() and char not in "“‘\"'«(（「『[【—–-":
            return char
    return ""
