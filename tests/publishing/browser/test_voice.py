"""Reading by the browser's own voices, where there is no published sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.publishing.browser.driving import (
    attribute,
    choose,
    now,
    open_edition,
    press,
    wait_until,
    with_voices,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page


def said(page: Page) -> list[Any]:
    return list(page.evaluate("window.said"))


def test_sentences_in_order_with_a_voice_of_the_language(page: Page, address: str) -> None:
    with_voices(page)
    open_edition(page, address, "ja")
    press(page, "read")
    wait_until(page, "window.said.length >= 4")
    heard = said(page)
    assert [each["text"] for each in heard[:4]] == [
        "町の図書館が夜の読書を始める",
        "長い机で本を読む人たち",
        "夜の読書のようす。",
        "なぜ遅くまで開けるのか",
    ]
    assert {each["voice"] for each in heard} == {"ja-JP"}


def test_the_sentence_and_its_clause_are_marked(page: Page, address: str) -> None:
    with_voices(page, take=400)
    open_edition(page, address, "ja", "#c1.s1")
    marks = """() => new Promise((done) => {
      const seen = [], last = "c1.s2";
      const look = () => {
        const id = document.querySelector(".now")?.id;
        const clause = [...(CSS.highlights.get("clause") ?? [])].map(String).join("");
        if (id && seen.at(-1)?.[0] !== id) seen.push([id, clause]);
        if (id === last) done(seen); else setTimeout(look, 5);
      };
      document.querySelector("[data-do=read]").click();
      look();
    })"""
    assert page.evaluate(marks)[0] == ["c1.s1", "1. 司書はワゴンを押して廊下を歩き、"]


def test_voices_that_come_late(page: Page, address: str) -> None:
    with_voices(page, late=True)
    open_edition(page, address, "ja")
    press(page, "read")
    wait_until(page, "window.said.length > 0")


@pytest.mark.parametrize("options", [{"voices": ["fr-FR"]}, {"none": True}])
def test_no_voice_is_told(page: Page, address: str, options: dict[str, Any]) -> None:
    with_voices(page, **options)
    open_edition(page, address, "ru")
    press(page, "read")
    page.locator("[role=status]:has-text('Русский')").wait_for()
    assert attribute(page, "reading") is None


def test_a_real_browser_without_voices_says_so(page: Page, address: str) -> None:
    """Headless Chromium has none: nothing is mocked here."""
    open_edition(page, address, "ko")
    press(page, "read")
    page.locator("[role=status]:has-text('한국어')").wait_for()


def test_pausing_says_the_part_again(page: Page, address: str) -> None:
    with_voices(page, take=60_000)
    open_edition(page, address, "ja")
    press(page, "read")
    wait_until(page, "window.said.length === 1")
    press(page, "pause")
    assert attribute(page, "reading") == "paused"
    press(page, "pause")
    wait_until(page, "window.said.length === 2")
    assert said(page)[0] == said(page)[1]
    press(page, "stop")
    assert now(page) is None


def test_speed_and_silence_hold_at_once(page: Page, address: str) -> None:
    with_voices(page, take=60_000)
    open_edition(page, address, "ja")
    press(page, "read")
    wait_until(page, "window.said.length === 1")
    choose(page, "speed", "1.5")
    press(page, "voice")
    assert [(each["rate"], each["volume"]) for each in said(page)] == [(1, 1), (1.5, 1), (1.5, 0)]


def test_ruby_is_not_read_twice(page: Page, address: str) -> None:
    with_voices(page)
    page.route("**/audio/*", lambda route: route.abort())
    open_edition(page, address, "ja", "#b3.s2")
    page.evaluate(
        """() => { const text = document.getElementById('b3.s2').lastChild;
        const ruby = document.createElement('ruby');
        ruby.innerHTML = '本<rp>(</rp><rt>ほん</rt><rp>)</rp>';
        text.after(ruby); }"""
    )
    press(page, "read")
    wait_until(page, "window.said.length >= 1")
    assert said(page)[0]["text"] == "水はH2Oで、祝日も開いています。本"


def test_long_sentences_are_said_in_parts(page: Page, address: str) -> None:
    """Chromium cuts an utterance off after some fifteen seconds."""
    with_voices(page)
    open_edition(page, address, "ja", "#b3.s1")
    clause = "町の人は本を読み、"
    page.evaluate("text => document.getElementById('b3.s1').textContent = text", clause * 20)
    press(page, "read")
    wait_until(page, "window.said.length >= 5")
    parts = [each["text"] for each in said(page)[:4]]
    assert "".join(parts) == clause * 20
    assert max(map(len, parts)) <= 55


def test_a_voice_that_breaks_is_told(page: Page, address: str) -> None:
    with_voices(page, broken=True)
    open_edition(page, address, "ja")
    press(page, "read")
    page.locator("[role=status]:has-text('音声が止まりました')").wait_for()
    assert attribute(page, "reading") is None


def test_one_is_silent_who_leaves(page: Page, address: str) -> None:
    with_voices(page, take=60_000)
    open_edition(page, address, "ja")
    press(page, "read")
    wait_until(page, "window.said.length === 1")
    before = page.evaluate("window.cancelled")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("window.cancelled") == before + 1
