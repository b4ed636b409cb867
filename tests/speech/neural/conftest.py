"""Fixtures that the tests of neural voices share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from langdu.speech.neural.espeak import EspeakPhonemes
from tests.speech.neural import networks


@pytest.fixture(scope="session")
def kokoro_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files as Kokoro's; do not change them."""
    return networks.kokoro(tmp_path_factory.mktemp("voices") / "kokoro")


@pytest.fixture(scope="module")
def espeak() -> Iterator[EspeakPhonemes]:
    """One process for the tests of a module."""
    asking = EspeakPhonemes()
    yield asking
    asking.close()
