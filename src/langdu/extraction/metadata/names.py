"""Whether a name is one that readers should be told: no login, no number, no address, no site."""

import re
from collections.abc import Collection
from typing import Final

from langdu.extraction.text import collapse, has_letters, key

#: One word in small letters, or with digits or underscores: who typed the article in.
_LOGIN: Final = re.compile(r"[a-z0-9_.\-]+|[\w.\-]*[\d_][\w.\-]*", re.ASCII)
_NOBODY: Final = frozenset(
    "admin administrator editor editors staff webmaster root user guest "
    "管理员 系统管理员 超级管理员 佚名 匿名 未知 不详 编辑 小编 本站 本网 原创 无 管理者 관리자 "
    "운영자 администратор админ редакция null none undefined author".split()
)
_ADDRESS: Final = re.compile(r"https?:|www\.|@|\w/\w+/")
_PREFIX: Final = re.compile(
    r"\A(?:[（(【\[]\s?)?(?:(?:信息|文章|稿件|新闻)?来源|(?:文章)?作者|责任编辑|责编|编辑"
    r"|by|source|автор|текст|источник|출처|出典)\s?(?:[:：]|(?<=by)\s)\s?",
    re.IGNORECASE,
)
_MAX: Final = 100


def clean(name: str) -> str:
    """A name without the label and the brackets that some systems leave on it."""
    text = collapse(name)
    found = _PREFIX.match(text)
    if found:
        text = text[found.end() :].rstrip("）)】]")
    return text.strip(" :：;；,，|")


def is_name(name: str) -> bool:
    """Whether this can be the name of a person or of an office."""
    if not has_letters(name) or len(name) > _MAX or name.lower() in _NOBODY:
        return False
    return not _ADDRESS.search(name) and not name.isdigit()


def is_person(name: str, others: Collection[str]) -> bool:
    """Whether this can be who wrote it. ``others`` are keys of what the site is called."""
    return is_name(name) and not _LOGIN.fullmatch(name) and key(name) not in others
