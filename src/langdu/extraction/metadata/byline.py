"""Who wrote it, in a line of its own: By Jane Roe, 한유진 기자, 文/张三."""

import re
from typing import Final

#: A name ends where something else begins: a date, a mark, another part of the bar.
_END: Final = r"(?=\s?(?:[|｜·•—–/]|,?\s(?:\d|[A-Z][a-z]{2,8}\.?\s\d)|,\s(?=[a-z])|\Z))"
_LATIN: Final = re.compile(
    r"(?:(?:Posted |Written |Words |Story )?by|Автор(?: текста)?|Текст)[:\s]\s?"
    r"(?P<name>[A-ZА-ЯЁÀ-Þ][^|｜·•—–/\d@:]{2,60}?)" + _END,
    re.IGNORECASE,
)
_KOREAN: Final = re.compile(r"(?P<name>[가-힣]{2,4})\s?기자(?:\s+[\w.+-]{1,60}@[\w.-]{1,60})?\Z")
_CHINESE: Final = re.compile(
    r"(?:文\s?[/／|｜]|撰文\s?[/／|｜:：]\s?)\s?(?P<name>[\u4e00-\u9fff·]{2,12})(?:\s|\Z)"
)
_MAX: Final = 120


def byline(line: str) -> str | None:
    """The name in a line that says who wrote the article, or ``None``."""
    if len(line) > _MAX:
        return None
    for pattern in (_LATIN, _KOREAN, _CHINESE):
        found = pattern.match(line)
        if found and found["name"][0].isupper() | (pattern is not _LATIN):
            return found["name"].strip(" ,")
    return None
