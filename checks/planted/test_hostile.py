"""The canary sings where patterns are put into a page raw; it is silent on a published page."""

from pathlib import Path

from playwright.sync_api import Browser

from checks import hostile
from langdu.publishing import publish
from tests.publishing.hostile_text import ATTRIBUTES, ELEMENTS, ENDS, PATTERNS, all_in_one

#: Of the elements and ends, those that run by themselves in today's Chromium; the others want a
#: click, an older browser or another place.
_SING = 45


def test_the_canary_sings_where_nothing_is_escaped(chromium: Browser) -> None:
    sang = hostile.raw(chromium, [*ELEMENTS, *ENDS, *ATTRIBUTES])
    assert len(sang) >= _SING, sang


def test_a_published_page_with_one_pattern_raw_is_found(chromium: Browser, tmp_path: Path) -> None:
    publish([all_in_one()], tmp_path)
    page = tmp_path / "en" / "index.html"
    text = page.read_text(encoding="utf-8")
    policy = text.index('<meta http-equiv="Content-Security-Policy"')
    without = text[:policy] + text[text.index(">", policy) + 1 :]
    raw = without.replace("<main", "<img src=x onerror=alert(7)><main", 1)
    page.write_text(raw, encoding="utf-8")
    assert "the canary sang '7'" in hostile.look(chromium, page)


def test_the_policy_alone_stops_what_would_get_through(chromium: Browser, tmp_path: Path) -> None:
    publish([all_in_one()], tmp_path)
    page = tmp_path / "en" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<main", "".join(PATTERNS[:11]) + "<main", 1), encoding="utf-8")
    assert not [line for line in hostile.look(chromium, page) if "canary" in line]
