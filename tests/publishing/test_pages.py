"""The structure of the pages."""

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from langdu.article import Article, Attachment, Check, Figure, Heading, Paragraph, Sentence
from langdu.errors import PublishError
from langdu.publishing import Edition, Sound, render_html
from langdu.publishing.pages import write_index, write_page
from langdu.timeline import Clause, Cue, Timeline
from tests.publishing.page import every, one, parse, spoken, text, words
from tests.publishing.samples import LANGS, all_articles, article
from tests.strategies import articles


def edition(lang: str = "en", **around: object) -> Edition:
    made = Edition(article(lang), languages=tuple(all_articles()))
    return replace(made, **around)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_is_there_once_with_its_id(lang: str) -> None:
    source = article(lang)
    root = parse(write_page(Edition(source, images={"b1": "../images/b1.png"})))
    ids = Counter(str(value) for value in root.xpath("//@id"))
    assert set(ids.values()) == {1}
    assert {s.id for s in source.segments} | {b.id for b in source.blocks} <= set(ids)
    for sentence in source.sentences:
        span = one(root, f"//*[@id='{sentence.id}']")
        assert spoken(span) == sentence.text


@pytest.mark.parametrize("lang", LANGS)
def test_landmarks_language_and_title(lang: str) -> None:
    root = parse(write_page(edition(lang)))
    assert root.get("lang") == {"zh": "zh-Hans"}.get(lang, lang)
    assert text(one(root, "//main/article//h1/span[@id='title']")) == article(lang).title
    assert text(one(root, "//title")) == article(lang).title
    skip = one(root, "//body/*[1]")
    assert one(root, f"//main[@id='{str(skip.get('href'))[1:]}']") is not None
    assert every(root, "//*[@style]|//*[@onclick]") == []


def test_the_switch_names_every_language_in_itself() -> None:
    root = parse(write_page(edition("ja")))
    links = every(root, "//header/nav[@aria-label='言語']//a")
    assert [(a.get("lang"), a.get("hreflang"), a.text) for a in links] == [
        ("zh-Hans", "zh-Hans", "中文"),
        ("en", "en", "English"),
        ("ja", "ja", "日本語"),
        ("ko", "ko", "한국어"),
        ("ru", "ru", "Русский"),
    ]
    assert [a.get("aria-current") for a in links] == [None, None, "page", None, None]
    assert links[1].get("href") == "../en/index.html"


def test_heading_levels_have_no_gaps() -> None:
    levels = (4, 6, 6, 5, 2, 3, 1)
    blocks = tuple(Heading(f"b{i}", n, (Sentence(f"b{i}.s1", "x"),)) for i, n in enumerate(levels))
    root = parse(render_html(replace(article(), blocks=blocks)))
    assert [str(h.tag) for h in every(root, "//article/*[@id]")] == "h2 h3 h3 h3 h2 h3 h2".split()


def test_a_heading_without_text_is_none() -> None:
    blocks = (Heading("b1", 2, (Sentence("b1.s1", " \x00"),)),)
    root = parse(render_html(replace(article(), blocks=blocks)))
    assert every(root, "//article//h2") == []
    assert one(root, "//p[@id='b1']") is not None


def test_original_parts_of_a_translated_page_are_marked() -> None:
    root = parse(write_page(edition("ru")))
    for value in ("小镇日报", "李雷", "小镇门户", "首页 › 文化"):
        assert one(root, f"//dd[text()='{value}']").get("lang") == "zh-Hans"
    assert one(root, "//li[@id='_note1']/span").get("lang") == "zh-Hans"
    source = parse(write_page(edition("zh")))
    assert every(source, "//dd[@lang]") == []


@pytest.mark.parametrize(
    ("lang", "mark"),
    [
        ("en", "Machine translation"),
        ("ja", "機械翻訳"),
        ("ko", "기계 번역"),
        ("ru", "Машинный перевод"),
    ],
)
def test_a_translated_page_says_so(lang: str, mark: str) -> None:
    root = parse(write_page(edition(lang)))
    notice = one(root, "//article/header/div[@role='note']")
    for part in (mark, "argos", f"translate-zh_{lang} 1.9"):
        assert part in text(notice)
    assert one(notice, ".//time").get("datetime") == "2020-03-30T10:42"
    links = [a.get("href") for a in every(notice, ".//a")]
    assert links == ["../zh/index.html", "https://portal.example/a/1.html"]
    assert every(parse(write_page(edition("zh"))), "//*[@role='note']") == []


@pytest.mark.parametrize(
    ("lang", "mark"),
    [
        ("en", "not a real translation"),
        ("ja", "実際の翻訳ではありません"),
        ("ko", "실제 번역이 아닙니다"),
        ("ru", "не настоящий перевод"),
    ],
)
def test_a_demo_translation_is_marked_on_page_and_index(lang: str, mark: str) -> None:
    demo = article(lang, demo=True)
    assert mark in text(one(parse(render_html(demo)), "//p[@class='demo']"))
    index = parse(write_index([article(), demo]))
    assert mark in text(one(index, f"//li[@lang='{lang}']/p[@class='demo']"))
    assert mark not in render_html(article(lang))


def test_flagged_sentences_are_marked_in_words_and_explained() -> None:
    checks = (
        Check("b3.s1", "number", "22点", None),
        Check("b3.s1", "odd", None, "x"),
        Check("title", "name", "小镇", "Town"),
        Check("b1.alt", "term", "书", None),
        Check("b9.s1", "term", "表", None),
        Check("nowhere", "term", "表", None),
    )
    root = parse(render_html(article("en", checks=checks)))
    assert "Sentences flagged by an automatic check: 5" in text(one(root, "//*[@role='note']"))
    marks = [(text(a), a.get("href")) for a in every(root, "//a[@class='flag']")]
    assert marks == [
        ("[check 1] Name 小镇, here Town", "#_check1"),
        ("[check 2] Term 书 not found", "#_check2"),
        ("[check 3] Number 22点 not found (+1)", "#_check3"),
        ("[check 4] Term 表 not found", "#_check4"),
    ]
    foreign = every(root, "//a[@class='flag']/span[@class='quoted'][@lang='zh-Hans']")
    assert [text(part) for part in foreign] == ["小镇", "书", "22点", "表"]
    explained = one(root, "//li[@id='_check3']")
    assert words(text(explained)) == (
        "Number: In the original: 22点, In the translation: nothing "
        "Other: In the original: nothing, In the translation: x Back to sentence 3"
    )
    backs = [a.get("href") for a in every(root, "//section[@aria-labelledby='_checks']//a")]
    assert backs == ["#title", "#b1.alt", "#b3.s1", "#b9.s1"]


def test_advice_marks_no_sentence() -> None:
    page = render_html(article("en", checks=(Check("b3.s1", "advice", "a", "b"),)))
    assert every(parse(page), "//a[@class='flag']|//*[@id='_checks']") == []


def test_a_long_reason_is_short_beside_its_sentence_and_whole_at_the_end() -> None:
    checks = (
        Check("b3.s1", "term", None, "x" * 90),
        Check("b3.s2", "length", "20 to 40 letters", "3 letters"),
    )
    root = parse(render_html(article("en", checks=checks)))
    assert [text(a) for a in every(root, "//a[@class='flag']")] == [
        f"[check 1] Term not in the original {'x' * 29}…",
        "[check 2] Length",
    ]
    assert "x" * 90 in text(one(root, "//li[@id='_check1']"))
    measured = one(root, "//li[@id='_check2']//span[1]")
    assert (measured.get("lang"), text(measured)) == ("en", "20 to 40 letters")


def test_tables_lists_and_code() -> None:
    root = parse(write_page(edition("en")))
    table = one(root, "//table[@id='b6']")
    assert [th.get("scope") for th in every(table, ".//th")] == ["col", "col", "row"]
    assert one(table, "./thead/tr/th[2]").get("colspan") == "2"
    assert one(table, "./tbody/tr/th").get("rowspan") == "2"
    region = table.getparent()
    assert region is not None
    assert region.get("tabindex") == "0"
    assert text(one(root, f"//*[@id='{region.get('aria-labelledby')}']")) == "Opening hours"
    assert one(root, "//ul[@id='b5']/li/ol").get("start") == "3"
    assert text(one(root, "//pre")) == "open --at 9\n  # ``` 开门\n"


def test_figures_with_and_without_their_picture() -> None:
    shown = one(parse(write_page(edition(images={"b1": "../images/b1.png"}))), "//figure")
    image = one(shown, ".//img")
    assert (image.get("src"), image.get("alt")) == ("../images/b1.png", "Readers at a long table")
    linked = one(parse(write_page(edition())), "//figure")
    assert every(linked, ".//img") == []
    assert "Figure: Readers at a long table" in text(linked)
    assert one(linked, ".//a").get("href") == "https://portal.example/a/1.png"


@pytest.mark.parametrize(
    ("alt", "caption", "expected"),
    [("A cat.", "A cat. ", ""), (None, "A cat.", ""), ("A", "B", "A"), (None, "", None)],
)
def test_alternative_text_does_not_repeat_the_caption(
    alt: str | None, caption: str, expected: str | None
) -> None:
    spans = (Sentence("b1.s1", caption),) if caption else ()
    page = replace(article("en"), blocks=(Figure("b1", "https://a.example/1.png", alt, spans),))
    image = one(parse(write_page(Edition(page, images={"b1": "../images/b1.png"}))), "//img")
    assert image.get("alt") == ("Picture without a description" if expected is None else expected)


def test_sound_has_a_name_and_waits() -> None:
    root = parse(write_page(edition("ko", sounds={"ko": Sound("../audio/ko.mp3", 3725.4)})))
    audio = one(root, "//audio[@controls]")
    assert (audio.get("preload"), audio.get("src")) == ("none", "../audio/ko.mp3")
    assert text(one(root, f"//*[@id='{audio.get('aria-labelledby')}']")) == "이 글 듣기 (1:02:05)"
    assert every(parse(write_page(edition("ko"))), "//audio") == []


def test_attachments_are_one_list_and_links_only_where_safe() -> None:
    root = parse(render_html(article("en")))
    items = every(root, "//*[@class='attachments']/ul/li")
    assert [(i.get("id"), len(every(i, ".//a"))) for i in items] == [("b9", 1), ("b10", 0)]


def test_a_page_alone_holds_the_style_and_the_script_that_its_policy_names() -> None:
    page = render_html(article())
    policy = str(one(parse(page), "//meta[@http-equiv]").get("content"))
    for kind in ("style", "script"):
        part = re.search(f"<{kind}>(.*?)</{kind}>", page, re.S)
        assert part
        digest = base64.b64encode(hashlib.sha256(part[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_a_page_in_a_folder_loads_style_and_script_from_it() -> None:
    root = parse(write_page(edition(assets="../assets/")))
    policy = str(one(root, "//meta[@http-equiv]").get("content"))
    assert "default-src 'none'; script-src 'self' file:; style-src 'self' file:;" in policy
    assert "unsafe" not in policy
    assert one(root, "//link[@rel='stylesheet']").get("href") == "../assets/reader.css"
    assert one(root, "//script[@src]").get("src") == "../assets/reader.js"
    assert every(root, "//style") == []


def data_of(page: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(text(one(parse(page), "//script[@id='_reader']")))
    return found


def test_the_script_is_told_of_all_editions_and_the_times_of_this_one() -> None:
    times = Timeline(
        "en", 9.5, (Cue("title", 0.0, 2.0), Cue("b3.s1", 2.5, 9.12345, None, (Clause(4, 5.0),)))
    )
    sounds = {code: Sound(f"../audio/{code}.mp3", 9.5, times) for code in ("en", "ru")}
    data = data_of(write_page(edition("en", sounds=sounds)))
    assert (data["version"], data["current"]) == (1, "en")
    editions = data["editions"]
    assert isinstance(editions, list)
    assert [e["lang"] for e in editions] == ["zh", "en", "ja", "ko", "ru"]
    assert editions[0] == {
        "lang": "zh",
        "tag": "zh-Hans",
        "name": "中文",
        "href": "../zh/index.html",
        "words": "../zh/words.js",
        "prefix": "",
        "audio": None,
    }
    cues = [["title", 0.0, 2.0], ["b3.s1", 2.5, 9.123, [[4, 5.0]]]]
    assert editions[1]["audio"] == {"src": "../audio/en.mp3", "duration": 9.5, "cues": cues}
    assert editions[4]["audio"]["cues"] == []
    keys = {data_of(write_page(edition(code)))["key"] for code in LANGS}
    assert keys == {data["key"]}
    assert re.fullmatch("[0-9a-f]{16}", str(data["key"]))


def test_a_page_alone_tells_its_script_of_itself_only() -> None:
    data = data_of(render_html(article("ja")))
    assert [e["href"] for e in data["editions"]] == [None]  # type: ignore[attr-defined]


def test_other_languages_get_english_words_that_are_marked() -> None:
    french = replace(article("en", demo=True), lang="fr")
    root = parse(write_page(Edition(french, languages=(article(), french))))
    assert root.get("lang") == "fr"
    marked = "//a[@class='skip']", "//nav", "//*[@role='note']", "//footer", "//header/dl/div/dt"
    for path in marked:
        assert {element.get("lang") for element in every(root, path)} == {"en"}
    assert one(root, "//p[@class='demo']/ancestor-or-self::*[@lang][1]").get("lang") == "en"
    english = replace(article("en"), lang="en-GB")
    assert every(parse(render_html(english)), "//footer[@lang]") == []


def test_the_index_is_in_the_language_of_the_source() -> None:
    root = parse(write_index(all_articles()))
    assert root.get("lang") == "zh-Hans"
    items = every(root, "//nav//li")
    assert [item.get("lang") for item in items] == ["zh-Hans", "en", "ja", "ko", "ru"]
    assert [text(one(i, "./a")) for i in items][4] == "Русский Городская библиотека открыта ночью"
    assert [i.xpath("string(./p)") for i in items][:2] == ["原文", "Machine translation"]


def test_an_article_without_anything() -> None:
    root = parse(render_html(Article("zh", ())))
    assert text(one(root, "//h1")) == text(one(root, "//title")) == "无标题文章"


@pytest.mark.parametrize("bad", ["a b", "", "1", "../x", 'a"b', "_main", "b" * 101])
def test_ids_that_no_page_can_have_are_refused(bad: str) -> None:
    page = replace(article(), blocks=(Paragraph(bad, ()),))
    with pytest.raises(PublishError, match="cannot be published"):
        render_html(page)


def test_an_id_that_is_there_twice_is_refused() -> None:
    page = replace(article(), blocks=(Paragraph("b1", (Sentence("b1", "x"),)),))
    with pytest.raises(PublishError, match="there twice"):
        render_html(page)


@settings(deadline=None, max_examples=60)
@given(articles())
def test_any_article_can_be_a_page(source: Article) -> None:
    images = {block.id: "../images/x.png" for block in source.blocks[::2]}
    root = parse(write_page(Edition(source, images=images)))
    ids = Counter(str(value) for value in root.xpath("//@id"))
    assert max(ids.values()) == 1
    assert {s.id for s in source.segments} <= set(ids)
    for href in map(str, root.xpath("//@href")):
        assert href.startswith(("#", "http://", "https://", "mailto:", "data:,"))
    for link in every(root, "//a"):
        assert every(link, ".//a") == []
    for block in source.blocks:
        if isinstance(block, Attachment):
            assert one(root, f"//li[@id='{block.id}']") is not None
