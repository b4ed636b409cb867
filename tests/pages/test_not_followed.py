"""What looks like a pager and leads elsewhere: lists, neighbours, comments, other hosts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import langdu
from langdu.extraction.pages.find import find_pager
from langdu.extraction.parsing import parse
from tests.loading.web.server import serving
from tests.pages.site import TEXTS, html, page, trs

URL = "https://portal.example/zw/t20240305_101.html"


def silent(text: str, url: str = URL) -> bool:
    """Whether a page has no pager of its article."""
    return find_pager(parse(text), url, url) is None


def links(*pairs: tuple[str, str], inside: str = "<div>{}</div>") -> str:
    made = " ".join(f'<a href="{address}">{label}</a>' for address, label in pairs)
    return html(*TEXTS, pager=inside.format(made))


OWN = (
    ("t20240305_101_2.html", "2"),
    ("t20240305_101_3.html", "3"),
    ("t20240305_101_2.html", "下一页"),
)


def test_the_samples_are_pagers_but_for_what_each_test_changes() -> None:
    assert not silent(links(*OWN))
    assert not silent(html(*TEXTS, pager=trs(2, 0, "t20240305_101")))


@pytest.mark.parametrize(
    "script",
    [
        trs(5, 0, "index"),
        trs(5, 0, "t20240306_102"),  # another article's
        trs(1, 0),
        trs(5, 0, extension="shtml"),
        "<script>function createPageHTML(_nPageCount, _nCurrIndex, _sName, _sExt){}</script>",
        f"<script>// {trs(3, 0)[26:]}",
        f"<script>/* none: {trs(3, 0)[26:]}",
        f"<!-- {trs(3, 0)} -->",
        "<script>var countPage = 3; var currentPage = 0; write('index_1.html')</script>",
        "<script>var countPage = 1; var currentPage = 0; write('\"t20240305_101_1.html')</script>",
    ],
)  # fmt: skip
def test_trs_scripts(script: str) -> None:
    assert silent(html(*TEXTS, pager=script))


def test_a_list_with_trs_and_links() -> None:
    for name in ("index.html", "list_4.html", ""):
        url = f"https://portal.example/zw/{name}"
        pager = trs(9, 0, name.partition(".")[0] or "index")
        assert silent(html(*TEXTS, pager=pager), url)
        stem = name.partition(".")[0] or "index"
        more = links((f"{stem}_1.html", "2"), (f"{stem}_2.html", "3"), (f"{stem}_1.html", "下一页"))
        assert silent(more, url)


@pytest.mark.parametrize(
    ("url", "second"),
    [
        ("https://blog.example/", "https://blog.example/page/2/"),
        ("https://blog.example/about-our-old-mill/", "https://blog.example/about-our-old-mill/page/2/"),
        ("https://blog.example/news/", "?page=2"),
        ("https://blog.example/tag/old-mill/", "?page=2"),
        ("https://blog.example/2024/05/", "/2024/05/2/"),
        ("https://blog.example/2024/05/13/", "/2024/05/14/"),
        ("https://blog.example/search?q=7", "/search?q=7&page=2"),
    ],
)  # fmt: skip
def test_lists_and_calendars(url: str, second: str) -> None:
    assert silent(links((second, "2"), (second, "Next")), url)
    assert silent(links((second, "14"), (second, "Next")), url)
    assert silent(links((second, "Next")), url)


@pytest.mark.parametrize(
    "pairs",
    [
        (("t20240306_102.html", "下一篇"), ("t20240304_100.html", "上一篇")),
        (("t20240306_102.html", "下一页"),),
        (("/zw/", "下一页"), ("/", "首页")),
        (("https://other.example/zw/t20240305_101_2.html", "2"),),
        (("https://portal.example:8443/zw/t20240305_101_2.html", "2"),),
        (("javascript:next()", "下一页"), ("#", "2")),
        (("t20240305_101_2.html#comments", "2"),),
        (("?cpage=2", "2"), ("?cpage=2", "Next")),
        (("t20240305_101_2.html", "3"), ("t20240305_101_3.html", "3")),  # the numbers disagree
        (("t20240305_101_2.html", "5"),),
        (("t20240305_101_3.html", "下一页"), ("t20240305_101_2.html", "2")),
        (("t20240305_101_2.html", "集市开了，人们从四面八方赶来"),),
        (("file:///zw/t20240305_101_2.html", "2"),),
        (("?pic=2", "2"), ("?slide=2", "Next")),
    ],
)
def test_links_that_are_no_pager(pairs: tuple[tuple[str, str], ...]) -> None:
    assert silent(links(*pairs))


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="comment-pager">{}</div>',
        '<div id="pinglun"><ul><li>{}</li></ul></div>',
        "<h3>网友评论（31）</h3><p>{}</p>",
        "<h2>31 comments</h2><p>{}</p>",
        "<h2>Отзывы</h2><p>{}</p>",
    ],
)
def test_pagers_of_comments(inside: str) -> None:
    assert silent(links(*OWN, inside=inside))


def test_a_local_page_and_one_from_nowhere_have_no_other_pages() -> None:
    root = parse(links(*OWN))
    assert find_pager(root, None, "file:///zw/t20240305_101.html") is None
    assert find_pager(root, None, None) is None


def test_the_next_articles_title_ends_the_article() -> None:
    """Where all addresses have numbers, 下一页 may well be a mistaken 下一篇."""
    following = '<p><a href="story-{}.html">下一页</a></p>'
    site = {
        "/story-1.html": page(html(TEXTS[0], pager=following.format(2))),
        "/story-2.html": page(html(TEXTS[1], pager=following.format(3), title="集市开了")),
    }
    with serving(site) as server:
        article = langdu.load(server.url + "/story-1.html", allow_private=True)
    assert [s.text for s in article.sentences] == [TEXTS[0]]


def test_pages_that_say_the_same_again_are_one_page() -> None:
    """A list of pictures or of related articles that turns below the whole text."""

    def shown(n: int) -> str:
        return html(*TEXTS, pager=f'<p>1 <a href="?page={n + 1}">下一页</a></p>')

    site = {"/m7.html": page(shown(1))} | {
        f"/m7.html?page={n}": page(shown(n)) for n in range(2, 40)
    }
    with serving(site) as server:
        article = langdu.load(server.url + "/m7.html", allow_private=True)
        assert server.paths() == ["/m7.html", "/m7.html?page=2"]
    assert [s.text for s in article.sentences] == list(TEXTS)


ADDRESSES = st.sampled_from(
    ["", "?page=2", "?p=%zz", "t20240305_101_2.html", "//[", "http://", "https://portal.example:x/",
     "t20240305_101.html/2/", "_2", "?page=²", "./../2", "javascript:2", "?page=2&page=3"]
) | st.text(max_size=30)  # fmt: skip
LABELS = st.sampled_from(["2", "３", "下一页", "Next", "›", "[4]", "第5页", "²", "1"]) | st.text(
    max_size=20
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(ADDRESSES, LABELS), max_size=6), ADDRESSES)
def test_whatever_a_page_links_to(pairs: list[tuple[str, str]], own: str) -> None:
    """Nothing raises, and what is found is on the same host and not the page itself."""
    anchors = "".join(
        '<a href="{}">{}</a>'.format(*(part.replace('"', "").replace("<", "") for part in pair))
        for pair in pairs
    )
    pager = find_pager(
        parse(f"<body><p>x</p>{anchors}</body>"), f"https://portal.example/zw/{own}", URL
    )
    if pager:
        assert pager.number not in pager.addresses
        assert all(n > 0 for n in pager.addresses)
        assert all("portal.example" in address for address in pager.addresses.values())
