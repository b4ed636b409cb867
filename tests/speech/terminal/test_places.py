"""The file of remembered places."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from langdu.article import Article
from langdu.errors import SpeechError
from langdu.speech.terminal import places as places_module
from langdu.speech.terminal.places import Place, Places, source_key

KEYS = [f"{n:064x}" for n in range(30)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "places.json"


def test_a_place_comes_back(file: Path) -> None:
    assert Places(file).get(KEYS[0]) is None
    assert not file.exists()
    Places(file).put(KEYS[0], Place("b3.s2", "en"))
    Places(file).put(KEYS[1], Place("title", "zh"))
    assert Places(file).get(KEYS[0]) == Place("b3.s2", "en")
    Places(file).forget(KEYS[0])
    assert Places(file).get(KEYS[0]) is None
    assert Places(file).get(KEYS[1]) == Place("title", "zh")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_it_is_its_owners_alone(file: Path) -> None:
    before = os.umask(0)
    try:
        Places(file).put(KEYS[0], Place("b1", "zh"))
    finally:
        os.umask(before)
    for made in file.parent.iterdir():
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_it_does_not_say_what_was_read(file: Path) -> None:
    article = Article("zh", (), title="密事", url="https://portal.example/secret")
    Places(file).put(source_key("https://portal.example/secret", article), Place("b1", "zh"))
    assert b"secret" not in file.read_bytes()
    assert "密事" not in file.read_text()


def test_it_does_not_grow(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_module, "_MOST", 20)
    places = Places(file)
    for key in KEYS:
        places.put(key, Place("b1", "zh"))
    places.put(KEYS[15], Place("b2", "zh"))
    assert len(json.loads(file.read_text())["places"]) == 20
    assert places.get(KEYS[0]) is None
    assert places.get(KEYS[15]) == Place("b2", "zh")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"schema": "other"}',
        b'{"schema": 1}',
        b'{"schema": "langdu/places/1", "places": [{"key": 1, "sentence": "b", "lang": "zh"}]}',
    ],
)
def test_a_damaged_file_is_an_error_and_stays(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    for use in (Places(file).get, Places(file).forget):
        with pytest.raises(SpeechError, match="is damaged"):
            use(KEYS[0])
    with pytest.raises(SpeechError, match="is damaged"):
        Places(file).put(KEYS[0], Place("b1", "zh"))
    assert file.read_bytes() == content


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("")
    with pytest.raises(SpeechError, match="cannot be"):
        Places(tmp_path / "in-the-way" / "places.json").put(KEYS[0], Place("b1", "zh"))


def test_several_at_once_lose_nothing(file: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from langdu.speech.terminal.places import Place, Places\n"
        "for n in range(8):\n"
        "    Places(Path(sys.argv[1])).put(f'{sys.argv[2]}-{n}', Place('b1', 'zh'))\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(file), str(n)]) for n in range(3)
    ]
    assert [process.wait(timeout=60) for process in started] == [0, 0, 0]
    assert len(json.loads(file.read_text())["places"]) == 24
    assert {made.name for made in file.parent.iterdir()} <= {"places.json", "places.json.lock"}


def test_the_key_of_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bare = Article("zh", (), title="一")
    assert source_key("a.html", bare) == source_key(str(tmp_path / "a.html"), bare)
    assert source_key("a.html", bare) != source_key("b.html", bare)
    other = Article("zh", (), title="二")
    assert source_key("-", bare) != source_key("-", other)
    on_the_web = Article("zh", (), url="https://portal.example/1")
    assert source_key("saved.html", on_the_web) == source_key("-", on_the_web)
