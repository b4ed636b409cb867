"""The engine ``ctranslate2`` on models of every layout that it says it reads."""

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from langdu.errors import Cancelled, MissingModel, PackageError, PluginError, TranslationError
from langdu.translation import Translator
from langdu.translation.engines import ctranslate2 as engine
from langdu.translation.engines.ctranslate2 import CTranslate2Translator
from langdu.translation.engines.ctranslate2_folders import pair_in
from langdu.translation.translator import Request
from tests.translation.contract import TEXTS, CancelContract, TranslatorContract
from tests.translation.engines import tiny_marian as tiny
from tests.translation.engines.conftest import NLLB, convert

ENGLISH = ["Yunxi fully reopened .", "Home", "district1.7 myriad members .", "Li_Gang said ."]


def texts_of(translator: Translator) -> list[str]:
    return [result.text for result in translator.translate(TEXTS, "zh", "en")]


class TestDemoPackages(CancelContract, TranslatorContract):
    """Argos packages are folders of CTranslate2 models too."""

    @pytest.fixture
    def translator(self, packages: Path) -> Translator:
        return CTranslate2Translator(packages)


class TestOpus(CancelContract, TranslatorContract):
    @pytest.fixture
    def translator(self, opus: Path) -> Translator:
        return CTranslate2Translator(opus)


class TestNllb(CancelContract, TranslatorContract):
    """One model, many pairs, but the one that this suite wants to be missing."""

    @pytest.fixture
    def translator(self, nllb: Path) -> Translator:
        return CTranslate2Translator(nllb, "zh-en")


def test_argos_packages_give_what_the_engine_argos_gives(packages: Path) -> None:
    from langdu.translation.engines.argos import ArgosTranslator

    ours, theirs = CTranslate2Translator(packages), ArgosTranslator(packages)
    assert ours.pairs() == theirs.pairs()
    assert texts_of(ours) == texts_of(theirs)
    assert ours.model("zh", "en").demo


def test_every_word_is_right_by_two_tokenizers(opus: Path) -> None:
    translator = CTranslate2Translator(opus)
    assert translator.pairs() == {("zh", "en")}
    assert texts_of(translator) == ENGLISH
    assert translator.model("zh", "en").name == "opus-mt-zh-en"


def test_a_model_of_many_languages_is_told_which(nllb: Path) -> None:
    # a piece more or less before the text, and every word would be its neighbour's
    translator = CTranslate2Translator(nllb)
    assert len(translator.pairs()) == 20
    assert texts_of(translator) == ENGLISH


Calls = list[tuple[list[list[str]], list[list[str]]]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What CTranslate2 is asked: source tokens, target prefixes. It answers as ever."""
    import ctranslate2

    seen: Calls = []
    real = ctranslate2.Translator

    class Recorder:
        def __init__(self, *args: Any, **options: Any) -> None:
            self._real = real(*args, **options)

        def translate_batch(self, source: list[list[str]], **options: Any) -> Any:
            seen.append((source, options.get("target_prefix") or []))
            return self._real.translate_batch(source, **options)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._real, name)

    monkeypatch.setattr(ctranslate2, "Translator", Recorder)
    return seen


def test_nllb_languages_stand_before_the_source_and_before_the_target(
    nllb: Path, calls: Calls
) -> None:
    CTranslate2Translator(nllb).translate(["首页"], "zh", "ja")
    assert calls == [([["zho_Hans", "▁", "首页", "</s>"]], [["jpn_Jpan"]])]


def test_the_pairs_of_a_model_share_one_load(nllb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[Path] = []

    def counting(folder: Any, *, threads: int) -> Any:
        loads.append(folder.weights)
        return load(folder, threads=threads)

    load = engine.load_folder
    monkeypatch.setattr(engine, "load_folder", counting)
    translator = CTranslate2Translator(nllb)

    def work(target: str) -> None:
        translator.translate(TEXTS, "zh", target)

    targets = ("en", "ja", "ko", "ru", "en", "ja")
    workers = [threading.Thread(target=work, args=(target,)) for target in targets]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(loads) == 1


def test_m2m100(tmp_path: Path, calls: Calls) -> None:
    known = tiny.shared(tiny.ZH_EN, "__zh__", "__en__", "__ko__", "__af__")
    folder = convert(tmp_path / "m2m100", known, known, hub=True)
    (folder / "sentencepiece.model").write_bytes(known.model)
    translator = CTranslate2Translator(folder)
    assert len(translator.pairs()) == 6
    assert texts_of(translator) == ENGLISH
    assert ["__zh__", "▁", "首页", "</s>"] in calls[0][0]
    assert calls[0][1][1] == ["__en__"]


def test_opus_models_of_several_targets_are_told_the_target(tmp_path: Path, calls: Calls) -> None:
    tokens = (">>cmn<<", ">>cmn_Hant<<", ">>cmn_Hans<<", ">>jpn<<")
    known = tiny.shared(tiny.ZH_EN, *tokens)
    folder = convert(tmp_path / "opus-mt-en-zh", known, known, hub=True)
    (folder / "vocab.spm").write_bytes(known.model)
    translator = CTranslate2Translator(folder)
    assert translator.pairs() == {("en", "zh")}
    translator.translate(["Home"], "en", "zh")
    assert calls[0][0] == [[">>cmn_Hans<<", "▁Home", "</s>"]]
    assert calls[0][1] == []


def test_no_end_is_written_where_the_model_adds_it(tmp_path: Path, calls: Calls) -> None:
    known = tiny.shared()
    folder = convert(tmp_path / "zh-en", known, known)
    (folder / "vocab.zhen.spm").write_bytes(known.model)
    assert texts_of(CTranslate2Translator(folder)) == ENGLISH
    assert ["▁", "首页"] in calls[0][0]


def test_a_folder_of_models(tmp_path: Path, opus: Path, nllb: Path) -> None:
    shutil.copytree(opus, tmp_path / "opus-mt-zh-en")
    shutil.copytree(nllb, tmp_path / "nllb")
    (tmp_path / "notes").mkdir()
    (tmp_path / ".half").mkdir()
    (tmp_path / ".half" / "model.bin").write_bytes(b"")
    translator = CTranslate2Translator(tmp_path)
    assert translator.model("zh", "en").name == "opus-mt-zh-en"  # rather than that of many
    assert translator.model("zh", "ja").name == "nllb"
    assert texts_of(translator) == ENGLISH


@pytest.fixture
def own(tmp_path: Path, opus: Path) -> Callable[[dict[str, Any]], Path]:
    """A model whose folder's name says nothing, with a ``langdu.json``."""

    def make(description: dict[str, Any]) -> Path:
        folder = tmp_path / "mine"
        shutil.copytree(opus, folder)
        (folder / "langdu.json").write_text(json.dumps(description))
        return folder

    return make


def test_a_description_counts(own: Callable[[dict[str, Any]], Path], calls: Calls) -> None:
    folder = own({"pair": "ja-ko", "name": "my-model", "version": "3", "source_prefix": ["0", "1"]})
    translator = CTranslate2Translator(folder)
    assert translator.pairs() == {("ja", "ko")}
    model = translator.model("ja", "ko")
    assert (model.name, model.version) == ("my-model", "3")
    translator.translate(["首页"], "ja", "ko")
    assert calls[0][0] == [["0", "1", "▁", "首页", "</s>"]]


def test_a_description_names_the_tokens_of_languages(
    own: Callable[[dict[str, Any]], Path], calls: Calls
) -> None:
    folder = own({"languages": {"zh": "0", "en": "1", "ru": "2"}})
    translator = CTranslate2Translator(folder)
    assert len(translator.pairs()) == 6
    assert texts_of(translator) == ENGLISH
    assert calls[0][1][0] == ["1"]


def test_options_as_a_person_writes_them(own: Callable[[dict[str, Any]], Path]) -> None:
    folder = str(own({}))
    translator = CTranslate2Translator.from_options(
        {"directory": folder, "pair": "zh-en", "threads": "1"}
    )
    assert texts_of(translator) == ENGLISH
    odd = CTranslate2Translator.from_options(
        {"directory": folder, "pair": "zh-en", "source_prefix": "0 1", "target_prefix": "0 1"}
    )
    assert texts_of(odd) == ENGLISH
    with pytest.raises(PluginError, match="directory=FOLDER"):
        CTranslate2Translator.from_options({})
    with pytest.raises(PluginError, match="no option 'beam'"):
        CTranslate2Translator.from_options({"directory": folder, "beam": "9"})
    with pytest.raises(PluginError, match="is a number"):
        CTranslate2Translator.from_options({"directory": folder, "threads": "two"})
    with pytest.raises(PackageError, match="no language pair"):
        CTranslate2Translator.from_options({"directory": folder, "pair": "chinese"})


def test_hugging_faces_settings_tell_the_languages(own: Callable[[dict[str, Any]], Path]) -> None:
    folder = own({})
    (folder / "tokenizer_config.json").write_text('{"source_lang": "zho", "target_lang": "eng"}')
    assert CTranslate2Translator(folder).pairs() == {("zh", "en")}


@pytest.mark.parametrize(
    ("description", "message"),
    [
        ({}, "does not tell its languages"),
        ({"pair": "chinese"}, "no language pair"),
        ({"pair": "zh-en", "target_prefix": "word"}, "must be a list of tokens"),
        ({"pair": "zh-en", "source_tokenizer": "none.spm"}, "none.spm.* is not there"),
        ({"languages": ["zh"]}, "must be an object"),
    ],
)
def test_what_a_description_lacks(
    own: Callable[[dict[str, Any]], Path], description: dict[str, Any], message: str
) -> None:
    with pytest.raises(PackageError, match=message) as caught:
        CTranslate2Translator(own(description))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("config.json", b"{", "config.json is no JSON"),
        ("config.json", b"[]", "config.json is no JSON object"),
        ("langdu.json", b"[" * 100_000, "langdu.json is no JSON"),
        ("source_vocabulary.json", b'{"a": 1}', "no list of tokens"),
        ("source_vocabulary.json", b"\xff", "is damaged"),
    ],
)
def test_what_is_damaged_is_said_at_once(
    tmp_path: Path, opus: Path, name: str, content: bytes, message: str
) -> None:
    folder = tmp_path / "zh-en"
    shutil.copytree(opus, folder)
    (folder / name).write_bytes(content)
    with pytest.raises(PackageError, match=message) as caught:
        CTranslate2Translator(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.bin", b"rubbish"),
        ("model.bin", b""),
        ("source.spm", b"rubbish"),
        ("target.spm", b""),
        ("target_vocabulary.json", b"{"),
    ],
)
def test_what_cannot_be_loaded(tmp_path: Path, opus: Path, name: str, content: bytes) -> None:
    folder = tmp_path / "zh-en"
    shutil.copytree(opus, folder)
    (folder / name).write_bytes(content)
    translator = CTranslate2Translator(folder)
    with pytest.raises(TranslationError, match="the model zh-en failed") as caught:
        translator.translate(TEXTS, "zh", "en")
    assert "\n" not in str(caught.value)


def test_a_tokenizer_of_another_model(tmp_path: Path, opus: Path) -> None:
    folder = tmp_path / "zh-en"
    shutil.copytree(opus, folder)
    stranger = tiny.vocabulary(*(f"<{number}>" for number in range(60)))
    (folder / "target.spm").write_bytes(stranger.model)
    with pytest.raises(PackageError, match=r"target\.spm is not the SentencePiece model of zh-en"):
        CTranslate2Translator(folder).translate(TEXTS, "zh", "en")


def test_folders_that_are_no_models(tmp_path: Path, opus: Path) -> None:
    with pytest.raises(PackageError, match="no such folder"):
        CTranslate2Translator(tmp_path / "none")
    with pytest.raises(MissingModel, match="no CTranslate2 model in"):
        CTranslate2Translator(tmp_path)
    shutil.copytree(opus, tmp_path / "zh-en", ignore=shutil.ignore_patterns("*.spm"))
    with pytest.raises(PackageError, match="has no SentencePiece model"):
        CTranslate2Translator(tmp_path)


def test_a_pair_and_tokens_are_for_one_model(tmp_path: Path, opus: Path) -> None:
    shutil.copytree(opus, tmp_path / "zh-en")
    shutil.copytree(opus, tmp_path / "en-ja")
    with pytest.raises(PackageError, match="2 models: a pair cannot be given for all"):
        CTranslate2Translator(tmp_path, "zh-en")
    with pytest.raises(PackageError, match="2 models: give tokens for one only"):
        CTranslate2Translator(tmp_path, tokens={"source_prefix": ["a"]})


def test_an_argos_package_tells_what_translations_begin_with(
    tmp_path: Path, opus: Path, calls: Calls
) -> None:
    shutil.copytree(opus, tmp_path / "package")
    facts = {"from_code": "zh", "to_code": "en", "target_prefix": "7", "package_version": "1.9"}
    (tmp_path / "package" / "metadata.json").write_text(json.dumps(facts))
    translator = CTranslate2Translator(tmp_path)
    translator.translate(["首页"], "zh", "en")
    assert calls[0][1] == [["7"]]
    assert translator.model("zh", "en").version == "1.9"


def test_links_and_other_hypotheses(nllb: Path) -> None:
    text = "李刚表示。"
    request = Request(links=True, hypotheses=2)
    (result,) = CTranslate2Translator(nllb).translate([text], "zh", "en", request)
    assert result.text == ENGLISH[3]
    assert len(result.others) == 1
    linked = {
        text[slice(*link.source)]: result.text[slice(*link.target)]
        for link in result.links
        if link.weight > 0.9
    }
    assert linked["李刚"] == "Li_Gang"
    assert linked["表示"] == "said"


def test_called_off(opus: Path) -> None:
    with pytest.raises(Cancelled):
        CTranslate2Translator(opus).translate(TEXTS, "zh", "en", Request(cancelled=lambda: True))


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("opus-mt-zh-en", ("zh", "en")),
        ("opus-mt-en-jap-ct2-int8", ("en", "ja")),
        ("opus-mt-tc-big-en-ko", ("en", "ko")),
        ("translate-en_ru-1_9", ("en", "ru")),
        ("zh_CN-en", ("zh", "en")),
        ("my-model", None),
        ("de-en-fr", None),
    ],
)
def test_names_that_tell_languages(name: str, pair: tuple[str, str] | None) -> None:
    assert pair_in(name) == pair


def test_the_five_languages_of_nllb() -> None:
    from langdu.translation.engines.ctranslate2_tokens import FAMILIES

    assert tuple(FAMILIES[0].values()) == NLLB
