"""Files that an article offers: lines whose whole text links to one, and what stands under 附件."""

import re
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from langdu.article import Mark
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.notes import Notes

_FILE: Final = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|zip|rar|7z|csv|hwpx?|odt|ods|rtf|epub)\Z", re.I
)
_INTRO: Final = re.compile(
    r"(?:附件下载|相关附件|附件|附|下载|添付ファイル|添付資料|関連ファイル|関連資料|ダウンロード|관련자료|관련파일|첨부파일|첨부|다운로드"
    r"|Приложени[ея]|Скачать|Файлы?(?: для скачивания)?|Документы|Вложени[ея]"
    r"|Attach(?:ment|ed file)s?|Related files|Downloads?|Files)"
    r"\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s?[:：]?",
    re.IGNORECASE,
)
#: Other ways to the same file.
_WAYS: Final = re.compile(
    r"바로\s?보기|미리\s?보기|다운로드|내려받기|预览|在线预览|下载|查看|プレビュー|ダウンロード"
    r"|Просмотр(?:еть)?|Скачать|Preview|View|Download",
    re.IGNORECASE,
)
#: The type and size behind a link: (pdf, 1,2 МБ), [PDF 96KB], （ワード：28KB）.
_SIZE: Final = re.compile(
    r"\s?[(（\[][^()（）\[\]]{0,30}?(?:\d\s?(?:[KMG]i?B|[КМГ]?[Бб]|bytes?|байт|バイト)|pdf|docx?|xlsx?|pptx?|zip|hwp)"
    r"[^()（）\[\]]{0,12}[)）\]]",
    re.IGNORECASE,
)
#: How often a file was taken, behind its name.
_TAKEN: Final = re.compile(
    r"(?:已下载|下载次数|下载量|ダウンロード数?|다운로드(?:\s?수)?|Скачиваний|Downloads?)"
    r"\s?[:：]?\s?\d{0,7}\s?(?:次|回|회|건)?",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 200
_SEPARATORS: Final = " \n\t、，,；;。.|()（）[]【】•·-–0123456789"


def attachments(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Make attachment blocks; a line that only says 附件 goes when they follow it."""
    out: list[Draft] = []
    for draft in drafts:
        found = _offered(draft)
        if found:
            if out and out[-1].is_line and _only_intro(out[-1].text):
                notes.removal("attachments", "the label of the files that follow", out.pop().text)
            out.extend(found)
        else:
            out.append(draft)
    return out


def is_file(address: str | None) -> bool:
    """Whether an address leads to a document and not to a page."""
    if not address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    # some systems serve files by a script: download.jsp?name=a.pdf
    return bool(_FILE.search(parts.path) or (len(parts.query) < 500 and _FILE.search(parts.query)))


def is_file_name(text: str) -> bool:
    """Whether a text is the name of a document: boards serve it from down.do?id=77."""
    return len(text) < _LONGEST_NAME and _FILE.search(text.rstrip(" )）]】")) is not None


def _only_intro(text: str) -> bool:
    found = _INTRO.match(text)
    return found is not None and not text[found.end() :].strip(_SEPARATORS)


def _offered(draft: Draft) -> list[Draft]:
    if draft.kind == "list":
        parts = [_offered(Draft("paragraph", i.rich)) if not i.nested else [] for i in draft.items]
        return [d for part in parts for d in part] if parts and all(parts) else []
    if not draft.is_line:
        return []
    links = [m for m in draft.rich.marks if m.kind == "link" and _leads_to_file(m, draft.text)]
    if not links:
        return []
    links.sort(key=lambda m: m.start)
    files = [replace(m, end=_with_size(m, draft.text)) for m in links]
    ways = [m for m in draft.rich.marks if m.kind == "link" and _is_way(m, draft.text, files)]
    only_ways = {way.start for way in ways}
    files = [m for m in files if m.start not in only_ways]
    if not _nothing_else(draft.text, sorted([*files, *ways], key=lambda m: m.start)):
        return []
    return [_attachment(draft.rich, mark) for mark in files]


def _leads_to_file(mark: Mark, text: str) -> bool:
    return is_file(mark.value) or is_file_name(text[mark.start : mark.end])


def _with_size(mark: Mark, text: str) -> int:
    found = _SIZE.match(text, mark.end)
    return found.end() if found else mark.end


def _is_way(mark: Mark, text: str, files: list[Mark]) -> bool:
    """Whether a link only shows or loads the file whose name stands before it."""
    says = _WAYS.fullmatch(text[mark.start : mark.end].strip())
    return says is not None and files[0].end <= mark.start


def _nothing_else(text: str, links: list[Mark]) -> bool:
    """Whether a line has only links to files, perhaps after 附件： and numbers between them."""
    rest = []
    position = 0
    for mark in links:
        rest.append(text[position : mark.start])
        position = max(position, mark.end)
    rest.append(text[position:])
    intro = _INTRO.match(rest[0].lstrip(_SEPARATORS))
    first = rest[0].lstrip(_SEPARATORS)[intro.end() :] if intro else rest[0]
    return not any(_TAKEN.sub("", part).strip(_SEPARATORS) for part in (first, *rest[1:]))


def _attachment(rich: Rich, mark: Mark) -> Draft:
    return Draft("attachment", Rich(rich.text[mark.start : mark.end].strip()), href=mark.value)
