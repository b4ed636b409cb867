"""A page's ``<title>`` and its parts: headline, column and site, and the marks between them."""

import re
from collections.abc import Collection
from itertools import accumulate
from typing import Final

from langdu.extraction.text import collapse, key

#: Between headline and site. A bare hyphen counts only between characters that words are not made
#: of with hyphens: "Anti-war" is one word, 标题-新华网 is two parts.
_SEPARATOR: Final = re.compile(
    r"\s[-–—|·•»«:<>/~@]++\s|\s?[_|｜／»]+\s?|\s?[-—─]{2,}\s?|\s?::\s?"
    r"|(?<=[^\x00-\x7f])\s?[-–—]\s?|\s?[-–—]\s?(?=[^\x00-\x7f])|\s?[-–]\s?(?=\w+\.\w+\Z)"
)
#: What may stand at the borders of a part that the page also shows as a line of its own.
_BORDER: Final = re.compile(r"[\s\-–—─_|｜丨·•»«›‹<>/／~:：()（）【】\[\]]+")
#: A part may begin after any of the former, and after a colon.
_START: Final = re.compile(_SEPARATOR.pattern + "|[:：]")
_SITE: Final = re.compile(
    r"(?:网|网站|门户|门户网站|人民政府|政府网|频道|日报|晚报|早报|时报|晨报|都市报|新闻中心|融媒体中心|电视台|官网|首页"
    r"|在线|客户端|百科全书|ニュース|新聞|新聞社|公式サイト|ホームページ|뉴스|신문|일보|저널)\Z"
    r"|\.(?:com|cn|net|org|ru|jp|kr|gov)\b",
    re.IGNORECASE,
)
#: Titles that systems give to every page.
_GENERIC: Final = frozenset(
    "正文 详情 详细 内容 正文页 内容页 详情页 文章 文章详情 文章详情页 文章内容 新闻详情 "
    "新闻内容 新闻正文 新闻中心 信息详情 首页 "
    # columns that most portals have
    "要闻 今日要闻 时政要闻 政务要闻 本地要闻 工作动态 政务动态 部门动态 县区动态 区县动态 "
    "乡镇动态 基层动态 新闻动态 图片新闻 视频新闻 综合新闻 媒体报道 通知公告 公告公示 公示公告 "
    "政府文件 政策文件 政策解读 政务公开 信息公开 お知らせ 新着情報 報道発表 보도자료 공지사항 "
    "untitled untitleddocument 无标题文档 無題ドキュメント document home news article index 기사 "
    "기사본문 뉴스 뉴스홈 главная новости 記事 ニュース".split()
)


def parts(title: str) -> list[str]:
    """The parts of a title, in order."""
    return [part for part in (p.strip() for p in _SEPARATOR.split(title)) if part]


def is_site(text: str, names: Collection[str]) -> bool:
    """Whether a text names a site (``names`` are keys of known ones), or says nothing at all."""
    own = key(text)
    return not own or own in names or own in _GENERIC or (len(own) < 24 and is_sites(text))


def is_sites(text: str) -> bool:
    """Whether a text ends as names of sites do: 云桥市人民政府, sina.com.cn."""
    return _SITE.search(text) is not None


def without_site(title: str, names: Collection[str]) -> str:
    """A title without the names of site and columns after it, and of the site before it."""
    line = collapse(title)
    cuts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(line)]
    end = len(line)
    for start, stop in reversed(cuts):
        last, head = line[stop:end].strip(), line[:start].strip()
        named = is_site(last, names) or any(name in key(last) for name in names if len(name) > 2)
        # a short end after a much longer title is the site's name; "A - B" alone is a title
        short = len(key(last)) * 2 - (end < len(line)) < len(key(head))
        if head and (named or short):
            end = start
        else:
            break
    begin = 0
    for start, stop in cuts:
        if stop >= end or not is_site(line[begin:start], names):
            break
        begin = stop
    return line[begin:end].strip()


def _places(title: str, border: re.Pattern[str]) -> set[int]:
    """How many letters stand before each of some borders."""
    out = set()
    letters = last = 0
    for found in border.finditer(title):
        letters += len(key(title[last : found.start()]))
        last = found.start()
        out.add(letters)
    return out


def _after_site(title: str) -> set[int]:
    """The places of words in a title that begins with its site's: 云桥市人民政府 要闻 标题."""
    words = title.split(" ", 4)[:4]
    if title.isascii() or len(words) < 2 or not is_sites(words[0]):
        return set()
    return set(accumulate(len(key(word)) for word in words))


class Parts:
    """A title as a row of letters, and the places in it where a part may begin or end."""

    def __init__(self, title: str) -> None:
        self.text = title
        self.key = key(title)
        self._begin = {0} | _places(title, _START) | _after_site(title)
        self._end = {len(self.key)} | _places(title, _BORDER)
        cuts = [found.start() for found in _SEPARATOR.finditer(title)]
        self._beginnings = [
            (own, title[:cut].strip())
            for cut in (len(title), *reversed(cuts))
            if len(own := key(title[:cut])) > 3
        ]
        #: The letters that its parts begin with.
        self.firsts = "".join(self.key[place : place + 1] for place in self._begin)

    def place(self, own: str) -> int | None:
        """Where a part stands whose key is ``own``, or ``None``."""
        place = self.key.find(own)
        if place < 0 or place not in self._begin or place + len(own) not in self._end:
            return None
        return place

    def beginning(self, own: str) -> str | None:
        """The longest beginning of the title, up to a border, that ``own`` begins with too."""
        return next((text for start, text in self._beginnings if own.startswith(start)), None)
