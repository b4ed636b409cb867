"""The reader in one file, and as a part of somebody else's page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from langdu import publish
from langdu.publishing import publish_single
from tests.publishing.browser.driving import choose, wait_until
from tests.publishing.browser.site import long_article, tone
from tests.publishing.samples import LANGS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One file with five languages, two of them with sound."""
    folder = tmp_path_factory.mktemp("single")
    editions = [long_article(lang, 8) for lang in LANGS]
    audio = {a.lang: tone(a) for a in editions if a.lang in ("zh", "en")}
    [file] = publish_single(editions, to=folder, audio=audio).files
    return file.as_uri()


def tools(page: Page) -> Locator:
    return page.locator(".tools:not([hidden])")


def shown(page: Page) -> list[str]:
    return list(
        page.locator("article.edition:not([hidden])").evaluate_all("a => a.map(e => e.lang)")
    )


def test_one_language_at_a_time_at_the_same_sentence(page: Page, single: str) -> None:
    page.goto(single)
    tools(page).wait_for()
    assert shown(page) == ["zh-Hans"]
    assert tools(page).get_attribute("aria-label") == "阅读工具"
    page.evaluate("document.getElementById('zh:c5.s1').scrollIntoView()")
    wait_until(page, "scrollY > 0")
    page.evaluate("document.querySelector('nav a[hreflang=ru]').click()")
    assert shown(page) == ["ru"]
    assert tools(page).get_attribute("aria-label") == "Инструменты чтения"
    assert page.evaluate("document.documentElement.lang") == "ru"
    assert page.title() == "Городская библиотека открыта ночью"
    assert page.locator("nav a[aria-current]").all_inner_texts() == ["Русский"]
    top = "id => document.getElementById(id).getBoundingClientRect().top"
    near = [page.evaluate(top, f"ru:{name}") for name in ("c5.s1", "c4.s2")]
    assert any(0 <= value < 400 for value in near)


def test_each_language_is_read_by_its_own_sound(page: Page, single: str) -> None:
    page.goto(single)
    for lang, tag in (("zh", "zh-Hans"), ("en", "en")):
        page.locator(f"nav a[hreflang={tag}]").click()
        tools(page).locator("[data-do=read]").first.click()
        playing = """lang => [...document.querySelectorAll('audio')].filter(a => !a.paused)
            .map(a => a.closest('article').dataset.lang).join() === lang"""
        wait_until(page, playing, lang)
        wait_until(page, "id => document.querySelector('.now')?.id.startsWith(id)", f"{lang}:")
        assert page.locator(".now").count() == 1


def test_the_words_of_the_others_are_in_it(page: Page, single: str) -> None:
    page.goto(single)
    choose(page, "bilingual", "under")
    other = page.locator("[id='zh:b3.s1'] + .other")
    other.wait_for()
    assert other.inner_text().strip() == "The library closes at 22:00 every day."


def test_an_address_names_a_sentence_of_another_language(page: Page, single: str) -> None:
    page.goto(f"{single}#ko:c3.s1")
    tools(page).wait_for()
    assert shown(page) == ["ko"]


def test_a_fragment_keeps_to_itself(page: Page, tmp_path: Path) -> None:
    editions = [long_article(lang, 8) for lang in ("zh", "en")]
    publish(editions, to=tmp_path, formats=("html", "fragment"), audio={"zh": tone(editions[0])})
    part = (tmp_path / "zh" / "fragment.html").read_text("utf-8")
    around = f'<!DOCTYPE html><html lang="en"><title>A portal</title><body><p>Portal</p>{part}'
    (tmp_path / "zh" / "portal.html").write_text(f'<meta charset="utf-8">{around}', "utf-8")
    page.goto((tmp_path / "zh" / "portal.html").as_uri())
    tools(page).wait_for()
    choose(page, "theme", "dark")
    page.keyboard.press("Alt+b")
    tools(page).locator("[data-do=read]").first.click()
    page.locator(".langdu > .captions:has-text('小镇图书馆开放夜读')").wait_for()
    assert page.locator(".langdu").get_attribute("data-theme") == "dark"
    assert page.locator(".langdu").get_attribute("data-reading") == "on"
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []
    assert page.evaluate("document.documentElement.getAttribute('style')") is None
    assert page.locator("body > :not(p, .langdu, link, script)").count() == 0
