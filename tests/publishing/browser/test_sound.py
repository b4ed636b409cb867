"""Reading by the published sound: what is marked is what is heard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.publishing.browser.driving import (
    attribute,
    button,
    choose,
    now,
    open_edition,
    press,
    seek,
    stored,
    wait_until,
    with_voices,
)
from tests.publishing.browser.server import serving
from tests.publishing.browser.site import PAUSE, SENTENCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Looks twenty times a second, in the page itself, at the sound's clock and at the mark; gives
#: [time, id of the marked sentence, text of the marked clause] for each look.
_WATCH = """
seconds => new Promise(resolve => {
  const audio = document.querySelector("audio"), seen = [], end = performance.now() + 1e3 * seconds;
  const look = () => {
    const clause = [...(CSS.highlights.get("clause") ?? [])].map(String).join("");
    seen.push([audio.currentTime, document.querySelector(".s.now, img.now")?.id, clause]);
    if (performance.now() < end) setTimeout(look, 50); else resolve(seen);
  };
  look();
})
"""
_CUES = "JSON.parse(document.getElementById('_reader').textContent).editions[0].audio.cues"
_LATE = 0.15


def allowed(cues: list[Any], time: float) -> set[str]:
    """The sentences that may be marked at a time: those heard within 150 ms of it."""
    times = (time - _LATE, time, time + 0.03)
    return {[c[0] for c in cues if c[1] <= max(t, 0)][-1] for t in times}


def check(cues: list[Any], looks: list[Any]) -> set[str]:
    """Every look shows the sentence that is heard; gives those that were seen."""
    wrong = [(time, name) for time, name, _ in looks if name not in allowed(cues, time)]
    assert wrong == []
    return {name for _, name, _ in looks}


@pytest.mark.parametrize("speed", ["0.5", "1", "2"])
def test_the_marked_sentence_is_the_one_that_is_heard(
    page: Page, anywhere: str, speed: str
) -> None:
    open_edition(page, anywhere)
    choose(page, "speed", speed)
    press(page, "read")
    wait_until(page, "document.querySelector('audio').currentTime > 0.1")
    cues = page.evaluate(_CUES)
    seen = check(cues, page.evaluate(_WATCH, 2.6 / min(float(speed), 1)))
    assert len(seen) >= 2
    assert page.evaluate("document.querySelector('audio').playbackRate") == float(speed)
    assert page.evaluate("document.querySelector('audio').preservesPitch") is True


def test_after_seeking_with_the_sounds_own_control(page: Page, anywhere: str) -> None:
    open_edition(page, anywhere)
    press(page, "read")
    cues = page.evaluate(_CUES)
    wait_until(page, "document.querySelector('audio').currentTime > 0.1")
    for target in (30, 7, 60):  # forwards, backwards
        at = cues[target][1] + 0.3
        seek(page, at)
        wait_until(page, "id => document.querySelector('.now')?.id === id", cues[target][0])
        seen = check(cues, page.evaluate(_WATCH, 1.6))
        assert cues[target][0] in seen


def test_the_sounds_own_play_button_marks_too(page: Page, address: str) -> None:
    open_edition(page, address)
    page.evaluate("document.querySelector('audio').play()")
    wait_until(page, "document.querySelector('.now')?.id === 'title'")
    assert attribute(page, "reading") == "on"
    assert button(page, "read").get_attribute("aria-pressed") == "true"
    page.evaluate("document.querySelector('audio').pause()")
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")
    assert button(page, "pause").get_attribute("aria-pressed") == "true"


def test_the_clause_that_is_heard_is_marked(page: Page, address: str) -> None:
    open_edition(page, address)
    cues = page.evaluate(_CUES)
    at = next(i for i, cue in enumerate(cues) if cue[0] == "c1.s1")
    press(page, "read")
    seek(page, cues[at][1])
    wait_until(page, "document.querySelector('.now')?.id === 'c1.s1'")
    looks = page.evaluate(_WATCH, SENTENCE)
    first, second = (
        "1. 管理员推着书车走过长廊，",
        "把还回来的书一本一本放回架上；夜读的人还没有走。",
    )
    half = cues[at][3][0][1]
    for time, name, clause in looks:
        if name == "c1.s1" and abs(time - half) > _LATE:
            assert clause == (first if time < half else second)
    assert {clause for _, name, clause in looks if name == "c1.s1"} == {first, second}


def test_pausing_and_going_on(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    wait_until(page, "document.querySelector('audio').currentTime > 0.5")
    press(page, "pause")
    wait_until(page, "document.querySelector('audio').paused")
    time = page.evaluate("document.querySelector('audio').currentTime")
    press(page, "read")
    wait_until(page, "t => document.querySelector('audio').currentTime > t", time)
    assert page.evaluate("document.querySelector('audio').currentTime") < time + SENTENCE
    press(page, "stop")
    assert now(page) is None
    assert attribute(page, "reading") is None


def test_sentences_and_paragraphs(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    for action, expected in (
        ("next", "b1.alt"),
        ("next", "b1.s1"),
        ("previous", "b1.alt"),
        ("next-paragraph", "b2.s1"),
        ("next-paragraph", "b3.s1"),
        ("next", "b3.s2"),
        ("previous-paragraph", "b3.s1"),
        ("previous-paragraph", "b2.s1"),
    ):
        press(page, action)
        assert page.evaluate("document.querySelector('.now').id") == expected
        assert attribute(page, "reading") == "on"


def test_one_sentence_is_read_where_nothing_was(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "next")
    assert now(page) == "title"
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")
    time = page.evaluate("document.querySelector('audio').currentTime")
    assert SENTENCE - 0.1 < time < SENTENCE + PAUSE
    press(page, "next")
    wait_until(page, "document.querySelector('.now').id === 'b1.alt'")


def test_a_pause_after_each_sentence(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "each")
    press(page, "read")
    for expected in ("title", "b1.alt", "b1.s1"):
        wait_until(
            page,
            "id => document.querySelector('.now')?.id === id"
            " && document.documentElement.dataset.reading === 'paused'",
            expected,
        )
        press(page, "read")


def test_without_sound_it_goes_on_in_silence(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "voice")
    assert button(page, "voice").get_attribute("aria-pressed") == "false"
    press(page, "read")
    wait_until(page, "document.querySelector('audio').currentTime > 0.1")
    assert page.evaluate("document.querySelector('audio').muted") is True
    assert now(page) == "title"


def test_at_the_end_it_begins_anew(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    seek(page, page.evaluate(_CUES)[-1][1] + 1.2)
    wait_until(page, "!document.documentElement.dataset.reading")
    assert now(page) is None
    press(page, "read")
    wait_until(page, "document.querySelector('.now')?.id === 'title'")


def test_the_page_follows_unless_the_reader_looks_elsewhere(page: Page, address: str) -> None:
    open_edition(page, address)
    cues = page.evaluate(_CUES)
    press(page, "read")
    seek(page, cues[40][1])
    visible = """id => { const box = document.getElementById(id).getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight; }"""
    wait_until(page, visible, cues[40][0])
    page.mouse.move(500, 500)
    while page.evaluate("scrollY"):  # the first may meet the page while it still glides
        page.mouse.wheel(0, -50_000)
        page.wait_for_timeout(50)
    wait_until(page, "id => document.querySelector('.now')?.id === id", cues[42][0])
    assert page.evaluate("scrollY") == 0
    press(page, "pause")
    press(page, "read")  # who asks for it goes there again
    wait_until(page, "id => document.querySelector('.now')?.id === id", cues[43][0])
    wait_until(page, visible, cues[43][0])


def test_nothing_scrolls_where_following_is_off(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "follow")
    assert stored(page) == {"follow": "off"}
    press(page, "read")
    cues = page.evaluate(_CUES)
    seek(page, cues[50][1])
    wait_until(page, "id => document.querySelector('.now')?.id === id", cues[51][0])
    assert page.evaluate("scrollY") == 0


def test_a_broken_sound_file_without_a_voice_is_told(page: Page, served: str) -> None:
    with_voices(page, none=True)
    page.route("**/audio/*", lambda route: route.fulfill(status=200, body="no sound"))
    open_edition(page, served)
    press(page, "read")
    page.locator(".say:has-text('语音')").wait_for()
    assert attribute(page, "reading") is None


def test_where_the_sound_is_broken_the_voice_goes_on(page: Page, served: str) -> None:
    with_voices(page, take=400)
    page.route("**/audio/*", lambda route: route.fulfill(status=200, body="no sound"))
    open_edition(page, served)
    press(page, "read")
    page.locator(".say:has-text('音频文件无法播放')").wait_for()
    wait_until(page, "window.said.length > 1")
    assert page.evaluate("window.said[0].text") == "小镇图书馆开放夜读"
    assert attribute(page, "reading") == "on"


def test_a_server_that_cannot_jump_is_told(page: Page, site: Path) -> None:
    """Python's own server is one; what is marked is still what is heard."""
    with serving(site, ranges=False) as simple:
        open_edition(page, simple, place="#c10.s1")
        press(page, "read")
        page.locator("[role=status]:has-text('不支持在音频中跳转')").wait_for()
        cues = page.evaluate(_CUES)
        wait_until(page, "document.querySelector('audio').currentTime > 0.1")
        wait_until(page, "document.querySelector('.now')?.id === 'title'")
        check(cues, page.evaluate(_WATCH, 1))
