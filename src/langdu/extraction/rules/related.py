"""What headings over related articles say, in the languages of the pages that were read.

They are matched whole: 相关阅读, "More stories", "Читайте также".
"""

import re
from typing import Final

_ZH: Final = (
    "相关(?:阅读|新闻|链接|报道|文章|稿件|推荐|内容|信息|资讯|专题|热词|视频)|延伸阅读|推荐(?:阅读|新闻|文章|视频)|编辑推荐|精彩推荐"
    "|(?:热门|热点|最新|图片|本周|今日)(?:推荐|文章|新闻|资讯|专题|热点|排行|要闻)|更多(?:新闻|内容|精彩|相关.{0,6}|文章|推荐)"
    "|猜你喜欢|(?:为你|为您)推荐|大家都在看|友情链接|网友评论|往期(?:回顾|推荐)|点击排行.{0,2}|排行榜|相關(?:新聞|閱讀|文章|報導)"
    "|延伸閱讀|你可能(?:也|还)(?:喜欢|感兴趣).{0,6}|看了又看"
)
_JA: Final = (
    "関連(?:記事|ニュース|リンク|情報|する記事|キーワード|トピックス)|(?:あわせて|合わせて)読みたい|おすすめ(?:の?記事)?|オススメ(?:の?記事)?"
    "|こちらも(?:読む|おすすめ)|(?:人気|新着|最新|注目)の?(?:記事|ニュース|ランキング)|(?:アクセス)?ランキング|編集部のおすすめ"
)
_KO: Final = (
    r"관련\s?(?:기사|뉴스|글|링크)|(?:인기|추천|함께 본|많이 본|주요)\s?(?:기사|뉴스)"
    r"|이 시각 (?:주요|추천)\s?뉴스|핫\s?이슈"
    r"|실시간 (?:인기|주요)\s?뉴스|베스트 클릭"
)
_RU: Final = (
    "Читайте (?:также|ещ[её])|Смотрите также|По теме|(?:Материалы|Новости) по теме|Другие новости"
    "|Ещ[её] (?:по теме|новости)|(?:Главные|Последние|Похожие) (?:новости|материалы|статьи)"
    "|Самое (?:читаемое|популярное)|Популярное|Рекомендуем|Вам может быть интересно"
)
_EN: Final = (
    r"Related(?: (?:stor(?:y|ies)|articles?|posts?|content|news|links|topics|coverage|reading"
    r"|videos?))?|(?:More|Top|Latest|Other|Popular|Trending)(?: [\w'’&]{1,15}){0,3}"
    r" (?:stories|news|articles|posts|reads|coverage|headlines)|More from .{1,30}|More on this"
    r"(?: story| topic)?|Popular on .{1,20}|You (?:may|might) (?:also )?(?:like|enjoy)"
    r"|(?:Read|Explore|Watch) (?:more|next|also|further)|(?:Recommended|Suggested)(?: for you)?"
    r"|See also|Also (?:read|see|on .{1,20})|What to read next|Up next|Editor['’]?s['’]? (?:picks"
    r"|choice)|Most (?:read|popular|viewed|shared)|Comments?(?: ?\(\d+\))?|\d+ comments?"
    r"|Leave a (?:comment|reply)|Join the (?:conversation|discussion)"
)
_OTHERS: Final = (
    "Mehr zum Thema|Lesen Sie auch|Das könnte Sie auch interessieren"
    "|(?:À )?[Ll]ire (?:aussi|également)"
    "|Sur le même (?:sujet|thème)|Le[ae] también|Te puede interesar|Noticias relacionadas"
    "|Más noticias|Leia (?:também|mais)|Veja também|Notícias relacionadas|Leggi anche"
    "|Potrebbe(?:ro)? interessarti"
    "|(?:Prze)?[Cc]zytaj (?:także|też|również|więcej)|Zobacz (?:także|też|również)|Lees ook"
    "|Läs (?:också|även|mer)|Čtěte (?:také|více)|Související"
    "|İlgili (?:haberler|içerikler)|Baca [Jj]uga|(?:Artikel|Berita) [Tt]erkait|Terkait"
    "|Xem thêm|Tin liên quan|खबरें और भी हैं|यह भी पढ़ें|اقرأ أيضا"
)
_WORDS: Final = "|".join((_ZH, _JA, _KO, _RU, _EN, _OTHERS))

#: A whole line that heads related things.
RELATED: Final = re.compile(
    rf"[【\[>》▍■●▼◆\s]*(?:{_WORDS})[】\]：:\s.…>»]*\Z",
    re.IGNORECASE,
)
#: The beginning of a line that names one related article: "Baca juga: …".
INSET: Final = re.compile(
    rf"[【\[>》▍■●▼◆\s]*(?:{_WORDS}|Related Roundup|Buyer['’]s Guide|Filed under|Tags?|标签|关键词"
    rf"|Подробнее|キーワード|태그|Теги)[】\]]?\s?[：:|]\s?",
    re.IGNORECASE,
)
