"""Find places: divisions of China down to counties by lists, towns and villages by their shape.

A town, village, subdistrict or community is found where its name surely begins: after a place, a
mark or a word like 在; and then wherever else it stands in the article. So is the stem of a place
(绿园 of 绿园区), unless it is a word (和平).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from langdu.translation.names import tables
from langdu.translation.names.contexts import of_places
from langdu.translation.names.kinds import kind_words
from langdu.translation.names.name import Name, place
from langdu.translation.names.spotting import Lengths, lengths_of, positions, spots

#: What stands before a short name where it is a part of other words: 隆重庆祝, 出海口.
_NOT_AFTER = MappingProxyType(
    {
        "重庆": "隆严慎贵郑",
        "大连": "重最强扩巨",
        "海口": "出入",
        "天津": "今明每",
        "西安": "东",
        "长沙": "加",
        "河南": "黄沿淮漓",
        "河北": "黄沿淮",
        "江西": "珠长松沿",
        "江苏": "长",
        "湖南": "洞南东沿",
        "湖北": "洞南东沿",
        "山东": "衡泰华行岭",
        "山西": "衡泰华岭",
        "海南": "渤黄东上青北南威珠本",
        "兰州": "里",
        "达州": "里苏",
        "威海": "挪",
        "大庆": "年国校华厂",
        "台北": "一两三几多",
        "乐山": "歌",
        "应城市": "适对",
        "西城区": "东",
        "南山区": "宁西东陇皖",
        "连山区": "祁",
        "西山区": "豫",
        "海城市": "沿",
        "和县": "州市区镇",
        "怀化": "情胸关缅",
        "合肥": "复",
        "南平": "豫鲁皖苏赣湘粤桂滇黔川淮岭",
    }
)
#: What stands after a suffix where it is none: 城区别, 上市场.
_NOT_WITH = MappingProxyType({"区": "别域间块分位", "市": "场民值", "旗": "帜下"})
_NOT_BEFORE = re.compile("[岸麓坡侧]|路[^、，。]?[与和]|方言")

_LOWER = re.compile("街道|社区|镇|乡|村")
#: What goes on after 村 or 镇 where it is no suffix: 村民, 镇静, 乡村.
_GOES_ON = MappingProxyType(
    {
        "村": "民庄落子里口长官妇姑淮上",
        "镇": "静定压痛江海守长子上里店妖",
        "乡": "村镇亲愁间下土情贤音长试党里",
        "街道": "上两旁边",
        "社区": "",
    }
)
_LEADS = frozenset("于在到赴往进至从由和与及是对向为让来给、的")
_FINE_LOCAL = frozenset("家民人国中里间前后")  # of those, what a village may be called
#: What makes a common noun by its shape: 特色小镇, 三村.
_SHAPED = re.compile(
    "[一二三四五六七八九十百千万]+|.?[山渔]|.?(?:贫困|重点|示范)|[驻进入到帮出离]"
    "|.*(?:农|故|驻|老大难|重|小康|孤儿|灾民新|特色|示范|美丽|贫困|文明|整个|乡镇|城乡|主要|农业|集体)"
)
#: A stem does not begin like this: 第二故乡, 东临大营镇.
_NO_BEGIN = re.compile("第|[东南西北]?[临接抵跨邻靠连依起止]")


@cache
def _known() -> Mapping[str, str]:
    """Every name of the lists and its suffix; short forms have none."""
    names: dict[str, str] = {}
    large = (*of_places().provinces, *sorted(tables.words("prefectures")))
    for name in (*large, *sorted(tables.words("counties"))):
        names[name] = _suffix(name)
    for name in large:
        stem = name.removesuffix(names[name])
        if len(stem) > 1 and stem not in of_places().words and not name.endswith("新区"):
            names.setdefault(stem, "")
    for stem in (*tables.established(), *of_places().small):
        if stem not in of_places().words and len(stem) > 1:
            names.setdefault(stem, "")
    return MappingProxyType(names)


def _suffix(name: str) -> str:
    """The longest end of a name that says a kind: 朝鲜族自治州, 区."""
    for start in range(1, len(name)):
        if kind_words(name[start:], "en") and start > (0 if name[start:] in ("县", "区") else 1):
            return name[start:]
    return name[-1]


@cache
def _lengths() -> Lengths:
    return lengths_of(_known())


def find_places(texts: Sequence[str], taken: Sequence[Sequence[Name]]) -> list[list[Name]]:
    """The places of each text, besides what ``taken`` names there already."""
    found = [list(_listed(text, positions(taken[i]))) for i, text in enumerate(texts)]
    local = Counter(
        name.text for i, text in enumerate(texts) for name in _local(text, [*found[i], *taken[i]])
    )
    wanted = {text: _lower_suffix(text) for text in local}
    for names in found:
        for name in names:
            if name.suffix and len(name.stem) > 1 and name.stem not in of_places().words:
                wanted.setdefault(name.stem, "")
    for text in list(wanted):
        stem = text.removesuffix(wanted[text])
        often = local[text] > 1 and wanted[text] in ("镇", "街道")
        if often and len(stem) > 1 and stem not in of_places().words:
            wanted.setdefault(stem, "")
    lengths = lengths_of(wanted)
    for i, text in enumerate(texts):
        found[i] += _again(text, wanted, lengths, positions([*found[i], *taken[i]]))
        found[i].sort(key=lambda name: name.start)
    return found


def _listed(text: str, busy: set[int]) -> Iterator[Name]:
    """The places of the lists, the longest at each position."""
    known = _known()
    for start, word in spots(text, known, _lengths(), busy):
        name = place(word, known[word], start)
        if _is_place(text, name, start):
            busy.update(range(start, name.end))
            yield name


def _is_place(text: str, name: Name, start: int) -> bool:
    before, after = text[start - 1 : start], text[name.end : name.end + 1]
    if name.text in of_places().after_place:
        return bool(before) and before in "市省州县"
    if before and before in _NOT_AFTER.get(name.text, ""):
        return False
    if len(name.text) == 2 and name.suffix == "县":  # 兴县, but not in 新兴县
        return not _is_han(before) or before in "市省州在到赴往对与是给、"
    if not name.suffix:
        return not (name.text in _NOT_AFTER and _NOT_BEFORE.match(text, name.end))
    if name.suffix in ("区", "县", "市", "旗"):
        return not (
            after
            and after in {"区": "别域间块分位", "县": "", "市": "场民值", "旗": "帜下"}[name.suffix]
        )
    return True


def _local(text: str, places: Sequence[Name]) -> Iterator[Name]:
    """Towns, villages and communities whose beginning is sure."""
    ends = {name.end for name in places if name.kind == "place"}
    inside = positions(places)
    for match in _LOWER.finditer(text):
        suffix, at = match.group(), match.start()
        if at in inside or text[match.end() : match.end() + 1] in tuple(_GOES_ON[suffix]):
            continue
        for size in (2, 3, 4):
            start = at - size
            if start < 0 or start in inside:
                break
            sure = start in ends
            if sure or (start == 0 and size < 4) or (start and _begins(text[start - 1], size)):
                stem = text[start:at]
                if _is_local(stem, sure=sure):
                    yield place(stem + suffix, suffix, start)
                    ends.add(match.end())
                break


def _begins(before: str, size: int) -> bool:
    """Whether a name may begin after this character."""
    return size < 4 and (before in _LEADS or not (_is_han(before) or before.isalnum()))


def _is_han(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def _is_local(stem: str, *, sure: bool) -> bool:
    """Whether this may be what a town or village is called; less is asked after a place."""
    contexts = of_places()
    bad = any(c in contexts.not_in_stems and c not in _FINE_LOCAL for c in stem)
    common = stem in contexts.common or _SHAPED.fullmatch(stem)
    verb = stem.startswith(contexts.verbs) or _NO_BEGIN.match(stem)
    ends = "各全本该下返回还入小" + ("" if sure else "城古水")
    return all(map(_is_han, stem)) and not (bad or common or verb or stem[-1] in ends)


def _lower_suffix(text: str) -> str:
    return next(s for s in ("街道", "社区", "镇", "乡", "村") if text.endswith(s))


def _again(
    text: str, wanted: Mapping[str, str], lengths: Lengths, busy: set[int]
) -> Iterator[Name]:
    """Every further place where a name of the article stands."""
    for start, word in spots(text, wanted, lengths, busy):
        suffix, end = wanted[word], start + len(word)
        if not (suffix and text[end : end + 1] in tuple(_GOES_ON[suffix])):
            busy.update(range(start, end))
            yield place(word, suffix, start)
