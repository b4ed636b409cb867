"""The engine ``libretranslate`` against a server of the tests that speaks its protocol."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from typing import Any

import pytest

from langdu import plugins
from langdu.errors import Cancelled, MissingModel, PluginError, TranslationError
from langdu.translation import Request, Translator
from langdu.translation.engines.libretranslate import KEY, LibreTranslator
from tests.translation.contract import TEXTS, CancelContract, NetworkContract, TranslatorContract
from tests.translation.libretranslate_fake import CODES, FakeLibre, error
from tests.translation.servers import BROKEN, SILENCE, Answer, Asked, Server, nobody, serving


class TestLibreTranslate(TranslatorContract, CancelContract, NetworkContract):
    @pytest.fixture
    def translator(self) -> Iterator[Translator]:
        with asking(FakeLibre()) as (translator, _):
            yield translator

    @pytest.fixture
    def silent(self) -> Iterator[Translator]:
        with asking(FakeLibre(first=[SILENCE]), timeout=0.3) as (translator, _):
            yield translator

    @pytest.fixture
    def absent(self) -> Iterator[Translator]:
        with nobody() as url:
            yield LibreTranslator(url, sleep=lambda _: None)


@contextmanager
def asking(
    fake: Callable[[Asked], Answer], **options: Any
) -> Iterator[tuple[LibreTranslator, Server]]:
    """The engine, and the server that it asks."""
    with serving(fake) as server, closing(LibreTranslator(server.url, **options)) as translator:
        yield translator, server


class Waits:
    """Takes the place of sleeping and keeps what was waited, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, seconds: float) -> None:
        self.seconds += seconds


def ask(fake: FakeLibre, texts: Sequence[str] = TEXTS) -> tuple[list[str], Server]:
    """Translate with the fake; what came out, and the server with what it was asked."""
    with asking(fake, sleep=Waits()) as (translator, server):
        results = translator.translate(texts, "zh", "ja")
        return [result.text for result in results], server


def test_pairs_are_ours_whatever_the_server_calls_them() -> None:
    codes = {"zh-Hant": ("en",), "zh": ("en",), "en": ("zh-Hant", "zh-Hans", "ja")}
    with asking(FakeLibre(codes=codes)) as (translator, server):
        assert translator.pairs() == {("zh", "en"), ("en", "zh"), ("en", "ja")}
        translator.translate(["好"], "zh", "en")
        translator.translate(["good"], "en", "zh")
        sent = [(body["source"], body["target"]) for body in server.bodies("/translate")]
        assert sent == [("zh", "en"), ("en", "zh-Hans")]
        assert {asked.path for asked in server.asked if asked.method == "GET"} == {
            "/languages",
            "/frontend/settings",  # and never /spec, which cripples the server
        }


def test_nothing_but_the_sentences_is_sent() -> None:
    _, server = ask(FakeLibre(), ["  云溪区。 "])
    (body,) = server.bodies("/translate")
    fixed = {"source": "zh-Hans", "target": "ja", "format": "text", "alternatives": 0}
    assert body == {"q": ["云溪区。"], **fixed}
    names = {name for asked in server.asked for name in asked.headers}
    assert names <= {
        *("Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"),
        *("Content-Length", "Content-Type"),
    }


def test_alternatives_are_hypotheses() -> None:
    with asking(FakeLibre(alternatives=1)) as (translator, server):
        results = translator.translate(["一", "", "二"], "zh", "en", Request(hypotheses=4))
        assert [[other.text for other in result.others] for result in results] == [
            ["一 0"],
            [],
            ["二 0"],
        ]
        assert [body["alternatives"] for body in server.bodies("/translate")] == [3, 1]


def test_limits_are_kept_or_learnt() -> None:
    texts = [f"第{number}句" for number in range(70)]
    expected = [f"[ja {text}]" for text in texts]
    known, server = ask(FakeLibre(letters=100, texts=32), [*texts, "云，" * 200])
    assert known[:-1] == expected
    assert known[-1].count("云，") == 200
    assert len(server.bodies("/translate")) == 3
    assert all(len(text) <= 100 for body in server.bodies("/translate") for text in body["q"])
    assert {len(body["q"]) for body in server.bodies("/translate")} <= set(range(33))

    learnt, server = ask(FakeLibre(texts=7), texts)
    assert learnt == expected
    sizes = [len(body["q"]) for body in server.bodies("/translate")]
    assert sizes[0] == 32
    assert all(size <= 7 for size in sizes[1:])


def test_a_limit_of_characters_that_a_key_has_is_learnt() -> None:
    fake = FakeLibre(letters=50)
    plain = fake._settings()

    def unlimited(asked: object) -> Answer:
        answer = fake(asked)  # type: ignore[arg-type]
        return (
            Answer(body={**plain, "charLimit": -1}) if "charLimit" in str(answer.body) else answer
        )

    with asking(unlimited) as (translator, _):
        long, short = translator.translate(["全区党员，" * 30, "好"], "zh", "en")
    assert long.text.count("全区党员，") == 30
    assert short.text == "[en 好]"


def test_the_key_is_sent_and_its_absence_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeLibre(key="opensesame")
    for key, said in ((None, "asks for a key"), ("wrong", "refuses the key")):
        refused = pytest.raises(TranslationError, match=f"{said}.*{KEY}")
        with asking(fake, api_key=key) as (translator, _), refused:
            translator.translate(TEXTS, "zh", "en")
    monkeypatch.setenv(KEY, "opensesame\n")
    assert ask(fake, ["好"])[0] == ["[ja 好]"]
    monkeypatch.setenv(KEY, "ключ")
    with pytest.raises(PluginError, match=KEY):
        LibreTranslator()


@pytest.mark.parametrize(
    ("passing", "least", "most"),
    [
        (error(503, "busy"), 0.25, 1.5),
        (BROKEN, 0.25, 1.5),
        (Answer(429, {"error": "Slowdown: 1 per 1 minute"}), 15, 90),
        (Answer(429, {"error": "Slowdown"}, {"Retry-After": "7"}), 7, 14),
    ],
)
def test_what_passes_is_tried_again_twice(passing: Answer, least: float, most: float) -> None:
    for times in (1, 2, 3):
        waits = Waits()
        with asking(FakeLibre(first=[passing] * times), sleep=waits) as (translator, server):
            if times < 3:
                assert translator.translate(["好"], "zh", "en")[0].text == "[en 好]"
            else:
                with pytest.raises(TranslationError) as caught:
                    translator.translate(["好"], "zh", "en")
                assert len(str(caught.value).splitlines()) == 1
            assert len(server.bodies("/translate")) == min(times + 1, 3)
        assert least <= waits.seconds <= most


def test_a_long_ban_is_not_waited_for() -> None:
    waits = Waits()
    fake = FakeLibre(first=[Answer(429, {"error": "Slowdown"}, {"Retry-After": "86400"})])
    refused = pytest.raises(TranslationError, match="429: Slowdown")
    with asking(fake, sleep=waits) as (translator, _), refused:
        translator.translate(["好"], "zh", "en")
    assert waits.seconds == 0


def test_waiting_can_be_called_off() -> None:
    asked = count()
    request = Request(cancelled=lambda: next(asked) > 3)
    fake = FakeLibre(first=[Answer(429, {"error": ""}, {"Retry-After": "100"})])
    waits = Waits()
    with asking(fake, sleep=waits) as (translator, _), pytest.raises(Cancelled):
        translator.translate(["好"], "zh", "en", request)
    assert waits.seconds < 2


@pytest.mark.parametrize("location", ["http://192.0.2.1/translate", "//evil.example/x", "http://["])
def test_a_redirection_to_another_host_is_refused(location: str) -> None:
    with asking(FakeLibre(first=[Answer(307, "", {"Location": location})])) as (translator, server):
        with pytest.raises(TranslationError, match="no other server"):
            translator.translate(["机密"], "zh", "en")
        assert len(server.bodies("/translate")) == 1


def test_a_redirection_on_the_same_host_is_followed() -> None:
    fake = FakeLibre(first=[Answer(301, "", {"Location": "/translate"})])
    assert ask(fake, ["好"])[0] == ["[ja 好]"]
    with pytest.raises(TranslationError, match="redirects more than"):
        ask(FakeLibre(first=[Answer(301, "", {"Location": "/translate"})] * 9))


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"[" * 100_000,
        {"translatedText": "one text"},
        {"translatedText": ["one"]},
        {"translatedText": [1, 2, 3, 4]},
        {"translatedText": ["a"] * 4, "alternatives": [[]]},
        {"translatedText": ["a"] * 4, "alternatives": [[1]] * 4},
        ["a"] * 4,
    ],
)
def test_an_answer_that_is_none(body: object) -> None:
    with pytest.raises(TranslationError) as caught:
        ask(FakeLibre(first=[Answer(body=body)]))
    assert len(str(caught.value).splitlines()) == 1
    assert not isinstance(caught.value, MissingModel)


def test_an_endless_answer_is_cut_off() -> None:
    def dripping() -> Iterator[bytes]:
        for _ in range(400):
            yield b" " * 65_536

    with pytest.raises(TranslationError, match="more than"):
        ask(FakeLibre(first=[Answer(parts=dripping())]))


@pytest.mark.parametrize("reason", ["\x1b[31mred\r\nline two", "x" * 5000, {"deep": [1]}])
def test_what_a_server_says_is_one_safe_line(reason: object) -> None:
    with pytest.raises(TranslationError) as caught:
        ask(FakeLibre(first=[Answer(418, {"error": reason})]))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("path", ["/languages", "/frontend/settings"])
@pytest.mark.parametrize(
    "wrong",
    [
        Answer(404, b"none"),
        Answer(body={"detail": 1}),
        Answer(body=b"<html>"),
        Answer(body=b'{"charLimit": Infinity}'),
    ],
)
def test_another_server_than_libretranslate(path: str, wrong: Answer) -> None:
    fake = FakeLibre()

    def other(asked: Asked) -> Answer:
        return wrong if asked.path == path else fake(asked)

    with asking(other) as (translator, server), pytest.raises(TranslationError) as caught:
        translator.pairs()
    assert server.url in str(caught.value)


def test_options() -> None:
    with serving(FakeLibre()) as server:
        options = {"url": f"{server.url}/", "timeout": "5"}
        with closing(plugins.translator("libretranslate", options)) as engine:
            assert ("zh", "ja") in engine.pairs()


@pytest.mark.parametrize(
    "options",
    [
        {"url": "ftp://x"},
        {"url": "127.0.0.1:5000"},
        {"url": "http://"},
        {"url": "http://x:99999999"},
        {"timeout": "soon"},
        {"timeout": "0"},
        {"timeout": "nan"},
        {"key": "x"},
    ],
)
def test_options_that_are_none(options: dict[str, str]) -> None:
    with pytest.raises(PluginError):
        plugins.translator("libretranslate", options)


def test_a_password_in_the_address_is_not_shown() -> None:
    with nobody() as url:
        translator = LibreTranslator(
            url.replace("http://", "http://me:secret@"), sleep=lambda _: None
        )
        with pytest.raises(TranslationError) as caught:
            translator.translate(TEXTS, "zh", "en")
    assert "secret" not in str(caught.value)


def test_half_a_surrogate_pair() -> None:
    assert ask(FakeLibre(), ["云\ud83d"])[0] == ["[ja 云?]"]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with nobody() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        assert ask(FakeLibre(codes=dict(CODES)), ["好"])[0] == ["[ja 好]"]
