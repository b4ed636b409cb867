"""Japanese units, counters, and words in which a numeral counts nothing."""

from types import MappingProxyType
from typing import Final

from langdu.quantities.chinese_words import names

UNITS: Final = names(
    """
    km2 平方キロメートル 平方キロ km² km2 ㎢
    m2 平方メートル 平米 ㎡ m² m2
    hectare ヘクタール ha
    mu ムー 畝
    m3 立方メートル ㎥ m³ m3
    km キロメートル ㎞ km
    cm センチメートル センチ cm
    mm ミリメートル ミリ mm
    nmi 海里
    mile マイル
    m メートル m
    ton トン t
    kg キログラム kg ㎏
    jin 斤
    g グラム g
    l リットル L
    ml ミリリットル ml
    celsius ℃ °C
    kwh キロワット時 キロワットアワー kWh
    gigawatt ギガワット GW
    megawatt メガワット MW
    kw キロワット kW
    w ワット
    hour 時間
    minute 分間 分
    second 秒間 秒
    day 日間 日
    week 週間 週
    month か月 カ月 ヶ月 ヵ月 箇月 ケ月 か月間 カ月間 ヶ月間
    year 年間 年 周年 歳 才
    percent ％ % パーセント ‰
    times 倍
    kilo キロ
    pp ポイント パーセントポイント
    CNY 元 人民元 中国元
    USD ドル 米ドル
    EUR ユーロ
    GBP ポンド
    JPY 円 日本円
    KRW ウォン
    RUB ルーブル
    HKD 香港ドル
    TWD 台湾元 台湾ドル
    """
)
SIGNS: Final = MappingProxyType(
    {"¥": "JPY", "￥": "JPY", "US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "RMB": "CNY"}
)
#: Counters, as a pattern.
COUNTERS: Final = (
    "(?:[人名件個つ社軒戸所回度本枚冊台頭匹羽点組班棟隻便校店席床室段番部階基着足通票輪代種巻丁匹周泊]"
    "|世帯|[かカヶヵ箇ケ](?:所|国|村|条)|項目|区画|チーム|団体|世代|路線|ポイント|歩)"
)
#: Parts of the day. The hours of the night are those from six in the evening to six.
HALVES: Final = MappingProxyType(
    {
        "午前": "am",
        "早朝": "am",
        "朝": "am",
        "午後": "pm",
        "夕方": "pm",
        "夜": "night",
        "深夜": "night",
    }
)
#: ``kind value unit words``, see :func:`langdu.quantities.fixed.fixed`.
FIXED: Final = """
    ~number 1 _ ひとつ ひとり
    number 2 _ ふたつ ふたり
    number 3 _ みっつ
    number 4 _ よっつ
    number 5 _ いつつ
    number 6 _ むっつ
    number 7 _ ななつ
    number 8 _ やっつ
    number 9 _ ここのつ
    fraction 1/2 _ 半分
    ~fraction 1/2 _ 半数 過半数 大半 上半期 下半期 前半 後半
    number 0.5 year 半年
    ~number 0.5 month 半月
    ~number 0.5 day 半日
    number 0.5 hour 半時間
    ~number 2 _ 両方 両国 両者 両岸 両面 両 双方 二者
    ~ordinal 1 _ 第一歩 一番 第一線 第一人者
"""
LEADS: Final = (
    "ひと[つり]|ふた[つり]|みっつ|よっつ|いつつ|むっつ|ななつ|やっつ|ここのつ|半|過半数|大半|上半期|下半期"
    "|前半|後半|両|双方"
)
IDIOMS: Final = tuple(
    """
    一人ひとり 一人一人 一つ一つ 一つひとつ 一つに 一部 一層 一緒 一般 一定 一方 一体 一切
    一斉 一時 一時的
    一気 一貫 一生 一見 一致 一連 一環 一括 一挙 一段 一段と 一段落 一番 一度に 一本化 一元
    一元化 一点張り
    一日中 一息 一面 一律 一旦 一家 一国 一例 一種 一昨年 一昨日 一因 一助 一帯 一帯一路 一覧
    一員 一角
    統一 唯一 単一 同一 画一 均一 随一 世界一 万一 万が一 四半期 不十分 百貨 八百屋 八百長 百姓
    三角 四季 四国 四川 九州 千葉 三重県 六本木 七夕 二酸化 五輪 万全 千差万別 五感 十字 万博
    万能 万国
    三日坊主 一石二鳥 四苦八苦 二人三脚 十人十色 千載一遇 七転び八起き 万里の長城 千秋 九江
    三亜 三峡
    両親 両手 両替 両立 半導体 半径 半島 半面 半端 半ば 双子 百科 百分率 千代田 八王子 五十嵐
    一郎 二郎 三郎
    一喜一憂 一期一会 一心 一律に 一目 一流 一線 一歩 一丸 一新 一変 一掃 一堂
    """.split()
)
