"""Reading by the published sound: what is marked is what is heard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.publishing.browser.driving import (
    attribute,
    button,
    choose,
    hold,
    now,
    open_edition,
    press,
    press_at_once,
    seek,
    stored,
    wait_for_sentence,
    wait_until,
    with_voices,
)
from tests.publishing.browser.server import serving
from tests.publishing.browser.site import SENTENCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Looks in each frame, in the page itself, at the sound's clock and at the mark, after a jump to
#: `place` where there is one; gives [time of the last frame, time, id of the marked sentence, text
#: of the marked clause] for each look. The page marks once a frame as well: where the machine gives
#: it none, it can mark no better than in its last one.
_WATCH = """
async ([seconds, place]) => {
  const audio = document.querySelector("audio"), seen = [];
  if (place !== null) {
    const landed = new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
    audio.currentTime = place;
    await landed;
  }
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const end = performance.now() + 1e3 * seconds;
  for (let last = audio.currentTime; performance.now() < end; ) {
    await frame();
    const clause = [...(CSS.highlights.get("clause") ?? [])].map(String).join("");
    const time = audio.currentTime;
    seen.push([last, time, document.querySelector(".s.now, img.now")?.id, clause]);
    last = time;
  }
  return seen;
}
"""
_CUES = "JSON.parse(document.getElementById('_reader').textContent).editions[0].audio.cues"
_LATE = 0.15


def watch(page: Page, seconds: float, place: float | None = None) -> list[Any]:
    """What is marked in each frame of some seconds."""
    looks: list[Any] = page.evaluate(_WATCH, [seconds, place])
    return looks


def allowed(cues: list[Any], last: float, time: float) -> set[str]:
    """The sentences that may be marked: those heard from 150 ms before the last frame until now."""
    ends = [cue[1] for cue in cues[1:]] + [float("inf")]
    return {
        cue[0]
        for cue, end in zip(cues, ends, strict=True)
        if cue[1] <= time + 0.03 and end > last - _LATE
    }


def check(cues: list[Any], looks: list[Any]) -> set[str]:
    """Every look shows the sentence that is heard; gives those that were seen."""
    wrong = [look for look in looks if look[2] not in allowed(cues, look[0], look[1])]
    assert wrong == []
    return {name for _, _, name, _ in looks}


@pytest.mark.parametrize("speed", ["0.5", "1", "2"])
def test_the_marked_sentence_is_the_one_that_is_heard(
    page: Page, anywhere: str, speed: str
) -> None:
    open_edition(page, anywhere)
    choose(page, "speed", speed)
    press(page, "read")
    wait_until(page, "document.querySelector('audio').currentTime > 0.1")
    cues = page.evaluate(_CUES)
    seen = check(cues, watch(page, 2.6 / min(float(speed), 1)))
    assert len(seen) >= 2
    assert page.evaluate("document.querySelector('audio').playbackRate") == float(speed)
    assert page.evaluate("document.querySelector('audio').preservesPitch") is True


def test_after_seeking_with_the_sounds_own_control(page: Page, anywhere: str) -> None:
    open_edition(page, anywhere)
    press(page, "read")
    cues = page.evaluate(_CUES)
    wait_until(page, "document.querySelector('audio').currentTime > 0.1")
    for target in (30, 7, 60):  # forwards, backwards
        seen = check(cues, watch(page, 1.6, cues[target][1] + 0.3))
        assert cues[target][0] in seen


def test_the_sounds_own_play_button_marks_too(page: Page, address: str) -> None:
    open_edition(page, address)
    page.evaluate("document.querySelector('audio').play()")
    wait_until(page, "document.querySelector('.now')")
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
    wait_until(page, "document.querySelector('audio').currentTime > 0.1")
    looks = watch(page, SENTENCE, cues[at][1])
    first, second = (
        "1. 管理员推着书车走过长廊，",
        "把还回来的书一本一本放回架上；夜读的人还没有走。",
    )
    half = cues[at][3][0][1]
    for last, time, name, clause in looks:
        if name == "c1.s1" and (time < half - _LATE or last > half + _LATE):
            assert clause == (first if time < half else second)
    assert {clause for _, _, name, clause in looks if name == "c1.s1"} == {first, second}


def test_pausing_and_going_on(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    wait_until(page, "document.querySelector('audio').currentTime > 0.5")
    hold(page)
    time = page.evaluate("document.querySelector('audio').currentTime")
    goes_on = """() => new Promise((done) => {
      const audio = document.querySelector("audio");
      audio.addEventListener("playing", () => done(audio.currentTime), { once: true });
      document.querySelector("[data-do=read]").click();
    })"""
    assert time <= page.evaluate(goes_on) < time + SENTENCE
    wait_until(page, "t => document.querySelector('audio').currentTime > t", time)
    press(page, "stop")
    assert now(page) is None
    assert attribute(page, "reading") is None


def test_sentences_and_paragraphs(page: Page, address: str) -> None:
    open_edition(page, address)
    steps = (
        ("read", "title"),
        ("next", "b1.alt"),
        ("next", "b1.s1"),
        ("previous", "b1.alt"),
        ("next-paragraph", "b2.s1"),
        ("next-paragraph", "b3.s1"),
        ("next", "b3.s2"),
        ("previous-paragraph", "b3.s1"),
        ("previous-paragraph", "b2.s1"),
    )
    assert press_at_once(page, *(action for action, _ in steps)) == [place for _, place in steps]
    wait_for_sentence(page, ["b3.s1", "b3.s2"])  # it reads on
    assert attribute(page, "reading") == "on"


def test_steps_in_a_hurry_read_the_last_one_alone(page: Page, address: str) -> None:
    open_edition(page, address)
    assert press_at_once(page, "next", "next", "next") == ["title", "b1.alt", "b1.s1"]
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")
    assert now(page) == "b1.s1"


def test_one_sentence_is_read_where_nothing_was(page: Page, address: str) -> None:
    open_edition(page, address)
    assert press_at_once(page, "next") == ["title"]
    wait_until(page, "document.documentElement.dataset.reading === 'paused'")
    assert now(page) == "title"
    assert page.evaluate("document.querySelector('audio').currentTime") > SENTENCE - 0.1
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
    assert now(page)


def test_at_the_end_it_begins_anew(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "read")
    seek(page, page.evaluate(_CUES)[-1][1] + 1.2)
    wait_until(page, "!document.documentElement.dataset.reading")
    assert now(page) is None
    assert press_at_once(page, "read") == ["title"]


def test_the_page_follows_unless_the_reader_looks_elsewhere(page: Page, address: str) -> None:
    open_edition(page, address)
    cues = page.evaluate(_CUES)
    press(page, "read")
    seek(page, cues[40][1])
    visible = """id => { const box = document.getElementById(id).getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight; }"""
    marked = "document.querySelector('.now')?.id"
    wait_for_sentence(page, [cue[0] for cue in cues[40:]])
    wait_until(page, f"({visible})({marked})")
    page.mouse.move(500, 500)
    while page.evaluate("scrollY"):  # the first may meet the page while it still glides
        page.mouse.wheel(0, -50_000)
        page.wait_for_timeout(50)
    here = [cue[0] for cue in cues].index(now(page))
    wait_for_sentence(page, [cue[0] for cue in cues[here + 1 :]])
    assert page.evaluate("scrollY") == 0
    hold(page)
    press_at_once(page, "read")  # who asks for it goes there again
    wait_until(page, f"({visible})({marked})")


def test_nothing_scrolls_where_following_is_off(page: Page, address: str) -> None:
    open_edition(page, address)
    press(page, "follow")
    assert stored(page) == {"follow": "off"}
    press(page, "read")
    cues = page.evaluate(_CUES)
    seek(page, cues[50][1])
    wait_for_sentence(page, [cue[0] for cue in cues[51:]])
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
        wait_for_sentence(page, [cue[0] for cue in cues[:8]])
        check(cues, watch(page, 1))
