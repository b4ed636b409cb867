"""The article that both sides translate: sentences made of the words below, no text of anybody.

There are no numbers and no names in it, so that no check of langdu's finds anything to do again.
"""

import random
from collections.abc import Iterator

from langdu.article import Article, Paragraph, Sentence

PLACES = "河边 山上 村里 学校 公园 车站 图书馆 市场 广场 田间 工厂 社区 街道 码头 医院 剧院".split()
PEOPLE = "老师 学生 工人 农民 医生 司机 居民 游客 干部 作家 画家 孩子 老人 邻居 志愿者 记者".split()
TIMES = "清晨 傍晚 雨后 春天 夏天 秋天 冬天 节日 假期 会后 近来 往年 平日 午后 雪后 夜里".split()
DEEDS = (
    "打扫道路 修理桥梁 种下树苗 讨论计划 整理资料 学习技术 帮助邻里 准备晚会 检查设备 "
    "交流经验 照顾病人 收割庄稼 阅读书籍 练习唱歌 运送货物 绘制地图"
).split()
ENDS = (
    "大家都很高兴 效果十分明显 生活更加方便 环境变得整洁 工作顺利完成 队伍不断扩大 "
    "问题得到解决 情况逐渐好转 质量稳步提高 友谊越来越深"
).split()
#: What the texts between two steps are made of: English words, each one piece of the tokenizer.
WORDS = (
    "people children teachers workers farmers doctors visitors river mountain village school park "
    "station library market square field factory street harbour hospital theatre morning evening "
    "spring summer autumn winter holiday clean repair plant discuss arrange study help prepare "
    "check exchange care harvest read practise carry draw road bridge tree plan paper skill "
    "neighbour party machine story patient grain book song goods map together again often always "
    "early later near along after before with from into over under between and but while because "
    "happy clear easy tidy smooth large small better steady deep warm cold bright quiet new old"
).split()
#: What the last steps give, by language: words in its script and the sign that ends a sentence.
LAST = {
    "ja": (
        "朝に 夕方 公園 学校 道を 橋を 木を 植え 話し 合い 人が みな 喜び 仕事 進み 町は きれ "
        "いに なる 本を 読み 歌を 習う 荷を 運ぶ 地図 描く 村の 川で 市場 駅へ".split(),
        "。",
    ),
    "ko": (
        "▁아침 ▁저녁 ▁공원 에서 ▁학교 ▁길을 ▁다리 ▁나무 를 ▁심고 ▁계획 ▁의논 하며 ▁모두 ▁기쁘 "
        "▁일이 ▁나아 가고 ▁마을 ▁강가 ▁시장 으로 ▁노래 ▁책을 ▁읽는 ▁지도 ▁그린다".split(),
        ".",
    ),
    "ru": (
        "▁утром ▁вечер ом ▁парк ▁школ а ▁дорог у ▁мост ▁дерев о ▁план ▁люд и ▁рад ы ▁работ а ▁ид "
        "ёт ▁город ▁чист ▁книг у ▁чита ют ▁песн ю ▁груз ▁карт у ▁рек и ▁рын ок".split(),
        ".",
    ),
}
#: Clauses in a sentence: most are short, some are long, as in portals.
CLAUSES = (1, 1, 2, 2, 2, 3, 3, 4, 5)


def make(sentences: int = 150, seed: int = 1) -> Article:
    """An article with this many sentences, its title among them; two to four a paragraph."""
    chance = random.Random(seed)
    texts = list(_texts(chance, sentences))
    blocks: list[Paragraph] = []
    title, rest = texts[0], texts[1:]
    while rest:
        size = chance.randint(2, 4)
        number = len(blocks) + 1
        blocks.append(
            Paragraph(
                f"b{number}",
                tuple(
                    Sentence(f"b{number}.s{place}", text)
                    for place, text in enumerate(rest[:size], 1)
                ),
            )
        )
        rest = rest[size:]
    return Article("zh", tuple(blocks), title=title)


def _texts(chance: random.Random, count: int) -> Iterator[str]:
    seen: set[str] = set()
    while len(seen) < count:
        parts = [
            chance.choice(TIMES)
            + chance.choice(PEOPLE)
            + "在"
            + chance.choice(PLACES)
            + chance.choice(DEEDS)
            for _ in range(chance.choice(CLAUSES))
        ]
        text = "，".join([*parts, chance.choice(ENDS)]) + "。"
        if text not in seen:
            seen.add(text)
            yield text


def paragraphs(article: Article) -> list[str]:
    """The title and the text of every block, as who uses argostranslate has them."""
    blocks = [block for block in article.blocks if isinstance(block, Paragraph)]
    texts = ["".join(sentence.text for sentence in block.sentences) for block in blocks]
    return [article.title or "", *texts]
