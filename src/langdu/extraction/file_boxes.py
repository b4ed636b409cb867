"""Boxes of files beside the text: boards and portals set 附件 and 첨부파일 above or below it.

They are found by their label, since a page links to many files that are not the article's.
"""

import re
from collections.abc import Sequence
from typing import Final, cast

from lxml import etree

from langdu.extraction.outline import texts
from langdu.extraction.rules.attachments import is_file, is_file_name

_LABEL: Final = re.compile(
    r"(?:附件|相关附件|附件下载|添付(?:ファイル|資料)|関連ファイル|첨부(?:파일)?"
    r"|Приложени[ея]|Вложени[ея]|Attach(?:ment|ed file)s?)"
    r"(?:\s?[:：(（【\d]|\s|$)",
    re.IGNORECASE,
)
#: What every address of a file has, or of a script that serves one; asking more of each link of a
#: page would cost.
_LIKELY: Final = re.compile(
    r"(?<![a-z])(?:down|attach|file)|\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|zip|rar|7z|csv|hwpx?|odt|ods|rtf|epub)(?:\Z|[?&#\s])",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"[\w:.-]+")
#: How far above a link the element with the label is.
_STEPS: Final = 4
_MAX_FILES: Final = 50
_LONG_NAME: Final = 200
#: All addresses in one go: few pages have one of a file, and asking each link would cost.
_ADDRESSES: Final = etree.XPath("//a/@href", smart_strings=False)


def with_file_boxes(root: etree._Element, nodes: Sequence[etree._Element]) -> list[etree._Element]:
    """The elements of the article and the boxes of files before and after them, in page order."""
    if not nodes or not _LIKELY.search("\n".join(cast("list[str]", _ADDRESSES(root)))):
        return list(nodes)
    content = nodes[-1]
    inside = {link for node in nodes for link in node.iter("a")}
    around = {content, *content.iterancestors()}
    before: list[etree._Element] = []
    after: list[etree._Element] = []
    where = before
    found = 0
    # a page may hold names that lxml reads and does not take
    for link in root.iter("a", content.tag) if _NAME.fullmatch(content.tag) else root.iter():
        if link is content:
            where = after
        if link.tag != "a" or link in inside or found >= _MAX_FILES:
            continue
        href = link.get("href") or ""
        if not _LIKELY.search(href[-300:]):
            continue
        if not is_file(href) and not is_file_name(texts(link, _LONG_NAME)):
            continue
        found += 1
        box = _labelled(link, around)
        if box is not None and box not in before and box not in after:
            where.append(box)
    return [*before, *nodes, *after]


def _labelled(link: etree._Element, around: set[etree._Element]) -> etree._Element | None:
    """The element around a link to a file that begins with a label of files."""
    element = link.getparent()
    for _ in range(_STEPS):
        if element is None or element in around:
            return None
        if _LABEL.match(texts(element, 60).lstrip(" 【[")):
            return element
        element = element.getparent()
    return None
