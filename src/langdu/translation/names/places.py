"""Find places: the divisions of China down to counties by a list, towns and villages by their shape.

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
from langdu.translation.names.kinds import kind_words
from langdu.translation.names.name import Name, place

_PROVINCES = (
    "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 "
    "贵州省 云南省 陕西省 甘肃省 青海省 台湾省 北京市 天津市 上海市 重庆市 内蒙古自治区 广西壮族自治区 西藏自治区 "
    "宁夏回族自治区 新疆维吾尔自治区 香港特别行政区 澳门特别行政区 台北市 高雄市 浦东新区 雄安新区 滨海新区 两江新区"
).split()

#: Stems that are words, or other things than the place, when they stand alone.
_WORDS = frozenset(
    "东方 三明 大同 中山 朝阳 安康 和平 金昌 白银 海东 海西 海北 长治 资阳 巴中 定西 日照 德州 来宾 河池 北海 新乡 吴忠 阿里 山南 "
    "黄石 普洱 红河 文山 大理 怒江 临沧 武威 中卫 固原 广元 内江 泰安 安顺 安阳 平凉 黄山 黄南 甘南 凉山 安庆 衡水 兴安 和田 昌都 "
    "四平 通化 白山 七台河 双鸭山 鹤壁 开封 商洛 吉安 鹰潭 保山 丽江 淮北 淮南 河源 云浮 贵港 海南 伊春 玉树 哈密 "
    "幸福 红旗 团结 胜利 解放 光明 建设 新华 东风 友谊 民主 长寿 平安 永安 安定 新城 河东 河西 江南 江北 江东 城东 城西 "
    "城南 城北 城中 城关 新市 中原 东湖 西湖 南湖 北湖 龙华 高新 经开 前进 先锋 文化 向阳 永兴 兴隆 太平 长江 黄河 工农 人民 "
    "市中 市南 市北 铁路 车站 中心 港口 海港 东城 西城 南山 西山 东山 北山 青山 江岸 南岸 河口 二道 双桥 双龙 新兴 复兴 振兴 "
    "宝山 华山 泰山 青云 红星 星火 新民 新建 新村 大东 大桥 石桥 桥东 桥西 桥南 桥北 路南 路北 南关 北关 东关 西关 大通 大兴 大安 大方 "
    "长乐 长安 长兴 同心 合作 共和 民和 互助 民乐 民权 富民 永定 永宁 永和 永康 永新 永泰 永州 永顺 宁静 宁远 平原 平和 平安 平顺 开平 开阳 "
    "德化 德安 德兴 明光 明水 清水 清河 清新 正定 正安 正阳 安宁 安全 安居 安平 安溪 安吉 安国 安福 金山 金水 金湖 金堂 金塔 金门 金沙 金平 金阳 丰台 "
    "仪器 灵山 灵石 望城 望都 望江 美兰 龙门 龙山 龙湖 龙江 天山 天心 天桥 天河 天元 天宁 天长 天水 荔枝 丰富 武装 宽城 沙河 沙湾 石林 石门 石城 石泉".split()
)

#: Divisions that are ordinary phrases unless a place stands before them.
_AFTER_PLACE = frozenset(
    "新市区 市中区 市南区 市北区 城中区 城北区 城东区 城西区 城关区 城厢区 港口区 海港区 中原区 矿区 林区 平原县 "
    "东区 西区 南区 北区 山区 港区 江区".split()
)

#: What stands before a short name where it is a part of other words: 隆重庆祝, 出海口.
_NOT_AFTER = MappingProxyType(
    {"重庆": "隆严慎贵郑", "大连": "重最强扩巨", "海口": "出入", "天津": "今明每", "西安": "东", "长沙": "加"}
    | {"河南": "黄沿淮漓", "河北": "黄沿淮", "江西": "珠长松沿", "湖南": "洞南东沿", "湖北": "洞南东沿"}
    | {"山东": "衡泰华行岭", "山西": "衡泰华岭", "江苏": "长"}
)
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
_LEADS = frozenset("在到赴往进至从由和与及是对向为让来给、在对的")
_BAD = frozenset(
    "的了各全本该我你他它每这那哪个些几多两某等座条名地所有无不在是为被把将从向对与和及以并或但而于可能会要也都就还又再很更最已曾时后前内外中间"
    "里年月日号次件家户人民级国省市县区旗镇乡村户进入到去来做说看见用让给由其此使我们0123456789"
)
_FINE_LOCAL = frozenset("家民人国中里间前后")  # of those, what a village may be called
_GENERIC = re.compile(
    "^(?:[一二三四五六七八九十百千万]+|.?农|.?山|.?渔|自然|行政|.?贫困|空心|.?重点|试点|.?示范|文明|美丽|度假|奥运|地球|[驻进入到帮出离回返还下]"
    "|城|集|小|古|新|老|大|特色|特色小|建制|中心|重|工业|边境|历史文化|家|故|他|异|侨|水|民族|父老|主要|城市|商业|智慧|和谐|绿色|国际|居民|老旧|虚拟"
    "|网络|学术|开源|平安|基层|城乡|所辖|下辖|辖区|相关|周边|附近|沿线|试点|样板|模范|幸福|宜居|生态|数字|未来|养老|儿童|共同体|互助|线上|线下|红色|最美"
    "|科技|旅游|产业|经济|电商|淘宝|移民|富裕|先进|后进|薄弱|软弱|强|弱|富|穷|卫星|美食|音乐|影视|康养|文化|革命|民俗|民宿|艺术|网红|传统|脱贫|长寿|城中"
    "|乡|乡镇|村镇|城镇|镇|村|社区|街道|街镇|镇街|企业|高校|学校|园区|小区|单位|部门|.*(?:特色|示范|美丽|贫困|文明|整个|乡镇|城乡|主要|农业|集体))$"
)


@cache
def _known() -> Mapping[str, str]:
    """Every name of the lists and its suffix; short forms have none."""
    names: dict[str, str] = {}
    divisions = (*_PROVINCES, *sorted(tables.words("divisions")))
    for name in divisions:
        names[name] = _suffix(name)
    for name in (*_PROVINCES, *(n for n in divisions if n.endswith(("市", "州", "盟", "地区")))):
        stem = name.removesuffix(names[name])
        if len(stem) > 1 and stem not in _WORDS and not name.endswith("新区"):
            names.setdefault(stem, "")
    for stem in tables.established():
        if stem not in _WORDS and len(stem) > 1:
            names.setdefault(stem, "")
    return MappingProxyType(names)


def _suffix(name: str) -> str:
    """The longest end of a name that says a kind: 朝鲜族自治州, 区."""
    for start in range(1, len(name)):
        if kind_words(name[start:], "en") and start > (0 if name[start:] in ("县", "区") else 1):
            return name[start:]
    return name[-1]


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """First character → the lengths of the known names with it, the longest first."""
    found: dict[str, set[int]] = {}
    for name in _known():
        found.setdefault(name[0], set()).add(len(name))
    return MappingProxyType({c: tuple(sorted(sizes, reverse=True)) for c, sizes in found.items()})


def find_places(texts: Sequence[str], taken: Sequence[Sequence[Name]]) -> list[list[Name]]:
    """The places of each text, besides what ``taken`` names there already."""
    found = [list(_listed(text, [(n.start, n.end) for n in taken[i]])) for i, text in enumerate(texts)]
    local = Counter(
        name.text for i, text in enumerate(texts) for name in _local(text, [*found[i], *taken[i]])
    )
    wanted = {text: _lower_suffix(text) for text in local}
    for names in found:
        for name in names:
            if name.suffix and len(name.stem) > 1 and name.stem not in _WORDS:
                wanted.setdefault(name.stem, "")
    for text in list(wanted):
        stem = text.removesuffix(wanted[text])
        if len(stem) > 1 and local[text] > 1 and wanted[text] in ("镇", "街道") and stem not in _WORDS:
            wanted.setdefault(stem, "")
    for i, text in enumerate(texts):
        found[i] += _again(text, wanted, [*found[i], *taken[i]])
        found[i].sort(key=lambda name: name.start)
    return found


def _listed(text: str, busy: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """The places of the lists, the longest at each position."""
    known, lengths = _known(), _lengths()
    position = 0
    while position < len(text):
        step = 1
        for size in lengths.get(text[position], ()):
            part = text[position : position + size]
            if part in known and not _overlaps(position, position + size, busy):
                name = place(part, known[part], position)
                if _is_place(text, name, position):
                    yield name
                    step = size
                    break
        position += step


def _is_place(text: str, name: Name, start: int) -> bool:
    before, after = text[start - 1 : start], text[name.end : name.end + 1]
    if name.text in _AFTER_PLACE:
        return bool(before) and before in "市省州县"
    if not name.suffix:
        return not (
            (before and before in _NOT_AFTER.get(name.text, ""))
            or (name.text in _NOT_AFTER and _NOT_BEFORE.match(text, name.end))
        )
    if name.suffix in ("区", "县", "市", "旗"):
        return not (after and after in {"区": "别域间块分位", "县": "", "市": "场民值", "旗": "帜下"}[name.suffix])
    return True


def _local(text: str, places: Sequence[Name]) -> Iterator[Name]:
    """Towns, villages and communities whose beginning is sure."""
    ends = {name.end for name in places if name.kind == "place"}
    inside = {i for name in places for i in range(name.start, name.end)}
    for match in _LOWER.finditer(text):
        suffix, at = match.group(), match.start()
        if text[match.end() : match.end() + 1] in tuple(_GOES_ON[suffix]):
            continue
        if at in inside:
            continue
        for size in (2, 3, 4):
            start = at - size
            if start < 0 or start in inside:
                break
            sure = start in ends
            if sure or start == 0 or _begins(text[start - 1], size):
                stem = text[start:at]
                if _is_local(stem, suffix, sure=sure):
                    yield place(stem + suffix, suffix, start)
                    ends.add(match.end())
                break


def _begins(before: str, size: int) -> bool:
    """Whether a name may begin after this character."""
    return (before in _LEADS and size < 4) or not ("\u4e00" <= before <= "\u9fff" or before.isalnum())


def _is_local(stem: str, suffix: str, *, sure: bool) -> bool:
    han = all("\u4e00" <= c <= "\u9fff" for c in stem)
    bad = any(c in _BAD and not (c in _FINE_LOCAL and len(stem) > 1) for c in stem)
    return han and not bad and not _GENERIC.match(stem) and stem[-1] not in "各全本该下返回还入"


def _lower_suffix(text: str) -> str:
    return next(s for s in ("街道", "社区", "镇", "乡", "村") if text.endswith(s))


def _again(text: str, wanted: Mapping[str, str], busy: Sequence[Name]) -> Iterator[Name]:
    """Every further place where a name of the article stands."""
    spans = [(name.start, name.end) for name in busy]
    for name in sorted(wanted, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            suffix = wanted[name]
            goes_on = suffix and text[end : end + 1] in tuple(_GOES_ON[suffix])
            if not goes_on and not _overlaps(start, end, spans):
                yield place(name, suffix, start)
                spans.append((start, end))
            start = text.find(name, end)


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)
