"""Find people: a full name that its context shows is then found wherever else it stands.

What shows it: a title before it (局长李刚), what its bearer says after it (，李刚表示), a title
after it (李刚同志), brackets at the end (（李刚）), a credit (编辑：李刚), a list that such a name
stands in (李刚、王闯). Where it ends is shown by the word after it (局长李刚说), by the article's
other places where it stands, or by what names are made of.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from langdu.translation.names import tables
from langdu.translation.names.contexts import of_people, of_places
from langdu.translation.names.name import Name, person
from langdu.translation.names.spotting import Lengths, lengths_of, spots

_HAN = re.compile("[\u4e00-\u9fff]")
_PARTS = re.compile("([、\u3000 ]|和|等|，|。|；|：|:|,|（|）|与)")
_LISTS = frozenset("、\u3000 和")
_BRACKETS = re.compile(r"[（(]([\u4e00-\u9fff]{2,4})[）)](?=[。！？”]*\s*$)")
_DOUBTED = "有来自如正同本任会时用作则才要"
#: Surnames with which a title is a person's also where the article does not name one in full.
_COMMON = frozenset(
    "王李张刘陈杨赵吴周徐孙胡朱郭何罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪姜范姚谭"
    "廖邹熊陆郝孔崔毛邱秦顾侯邵孟段钱汤尹黎乔贺赖龚"
)
_BACK = 14  # how far before a name a country makes its bearer a foreigner


@cache
def _given() -> frozenset[str]:
    """Characters that are common in given names."""
    return frozenset(c for row in tables.words("given") for c in row)


@cache
def _long_words() -> tuple[str, ...]:
    """Words of two characters and more that follow a name."""
    return tuple(word for word in of_people().ends if len(word) > 1)


@cache
def _speaks() -> tuple[str, ...]:
    """What shows that a person stands before it."""
    return (
        *of_people().says,
        *of_people().beside,
        "同志",
        "先生",
        "女士",
        "老师",
        "教授",
        "院士",
        "烈士",
    )


@cache
def _possible() -> frozenset[str]:
    """Characters that stand in given names, be it now and then."""
    return _given() | frozenset(c for row in tables.words("given-rare") for c in row)


@cache
def _ended_by() -> tuple[str, ...]:
    """What ends a name: a word, or the province whence the next of a list is."""
    return (*of_people().ends, *(name[:2] for name in of_places().provinces))


def find_people(texts: Sequence[str]) -> list[list[Name]]:
    """The people of each text of an article."""
    article = _Article(texts)
    known: dict[str, str] = {}
    for text in texts:
        known.update(_renowned_in(text))
        known.update(article.shown(text))
        known.update(article.bare_lists(text))
    for text in texts:
        known.update(article.listed(text, known))
    known = {name: of for name, of in known.items() if not article.is_transcribed(name)}
    lengths = lengths_of(known)
    surnames = frozenset(known.values())
    found = (_everywhere(text, known, lengths, surnames) for text in texts)
    return [sorted(names, key=lambda name: name.start) for names in found]


class _Article:
    """The texts of an article as evidence of where names end."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._after: dict[str, set[str]] = {}
        self._count: Counter[str] = Counter()
        for text in texts:
            for start, surname in _surnames(text):
                for size in (1, 2):
                    end = start + len(surname) + size
                    name = text[start:end]
                    self._after.setdefault(name, set()).add(text[end : end + 1])
                    self._count[name] += 1

    def shown(self, text: str) -> Iterator[tuple[str, str]]:
        """(name, surname) of all that their context shows."""
        for start, surname in _surnames(text):
            if self._has_lead(text, start):
                name = self._name(text, start, surname)
                if name and not _foreign(text, start, name):
                    yield name, surname
            elif _is_free(text, start):
                name = self._said(text, start, surname)
                if name and not _foreign(text, start, name):
                    yield name, surname
        for match in _BRACKETS.finditer(text):
            surname = _surname_of(match.group(1))
            if surname and _is_whole(match.group(1), surname, strict=True):
                yield match.group(1), surname

    @staticmethod
    def _has_lead(text: str, start: int) -> bool:
        """Whether a title or a credit stands before."""
        before = text[max(0, start - 12) : start]
        before = before.rstrip("”」』》")  # “时代楷模”黄文秀
        if before.endswith(of_people().before):
            return not before.endswith(of_people().foreign)
        label = before.rstrip(":： \u3000")
        return label != before and label.endswith((*of_people().credits, *of_people().before))

    def _name(self, text: str, start: int, surname: str) -> str:
        """The full name that begins here; "" where its end is not sure."""
        at = start + len(surname)
        lengths = [n for n in (1, 2) if _may_be_given(text[at : at + n], n)]
        lengths = [n for n in lengths if not _is_word(text[start : at + n], surname)]
        sure = [n for n in lengths if _ends(text, at + n)]
        if len(sure) == 2:
            sure = [_longer_or_not(text, at + 1)]
        long = text.startswith(_long_words(), at + 1)
        if sure == [1] and not long and text[at + 1 : at + 2] in tuple(_DOUBTED):
            return self._doubted(text, start, lengths, at)
        if sure:
            given = text[at : at + sure[0]]
            if surname in tables.words("weak"):
                good = all(c in _given() for c in given)
            else:
                good = _marked(text, at + sure[0]) or all(c in _possible() for c in given)
            return surname + given if good else ""
        return self._by_article(text, start, surname, lengths)

    def _by_article(self, text: str, start: int, surname: str, lengths: Sequence[int]) -> str:
        """The end of a name by the other places where it stands, or by what names are made of."""
        at = start + len(surname)
        if 1 not in lengths or text[at] not in _given():
            return ""
        short, longer = text[start : at + 1], text[start : at + 2]
        strong = 2 in lengths and longer[-1] in _given()
        followers = self._followers(short)
        if followers > 1:
            return short if self._followers(longer) < 2 or not strong else longer
        if self._count[short] > 1:
            return longer if strong and self._followers(longer) > 1 else ""
        if surname in tables.words("weak"):
            return ""
        if 2 in lengths and longer[-1] in _possible() and not strong:
            return ""
        return longer if strong else short

    def _doubted(self, text: str, start: int, lengths: Sequence[int], at: int) -> str:
        """The name before a character that ends names and stands in them: 傅全有, 李刚有.

        The article's other places tell; where there is none, or they do not, nothing is sure.
        """
        short, longer = text[start : at + 1], text[start : at + 2]
        if text[at] not in _given():
            return ""
        if self._followers(short) > 1:
            return short
        return longer if 2 in lengths and self._followers(longer) > 1 else ""

    def _followers(self, name: str) -> int:
        """How many different characters follow a name in the article."""
        return len(self._after.get(name, ()))

    def is_transcribed(self, name: str) -> bool:
        """Whether a name is followed by a point somewhere: 邓肯·史密斯."""
        return "·" in self._after.get(name, ())

    def _said(self, text: str, start: int, surname: str) -> str:
        """The name that begins here because its bearer says something or has a title after it."""
        at = start + len(surname)
        for n in (2, 1):
            given, after = text[at : at + n], at + n
            if len(given) < n or not all(c in _given() for c in given):
                continue
            if _is_word(surname + given, surname) or (surname in tables.words("weak") and n == 1):
                continue
            if text.startswith(_speaks(), after):
                return surname + given
        return ""

    def bare_lists(self, text: str) -> Iterator[tuple[str, str]]:
        """Three names and more in a row: 李娜、张帅、郑钦文参加比赛."""
        run: list[tuple[str, str]] = []
        at = 0
        for part in [*re.split("([、\u3000 和])", text), "。"]:
            start, at = at, at + len(part)
            if part in ("、", "\u3000", " ", "和"):
                continue
            surname = _surname_of(part)
            whole = bool(surname) and _is_whole(part, surname, strict=True)
            whole = whole and _may_be_given(part[len(surname) :], len(part) - len(surname))
            name = part if whole else ""
            if not whole and surname and len(run) > 1:
                name = self._name(text, start, surname)
            if name:
                run.append((name, surname))
            if not whole:
                if len(run) > 2 and any(len(one) > 2 for one, _ in run):
                    yield from run
                run = []

    @staticmethod
    def listed(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Names beside known ones in a list: 李刚、王闯、梁晓方等."""
        parts = _PARTS.split(text)
        for i, part in enumerate(parts):
            surname = _surname_of(part)
            if not surname or not _is_whole(part, surname, strict=True):
                continue
            beside = [(i - 2, i - 1), (i + 2, i + 1)]
            for other, mark in beside:
                inside = 0 <= other < len(parts)
                if inside and parts[mark] in _LISTS and _ends_in(parts[other], known):
                    yield part, surname
                    break


@cache
def _renowned() -> tuple[Mapping[str, str], Lengths]:
    """People who are known by their name alone, with their surnames."""
    known = {name: _surname_of(name) for name in tables.words("people-known")}
    return known, lengths_of(known)


def _renowned_in(text: str) -> Iterator[tuple[str, str]]:
    known, lengths = _renowned()
    yield from ((name, known[name]) for _, name in spots(text, known, lengths, ()))


@cache
def _full_titles() -> tuple[str, ...]:
    """What follows a surname and is no other word by itself: 总 may be 总是."""
    return tuple(title for title in of_people().after_surname if len(title) > 1)


def _ends_in(text: str, known: Mapping[str, str]) -> bool:
    """Whether a text ends in a known name."""
    return any(text[-size:] in known for size in (2, 3, 4))


def _longer_or_not(text: str, second: int) -> int:
    """How long a given name is that could end before or after its second character: 李文和 or 李文.

    The second character belongs to the name where a mark follows it, and where it is rather a part
    of names than a word; a conjunction only before what joins nothing (李文和表示).
    """
    after = text[second]
    if after not in _given() or text.startswith(_long_words(), second):
        return 1
    if _marked(text, second + 1):
        return 2
    if after in "和与及":
        return 2 if text.startswith((*of_people().says, *"在是对就"), second + 1) else 1
    return 2 if after in of_people().doubtful else 1


def _surnames(text: str) -> Iterator[tuple[int, str]]:
    """(position, surname) of all that may be one: of two characters where there are two."""
    known = tables.surnames()
    for start in range(len(text) - 1):
        if text[start : start + 2] in known and text[start : start + 2] != text[start]:
            yield start, text[start : start + 2]
        elif text[start] in known:
            yield start, text[start]


def _surname_of(name: str) -> str:
    known = tables.surnames()
    return (
        name[:2] if name[:2] in known and len(name) > 2 else name[:1] if name[:1] in known else ""
    )


def _is_whole(name: str, surname: str, *, strict: bool) -> bool:
    """Whether the whole text is shaped like a name."""
    given = name[len(surname) :]
    shaped = 1 <= len(given) <= 2 and all(c in _given() for c in given)
    weak = strict and surname in tables.words("weak") and len(given) == 1
    return (
        shaped and not weak and not _is_word(name, surname) and name not in of_people().not_chinese
    )


def _may_be_given(text: str, size: int) -> bool:
    """Whether a given name may be this: of characters that names have, and no title (冷科长)."""
    people = of_people()
    fitting = all(_HAN.match(c) and c not in people.not_given for c in text)
    return len(text) == size and fitting and text not in people.after_surname + people.unnamed


def _is_word(name: str, surname: str) -> bool:
    """Whether it begins like a word that is no name: 于是, 高质量, 王国."""
    return name[: len(surname) + 1] in tables.words("words") or name in tables.words("words")


def _marked(text: str, end: int) -> bool:
    """Whether a mark or nothing follows."""
    return not _HAN.match(text[end : end + 1])


def _ends(text: str, end: int) -> bool:
    """Whether a name surely ends here: at a mark, or before a word that follows names."""
    return _marked(text, end) or text.startswith(_ended_by(), end)


def _is_free(text: str, start: int) -> bool:
    """Whether nothing that belongs to a word stands before."""
    return start == 0 or not _HAN.match(text[start - 1]) or text[start - 1] in of_people().leads


def _foreign(text: str, start: int, name: str) -> bool:
    """Whether the bearer is of a country that spells its names otherwise."""
    end = start + len(name)
    if "·" in text[max(0, start - 1) : end + 1] or "•" in text[max(0, start - 1) : end + 1]:
        return True
    longer = text[start : start + 4]
    if any(longer.startswith(other) or other.startswith(name) for other in of_people().not_chinese):
        return name not in tables.known_people()
    before = text[max(0, start - _BACK) : start]
    clause = re.split("[，。；！？,;]", before)[-1]
    if any(country in clause for country in of_people().countries):
        return not any(ours in clause for ours in ("中国", "驻"))
    given = name[1:]
    return len(given) == 2 and all(c in of_people().transcription for c in given)


def _everywhere(
    text: str, known: Mapping[str, str], lengths: Lengths, surnames: frozenset[str]
) -> Iterator[Name]:
    """Every place where a known name stands, and surnames that stand for one."""
    busy: set[int] = set()
    for start, name in spots(text, known, lengths, busy):
        busy.update(range(start, start + len(name)))
        yield person(name, known[name], start)
    for alone in _alone(text, surnames):
        if alone.start not in busy:
            yield alone


def _alone(text: str, known: frozenset[str]) -> Iterator[Name]:
    """Surnames with a title (张书记, where the article has a 张), 李某, 王女士."""
    weak = tables.words("weak")
    for start, surname in _surnames(text):
        end = start + len(surname)
        free = _is_free(text, start)
        named = free and surname in known and text.startswith(of_people().after_surname, end)
        named = named or (free and surname in _COMMON and text.startswith(_full_titles(), end))
        unnamed = surname not in weak and text.startswith(of_people().unnamed, end)
        led = free or text[start - 1] in "了到的" or text.endswith(of_people().before, 0, start)
        if named or (unnamed and led):
            yield person(surname, surname, start)
