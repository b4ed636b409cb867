"""The engine ``firefox`` on students in Firefox's own format, and on a teacher's file."""

import gc
import shutil
import struct
import threading
from pathlib import Path
from typing import Any

import pytest

from langdu.errors import Cancelled, MissingModel, PackageError, PluginError, TranslationError
from langdu.translation.engines import firefox
from langdu.translation.engines.firefox import FirefoxTranslator
from langdu.translation.engines.firefox import engine as module
from langdu.translation.engines.firefox.student import MAX_PIECES, Student, cut
from langdu.translation.translator import Request
from tests.translation.contract import TEXTS, CancelContract, TranslatorContract
from tests.translation.engines import tiny_marian as tiny
from tests.translation.engines.test_ctranslate2 import ENGLISH, texts_of

Students = dict[str, dict[str, bytes]]


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, students: Students) -> Path:
    """A folder in which both students are installed; do not change it."""
    root = tmp_path_factory.mktemp("firefox")
    folders = [str(lay(root / "files" / f"of-{pair}", students[pair])) for pair in students]
    firefox.add(folders, directory=root / "home")
    return root / "home"


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    """A folder with a model as Marian's training writes it, SentencePiece vocabularies beside."""
    source = tiny.vocabulary(*tiny.ZH_EN, *tiny.COPIED)
    target = tiny.vocabulary(*tiny.ZH_EN.values(), *tiny.COPIED)
    folder = lay(
        tmp_path / "teacher-zh-en",
        {"srcvocab.spm": source.model, "trgvocab.spm": target.model},
    )
    tiny.write_npz(
        folder / "final.model.npz", tiny.weights(source, target), tiny.config(source, target)
    )
    return folder


class TestStudent(CancelContract, TranslatorContract):
    @pytest.fixture
    def translator(self, home: Path) -> FirefoxTranslator:
        return FirefoxTranslator(home)


class TestTeacher(CancelContract, TranslatorContract):
    @pytest.fixture
    def translator(self, teacher: Path, tmp_path: Path) -> FirefoxTranslator:
        firefox.add([str(teacher)], directory=tmp_path / "home")
        return FirefoxTranslator(tmp_path / "home")


def test_every_word_is_right(home: Path) -> None:
    translator = FirefoxTranslator(home)
    assert translator.pairs() == {("zh", "en"), ("en", "ja")}
    assert texts_of(translator) == ENGLISH
    assert [r.text for r in translator.translate(["Home said"], "en", "ja")] == ["ホーム述べた"]
    model = translator.model("zh", "en")
    assert (model.name, model.demo) == ("firefox-zh_en", False)


def test_every_word_of_a_converted_teacher_is_right(teacher: Path, tmp_path: Path) -> None:
    (added,) = firefox.add([str(teacher)], directory=tmp_path / "home")
    assert (added.kind, added.pair) == ("ctranslate2", ("zh", "en"))
    translator = FirefoxTranslator(tmp_path / "home")
    assert texts_of(translator) == ENGLISH
    assert translator.translate(["首页"], "zh", "en")[0].score is not None


def test_a_teacher_of_one_vocabulary_with_awkward_pieces(tmp_path: Path) -> None:
    awkward = ("'", '"', "\\x", "#:", "- ", "? a", "''", "\\")
    known = tiny.shared(tiny.ZH_EN, *awkward)
    folder = lay(tmp_path / "zh-en", {"vocab.zhen.spm": known.model})
    tiny.write_npz(folder / "model.npz", tiny.weights(known, known), tiny.config(known, known))
    firefox.add([str(folder)], directory=tmp_path / "home")
    translator = FirefoxTranslator(tmp_path / "home")
    text = "首页\\x'\"#:首页"
    assert translator.translate([text], "zh", "en")[0].text == "Home\\x'\"#: Home"


def test_a_students_training_file_is_refused(tmp_path: Path) -> None:
    known = tiny.shared()
    made = tiny.weights(known, known, decoder="ssru")
    folder = lay(tmp_path / "zh-en", {"vocab.zhen.spm": known.model})
    tiny.write_npz(folder / "model.npz", made, tiny.config(known, known, decoder="ssru"))
    with pytest.raises(PackageError, match=r"SSRU.*take the file that Firefox loads") as caught:
        firefox.add([str(folder)], directory=tmp_path / "home")
    assert "\n" not in str(caught.value)
    assert firefox.installed(tmp_path / "home") == []


@pytest.mark.parametrize("content", [b"", b"rubbish", b"PK\x03\x04 broken"])
def test_a_damaged_training_file(tmp_path: Path, content: bytes) -> None:
    known = tiny.shared()
    folder = lay(tmp_path / "zh-en", {"vocab.zhen.spm": known.model, "model.npz": content})
    with pytest.raises(PackageError, match=r"model\.npz cannot be converted"):
        firefox.add([str(folder)], directory=tmp_path / "home")
    assert [path.name for path in (tmp_path / "home").iterdir()] == [".langdu.lock"]


def test_long_texts_are_cut_at_clauses_and_lose_nothing(home: Path) -> None:
    translator = FirefoxTranslator(home)
    text = "，".join(["李刚表示"] * 300)
    assert translator.translate([text], "zh", "en")[0].text.count("Li_Gang said") == 300


def test_letters_that_the_model_does_not_know_count_too(home: Path) -> None:
    translator = FirefoxTranslator(home)
    text = f"李刚{'龘' * 2000}李刚"
    assert translator.translate([text], "zh", "en")[0].text.count("Li_Gang") == 2


def test_six_threads_load_one_model(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[str] = []
    load = module.load

    def counting(model: Any, *, threads: int) -> Any:
        loads.append(model.name)
        return load(model, threads=threads)

    monkeypatch.setattr(module, "load", counting)
    translator = FirefoxTranslator(home)
    workers = [
        threading.Thread(target=translator.translate, args=(TEXTS, "zh", "en")) for _ in range(6)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert loads == ["firefox-zh_en"]


def test_a_model_is_freed_by_its_own_thread(home: Path) -> None:
    # fxtranslate complains (and pytest fails) if another thread frees it
    (model,) = (model for model in firefox.installed(home) if model.pair == ("zh", "en"))
    student = Student(model.path, "en")
    with pytest.raises(Cancelled):
        student.translate(TEXTS, lambda: True)
    thread = student._thread
    del student
    gc.collect()
    thread.join(30)
    assert not thread.is_alive()


def test_a_closed_student_does_not_let_anyone_wait(home: Path) -> None:
    model = firefox.installed(home)[-1]
    student = Student(model.path, "en")
    student.close()
    with pytest.raises(RuntimeError, match="closed meanwhile"):
        student.translate(["首页"], lambda: False)


def test_called_off_between_sentences(home: Path) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    with pytest.raises(Cancelled):
        FirefoxTranslator(home).translate(TEXTS, "zh", "en", Request(cancelled=cancelled))
    assert asked == 4


def test_a_file_that_was_damaged_since(tmp_path: Path, students: Students) -> None:
    firefox.add([str(lay(tmp_path / "a", students["zh-en"]))], directory=tmp_path / "home")
    translator = FirefoxTranslator(tmp_path / "home")
    (model,) = firefox.installed(tmp_path / "home")
    data = bytearray((model.path / "model.bin").read_bytes())
    data[-1] ^= 1
    (model.path / "model.bin").write_bytes(data)
    with pytest.raises(TranslationError, match=r"is damaged \(model\.bin\); install it again"):
        translator.translate(TEXTS, "zh", "en")
    (model.path / "model.bin").unlink()
    with pytest.raises(TranslationError, match="is damaged"):
        translator.translate(TEXTS, "zh", "en")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.zhen.intgemm.alphas.bin", b""),
        ("model.zhen.intgemm.alphas.bin", b"rubbish" * 9),
        ("model.zhen.intgemm.alphas.bin", struct.pack("<QQ", 1, 2**45)),  # which ends a process
        ("lex.50.50.zhen.s2t.bin", b"rubbish"),  # a panic in Rust
        ("trgvocab.zhen.spm", b"rubbish"),
    ],
)
def test_what_no_engine_can_load_is_not_installed(
    tmp_path: Path, students: Students, home: Path, name: str, content: bytes
) -> None:
    shutil.copytree(home, tmp_path / "home")
    before = firefox.installed(tmp_path / "home")
    assert len(before) == 2
    bad = lay(tmp_path / "bad", {**students["zh-en"], name: content})
    with pytest.raises(PackageError, match="firefox-zh_en cannot be loaded") as caught:
        firefox.add([str(bad)], directory=tmp_path / "home")
    assert "\n" not in str(caught.value)
    assert firefox.installed(tmp_path / "home") == before


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["vocab.enja.spm"], "holds no Firefox model"),
        (["model.enja.intgemm.alphas.bin"], "lacks the vocabulary"),
        (["model.enzh_hant.intgemm.alphas.bin", "vocab.spm"], "langdu has no code for"),
        (["final.npz", "vocab.spm"], "after the languages of its model"),
    ],
)
def test_folders_that_lack_something(tmp_path: Path, names: list[str], message: str) -> None:
    folder = lay(tmp_path / "some", dict.fromkeys(names, b"x"))
    with pytest.raises(PackageError, match=message):
        firefox.add([str(folder)], directory=tmp_path / "home")
    with pytest.raises(PackageError, match="neither a language pair"):
        firefox.add([str(tmp_path / "none")], directory=tmp_path / "home")


def test_options(home: Path) -> None:
    translator = FirefoxTranslator.from_options({"directory": str(home), "threads": "1"})
    assert translator.pairs() == {("zh", "en"), ("en", "ja")}
    with pytest.raises(PluginError, match="no option 'beam'"):
        FirefoxTranslator.from_options({"beam": "4"})


def test_nothing_is_installed(tmp_path: Path) -> None:
    translator = FirefoxTranslator(tmp_path / "none")
    assert translator.pairs() == frozenset()
    with pytest.raises(MissingModel, match="models add --engine firefox zh-en"):
        translator.translate(TEXTS, "zh", "en")


def test_without_fxtranslate(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fxtranslate", None)
    translator = FirefoxTranslator(home)
    with pytest.raises(PluginError, match=r"pip install 'langdu\[firefox\]'"):
        translator.translate(TEXTS, "zh", "en")
    with pytest.raises(PluginError, match=r"pip install 'langdu\[firefox\]'"):
        firefox.add(["zh-en"], index="http://127.0.0.1:9/", directory=home)


@pytest.mark.parametrize(
    "text",
    ["一，二，三" * 100, "word " * 500, "字" * 999, "a" * 700, "一。" * 3 + "b" * 400, "", "x"],
)
def test_cutting_loses_no_character(text: str) -> None:
    parts = cut(text, len, MAX_PIECES)
    assert "".join(parts) == text
    assert all(len(part) <= MAX_PIECES for part in parts)
