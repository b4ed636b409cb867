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
#: 北川日报记者 郑一鸣 · （通讯员 林芳、徐涛）; 记者调查 is a heading and names nobody.
_HAN_NAME: Final = (
    r"(?!摄影|摄|报道|图|文|供图|通讯员|记者|手记|观察|调查|采访|获悉|了解|专访|探访|走访|直击|体验|发现|注意|提问|问|站|们|证|团|节)"
    r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"
)
_REPORTER: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?|(?:特约|见习|实习)?)(?:[记記]者|通[讯訊][员員])\s?[:：]?\s?"
    rf"(?P<name>{_HAN_NAME}(?:[\s、，,]{{1,2}}{_HAN_NAME}){{0,5}})"
    r"(?=\s?(?:[)）\]】\d/／]|\Z|文|摄|图|报道|報導|通讯员|[记記]者)|\s)"
)
#: A dispatch begins with its reporter, 本报讯（记者 周敏）, or ends with one in brackets.
_DISPATCH: Final = re.compile(r"[^。]{0,24}?[（(【\[]\s?")
_MAX: Final = 120


def byline(line: str) -> str | None:
    """The name in a line that says who wrote the article, or ``None``."""
    if len(line) > _MAX:
        return None
    for pattern in (_LATIN, _KOREAN, _CHINESE, _REPORTER):
        found = pattern.match(line)
        if found and found["name"][0].isupper() | (pattern is not _LATIN):
            return found["name"].strip(" ,")
    return None


def reporter_in(text: str) -> str | None:
    """The reporter that a paragraph names in brackets where it begins, or ``None``."""
    opening = _DISPATCH.match(text)
    found = _REPORTER.match(text, opening.end()) if opening else None
    return found["name"] if found else None
