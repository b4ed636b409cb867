"""What the rules for Chinese share: how numbers, ranges and measure words are written."""

import re
from typing import Final

#: 17,000 · 17 000 · 17，000 · 12 · 12.5
WHOLE: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"
    r"|[0-9]{1,3}(?:，000)+(?![0-9])|[0-9]{1,3}(?:，[0-9]{3})+(?=\s?[元万亿股]|\.[0-9])|[0-9]+)"
)
NUMBER: Final = rf"{WHOLE}(?:\.[0-9]+(?!\.[0-9]))?"
SCALE: Final = "[百千]?[万亿]{1,2}|[百千]"
#: Between the ends of a range, or of things that are counted together.
JOINT: Final = r"\s?(?:[-—–~〜至到、或]|——)\s?"
#: Words that count: before them 2 is 两. Not 月 日 号 楼 路 级 等 期 环 线, where it is a name.
MEASURE: Final = (
    r"(?:个(?!位)|[名位人家户次项条座栋幢间处所台辆架艘列部本册份篇页张枚支只头匹棵株粒块片幅套双"
    r"副组批种类款起宗桩例场倍遍趟轮番天周岁斤里亩吨米克升元角瓶杯碗袋箱筐桶滴颗根把件门口顶道"
    r"圈排队届国省市县镇村地岸侧边端者方步瓣盏股层堂节桌壶笔段句首副点时]|年(?![级货])|小时|分钟|秒"
    r"|公[里顷斤分]|平方|立方|千[米克瓦]|厘米|毫[米升克]|英[里尺寸]|海里|星期|摄氏度|成(?![功立为])"
    r"|[百千]?[万亿]|千|多?个|美元|欧元|英镑|日元|港元|卢布)"
)
#: Brackets and book titles after which a year may stand alone.
OPENING: Final = "（(【〔[［｛{〖「『《〈“‘"
CLOSING: Final = "）)】〕]］｝}〗」』》〉”’"
STOPS: Final = "，。！？；：、,.!?;:"

_COUNTED: Final = re.compile(rf"(?:{JOINT}{NUMBER}|余|多|几)?\s?{MEASURE}")
_ORDINAL: Final = re.compile(rf"第\s?(?:[0-9]+{JOINT})?$")


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the number there counts what follows (2个, 2-3天), and is no name (第2个)."""
    if _ORDINAL.search(text[max(0, start - 12) : start]):
        return False
    return _COUNTED.match(text, end) is not None
