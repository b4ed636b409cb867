"""Adding voices: from a server, from folders, from files; whole or not at all."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.speech.neural import store
from langdu.speech.neural.downloading import Remote
from langdu.speech.neural.kokoro.files import NETWORK, RELEASE, VOICES, find
from langdu.speech.neural.kokoro.voice import KokoroVoice
from langdu.speech.neural.piper.voice import PiperVoice
from tests.speech.neural import networks
from tests.speech.neural.server import serving


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGDU_VOICES", str(tmp_path / "voices"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "voices"


@pytest.fixture
def files(kokoro_folder: Path, tmp_path: Path) -> dict[str, bytes]:
    """A release: the network, and the voices in one archive."""
    archive = tmp_path / "archive.npz"
    table = np.zeros((510, 1, 256), dtype=np.float32)
    np.savez(archive, zf_xiaoxiao=table, af_heart=table, ef_dora=table)
    return {
        "/kokoro-v1.0.int8.onnx": find(kokoro_folder).network.read_bytes(),
        "/voices-v1.0.bin": archive.read_bytes(),
    }


def remotes(files: dict[str, bytes]) -> list[Remote]:
    return [
        Remote(path[1:], len(body), hashlib.sha256(body).hexdigest())
        for path, body in files.items()
    ]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_release_is_downloaded_and_speaks(here: Path, files: dict[str, bytes]) -> None:
    shown: list[tuple[str, int, int]] = []
    with serving(files) as served:
        place = store.add(
            "kokoro",
            address=f"{served.address}/moved",
            files=remotes(files),
            progress=lambda *step: shown.append(step),
        )
    assert place == here / "kokoro"
    assert names(here) == ["kokoro-v1.0.int8.onnx", "voices-v1.0.bin"]
    assert shown[-1] == ("voices-v1.0.bin", *[len(files["/voices-v1.0.bin"])] * 2)
    voice = KokoroVoice()
    assert [info.id for info in voice.voices()] == ["af_heart", "zf_xiaoxiao"]
    with voice.open("zh") as speaker:
        assert speaker.say("你好。").seconds > 0


def test_what_is_there_is_not_downloaded_again(here: Path, files: dict[str, bytes]) -> None:
    with serving(files) as served:
        for _ in range(2):
            store.add("kokoro", address=served.address, files=remotes(files))
        assert len(served.asked) == 2
        (here / "kokoro" / "voices-v1.0.bin").write_bytes(b"damaged")
        store.add("kokoro", address=served.address, files=remotes(files))
    assert served.asked[2:] == ["/voices-v1.0.bin"]
    assert (here / "kokoro" / "voices-v1.0.bin").read_bytes() == files["/voices-v1.0.bin"]


@pytest.mark.parametrize(
    ("body", "short", "message"),
    [
        (b"x" * 100, False, "SHA-256"),
        (b"x" * 99, False, "would have 99 bytes"),
        (b"x" * 200_000, False, "would have 200000 bytes"),
        (b"y" * 100, True, "cannot be downloaded"),
        (None, False, "404"),
    ],
)
def test_nothing_wrong_is_kept(here: Path, body: bytes | None, short: bool, message: str) -> None:
    right = b"y" * 100
    remote = Remote("network.onnx", len(right), hashlib.sha256(right).hexdigest())
    files = {} if body is None else {"/network.onnx": body}
    with (
        serving(files, frozenset(files) if short else frozenset()) as served,
        pytest.raises(SpeechError, match=message),
    ):
        store.add("kokoro", address=served.address, files=[remote])
    assert names(here) == []


def test_what_broke_off_is_gone_on_with_the_next_time(
    here: Path, tmp_path: Path, files: dict[str, bytes]
) -> None:
    network, size = "/kokoro-v1.0.int8.onnx", len(files["/kokoro-v1.0.int8.onnx"])
    with (
        serving(files, frozenset({network})) as served,
        pytest.raises(SpeechError, match="cannot be downloaded"),
    ):
        store.add("kokoro", address=served.address, files=remotes(files))
    assert names(here) == []
    with serving(files) as served:
        store.add("kokoro", address=served.address, files=remotes(files))
        assert served.ranges == [f"bytes={size // 2}-"]
    assert (here / "kokoro" / network[1:]).read_bytes() == files[network]
    assert all(name.endswith(".lock") for name in names(tmp_path / "cache"))


def test_no_server(here: Path) -> None:
    with serving({}) as served:
        pass
    with pytest.raises(SpeechError, match="cannot be downloaded"):
        store.add("kokoro", address=served.address)
    assert names(here) == []


def test_the_release_is_named_wholly() -> None:
    assert RELEASE.startswith("https://")
    assert [len(remote.sha256) for remote in (NETWORK, VOICES)] == [64, 64]


def test_a_folder_of_kokoro(here: Path, kokoro_folder: Path) -> None:
    store.add(str(kokoro_folder))
    assert {info.id for info in KokoroVoice().voices()} == set(networks.KOKORO_VOICES)
    store.add(str(here / "kokoro"))  # its own place
    assert len(KokoroVoice().voices()) == len(networks.KOKORO_VOICES)


def test_a_folder_with_a_damaged_voice(here: Path, tmp_path: Path) -> None:
    folder = networks.kokoro(tmp_path / "source")
    (folder / "voices" / "zm_short.bin").write_bytes(b"1234")
    with pytest.raises(SpeechError, match="zm_short"):
        store.add(str(folder))
    assert names(here) == []


def test_a_folder_with_a_damaged_network(here: Path, tmp_path: Path) -> None:
    folder = networks.kokoro(tmp_path / "source")
    find(folder).network.write_bytes(b"no network")
    with pytest.raises(SpeechError, match="no usable network"):
        store.add(str(folder))
    assert names(here) == []


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingVoice, match="voices add kokoro"):
        store.add(str(tmp_path))


def test_a_piper_voice(here: Path, tmp_path: Path) -> None:
    store.add(str(networks.piper(tmp_path, "en_GB-ann-low", "en-gb")))
    assert names(here / "piper") == ["en_GB-ann-low.onnx", "en_GB-ann-low.onnx.json"]
    (info,) = PiperVoice().voices()
    assert (info.id, info.name, info.lang) == ("en_GB-ann-low", "Ann (low)", "en")


def test_a_piper_voice_without_its_description(here: Path, tmp_path: Path) -> None:
    file = networks.piper(tmp_path, "en_GB-ann-low", "en-gb")
    described = tmp_path / "en_GB-ann-low.onnx.json"
    described.write_text("{}")
    with pytest.raises(SpeechError, match="no description"):
        store.add(str(file))
    described.unlink()
    with pytest.raises(SpeechError, match="beside it"):
        store.add(str(file))
    assert names(here) == []


@pytest.mark.parametrize("what", ["nobody", "nobody.onnx", "/nowhere/at/all"])
def test_neither_a_name_nor_a_path(what: str) -> None:
    with pytest.raises(SpeechError, match="neither"):
        store.add(what)


def test_an_archive_that_is_none(tmp_path: Path, files: dict[str, bytes]) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    (folder / "kokoro.onnx").write_bytes(files["/kokoro-v1.0.int8.onnx"])
    (folder / "voices.bin").write_bytes(json.dumps({"no": "archive"}).encode())
    with pytest.raises(SpeechError, match="holds no voices"):
        KokoroVoice(folder).voices()
