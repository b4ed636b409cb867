"""The contract against the real engine and the public fake."""

from pathlib import Path

import pytest

from langdu.errors import PluginError
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

    def counting(folder: Path, *, threads: int, beam: int) -> LoadedModel:
        loads.append(folder)
        return load(folder, threads=threads, beam=beam)

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


def test_options_of_the_engine(packages: Path) -> None:
    options = {"directory": str(packages), "beam": "1", "threads": "1"}
    greedy = ArgosTranslator.from_options(options).translate(["首页"], "zh", "en")[0]
    assert greedy.text
    with pytest.raises(PluginError, match="a beam and models of at least 1"):
        ArgosTranslator.from_options({"beam": "0"})


def test_no_more_models_stay_in_memory_than_wanted(
    packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[str] = []

    def counting(folder: Path, *, threads: int, beam: int) -> LoadedModel:
        loads.append(folder.name.split("-")[1])
        return load(folder, threads=threads, beam=beam)

    monkeypatch.setattr(argos, "load", counting)
    translator = ArgosTranslator(packages, models=2)
    for source, target in [("zh", "en"), ("en", "ja"), ("zh", "en"), ("en", "ko"), ("zh", "en")]:
        assert translator.translate(["首页"], source, target)
    assert loads == ["zh_en", "en_ja", "en_ko"]  # zh-en was always used last but one
    translator.translate(["Home"], "en", "ja")
    assert loads[3:] == ["en_ja"]
