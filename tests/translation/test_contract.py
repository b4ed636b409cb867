"""The contract against the real engine and the public fake."""

from pathlib import Path

import pytest

from langdu.translation import Translator
from langdu.translation.engines import argos
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.engines.ctranslate2_model import LoadedModel, load
from langdu.translation.fake import FakeTranslator
from tests.translation.contract import TEXTS, TranslatorContract


class TestArgos(TranslatorContract):
    @pytest.fixture
    def translator(self, packages: Path) -> Translator:
        return ArgosTranslator(packages)


class TestFake(TranslatorContract):
    @pytest.fixture
    def translator(self) -> Translator:
        return FakeTranslator()


def test_six_threads_load_one_model(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    loads: list[Path] = []

    def counting(folder: Path, *, threads: int) -> LoadedModel:
        loads.append(folder)
        return load(folder, threads=threads)

    monkeypatch.setattr(argos, "load", counting)
    translator = ArgosTranslator(packages)
    workers = [
        threading.Thread(target=translator.translate, args=(TEXTS, "zh", "en")) for _ in range(6)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(loads) == 1
