"""Every check with hand-written cases: what it must find, and what it must leave alone."""

import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import permutations
from pathlib import Path

import pytest

from langdu.article import Check
from langdu.translation.checks import copied, empty, length, repetition, score
from langdu.translation.checks.pair import Pair
from langdu.translation.checks.punctuation import in_style

Checker = Callable[[Pair], Iterator[Check]]
ALL: tuple[Checker, ...] = (
    repetition.check,
    copied.check,
    length.check,
    score.check,
    empty.check,
)


def run(check: Checker, case: tuple[str, str, str], rate: float | None = None) -> list[Check]:
    languages, source, target = case
    source_lang, target_lang = languages.split("-")
    return list(check(Pair("b1.s1", source, target, source_lang, target_lang, rate)))


REPEATED = [
    ("zh-en", "思想洗礼", "the the the the", "the the the the"),
    ("zh-en", "江临市", "City City City", "City City City"),
    ("zh-en", "高效充电", "Charge, charge, charge!", "Charge, charge, charge"),
    (
        "zh-en",
        "……",
        "the problem of the problem of the problem of",
        "the problem of the problem of the problem of",
    ),
    ("en-zh", "The work of officials", "干部的的的的工作", "的的的的"),
    ("en-ja", "Garbage", "ごみを ごみを ごみを ごみを党支部。", "ごみを ごみを ごみを ごみを"),
    ("zh-ja", "云溪区", "雲渓区雲渓区雲渓区", "雲渓区雲渓区雲渓区"),
    ("en-ja", "Good", "ああああ", "ああああ"),
    ("zh-ko", "很好", "하하하", "하하하"),
    ("zh-ko", "项目", "프로젝트를 프로젝트를 프로젝트를 했다", "프로젝트를 프로젝트를 프로젝트를"),
    (
        "zh-ru",
        "党员",
        "член партии, член партии, член партии",
        "член партии, член партии, член партии",
    ),
    ("zh-ru", "好", "да да да да да", "да да да да да"),
    ("zh-en", "好干部", "a goooooood official", "ooooooo"),
    ("zh-en", "好干部", "hahahahaha", "hahahahaha"),
    ("zh-en", "资料图片", "photo , , , , , , , ,", ", , , , , , , ,"),
    ("zh-ru", "资料图片", "Фото......................", "......................"),
    (
        "zh-en",
        "区委组织部部长表示。",
        "said the head of the Organization Department of the committee "
        "said the head of the Organization Department of the committee",
        "said the head of the Organization Department of the committ…",
    ),
    (
        "zh-en",
        "想干事、能干事、会干事",
        "work, work, work, work, work",
        "work, work, work, work, work",
    ),
    ("zh-en", "5元、6元", "yuan yuan yuan", "yuan yuan yuan"),
    ("zh-en", "群众", "THE the The", "THE the The"),
]
NOT_REPEATED = [
    (
        "zh-en",
        "想干事、能干事、会干事、敢干事",
        "want to do things, can do things, will do things, dare to do things",
    ),
    ("zh-en", "想干事、能干事、会干事、敢干事", "do things, do things, do things, do things"),
    ("zh-ja", "一名名干部", "一人一人の幹部"),
    ("zh-en", "不回避，不躲避，不逃避", "no evading, no evading, no evading"),
    ("zh-ko", "哈哈哈", "하하하"),
    ("zh-en", "很好很好", "very, very good"),
    ("zh-en", "他说的话", "He had had that that day."),
    ("zh-en", "0 0 0 0 0", "0 0 0 0 0"),
    ("zh-en", "5、6、7元", "5 yuan, 6 yuan, 7 yuan"),
    ("zh-ru", "5、6、7元", "5 юаней, 6 юаней, 7 юаней"),
    ("zh-en", "编号1111111", "number 1111111"),
    ("zh-en", "网址", "See https://www.portal.example/a/a/a/a/a/a"),
    ("zh-ja", "完成", "していたたたき台"),
    ("zh-ja", "桃也是李子", "すももも桃のうち"),
    ("zh-en", "辛苦付出……", "The hard work......"),
    ("zh-en", "目录………………………5", "Contents .................. 5"),
    (
        "zh-en",
        "重要的事说三遍：安全安全安全",
        "Important things three times: safety, safety, safety",
    ),
    ("zh-ru", "第八届", "VIII съезд, XXX год"),
    ("zh-ko", "人民", "인민의 인민에 의한 인민을 위한"),
    ("zh-en", "人民", "of the people, by the people, for the people"),
    ("zh-en", "周一至周五", "Monday to Friday, 9:00 to 12:00 and 13:00 to 17:00"),
    ("xx-yy", "", ""),
]
COPIED = [
    ("zh-en", "绿园区发改局", "绿园区发改局", "绿园区发改局"),
    ("zh-en", "发改局局长李刚表示。", "Li Gang, director of 发改局, said.", "发改局"),
    ("zh-en", "“想干事”", "“想干事”", "想干事"),
    ("zh-en", "（资料图片）", "（资料图片）", "资料图片"),
    ("zh-ru", "云溪区投入资金。", "Район 云溪 вложил средства.", "云溪"),
    ("zh-ko", "云溪区投入资金。", "云溪区는 자금을 투입했다.", "云溪区"),
    ("zh-ko", "他说。", "그는 сказал.", "сказал"),
    ("zh-ja", "区发改局召开会议。", "区发改局は会議を開いた。", "区发改局"),
    ("zh-ja", "他们说。", "他们は述べた。", "他们"),
    (
        "zh-ja",
        "全区干部参加学习培训活动。",
        "全区幹部参加学習培訓活動。",
        "全区幹部参加学習培訓活動。",
    ),
    ("zh-ja", "区委", "그는 말했다", "그는 말했다"),
    ("zh-en", "他说。", "He said по-русски.", "по-русски"),
    ("zh-en", "他说。", "He said です.", "です"),
    ("zh-ru", "群众", "masks", "masks"),
    (
        "en-ru",
        "The officials took part in training.",
        "The officials took part in training.",
        "The officials took part in training",
    ),
    ("en-ja", "masks", "masks", "masks"),
    (
        "zh-ja",
        "组织学习。",
        "The district organized training for officials.",
        "The district organized training for officials",
    ),
    (
        "zh-ko",
        "组织学习。",
        "구는 the training for all of its officials 조직했다.",
        "the training for all of its officials",
    ),
    ("ja-zh", "会議を開いた。", "召开了かいぎを会议。", "かいぎを"),
    ("ko-en", "그는 말했다.", "He 말했다.", "말했다"),
    ("ru-en", "Он сказал.", "He сказал.", "сказал"),
]
NOT_COPIED = [
    ("zh-en", "沈明远说。", "Shen Mingyuan (沈明远) said."),
    ("zh-en", "他读《红楼梦》。", "He reads 《红楼梦》, a novel."),
    ("zh-en", "见www.portal.example/首页", "See www.portal.example/首页"),
    ("zh-en", "动画アニメ很好", "The アニメ is good"),
    ("zh-ja", "全国人民代表大会常务委员会", "全国人民代表大会常務委員会"),
    ("zh-ja", "通知", "通知"),
    ("zh-ja", "国务院办公厅", "国務院弁公庁"),
    ("zh-ja", "学习。", "学習。"),
    ("zh-ja", "李刚局长表示。", "李剛局長は述べた。"),
    ("zh-ja", "云雷", "云々と述べた"),
    ("zh-ja", "使用iPhone和WeChat", "iPhoneとWeChatを使う"),
    ("zh-ko", "美中会谈", "美·中 회담"),
    ("zh-ko", "世卫组织", "WHO는 발표했다"),
    ("zh-ko", "大家", "대(大)를 위하여"),
    ("zh-ru", "COVID-19疫情", "Эпидемия COVID-19"),
    ("zh-ru", "微软公司", "Microsoft"),
    ("zh-ru", "他用Microsoft Office。", "Он работает в Microsoft Office."),
    ("zh-ja", "引用hello my dear friends。", "hello my dear friendsを引用した。"),
    ("zh-en", "写信a@portal.example", "Write to a@portal.example"),
    ("zh-en", "3200", "3200"),
    ("zh-ru", "下载a.pdf", "Скачать report.pdf"),
    ("zh-fr", "好", "好"),
    ("zh-zh", "好", "好"),
    ("zh-en", "", ""),
]
LONG_OR_SHORT = [
    (
        "zh-en",
        "2019年开发用工岗位1.5万个,城镇新增就业1.48万人,群众生活更加丰富多彩。",
        "In 2019.",
        "4 letters",
    ),
    (
        "zh-ja",
        "西新镇党委书记、西新工业集中区管委会主任孙志远就是一名走出来的好干部。",
        "全区",
        "2 letters",
    ),
    (
        "zh-ru",
        "疫情防控工作中,他又走遍了全镇4个村、14个自然屯,79个卡口。",
        "Маски: 41.",
        "7 letters",
    ),
    ("zh-ko", "绿园区委坚持围绕中心、服务大局,牢固树立鲜明导向。", "정무", "2 letters"),
    (
        "zh-en",
        "打印",
        "Please press this button here in order to print the whole page on paper today",
        "63 letters",
    ),
    ("zh-en", "首页", "x" * 70, "70 letters"),
    (
        "zh-ru",
        "会议",
        "В районе состоялось совещание, на котором обсудили важные вопросы развития",
        "64 letters",
    ),
    ("en-ja", "Home", "ホームページには多くの情報が掲載されています。それを読むこと", "29 letters"),
    (
        "en-zh",
        "The district organized training for officials and honored good ones.",
        "区",
        "1 letters",
    ),
    ("ja-en", "区内には街灯が設置され、整備率は高い水準に達した。", "Lamps", "5 letters"),
    (
        "ru-en",
        "Посещено",
        "They went to see all of the enterprises in the whole of the district today, and again",
        "68 letters",
    ),
    ("ko-zh", "구 전체에 가로등이 설치되어 설치율이 높은 수준에 이르렀다.", "灯", "1 letters"),
]
RIGHT_LENGTH = [
    ("zh-en", "发改委", "National Development and Reform Commission"),
    ("zh-ru", "首页", "Главная страница"),
    ("zh-ja", "区委书记李刚", "区党委書記の李剛"),
    ("en-ja", "Secretary of the district Party committee Li Gang", "区党委書記李剛"),
    ("zh-en", "争取资金1200万元。", "Funds of 12,000,000 yuan were secured."),
    ("zh-ru", "时间:2026年9月25日", "Дата: 25.9.2026"),
    ("zh-en", "……", "…"),
    ("zh-en", "2019", "In the year 2019, that is"),
    ("zh-ko", "打印", "인쇄"),
    ("zh-ko", "无障碍", "접근성"),
    ("zh-fr", "首页", "x" * 900),
    ("zh-en", "组织学习。", ""),
    ("zh-en", "思想洗礼", "A baptism of thought"),
    (
        "zh-en",
        "不忘初心、牢记使命",
        "Remain true to our original aspiration and keep our mission firmly in mind",
    ),
]


@pytest.mark.parametrize(("languages", "source", "target", "found"), REPEATED)
def test_repeated(languages: str, source: str, target: str, found: str) -> None:
    (check,) = run(repetition.check, (languages, source, target))
    assert (check.sentence, check.kind, check.found) == ("b1.s1", "repetition", found)


@pytest.mark.parametrize("case", NOT_REPEATED)
def test_not_repeated(case: tuple[str, str, str]) -> None:
    assert run(repetition.check, case) == []


@pytest.mark.parametrize(("languages", "source", "target", "found"), COPIED)
def test_copied(languages: str, source: str, target: str, found: str) -> None:
    (check,) = run(copied.check, (languages, source, target))
    assert (check.sentence, check.kind, check.found) == ("b1.s1", "copied", found)


@pytest.mark.parametrize("case", NOT_COPIED)
def test_not_copied(case: tuple[str, str, str]) -> None:
    assert run(copied.check, case) == []


@pytest.mark.parametrize(("languages", "source", "target", "found"), LONG_OR_SHORT)
def test_too_long_or_too_short(languages: str, source: str, target: str, found: str) -> None:
    (check,) = run(length.check, (languages, source, target))
    assert (check.sentence, check.kind, check.found) == ("b1.s1", "length", found)


@pytest.mark.parametrize("case", RIGHT_LENGTH)
def test_right_length(case: tuple[str, str, str]) -> None:
    assert run(length.check, case) == []


def test_the_bounds_are_said() -> None:
    (check,) = run(length.check, ("zh-en", "绿园区组织干部学习培训", "Yes"))
    assert check.expected == "12 to 118 letters"


@pytest.mark.parametrize(
    ("rate", "found"),
    [(-0.83, "-0.83"), (-0.41, "-0.41"), (-12.0, "-12.00"), (float("nan"), "nan")],
)
def test_a_low_score(rate: float, found: str) -> None:
    (check,) = run(score.check, ("zh-en", "好", "Good"), rate)
    assert check == Check("b1.s1", "score", "at least -0.40", found)


@pytest.mark.parametrize("rate", [None, 0.0, -0.02, -0.1, -0.4])
def test_a_good_score(rate: float | None) -> None:
    assert run(score.check, ("zh-en", "好", "Good"), rate) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [("好 ", "", None), ("2020年", "  ", None), ("好", "。", "。"), ("A", "…", "…")],
)
def test_nothing_said(source: str, target: str, found: str | None) -> None:
    (check,) = run(empty.check, ("zh-en", source, target))
    assert check == Check("b1.s1", "empty", source.strip(), found)


@pytest.mark.parametrize(
    ("source", "target"), [("", ""), ("……", ""), ("——", "…"), ("好", "1"), ("  ", "x")]
)
def test_something_said_or_nothing_to_say(source: str, target: str) -> None:
    assert run(empty.check, ("zh-en", source, target)) == []


def test_right_translations_pass_every_check(monkeypatch: pytest.MonkeyPatch) -> None:
    training = Path(__file__).parents[3] / "examples" / "training"
    monkeypatch.setattr(sys, "path", [str(training), *sys.path])
    corpus, page = import_module("corpus"), import_module("page")
    rows = [*corpus.rows(400), *page.PAGE]
    alarms = [
        (finding, row)
        for row in rows
        for i, j in permutations(range(5), 2)
        for check in ALL
        for finding in check(Pair("s", row[i], row[j], corpus.LANGS[i], corpus.LANGS[j], -0.05))
    ]
    assert alarms == []


def test_time_grows_with_the_length() -> None:
    """No cost grows with the square of a text: 16,000 characters take a moment each time."""
    units = "a|ab |的|的人|a, |word other |....|《|(|(的| |x.|x-|1,|1 |“|\"|' |。 |@a.|http://a "
    for unit in units.split("|"):
        text = unit * (16_000 // len(unit))
        start = time.process_time()
        for check in ALL:
            list(check(Pair("s", "源", text, "zh", "ja")))
            list(check(Pair("s", text[:-1], text, "zh", "en")))
        for lang in ("zh", "en", "ja", "ko", "ru"):
            in_style(text, text, lang)
        assert time.process_time() - start < 2.5, unit  # 0.2 s here; a square takes 4 s and more
