from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.loading.decoding import decode

TEXTS = {
    "gb18030": "青石市公园管理办法已经市政府常务会议审议通过，现予公布。",
    "big5": "市政府今天公布公園管理辦法，明年一月起施行。",
    "cp932": "みなと市は三日、駅前に新しい図書館を開館した。",
    "euc_jp": "みなと市は三日、駅前に新しい図書館を開館した。",
    "cp949": "한빛시는 올해 안에 모든 보호구역의 제한 속도를 낮춘다.",
    "koi8_r": "Городская библиотека получила более двухсот новых книг.",
    "cp1251": "Городская библиотека получила более двухсот новых книг.",
    "cp1252": "La bibliothèque a été rouverte après l’été, à la joie des élèves.",
    "iso2022_jp": "駅前に新しい図書館を開館した。",
    "utf-8": "青石市公园",
    "utf-16": "青石市公园管理办法",
    "utf-16-le": "<html><p>plain text</p></html>",
    "utf-8-sig": "青石市公园管理办法",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_undeclared(encoding: str) -> None:
    assert decode(TEXTS[encoding].encode(encoding))[0] == TEXTS[encoding]


def test_gb2312_means_its_superset() -> None:
    page = '<meta charset="gb2312"><p>朱镕基，㙍</p>'
    assert decode(page.encode("gb18030")) == (page, "gb18030")


def test_http_charset_comes_before_the_page() -> None:
    data = "<meta charset=utf-8><p>книга</p>".encode("koi8_r")
    assert "книга" in decode(data, "koi8-r")[0]


@pytest.mark.parametrize("label", ["utf-8", "no-such-charset", "zip", "idna", "", "utf-16"])
def test_false_declaration(label: str) -> None:
    text = f'<meta charset="{label}"><p>{TEXTS["gb18030"]}</p>'
    assert TEXTS["gb18030"] in decode(text.encode("gb18030"), label)[0]


def test_utf8_declared_as_gb2312() -> None:
    text = f'<meta charset="gb2312"><p>{TEXTS["gb18030"]}</p>'
    assert decode(text.encode()) == (text, "utf-8")


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    data = (TEXTS["gb18030"] * 40).encode("gb18030") + b"\xff"
    text, encoding = decode(b"<meta charset=gbk>" + data)
    assert encoding == "gb18030"
    assert TEXTS["gb18030"] in text


def test_nothing_unwritable_is_left() -> None:
    assert decode(b"a\x00b\xed\xa0\x80")[0].encode()


@given(st.binary(max_size=400), st.sampled_from([None, "gbk", "utf-8", "rot13", "big5", "\x00"]))
def test_never_fails(data: bytes, charset: str | None) -> None:
    text, _ = decode(data, charset)
    assert "\x00" not in text
    text.encode()


@given(st.text(alphabet="青石市公园管理办法，。abc", min_size=20))
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode())[0] == text or text.isascii()


def test_this_file() -> None:
    data = Path(__file__).read_bytes()
    assert decode(data) == (data.decode(), "utf-8")
