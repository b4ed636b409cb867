"""Labelled values, as the bar above a text and the lines below it have them: ``来源：吉林日报``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.extraction.dates import read_date
from langdu.extraction.text import collapse, has_letters

#: What a label is about → its spellings in five languages. Longer spellings stand first.
_SPELLINGS: Final = MappingProxyType(
    {
        "published": "发布时间 发布日期 发表时间 发稿时间 发文时间 时间 日期 發布時間 發佈日期 "
        "日期 公開日 掲載日 公開 掲載 配信 投稿日 "
        "配信日時 公開日時 発表日 작성일 등록일 게시일 기사입력 입력 승인 "
        "Опубликовано Дата_публикации Дата Published "
        "Posted_on Posted Publication_date Date_published Date",
        "updated": "更新时间 更新日期 最后更新 更新日時 更新日 更新 最終更新日 最終更新 수정일 "
        "수정 최종수정 "
        "Обновлено Изменено "
        "Last_updated Updated Last_modified",
        "source": "信息来源 文章来源 稿件来源 新闻来源 来源 出处 消息来源 來源 出典 情報元 "
        "提供元 출처 자료출처 "
        "제공 Источник Source",
        "author": "作者 撰稿人 撰稿 作 者 執筆者 執筆 著者 기자명 글쓴이 작성자 Автор_текста Автор "
        "Author Written_by",
        "editor": "责任编辑 责任编校 责编 编辑 编 辑 责 编 責任編輯 編輯 編集担当 編集者 編集 "
        "編 集 편집자 편집 "
        "담당기자 Редактор_выпуска Редактор Edited_by Editor",
        "reviewer": "一审 二审 三审 审稿 复核 核稿 排版 录入 发布者 发布人 上传者 "
        "审核人 审核 审校 校对 初审 复审 终审 签发 监制 责任校对 校閲 교정 Корректор",
        "views": "浏览次数 浏览量 浏览 点击次数 点击数 点击量 点击率 点击 阅读次数 阅读量 阅读 "
        "访问量 访问次数 閲覧数 "
        "조회수 조회 Просмотров Просмотры Views Hits",
        "size": "字体大小 字体 字号 文字大小 文字サイズ 글자크기 글자_크기 Размер_шрифта Font_size",
        "share": "分享到 分享至 分享 シェア 공유하기 공유 Поделиться Share_this Share",
        "keywords": "关键词 关键字 标签 關鍵字 キーワード タグ 키워드 태그 Ключевые_слова "
        "Теги Keywords Tags",
        "section": "所属栏目 所属分类 栏目 分类 分類 カテゴリー カテゴリ 카테고리 Рубрика Раздел "
        "Category Section",
        "number": "ページ番号 ページID 記事番号 索引号 信息索引 稿件编号 기사번호",
        "original": "原标题 原題 Original_title",
    }
)


def _by_spelling() -> MappingProxyType[str, str]:
    found = {}
    for name, spellings in _SPELLINGS.items():
        # a letter apart (编 辑) and words apart (Last_updated) are looked up without the space
        for word in re.sub(r"(?<=\b\w) (?=\w\b)", "", spellings).split():
            found[word.replace("_", "").lower()] = name
    return MappingProxyType(found)


_FIELDS: Final = _by_spelling()
_LONGEST: Final = max(map(len, _FIELDS))
_COLON: Final = re.compile("[:：]")
#: A date follows some labels without a colon: 수정 2024.05.21, Last updated April 19, 2024.
_DATED: Final = re.compile(
    r"(?:\A|(?<=[\s|｜·(（\d]))(?P<label>(?:입력|승인|등록|작성|게시|최종\s?수정|수정)일?시?|公開日?時?|掲載日?|更新日?時?|発行日?"
    r"|发布于|发表于|更新于|(?:发布|发表|更新)(?:时间|日期)?"
    r"|Дата публикации|Опубликовано|Обновлено|Изменено"
    r"|(?:Last )?(?:Posted|Published|Updated|Modified)(?: on| @)?)\s?"
    r"(?:[A-Z][a-z]{2},?\s)?(?=(?:19|20)\d\d\s?[-/.年년]|\d{1,2}[./ ]|[A-Z][a-z]{2,8}\.?\s\d)",
    re.IGNORECASE,
)
_UPDATES: Final = ("수정", "更新", "обновл", "измен", "updated", "modified")
_REPORTER: Final = re.compile(r"기자명\s(?=[가-힣]{2,4}(?!\S))")
#: Words of tool bars: what is left of a bar when labels, values and these are gone is nothing.
_TOOLS: Final = frozenset(
    "печать распечатать поделиться версия для печати print share email tweet close a "
    "facebook twitter whatsapp linkedin telegram".split()
)
#: Those of scripts that write without spaces, where several stand in one run.
_TOOLS_RUN: Final = re.compile(
    "(?:打印本页|打印文章|打印此页|打印|关闭窗口|关闭本页|关闭|收藏|我要纠错|内容纠错|纠错|分享到|分享至|分享|微信|微博|"
    "朋友圈|空间|播报|编辑|展开|收起|全文|扫一扫在手机打开当前页面?|扫一扫|手机查看|手机版|无障碍|语音播报|字体|字号|大号?|中号?|小号?|超大|默认|特大|"
    "次数?|返回顶部|返回列表|返回|复制链接|下载|阅读|朗读|收听|印刷|シェア|ツイート|ポスト|大|中|小|標準|拡大|縮小|인쇄하기|인쇄|"
    "공유하기|공유|스크랩|글자|크기|확대|축소|크게|작게|보통|목록|qq)+"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOCK: Final = re.compile(
    r"\d{4}\s?[-/.年년]\.?\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}\s?[日일]?\.?|\d{1,2}:\d\d(?::\d\d)?|星期[一二三四五六日天]"
    r"|\d{1,2}\.\d{1,2}\.\d{4}|[（(][月火水木金土日월화수목금토일][)）]|上午|下午|午前|午後|오전|오후"
)
#: The first letters of what a date has beside its figures.
_DATE_LETTERS: Final = frozenset("年月日时分秒년월일星周上下午時오")
_EDGES: Final = " \t|｜/、,，;；·•[]【】()（）-—_：:>》"
_MAX_VALUE: Final = 40
_MAX_LINE: Final = 250


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's meaning and its value, which may be empty. ``label`` is as the line has it."""

    field: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Label:
    field: str
    start: int
    end: int


def labelled(line: str) -> list[Labelled]:
    """The labelled values of a line, in order. Long lines are prose and have none."""
    found = _labels(line) if len(line) <= _MAX_LINE else []
    if not found:  # as with most lines of a page
        return []
    return [
        Labelled(
            label.field,
            _value(label.field, line[label.end : end]),
            line[label.start : label.end].rstrip(" :："),
        )
        for label, end in _with_ends(found, line)
    ]


def is_bar(line: str) -> bool:
    """Whether a line holds labelled values, dates and tools only."""
    if len(line) > _MAX_LINE:
        return False
    found = _labels(line)
    if not _only_tools(line[: found[0].start] if found else line):
        return False
    for label, end in _with_ends(found, line):
        text = line[label.end : end].strip(_EDGES)
        if len(text) > _MAX_VALUE and not _only_tools(text):
            return False
    return True


def bar_from(line: str) -> int | None:
    """Where a line's labelled values begin, if all from there on is a bar; else ``None``."""
    found = _labels(line) if len(line) <= _MAX_LINE else []
    return found[0].start if found and is_bar(line[found[0].start :]) else None


def _with_ends(found: list[_Label], line: str) -> Iterator[tuple[_Label, int]]:
    """Each label and where its value ends: at the next label, or with the line."""
    for index, label in enumerate(found, 1):
        yield label, found[index].start if index < len(found) else len(line)


def _labels(line: str) -> list[_Label]:
    """The labels of a line: what stands before its colons, if it is the spelling of one."""
    out = []
    if ":" in line or "：" in line:
        for colon in _COLON.finditer(line):
            label = _label_before(line, colon.start())
            if label is not None:
                out.append(label)
    bare = []
    if "20" in line or "19" in line:
        for found in _DATED.finditer(line):
            bare.append(_Label(_dated_field(found["label"]), found.start(), found.end()))
    if "기자명" in line:
        bare += [_Label("author", found.start(), found.end()) for found in _REPORTER.finditer(line)]
    return sorted(out + bare, key=lambda label: label.start) if bare else out


def _dated_field(label: str) -> str:
    lowered = label.lower()
    return "updated" if any(word in lowered for word in _UPDATES) else "published"


def field_of(text: str) -> str | None:
    """What a text means that is a label and nothing else: ``작성자``, ``来 源：``."""
    letters = "".join(text.split()).strip(":：[]【】").lower() if len(text) < 20 else ""
    return _FIELDS.get(letters)


def _label_before(line: str, colon: int) -> _Label | None:
    """The longest spelling that ends at a colon; single spaces inside it do not count."""
    letters = ""
    found = None
    start = colon
    while start > 0 and len(letters) < _LONGEST:
        start -= 1
        char = line[start]
        if char.isspace():
            if start > 0 and line[start - 1].isspace():
                break
            continue
        letters = char.lower() + letters
        name = _FIELDS.get(letters)
        if name is not None and _begins(line, start):
            found = _Label(name, start, colon + 1)
    return found


def is_tools(line: str) -> bool:
    """Whether a line holds words of a tool bar only (``【字体: 打印``)."""
    return len(line) < 120 and _only_tools(line) and has_letters(line) and not read_date(line)


def _only_tools(text: str) -> bool:
    first = _WORD.search(text)
    if first is None:
        return True
    if first.group()[0] not in _DATE_LETTERS and not _is_tool(first.group()):
        return False  # most lines are prose and end here
    return all(_is_tool(word) for word in _WORD.findall(_CLOCK.sub(" ", text)))


def _is_tool(word: str) -> bool:
    lowered = word.lower()
    return lowered in _TOOLS or (not word.isascii() and bool(_TOOLS_RUN.fullmatch(lowered)))


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
    if field == "keywords":
        return line.strip(_EDGES) if len(line) <= _MAX_LINE else ""
    for bracket in "】）])|｜":
        line = line.split(bracket)[0] if not _opened(line, bracket) else line
    line = _CLOCK.sub(" ", line)
    tool = re.search(r"\s(?:打印|关闭|字体|分享|浏览|我要|收藏|【)", line)
    line = (line[: tool.start()] if tool else line).strip(_EDGES)
    return "" if len(line) > _MAX_VALUE or not has_letters(line) or _only_tools(line) else line


def _opened(line: str, bracket: str) -> bool:
    pairs = {"】": "【", "）": "（", "]": "[", ")": "("}
    opening = pairs.get(bracket)
    return opening is not None and opening in line
