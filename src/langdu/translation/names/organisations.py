"""Find organisations: universities that are called after a place or have a proper name.

Only where the whole name is a proper name and 大学 can it be rendered by a rule: 复旦大学, 吉林大学.
Companies, hospitals, groups and offices are half proper name and half description, and most have a
name of their own making in English; they are left to the user's glossary.
"""

import re
from collections.abc import Iterator

from langdu.translation.names.name import Name, organisation

_STEMS = (
    "清华 复旦 南开 同济 暨南 中山 厦门 武汉 浙江 吉林 山东 四川 兰州 郑州 苏州 南京 北京 天津 重庆 湖南 湖北 河南 河北 山西 "
    "安徽 福建 江苏 江西 广西 贵州 云南 海南 宁夏 青海 西藏 新疆 内蒙古 黑龙江 辽宁 深圳 上海 广州 宁波 扬州 青岛 烟台 济南 "
    "燕山 河海 江南 湘潭 南昌 延边 长春 沈阳 大连 哈尔滨 汕头 香港 澳门 台湾"
).split()
_UNIVERSITY = re.compile(rf"({'|'.join(_STEMS)})大学(?!生|城|堂|习|教)")


def find_organisations(text: str) -> Iterator[Name]:
    """The universities of a text."""
    for match in _UNIVERSITY.finditer(text):
        yield organisation(match.group(), "大学", match.start())
