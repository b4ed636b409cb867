"""Bytes → keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.speech.terminal.keys import KeyReader

ARROWS = {"up": "A", "down": "B", "right": "C", "left": "D"}


@pytest.mark.parametrize("name", ARROWS)
def test_arrows_in_both_modes_of_a_terminal(name: str) -> None:
    for prefix in ("\x1b[", "\x1bO"):
        assert KeyReader().feed(f"{prefix}{ARROWS[name]}".encode()) == [name]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (" q[]", [" ", "q", "[", "]"]),
        ("QBT", ["q", "b", "t"]),
        ("=_", ["+", "-"]),
        ("？＋－［］【】", ["?", "+", "-", "[", "]", "[", "]"]),  # an input method is on
        ("йиекьхъ", ["q", "b", "t", "r", "m", "[", "]"]),  # the Russian layout
        ("ㅂㅠㅅㄱㅡ", ["q", "b", "t", "r", "m"]),
        ("\x1b[1;5C\x1b[15~\x1b[Hq", ["q"]),  # Ctrl-arrow, F5, Home: no keys of ours
        ("\x1b\x1b", ["escape"]),
        ("\x1bx", []),  # Alt-x
        ("\x00\x07\r\n\t", []),
        ("\x1b[<0;10;20M", []),  # a mouse
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert KeyReader().feed(text.encode()) == keys


def test_escape_alone_is_known_when_nothing_follows() -> None:
    reader = KeyReader()
    assert reader.feed(b"\x1b") == []
    assert reader.waits
    assert reader.flush() == ["escape"]
    assert not reader.waits
    assert reader.feed(b"[") == ["["]
    assert reader.flush() == []


def test_a_sequence_that_never_ends_does_not_swallow_what_follows() -> None:
    reader = KeyReader()
    reader.feed(b"\x1b[" + b"1;" * 500)
    assert reader.feed(b"q") == ["q"]
    assert not reader.waits


@given(st.lists(st.sampled_from(["\x1b[A", "\x1bOD", " ", "q", "？", "й", "\x1b[5~"])), st.data())
def test_however_the_bytes_are_cut(parts: list[str], data: st.DataObject) -> None:
    whole = "".join(parts).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    reader = KeyReader()
    keys = []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        keys += reader.feed(whole[start:end])
    assert keys == KeyReader().feed(whole)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    reader = KeyReader()
    keys = reader.feed(data) + reader.flush()
    names = {"up", "down", "left", "right", "escape"}
    assert all(key in names or (len(key) == 1 and key.isprintable()) for key in keys)
    assert not reader.waits
