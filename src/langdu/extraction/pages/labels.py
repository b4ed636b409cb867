"""What the links of a pager say: a number, next, previous, first."""

import re
import unicodedata
from typing import Final, Literal, TypeAlias

Direction: TypeAlias = Literal["next", "previous", "first"]

_ARROWS: Final = r"[\s\[\]()（）【】<>«»‹›←→≪≫◀▶|]*"
_NUMBER: Final = re.compile(
    rf"{_ARROWS}(?:第|page|стр(?:аница|\.)?|p\.?)?\s?(\d{{1,3}})\s?(?:页|頁|ページ目?|페이지|쪽)?"
    rf"{_ARROWS}\Z",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf"{_ARROWS}(?:(?:下一?[页頁]|后一?页|後一?頁|次へ(?:進む)?|次の?ページへ?|다음(?:\s?(?:페이지|쪽))?"
    r"|далее|следующая(?:\sстраница)?|вперёд|next(?:\spage)?|continued?)"
    rf"{_ARROWS}|(?:次のページ|next page)[\s:：].{{1,60}})\Z",
    re.IGNORECASE,
)
_NEXT_ARROW: Final = re.compile(r"[>›»→≫▶]{1,2}\Z")
_PREVIOUS: Final = re.compile(
    rf"{_ARROWS}(?:上一?[页頁]|前一?[页頁]|前へ(?:戻る)?|前の?ページへ?|이전(?:\s?(?:페이지|쪽))?"
    rf"|назад|предыдущая(?:\sстраница)?|prev(?:ious)?(?:\spage)?){_ARROWS}\Z",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    rf"{_ARROWS}(?:首[页頁]|第一[页頁]|最初(?:のページ)?へ?|처음|первая|в\sначало|first(?:\spage)?)"
    rf"{_ARROWS}\Z",
    re.IGNORECASE,
)
#: Labels of pagers that lead nowhere here.
_OTHER: Final = re.compile(
    rf"{_ARROWS}(?:尾[页頁]|末[页頁]|最后一?页|最後(?:のページ)?へ?|마지막|끝|последняя|last(?:\spage)?"
    r"|(?:共|全)\s?\d{1,3}\s?[页頁]|(?:页次|頁次|页码)?[:：]?\s?\d{1,3}\s?/\s?\d{1,3}\s?[页頁]?"
    r"|(?:第\s?\d{1,3}\s?[页頁][\s/,，]?)?共\s?\d{1,3}\s?[页頁]|pages?[:：]?|ページ[:：]?|страницы[:：]?"
    r"|分[页頁][:：]?|全文(?:阅读|閱讀)|(?:点击)?(?:阅读|查看|显示|閱讀|顯示)全文|(?:在本页|单页)(?:阅读|显示)全文"
    r"|(?:余下|剩余)全文|全(?:文|ページ)を?表示|1ページ(?:で|に)(?:表示|まとめる)|전체\s?보기"
    r"|(?:view\s(?:as\s)?|read\son\s)?(?:a\s)?single\spage|view\sall(?:\spages)?|show\sall"
    rf"|показать\sвсё|на\sодной\sстранице){_ARROWS}\Z",
    re.IGNORECASE,
)
#: No label of a pager is longer.
_LONGEST: Final = 80


def number_in(label: str) -> int | None:
    """The page number that a label is."""
    found = _NUMBER.match(_plain(label))
    return int(found[1]) if found else None


def direction(label: str) -> Direction | None:
    """Where a label leads."""
    text = _plain(label)
    if _NEXT.match(text) or _NEXT_ARROW.match(text):
        return "next"
    if _PREVIOUS.match(text):
        return "previous"
    return "first" if _FIRST.match(text) else None


def is_other(label: str) -> bool:
    """Whether a label is one that pagers have besides: the last page, their number, all in one."""
    return _OTHER.match(_plain(label)) is not None


def _plain(label: str) -> str:
    """In one spelling: full-width figures are figures. Too long a text is no label."""
    if len(label) > _LONGEST:
        return ""
    if label.isascii():
        return label.strip()
    folded = "".join(unicodedata.normalize("NFKC", c) if c.isdigit() else c for c in label)
    return folded.strip()
