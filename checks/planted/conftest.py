"""A published site to plant defects in, and one browser for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import langdu
from checks import articles
from checks.browser import browser
from langdu.publishing import WRITERS, publish
from langdu.readings import WordAids
from langdu.speech.fake import FakeVoice
from tests.publishing.samples import png


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample article in five languages, spoken; nothing is wrong with it."""
    folder = tmp_path_factory.mktemp("site")
    editions = articles.with_every_block()
    with langdu.Reader(voice=FakeVoice()) as reader:
        audio = {edition.lang: reader.synthesize(edition) for edition in editions}
        publish(
            editions,
            folder,
            audio=audio,
            formats=tuple(WRITERS),
            images=lambda _: png(800),
            aids=WordAids(),
        )
        for track in audio.values():
            track.close()
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser."""
    with browser() as opened:
        yield opened
