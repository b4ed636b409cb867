"""Two languages, captions, readings, pointing, guides, places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.publishing.browser.driving import (
    attribute,
    choose,
    hold,
    now,
    open_edition,
    press,
    press_at_once,
    seek,
    wait_until,
    with_voices,
)
from tests.publishing.browser.site import SENTENCE

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("view", ["side", "under"])
def test_every_sentence_stands_beside_its_translation(page: Page, anywhere: str, view: str) -> None:
    open_edition(page, anywhere)
    choose(page, "bilingual", view)
    page.locator("#c30\\.s2 + .other").wait_for()
    pair = page.locator("#b3\\.s1 + .other")
    assert pair.get_attribute("lang") == "en"
    assert pair.inner_text().strip() == "The library closes at 22:00 every day."
    texts, others = page.locator(".s").count(), page.locator(".other").count()
    assert texts == others
    choose(page, "other", "ru")
    page.locator("#b3\\.s1 + .other[lang=ru]").wait_for()
    assert page.locator(".other").count() == texts
    choose(page, "bilingual", "off")
    assert page.locator(".other, .pair").count() == 0


def test_side_by_side_is_side_by_side_where_there_is_room(page: Page, address: str) -> None:
    open_edition(page, address)
    choose(page, "bilingual", "side")
    page.locator("#b3\\.s1 + .other").wait_for()
    places = """() => { const left = document.getElementById('b3.s1').getBoundingClientRect();
        const right = document.querySelector('[id="b3.s1"] + .other').getBoundingClientRect();
        return [right.left >= left.right, right.top >= left.bottom]; }"""
    assert page.evaluate(places) == [True, False]
    page.set_viewport_size({"width": 400, "height": 700})
    assert page.evaluate(places) == [False, True]


def test_both_sentences_are_marked(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "next")  # the title alone, which stays marked
    choose(page, "bilingual", "under")
    page.locator("#title.now + .other.now").wait_for()
    press_at_once(page, "next", "next")
    wait_until(page, "document.querySelectorAll('.now').length === 2")
    assert page.locator(".now + .other.now").inner_text().strip() == "Night reading in the hall."


def test_one_sentence_by_its_button(page: Page, address: str) -> None:
    open_edition(page, address, "en", "#b3.s1")
    press(page, "translate")
    page.locator("#b3\\.s1 + .other[lang=zh-Hans]").wait_for()
    press(page, "translate")
    page.locator(".other").wait_for(state="detached")
    assert page.locator(".pair").count() == 0


def test_words_that_are_missing_are_told(page: Page, served: str) -> None:
    page.route(
        "**/en/words.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    open_edition(page, served)
    choose(page, "bilingual", "under")
    page.locator("[role=status]:has-text('words.js')").wait_for()
    assert page.locator(".other").count() == 0
    page.unroute("**/en/words.js")
    choose(page, "bilingual", "side")  # asked for again, it is loaded again
    page.locator(".other").first.wait_for()
    assert page.locator("head script[src*=words]").count() == 0


def test_captions_show_the_clause_that_is_heard(page: Page, address: str) -> None:
    open_edition(page, address)
    page.keyboard.press("Alt+b")
    captions = page.locator(".captions")
    assert captions.inner_text() == "朗读时这里显示字幕。"
    press(page, "read")
    hold(page)
    cues = page.evaluate(
        "JSON.parse(document.getElementById('_reader').textContent).editions[0].audio.cues"
    )
    cue = next(cue for cue in cues if cue[0] == "c1.s1")
    seek(page, cue[1])
    page.locator(".captions:has-text('1. 管理员推着书车走过长廊，')").wait_for()
    seek(page, cue[1] + SENTENCE * 0.6)
    page.locator(".captions:has-text('把还回来的书')").wait_for()
    assert captions.get_attribute("aria-hidden") == "true"
    assert captions.get_attribute("lang") == "zh-Hans"


def test_captions_leave_the_sentence_in_sight(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "captions")
    press(page, "read")
    seek(page, 100)
    wait_until(page, "document.querySelector('.now')?.id.startsWith('c')")
    wait_until(
        page,
        "document.querySelector('.now').getBoundingClientRect().bottom"
        " <= document.querySelector('.captions').getBoundingClientRect().top",
    )


def put_words(site: Path, page: Page) -> None:
    """The words of the Chinese edition with readings and traditional characters of our own."""
    text = (site / "zh" / "words.js").read_text("utf-8")
    title = '"小镇图书馆开放夜读"'
    more = (
        '"readings":{"title":[["小镇","xiǎo zhèn"],["图书馆","tú shū guǎn"],["开放",null],'
        '["夜读","yè dú"]]},"traditional":{"title":"小鎮圖書館開放夜讀"}'
    )
    assert title in text
    body = re.sub(
        r',"(?:traditional|readings)":\{.*\}\);', "," + more + "});", text, count=1, flags=re.S
    )
    page.route(
        "**/zh/words.js", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )


def test_captions_in_other_scripts(page: Page, site: Path, served: str) -> None:
    put_words(site, page)
    open_edition(page, served)
    press(page, "captions")
    press(page, "each")
    press(page, "read")
    choose(page, "caption-script", "traditional")
    page.locator(".captions[lang=zh-Hant]:has-text('小鎮圖書館開放夜讀')").wait_for()
    choose(page, "caption-script", "pinyin")
    page.locator(".captions rt:has-text('tú shū guǎn')").wait_for()
    assert page.locator(".captions rt").all_inner_texts() == ["xiǎo zhèn", "tú shū guǎn", "yè dú"]


def test_readings_over_words(page: Page, site: Path, served: str) -> None:
    put_words(site, page)
    open_edition(page, served)
    before = page.evaluate("document.querySelector('#title').innerHTML")
    choose(page, "ruby", "all")
    page.locator("#title rt").first.wait_for()
    shown = page.locator("#title ruby").all_inner_texts()
    assert ["".join(each.split()) for each in shown] == [
        "小镇xiǎozhèn",
        "图书馆túshūguǎn",
        "夜读yèdú",
    ]
    assert page.locator("#title rt").first.get_attribute("lang") == "zh-Latn-pinyin"
    press(page, "captions")
    press(page, "read")
    page.locator(".captions:has-text('小镇图书馆开放夜读')").wait_for()
    assert page.locator(".captions").inner_text() == "小镇图书馆开放夜读"
    choose(page, "ruby", "off")
    wait_until(page, "html => document.querySelector('#title').innerHTML === html", before)
    choose(page, "ruby", "demand")
    page.keyboard.press("Escape")
    page.locator("#title").click()
    page.locator("#title rt").first.wait_for()


def test_readings_keep_what_is_marked_in_a_sentence(page: Page, served: str) -> None:
    open_edition(page, served)
    before = page.evaluate("document.getElementById('b3.s2').outerHTML")
    body = '"readings":{"b3.s2":[["水的","shuǐ de"],["化学式","huà xué shì"],["重阳节","x"]]}'
    page.route(
        "**/zh/words.js",
        lambda route: route.fulfill(
            body=f'langduWords({{"lang":"zh","tag":"zh-Hans","sentences":{{}},{body}}});',
            content_type="text/javascript",
        ),
    )
    choose(page, "ruby", "all")
    page.evaluate("document.getElementById('b3.s2').scrollIntoView()")
    page.locator("#b3\\.s2 a ruby.r").wait_for()
    assert page.locator("#b3\\.s2 ruby.r").count() == 2  # the third has a reading already
    choose(page, "ruby", "off")
    wait_until(page, "html => document.getElementById('b3.s2').outerHTML === html", before)


def test_resting_on_a_sentence_reads_it(page: Page, address: str) -> None:
    with_voices(page, take=60_000)
    open_edition(page, address, "ja")
    page.locator("#b2\\.s1").hover()
    assert page.evaluate("window.said.length") == 0
    page.keyboard.press("Alt+p")
    page.mouse.move(5, 5)
    page.locator("#b2\\.s1").hover()
    wait_until(page, "window.said.length === 1")
    assert now(page) == "b2.s1"
    page.locator("#b3\\.s1").click()
    wait_until(page, "document.querySelector('.now').id === 'b3.s1'")


def test_a_touch_reads_a_sentence_by_the_published_sound(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "point")
    page.keyboard.press("Escape")
    page.locator("#b3\\.s1").click()
    wait_until(page, "document.querySelector('.now')?.id === 'b3.s1'")
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")
    assert now(page) == "b3.s1"


def test_the_guides_follow_the_pointer_and_the_reading(page: Page, address: str) -> None:
    open_edition(page, address)
    choose(page, "guide", "mask")
    page.mouse.move(300, 400)
    top = "parseFloat(document.querySelector('.guide').style.getPropertyValue('--top'))"
    wait_until(page, f"Math.abs({top} - 370) < 30")
    page.keyboard.press("Escape")
    press(page, "next")
    wait_until(
        page, f"Math.abs({top} - document.querySelector('.now').getBoundingClientRect().top) < 4"
    )
    assert page.locator(".guide").evaluate("e => getComputedStyle(e).pointerEvents") == "none"


def test_another_language_at_the_same_sentence(page: Page, anywhere: str) -> None:
    open_edition(page, anywhere)
    press(page, "read")
    seek(page, 80)
    wait_until(page, "document.querySelector('.now')?.id.startsWith('c')")
    press(page, "pause")
    here = now(page)
    page.locator("nav a[hreflang=en]").click()
    page.wait_for_url(f"**/en/index.html#{here}")
    page.locator(".tools .controls").wait_for()
    box = """id => { const { top, bottom } = document.getElementById(id).getBoundingClientRect();
        return top >= 0 && bottom < innerHeight; }"""
    wait_until(page, box, here)
    assert press_at_once(page, "read") == [here]


def test_another_language_at_the_sentence_that_is_in_sight(page: Page, address: str) -> None:
    open_edition(page, address)
    page.evaluate("document.getElementById('c12.s1').scrollIntoView()")
    page.evaluate("document.querySelector('nav a[hreflang=ja]').click()")
    page.wait_for_url("**/ja/index.html#c1*")
    assert page.url.endswith(("#c12.s1", "#c11.s2"))


def test_reading_goes_on_where_it_was_left(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    seek(page, 50)
    wait_until(
        page, "document.querySelector('.now') && document.querySelector('.now').id !== 'title'"
    )
    press(page, "pause")
    here = now(page)
    page.reload()
    page.locator(".tools .controls").wait_for()
    assert press_at_once(page, "read") == [here]


@pytest.mark.parametrize(("width", "height", "stays"), [(1000, 720, True), (320, 256, False)])
def test_the_toolbar_stays_only_where_there_is_room(
    page: Page, address: str, width: int, height: int, stays: bool
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_edition(page, address)
    wait_until(
        page, "n => document.querySelector('.tools').hasAttribute('data-stays') === n", stays
    )
    page.mouse.move(width / 2, height / 2)
    page.mouse.wheel(0, 1500)
    wait_until(page, "scrollY > 1000")
    top = page.locator(".tools").evaluate("e => e.getBoundingClientRect().top")
    assert (top == 0) is stays


def test_without_the_script_everything_to_read_is_there(page: Page, address: str) -> None:
    assert page.context.browser
    plain = page.context.browser.new_context(java_script_enabled=False)
    try:
        opened = plain.new_page()
        opened.goto(f"{address}/zh/index.html")
        assert not opened.locator(".tools").is_visible()
        assert opened.locator("audio[controls]").is_visible()
        assert opened.locator("#c30\\.s2").inner_text().startswith("30.")
        assert opened.locator("nav a[hreflang=ru]").get_attribute("href") == "../ru/index.html"
    finally:
        plain.close()


def test_print_asks_the_browser(page: Page, address: str) -> None:
    open_edition(page, address)
    page.evaluate("window.print = () => { window.printed = true; }")
    press(page, "print")
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()


def test_text_only_and_elder_are_for_the_style_sheet(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "layout")
    assert attribute(page, "layout") == "elder"
    size = page.locator(".controls [data-do=read]").bounding_box()
    assert size
    assert size["height"] >= 60
