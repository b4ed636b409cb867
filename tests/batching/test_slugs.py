"""Names of folders: readable, safe, and one for each key."""

import re
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.batching.sources.slugs import slug_of

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("https://a.example/zw/202003/t20200330_17.html", "2020-03-30-t20200330-17"),
        ("https://a.example/2020-03/30/c_1125.htm", "2020-03-c-1125"),
        ("https://a.example/art/2020/3/30/index.html", "30"),
        ("https://a.example/新闻/会议.html", "huiyi"),
        (f"https://a.example/{quote('Новости')}/", "novosti"),
        ("file:dir/CON.html", "con"),
        ("file:日報 2021.txt", "ribao-2021"),
        ("https://a.example/", "a"),
        ("https://a.example/?id=7", "a"),
        ("sha256:00ff", "00ff"),
        ("https://[half/x", "x"),
    ],
)
def test_it_reads_like_its_source(key: str, words: str) -> None:
    slug = slug_of(key)
    assert slug[:-13].lower() == words
    assert re.fullmatch(r"-[a-z2-7]{12}", slug[-13:])


KEYS = st.one_of(
    st.text(),
    st.text(max_size=3000),
    st.builds("https://{}/{}?{}".format, st.text(), st.text(), st.text()),
    st.builds("file:{}".format, st.text()),
    st.sampled_from(["file:CON", "file:nul.txt", "file:a.", "file: ", "file:..", "https://h/.."]),
)


@settings(deadline=None)  # a busy machine is no defect
@given(KEYS)
def test_it_is_safe_on_every_file_system(key: str) -> None:
    slug = slug_of(key)
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", slug)
    assert 13 < len(slug) <= 61
    assert not RESERVED.fullmatch(slug)
    assert unicodedata.normalize("NFC", slug) == slug
    assert slug == slug_of(key)


@settings(deadline=None)  # a busy machine is no defect
@given(st.lists(KEYS, unique=True, max_size=50))
def test_no_two_keys_share_one(keys: list[str]) -> None:
    slugs = {slug_of(key).casefold() for key in keys}
    assert len(slugs) == len(keys)


def test_what_reads_alike_is_told_apart() -> None:
    keys = ["https://a.example/x?id=1", "https://a.example/x?id=2", "https://b.example/X"]
    assert len({slug_of(key) for key in keys}) == 3
    assert {slug_of(key)[:-13] for key in keys} == {"x"}
