"""Labelled values, as the bar above a text and the lines below it have them: ``来源：吉林日报``."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.extraction.dates import read_date
from langdu.extraction.text import collapse, has_letters

#: What a label is about → its spellings in five languages. Longer spellings stand first.
_SPELLINGS: Final = MappingProxyType(
    {
        "published": "发布时间 发布日期 发表时间 发稿时间 发文时间 时间 日期 發布時間 發佈日期 "
        "日期 公開日 掲載日 "
        "配信日時 公開日時 発表日 작성일 등록일 게시일 입력 승인 Опубликовано Дата_публикации "
        "Дата Published "
        "Posted_on Posted Publication_date Date_published Date",
        "updated": "更新时间 更新日期 最后更新 更新日時 更新日 最終更新 수정일 수정 최종수정 "
        "Обновлено Изменено "
        "Last_updated Updated Last_modified",
        "source": "信息来源 文章来源 稿件来源 新闻来源 来源 出处 消息来源 來源 出典 情報元 "
        "提供元 출처 자료출처 "
        "제공 Источник Source",
        "author": "作者 撰稿人 撰稿 作 者 執筆者 執筆 著者 글쓴이 작성자 Автор_текста Автор "
        "Author Written_by",
        "editor": "责任编辑 责任编校 责编 编辑 编 辑 责 编 責任編輯 編輯 編集担当 編集者 編集 "
        "編 集 편집자 편집 "
        "담당기자 Редактор_выпуска Редактор Edited_by Editor",
        "reviewer": "审核人 审核 审校 校对 初审 复审 终审 签发 监制 责任校对 校閲 교정 Корректор",
        "views": "浏览次数 浏览量 浏览 点击次数 点击数 点击量 点击率 点击 阅读次数 阅读量 阅读 "
        "访问量 访问次数 閲覧数 "
        "조회수 조회 Просмотров Просмотры Views Hits",
        "size": "字体大小 字体 字号 文字大小 文字サイズ 글자크기 글자_크기 Размер_шрифта Font_size",
        "share": "分享到 分享至 分享 シェア 공유하기 공유 Поделиться Share_this Share",
        "keywords": "关键词 关键字 标签 關鍵字 キーワード 키워드 Ключевые_слова Keywords Tags",
        "original": "原标题 原題 Original_title",
    }
)


def _pattern(spelling: str) -> str:
    return r"\s?".join(re.escape(part) for part in re.split("[_ ]", spelling))


def _spellings(text: str) -> str:
    """One alternative for all spellings; a letter apart (编 辑) allows the space inside it."""
    words = text.split()
    joined: list[str] = []
    for word in words:
        if len(word) == 1 and joined and len(joined[-1]) == 1:
            joined[-1] += f"_{word}"
        else:
            joined.append(word)
    return "|".join(_pattern(word) for word in sorted(joined, key=len, reverse=True))


_LABEL: Final = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{_spellings(text)})" for name, text in _SPELLINGS.items())
    + r")\s?[:：]",
    re.IGNORECASE,
)
#: Words of tool bars: what is left of a bar when labels, values and these are gone is nothing.
_TOOLS: Final = re.compile(
    "打印本页|打印文章|打印此页|打印|关闭窗口|关闭本页|关闭|收藏|我要纠错|内容纠错|纠错|分享到|分享至|分享|微信|微博|"
    "朋友圈|空间|扫一扫在手机打开当前页面?|扫一扫|手机查看|手机版|无障碍|语音播报|字体|字号|大号?|中号?|小号?|超大|默认|特大|"
    "次数?|返回顶部|返回列表|返回|复制链接|下载|阅读|朗读|收听|印刷|シェア|ツイート|ポスト|大|中|小|標準|拡大|縮小|인쇄하기|인쇄|"
    "공유하기|공유|스크랩|글자|크기|확대|축소|크게|작게|보통|목록|Печать|Распечатать"
    "|Поделиться|Версия для печати|"
    "Print|Share|Email|Tweet|Close|A[+-]?|Facebook|Twitter|WhatsApp|LinkedIn|Telegram",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\d{4}\s?[-/.年년]\.?\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}\s?[日일]?\.?|\d{1,2}:\d\d(?::\d\d)?|星期[一二三四五六日天]"
    r"|\d{1,2}\.\d{1,2}\.\d{4}|[（(][月火水木金土日월화수목금토일][)）]|上午|下午|午前|午後|오전|오후"
)
_EDGES: Final = " \t|｜/、,，;；·•[]【】()（）-—_：:>》"
_MAX_VALUE: Final = 40
_MAX_LINE: Final = 250


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's meaning and its value, which may be empty."""

    field: str
    value: str


def labelled(line: str) -> list[Labelled]:
    """The labelled values of a line, in order. Long lines are prose and have none."""
    if len(line) > _MAX_LINE or (":" not in line and "：" not in line):
        return []
    found = [m for m in _LABEL.finditer(line) if _begins(line, m.start())]
    out = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(line)
        out.append(
            Labelled(str(match.lastgroup), _value(str(match.lastgroup), line[match.end() : end]))
        )
    return out


def is_bar(line: str) -> bool:
    """Whether a line holds labelled values, dates and tools only."""
    if len(line) > _MAX_LINE:
        return False
    matches = [m for m in _LABEL.finditer(line) if _begins(line, m.start())]
    rest = line[: matches[0].start()] if matches else line
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(line)
        text = line[match.end() : end].strip(_EDGES)
        if len(text) > _MAX_VALUE and not _only_tools(text):
            return False
    return _only_tools(rest)


def is_tools(line: str) -> bool:
    """Whether a line holds words of a tool bar only (``【字体: 打印``)."""
    return len(line) < 120 and has_letters(line) and not read_date(line) and _only_tools(line)


def _only_tools(text: str) -> bool:
    rest = _TOOLS.sub(" ", _CLOCK.sub(" ", text))
    return not any(char.isalpha() for char in rest)


def _begins(line: str, start: int) -> bool:
    """A label begins where no word is under way: at the start, after a space, a bracket, a date.

    Chinese has no spaces, and bars set their parts as neighbouring spans: 吉林日报作者：周敏.
    """
    before = line[start - 1] if start else ""
    return not before or not before.isalpha() or (before >= "\u2e80" and line[start] >= "\u2e80")


def _value(field: str, text: str) -> str:
    if field in ("published", "updated"):
        return read_date(text) or ""
    line = collapse(text)
    for bracket in "】）])|｜":
        line = line.split(bracket)[0] if not _opened(line, bracket) else line
    line = _CLOCK.sub(" ", line)
    tool = re.search(r"\s(?:打印|关闭|字体|分享|浏览|【)", line)
    line = (line[: tool.start()] if tool else line).strip(_EDGES)
    return "" if len(line) > _MAX_VALUE or not has_letters(line) or _only_tools(line) else line


def _opened(line: str, bracket: str) -> bool:
    pairs = {"】": "【", "）": "（", "]": "[", ")": "("}
    opening = pairs.get(bracket)
    return opening is not None and opening in line
