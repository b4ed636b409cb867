"""The engine against a real LibreTranslate with the demo models: ``make test-libretranslate``.

The same questions go to the fake of the default tests, which is held to the same shapes.
"""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from langdu.errors import TranslationError
from langdu.translation import Request, Translator
from langdu.translation.engines.libretranslate import KEY, LibreTranslator
from tests.conftest import ROOT
from tests.translation.contract import CancelContract, TranslatorContract
from tests.translation.libretranslate_fake import FakeLibre
from tests.translation.real.servers import free_port, running
from tests.translation.servers import serving

BIN = ROOT / ".venv-libretranslate" / "bin"
#: Smaller than what langdu sends by itself, so that it has to learn them.
LETTERS, TEXTS, ALTERNATIVES = 300, 10, 2
#: Requests a minute of the server that wants a key.
RATE = 4


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, demo_models: list[Path]) -> Path:
    """A home for servers with the demo models and a splitter for each."""
    home = tmp_path_factory.mktemp("libretranslate")
    splitter = home / "none.onnx"
    subprocess.run([BIN / "python", Path(__file__).with_name("splitter.py"), splitter], check=True)
    for file in demo_models:
        with zipfile.ZipFile(file) as archive:
            archive.extractall(home / "packages")
    for package in (home / "packages").iterdir():
        (package / "minisbd").mkdir()
        (package / "minisbd" / "none.onnx").write_bytes(splitter.read_bytes())
    return home


def starting(home: Path, *options: str) -> Iterator[str]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [str(BIN / "libretranslate"), "--host", "127.0.0.1", "--port", str(port), *options]
    command += ["--disable-web-ui", "--disable-files-translation", "--threads", "2"]
    kept = {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "ARGOS_PACKAGES_DIR": str(home / "packages"),
    }
    with running(command, kept, home / f"{port}.log", f"{url}/languages"):
        yield url


@pytest.fixture(scope="session")
def url(home: Path) -> Iterator[str]:
    """A server with limits."""
    limits = {"char": LETTERS, "batch": TEXTS, "alternatives": ALTERNATIVES}
    yield from starting(home, *(f"--{name}-limit={most}" for name, most in limits.items()))


def same_limits() -> FakeLibre:
    return FakeLibre(letters=LETTERS, texts=TEXTS, alternatives=ALTERNATIVES)


@pytest.fixture(scope="session")
def guarded(home: Path) -> Iterator[str]:
    """A server that wants a key, and counts."""
    keys = home / "keys.db"
    keys.touch()
    add = [str(BIN / "ltmanage"), "keys", "--api-keys-db-path", str(keys), "add", "10000"]
    add += ["--key", "sesame"]
    subprocess.run(add, check=True, stdout=subprocess.DEVNULL)
    yield from starting(
        home,
        *("--api-keys", "--api-keys-db-path", str(keys)),
        *("--require-api-key-origin", "https://nobody.example", "--req-limit", str(RATE)),
    )


class TestRealLibreTranslate(TranslatorContract, CancelContract):
    many = CancelContract.many[:25]

    @pytest.fixture
    def translator(self, url: str) -> Iterator[Translator]:
        with closing(LibreTranslator(url)) as translator:
            yield translator


def test_it_translates_as_its_models_do(url: str, packages: Path) -> None:
    from langdu.translation.engines.argos import ArgosTranslator

    texts = ["云溪区全部复工。", "李刚表示。"]
    with closing(LibreTranslator(url)) as translator:
        through = translator.translate(texts, "zh", "en", Request(hypotheses=3))
        assert translator.pairs() >= {("zh", "en"), ("zh", "ja"), ("en", "ru")}
    with closing(ArgosTranslator(packages)) as argos:
        direct = argos.translate(texts, "zh", "en")
    # the server puts the source's last mark back
    assert [r.text.rstrip("。.") for r in through] == [r.text.rstrip(".") for r in direct]
    assert all(0 < len(result.others) <= 2 for result in through)


def test_keys_and_rates(guarded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY, raising=False)
    with closing(LibreTranslator(guarded, api_key="sesame")) as translator:
        assert translator.translate(["首页"], "zh", "en")[0].text
    waited: list[float] = []
    for key, said in ((None, "asks for a key"), ("wrong", "refuses the key"), (None, "429.*Slow")):
        refused = pytest.raises(TranslationError, match=said)
        translator = LibreTranslator(guarded, api_key=key, sleep=waited.append)
        with closing(translator):
            for _ in range(RATE if "429" in said else 0):
                with suppress(TranslationError):
                    translator.translate(["首页"], "zh", "en")
            with refused:
                translator.translate(["首页"], "zh", "en")
    assert sum(waited) >= 45, "it names no time: what passes within a minute is waited for"


def shape(value: Any) -> Any:
    """The types of a JSON value, whatever it says."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


def within(part: Any, whole: Any) -> bool:
    """Whether all of a shape is in another."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and within(part[key], whole[key]) for key in part)
    if isinstance(part, list) and isinstance(whole, list):
        return not part or (bool(whole) and within(part[0], whole[0]))
    return bool(part == whole)


QUESTIONS = [
    {"q": ["首页", "云溪区"], "source": "zh-Hans", "target": "en", "alternatives": 1},
    {"q": ["首页"], "source": "zh", "target": "en", "alternatives": 0},
    {"q": ["首页"], "source": "zh-Hans", "target": "xx", "alternatives": 0},
    {"q": ["首页"] * 11, "source": "zh-Hans", "target": "en", "alternatives": 0},
    {"q": ["首" * 301], "source": "zh-Hans", "target": "en", "alternatives": 0},
    {"q": ["首页"], "source": "zh-Hans", "target": "en", "alternatives": 3},
    {"q": [], "source": "zh-Hans", "target": "en", "alternatives": 0},
]


@pytest.mark.parametrize("path", ["languages", "frontend/settings"])
def test_the_fake_says_of_itself_what_the_real_one_says(url: str, path: str) -> None:
    with serving(same_limits()) as server:
        fake = httpx.get(f"{server.url}/{path}").json()
    real = httpx.get(f"{url}/{path}").json()
    assert within(shape(fake), shape(real)), (fake, real)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_fake_answers_as_the_real_one(url: str, question: dict[str, Any]) -> None:
    body = {**question, "format": "text"}
    with serving(same_limits()) as server:
        fake = httpx.post(f"{server.url}/translate", json=body)
    real = httpx.post(f"{url}/translate", json=body, timeout=60)
    assert fake.status_code == real.status_code, real.text
    assert shape(fake.json()) == shape(real.json())
    assert fake.json().get("error") == real.json().get("error")
