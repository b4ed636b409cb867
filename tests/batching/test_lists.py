"""Files of addresses, folders, JSON Lines: what they give, and what is told of the rest."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.article import Article, Paragraph, Sentence
from langdu.article_json import to_json
from langdu.batching.sources import KINDS
from langdu.batching.sources.addresses import address_key
from langdu.batching.sources.seen import Seen
from langdu.errors import ListError
from langdu.loading import page_of
from tests.batching.reading import read, write

LIST = """\ufeff# pages of the portal
https://Portal.example:443/zw/1.html#top

  https://portal.example/zw/2.html?utm_source=rss&id=7
pages/3.html
pages/gone.html
pages
https://portal.example/zw/1.html
http://
nul\0
https://portal.example/zw/1.html
"""


def test_a_file_of_addresses_and_paths(tmp_path: Path) -> None:
    write(tmp_path / "pages" / "3.html", "<p>three</p>")
    sources, told = read(write(tmp_path / "list.txt", LIST))
    assert [source.key for source in sources] == [
        "https://portal.example/zw/1.html",
        "https://portal.example/zw/2.html?id=7",
        "file:pages/3.html",
    ]
    assert sources[1].url == "https://portal.example/zw/2.html?utm_source=rss&id=7"
    assert [source.fetched for source in sources] == [True, True, False]
    assert page_of(sources[2].raw()).text == "<p>three</p>"
    place = f"{tmp_path}/list.txt, line "
    assert sources[2].place == f"{place}5"
    assert [str(trouble).removeprefix(place) for trouble in told] == [
        "6: 'pages/gone.html' is not there",
        "7: 'pages' is a folder, not a page",
        "8: https://portal.example/zw/1.html came before",
        "9: 'http://' is no address: it names no host",
        "10: 'nul\\x00' is not there",
    ]
    assert [trouble.kind for trouble in told] == ["bad", "bad", "duplicate", "bad", "bad"]


def test_lines_that_are_too_long_or_no_text_cost_only_themselves(tmp_path: Path) -> None:
    content = b"https://a.example/1\n" + b"x" * 100_000 + b"\n\xff\xfe\xfa\nhttps://a.example/2"
    sources, told = read(write(tmp_path / "l", content))
    assert [source.place[-1] for source in sources] == ["1", "4"]
    assert [trouble.reason.split(":")[0] for trouble in told] == [
        "is longer than 16384 bytes",
        "is not UTF-8",
    ]


def test_the_keys_move_with_the_folder(tmp_path: Path) -> None:
    slugs = []
    for name in ("one", "two"):
        write(tmp_path / name / "a" / "页.html", "<p>x</p>")
        write(tmp_path / name / "list", "a/页.html\n")
        slugs.append([source.slug for source in read(tmp_path / name / "list")[0]])
        slugs.append([source.slug for source in read(tmp_path / name)[0]])
    assert slugs[0] == slugs[1] == slugs[2] == slugs[3]
    assert slugs[0][0].startswith("ye-")


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in (
        "b/2.HTM",
        "b/1.html",
        "a.shtml",
        "c.xhtml",
        "x.pdf",
        ".hidden/1.html",
        "b/.1.html",
    ):
        write(tmp_path / name, "<p>x</p>")
    (tmp_path / "loop").symlink_to(tmp_path)
    write(tmp_path / os.fsdecode(b"d\xff.html"), "<p>x</p>")
    sources, told = read(tmp_path)
    assert [source.key for source in sources] == [
        "file:a.shtml",
        "file:b/1.html",
        "file:b/2.HTM",
        "file:c.xhtml",
        "file:d\\xff.html",
    ]
    assert told == []
    assert all(page_of(source.raw()).text == "<p>x</p>" for source in sources)


ARTICLE = Article(
    "zh", (Paragraph("b1", (Sentence("b1.s1", "好。"),)),), title="题", url="https://a.example/7"
)


def test_json_lines(tmp_path: Path) -> None:
    write(tmp_path / "p.html", "<p>p</p>")
    rows = [
        {"url": "https://a.example/1", "title": "T", "published": "2020-03-30"},
        {"path": "p.html", "url": "https://a.example/p"},
        {"html": "<p>页</p>", "url": "https://a.example/2"},
        {"html": "<p>nameless</p>"},
        json.loads(to_json(ARTICLE)),
        {"html": ""},
        {"url": "ftp://a.example/"},
        {"title": "nothing"},
        ["https://a.example/1"],
    ]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n{\n" + "[" * 9999
    sources, told = read(write(tmp_path / "l.jsonl", text))
    assert [source.key.split("/")[-1] for source in sources[:3]] == ["1", "p", "2"]
    assert (sources[0].title, sources[0].published) == ("T", "2020-03-30")
    assert sources[3].key.startswith("sha256:")
    pages = [page_of(source.raw()) for source in sources[1:]]
    assert [page.kind for page in pages] == ["html", "html", "html", "json"]
    assert [page.url for page in pages[:3]] == ["https://a.example/p", "https://a.example/2", None]
    assert (sources[4].key, sources[4].title) == ("https://a.example/7", "题")
    assert [trouble.place.rpartition(" ")[2] for trouble in told] == [
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
    ]
    assert all("\n" not in str(trouble) for trouble in told)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<!-- x --><rss><item><link>https://a.example/</link></item></rss>", "feed"),
        ("https://a.example/\n", "urls"),
        ("# only a comment\n\nhttps://a.example/\n", "urls"),
        ('\ufeff\n {"url": "https://a.example/"}\n', "jsonl"),
        (
            "<?xml version='1.0'?><!-- x --><rss><item><link>https://a.example/</link></item></rss>",
            "",
        ),
        ("<a:urlset xmlns:a='x'><a:url><a:loc>https://a.example/</a:loc></a:url></a:urlset>", ""),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_the_content_tells_the_kind(tmp_path: Path, content: str, kind: str, packed: bool) -> None:
    data = gzip.compress(content.encode()) if packed else content.encode()
    sources, told = read(write(tmp_path / "list", data))
    assert [source.key for source in sources] == ["https://a.example/"]
    assert told == []
    assert read(tmp_path / "list", kind=kind)[0] == sources


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "names no page"),
        (b"# nothing\n", "names no page"),
        (b"<!DOCTYPE html><html><p>x", "is a page, not a list"),
        (b"<svg xmlns='x'/>", "is XML, but neither"),
        (b"[1]", "JSON Lines"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\x01\x02\x03\x04a" * 99, "not text"),
        (b"\x1f\x8b\x08rubbish", "cannot be read"),
        (gzip.compress(b"https://a.example/\n" * 99_999)[:150], "cannot be read"),
    ],
)
def test_what_is_no_list_is_one_clear_line(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(ListError) as caught:
        read(write(tmp_path / "list", content))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    for place in (str(tmp_path / "none"), "nul\0"):
        with pytest.raises(ListError):
            read(place)
    with pytest.raises(ListError, match=", ".join(KINDS)):
        read(tmp_path, kind="csv")


SCRIPT = """
import sys
from langdu.batching.sources import read_list
for source in read_list("-", report=print):
    print(source.key, flush=True)
"""


def test_standard_input_is_read_as_it_comes() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin
        assert child.stdout
        for number in range(3):
            child.stdin.write(b"https://a.example/%d\n" % number)
            child.stdin.flush()
            assert child.stdout.readline() == b"https://a.example/%d\n" % number
        child.stdin.close()
        assert child.wait(30) == 0


def test_a_long_list_is_not_held(tmp_path: Path) -> None:
    file = tmp_path / "l"
    with file.open("w") as out:
        out.writelines(
            f"https://portal.example/news/{n}/a-longer-name.html\n" for n in range(40_000)
        )
    script = f"""
from langdu.batching.sources import read_list
import httpx, resource
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
sources = read_list({str(file)!r}, report=print)
next(sources)
before = peak()
print(sum(1 for _ in sources), peak() - before)
"""
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
    count, grown = map(int, shown.split())
    assert count == 39_999
    assert grown < 8_000  # KiB; the list has 2 MB, and its sources 25


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTP://A.example:80", "http://a.example/"),
        ("https://a.example/a/../b/./c", "https://a.example/b/c"),
        ("https://a.example/%7ejoe/%e4%b8%ad", "https://a.example/~joe/中"),
        ("https://新闻.example/", "https://xn--efvy88h.example/"),
        ("https://me:secret@a.example/x?b=1&utm_medium=x&a=2#y", "https://a.example/x?b=1&a=2"),
        ("https://a.example/?", "https://a.example/"),
    ],
)
def test_one_address_has_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize("address", ["http://", "http://[", "ftp://a.example/", "", "http://a b/"])
def test_what_is_no_address_has_none(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        address_key(address)


@settings(deadline=None)  # a busy machine is no defect
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    | st.text("ab/.~%-_A?&=", max_size=20)
)
def test_a_key_is_its_own_key(text: str) -> None:
    try:
        key = address_key(f"https://a.example/{text}")
    except ValueError:
        return
    assert address_key(key) == key
    # neither way round: what is taken apart, and what is seen to be its own key
    assert address_key(f"HTTPS://a.example/{text}") == key


@settings(deadline=None)  # a busy machine is no defect
@given(st.lists(st.text(max_size=4)))
def test_seen_is_a_set(keys: list[str]) -> None:
    seen, known = Seen(), set[str]()
    for key in keys:
        assert seen.add(key) == (key not in known)
        known.add(key)
    assert len(seen) == len(known)


def test_seen_grows() -> None:
    seen = Seen()
    assert all(seen.add(str(number)) for number in range(5000))
    assert not any(seen.add(str(number)) for number in range(5000))


@pytest.mark.parametrize("text", ["a.html\r\nb.html\r\n", '{"path": "a.html"}\n'])
def test_a_list_in_utf_16_is_told_once(tmp_path: Path, text: str) -> None:
    with pytest.raises(ListError, match="UTF-16: save the list as UTF-8"):
        read(write(tmp_path / "list.txt", text.encode("utf-16")))
