"""The table of a policy document: 索引号, 发文机关, 成文日期 … are metadata, not body."""

import re
from typing import Final

from langdu.extraction.dates import read_date
from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.text import collapse

#: 成文日期 is when a document was written; it is no date of publication, so nothing is made of it.
LABELS: Final = frozenset(
    "索引号 索 引 号 信息索引号 主题分类 分类 发文机关 发布机构 发布机关 制发机关 成文日期 "
    "生成日期 标题 名称 信息名称 文件名称 "
    "发文字号 文号 文件编号 发布日期 公开日期 主题词 关键词 有效性 时效 效力状态 生效日期 "
    "废止日期 公开方式 公开范围 "
    "公开形式 公开时限 体裁分类 服务对象 内容概述 主题 体裁 组配分类 公文种类 施行日期 "
    "文件有效性 统一登记号".split()
)
_COLON: Final = re.compile("[:：]")
#: A label with its spaces and brackets ends before this.
_LABEL_END: Final = 24
_SPACE: Final = re.compile(r"\s+")


def policy_table(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take the metadata table, or the list or lines that stand for it, out of the beginning."""
    kept = []
    for index, draft in enumerate(drafts):
        pairs = _pairs(draft) if index < 12 else []
        hits = [pair for pair in pairs if pair[0] in LABELS]
        if len(hits) >= 2 and len(hits) * 2 >= len(pairs):
            for label, value in hits:
                _note(label, value, notes)
            notes.removal("policy-table", "the document's metadata", " ".join(map(" ".join, pairs)))
        else:
            kept.append(draft)
    return kept


def _pairs(draft: Draft) -> list[tuple[str, str]]:
    if draft.kind == "table":
        pairs = []
        for row in draft.rows:
            texts = [collapse(cell.rich.text) for cell in row]
            if len(texts) > 1 and (_bare(texts[0]) in LABELS or len(texts) % 2 == 0):
                pairs += list(zip(map(_bare, texts[0::2]), texts[1::2], strict=False))
            else:
                pairs += [pair for text in texts for pair in _split(text)]
        return pairs
    texts = [item.rich.text for item in draft.items] if draft.kind == "list" else [draft.text]
    if sum(map(len, texts)) > 1000:
        return []
    return [pair for text in texts for pair in _split(text)]


def _split(text: str) -> list[tuple[str, str]]:
    if not _COLON.search(text, 0, _LABEL_END):
        return []
    parts = _COLON.split(text, maxsplit=1)
    return [(_bare(parts[0]), collapse(parts[1]))] if len(parts) == 2 else []


def _bare(label: str) -> str:
    return _SPACE.sub("", label).strip("：:[]【】")


def _note(label: str, value: str, notes: Notes) -> None:
    if label in ("发布日期", "公开日期"):
        notes.fact("published", f"policy table {label}", read_date(value))
    elif label in ("发文机关", "发布机构", "发布机关", "制发机关"):
        notes.fact("source", f"policy table {label}", value)
    elif label in ("主题词", "关键词"):
        notes.fact("keywords", f"policy table {label}", value)
    elif label in ("标题", "名称", "信息名称", "文件名称"):
        notes.fact("title", f"policy table {label}", value)
