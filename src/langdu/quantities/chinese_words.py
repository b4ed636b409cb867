"""Chinese units, measure words, and words in which a numeral counts nothing."""

from types import MappingProxyType
from typing import Final


def names(table: str) -> MappingProxyType[str, str]:
    """Word → unit, of a table whose lines are a unit and its words."""
    rows = (line.split() for line in table.split("\n") if line.strip())
    return MappingProxyType({word: unit for unit, *words in rows for word in words})


UNITS: Final = names(
    """
    km2 平方公里 平方千米 km² km2
    m2 平方米 平米 ㎡ m² m2
    hectare 公顷
    mu 亩
    m3 立方米 立方 方 m³ m3
    km 公里 千米 km
    cm 厘米 公分 cm
    mm 毫米 mm
    nmi 海里
    mile 英里
    m 米 延长米 延米 m
    ton 吨 公吨
    kg 公斤 千克 kg
    jin 斤 市斤
    g 克 g
    l 升 公升 L
    ml 毫升 ml
    celsius 摄氏度 ℃ °C
    kwh 千瓦时 kWh
    gigawatt 吉瓦 GW
    megawatt 兆瓦 MW
    kw 千瓦 kW
    w 瓦
    hour 小时 个小时 钟头 个钟头
    minute 分钟
    second 秒 秒钟
    day 天 日
    week 周 星期 个星期 个礼拜 礼拜
    month 个月 个多月 半月
    year 年 周年 周岁 岁 年间 个年头
    percent % ％ ‰
    pp 个百分点 百分点
    times 倍
    CNY 元 元人民币 块钱 人民币
    USD 美元 美金
    EUR 欧元
    GBP 英镑
    JPY 日元
    KRW 韩元
    RUB 卢布
    HKD 港元 港币
    TWD 新台币
    """
)
CURRENCY_BEFORE: Final = MappingProxyType(
    {"人民币": "元", "¥": "元", "￥": "元", "RMB": "元", "CNY": "元"}
    | {"US$": "美元", "$": "美元", "€": "欧元", "£": "英镑", "HK$": "港元", "港币": "港元"}
)
#: Measure words, as a pattern: with one of them a numeral counts. Nouns are not among them.
COUNTERS: Final = (
    "(?:等(?=[奖功])|级(?=产业|企业|集群|园区|市场|项目|县)|人次|户次|场次|批次|[个個名位人件家户戶次项項条條座栋棟幢盏杆根座间間所处處台臺辆輛架艘列部本册份篇页"
    "張张枚支只隻头頭匹棵株粒块片幅套双对副組组队批班种種类類样樣款起宗桩例层口场場遍趟番轮届员代])"
)
#: Parts of the day. The hours of the night are those from six in the evening to six.
HALVES: Final = MappingProxyType(
    dict.fromkeys("凌晨 清晨 早晨 早上 上午 早".split(), "am")
    | dict.fromkeys("中午 午间 下午 午后 傍晚".split(), "pm")
    | dict.fromkeys("晚上 晚间 夜间 夜里 当晚 晚".split(), "night")
)
#: ``kind value unit words``, see :func:`langdu.quantities.fixed.fixed`.
FIXED: Final = """
    fraction 1/2 _ 一半
    ~fraction 1/2 _ 半数 大半 多半 上半年 下半年 前半年 后半年 上半叶 下半叶
    number 0.5 year 半年
    number 0.5 hour 半小时 半个小时 半个钟头
    ~number 0.5 month 半个月 半月
    ~number 0.5 day 半天 半日
    ~number 2 _ 两者 二者 两会 两岸 两委 双方 双边 双向 双重 双 俩
    ~number 3 _ 仨
"""
#: Days that are called by month and day: “七一” is July 1.
FESTIVALS: Final = MappingProxyType(
    {"三八": (3, 8), "五一": (5, 1), "五四": (5, 4), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1)}
    | {"十一": (10, 1), "一二九": (12, 9), "一二·九": (12, 9), "九一八": (9, 18)}
)
#: What a numeral says in these is part of the word; the first numeral may stand inside of it.
IDIOMS: Final = tuple(
    """
    一些 一起 一定 一般 一样 一直 一切 一方面 一旦 一边 一面 一致 一体 一律 一概 一再 一度 一贯 一向
    一经 一举 一同 一齐 一道 一下 一下子 一线 一带一路 一带 一番 一时 一味 一并 一系列 一揽子
    一次性 一条龙 一家人 一家亲 一把手 一盘棋 一刀切 一站式 一口气 一代代 一代人 一期 一部分 一辈子
    一流 一行 一级 一手 一路 一身 一生 一一 一会儿 一共 一块儿 一对一 一份子 一本正经 一件小事
    统一 唯一 单一 专一 逐一 划一 不一 万一 同一 合一 归一 之一 进一步 第一时间 第一线 第一手
    每一 某一 另一 任一 这一 那一 哪一 一步一步 一点一滴 一心一意 一朝一夕 一模一样 一举一动
    一言一行 一草一木 一砖一瓦 一针一线 一如既往 一以贯之 一丝不苟 一言为定 一目了然 一成不变
    一百年奋斗 一心 一条心 一代风流 独一无二 说一不二 始终如一 表里如一 知行合一 三位一体 融为一体
    三心二意 三番五次 接二连三 不三不四 三三两两 三言两语 三天两头 三五成群 三令五申 举一反三
    老两口 小两口 两口子
    丢三落四
    朝三暮四 低三下四 颠三倒四 四通八达 四面八方 四季 四海 四周 四处 四肢 四舍五入 四平八稳 五花八门
    五颜六色 五光十色 五湖四海 五彩缤纷 五金 五官 五谷丰登 三角 三明治 三峡 三亚 三明市 三门峡
    三江源 三轮车 三伏 四川 四平市 五常 五台山 五粮液 六安 六盘水 七台河 七夕 七嘴八舌 七上八下
    七手八脚 乱七八糟 横七竖八 九江 九寨沟 九牛一毛 九死一生 九龙 八达岭 八仙过海 十堰 十字 十足
     十全十美 十恶不赦 十拿九稳 十万火急 十佳 百姓 百货 百科 百合 百度 百般 百花 百分比 百叶
    百折不挠 百发百中 百家争鸣 百战百胜 百思不得其解 千方百计 千家万户 千千万万 千军万马
    千变万化 千载难逢 千辛万苦 千里迢迢 千古 千秋 千金 千万别 千万要 千万不 千丝万缕 千锤百炼
    千头万绪 千言万语 千差万别 成千上万 成百上千 万万 万象 万能 万里长城 万里长征 万事 万众一心
    万无一失 万水千山 万紫千红 万达 万科 万物 万户千家 亿万 万象更新 万古 气象万千 二手 二维码
    二氧化碳 二胡 二人转 二话不说 独一 合二为一 两面三刀 两全其美 两极 一举两得 一刀两断 进退两难
    一无所有 一无所知 一马当先 一帆风顺 一路平安 一应俱全 一技之长 一席之地 一臂之力 一望无际
    一尘不染
    一蹴而就 一脉相承 一视同仁 一往无前 一鼓作气 一锤定音 一锤子 一团糟 一塌糊涂 一清二楚 一干二净
    一来二去 一五一十 一穷二白 一波三折 一日三餐 一日千里 一落千丈 百里挑一 杀一儆百 挂一漏万
    以一当十
    如一日 零距离 零容忍 零售 零部件 零星 零件 零钱 清零 归零
    """.split()
)
