"""Where a page says something about its article, and which of it is believed."""

import json

import pytest

from langdu.extraction import Origin, explain
from langdu.extraction.dates import date_in_address, finer, read_date
from langdu.extraction.labels import labelled
from langdu.extraction.metadata.byline import byline, reporter_in
from langdu.extraction.metadata.title_parts import without_site
from langdu.page import Page

URL = "https://portal.example/zw/page.html"
TEXT = (
    "<p>老街的石板路重新铺过，雨天不再积水。居民说，晚上出门散步的人多了起来。</p>"
    "<p>社区在路口装了二十盏灯，由各家轮流照看，谁家的灯坏了，第二天就有人来修。</p>"
)


def page(head: str, body: str, url: str = URL) -> dict[str, Origin]:
    """The chosen facts of a page with two paragraphs of text."""
    text = (
        f'<html lang="zh"><head>{head}</head><body>{body}'
        f'<div class="article-content">{TEXT}</div></body></html>'
    )
    return {fact.field: fact for fact in explain(Page(text, "html", url=url, base=url)).origins}


def said(facts: dict[str, Origin], field: str) -> str | None:
    return facts[field].value if field in facts else None


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


@pytest.mark.parametrize(
    ("title", "body", "wanted"),
    [
        ("老街亮灯_今日云桥_云桥市人民政府", "<h1>老街亮灯</h1>", "老街亮灯"),
        ("老街亮灯 - 云桥新闻网", "<h1>云桥新闻网</h1><h2>老街亮灯</h2>", "老街亮灯"),
        (
            "中国-东盟书画展在云桥开幕_云桥网",
            "<h1>中国-东盟书画展在云桥开幕</h1>",
            "中国-东盟书画展在云桥开幕",
        ),
        ("中国-东盟书画展在云桥开幕_云桥网", "", "中国-东盟书画展在云桥开幕"),
        (
            "老街亮灯照夜归人——记云桥社区_云桥网",
            "<h1>老街亮灯照夜归人——记云桥社区</h1>",
            "老街亮灯照夜归人——记云桥社区",
        ),
        (
            "老街亮灯照夜归人-云桥网",
            "<h1>老街亮灯照夜归人<span>128</span></h1>",
            "老街亮灯照夜归人",
        ),
        ("老街亮灯照夜归人-云桥网", "<h1>老街亮灯照夜归人[编辑]</h1>", "老街亮灯照夜归人"),
        ("老街亮灯照夜归…", "<h1>老街亮灯照夜归人</h1>", "老街亮灯照夜归人"),
        ("云桥新闻网", "<div class='logo'>云桥新闻网</div><h1>老街亮灯</h1>", "老街亮灯"),
        ("老街亮灯｜云桥网", "<a href='/'>云桥网</a><div class='bt'>老街亮灯</div>", "老街亮灯"),
        ("云桥 | 老街亮灯", "<h1>云桥 | 老街亮灯</h1>", "云桥 | 老街亮灯"),
        (
            "云桥市人民政府 社区之声 老街亮灯照夜归人",
            "<div class='tit'>老街亮灯照夜归人</div>",
            "老街亮灯照夜归人",
        ),
        ("老街亮灯-政务动态-云桥市人民政府", "", "老街亮灯"),
        (
            "云桥镇政府网站",
            "<table><tr><td>老街亮灯</td></tr><tr><td>发布时间：2009-4-1 9:05</td></tr></table>",
            "老街亮灯",
        ),
    ],
)
def test_the_title_is_the_headline_that_readers_see(title: str, body: str, wanted: str) -> None:
    assert said(page(f"<title>{title}</title>", body), "title") == wanted


def test_a_title_meta_of_the_portal_wins() -> None:
    title = "老街&lt;font&gt;亮灯&lt;/font&gt;"
    head = f"<title>图片新闻</title><meta name='articletitle' content='{title}'>"
    facts = page(head, "<h1>图片新闻</h1>")
    assert said(facts, "title") == "老街亮灯"
    assert facts["title"].where == "meta articletitle"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Well-being in the Anti-war years | The Herald", "Well-being in the Anti-war years"),
        ("老街亮灯_要闻_云桥网_云桥日报", "老街亮灯"),
        ("A - B", "A - B"),
        ("云桥新闻网：老街亮灯", "云桥新闻网：老街亮灯"),
    ],
)
def test_names_of_sites_are_taken_off(title: str, wanted: str) -> None:
    assert without_site(title, ()) == wanted


@pytest.mark.parametrize(
    ("head", "bar", "wanted"),
    [
        ("", "<p>发布时间：2024-05-20 08:15 来源：云桥晚报</p>", "2024-05-20T08:15"),
        ("", "<p>更新时间：2024-05-20 08:15</p>", None),
        ("", "<p>昨天 10:42</p>", None),
        ("<meta name=PubDate content='2024-05-20'>", "<p>2024-05-20 08:15</p>", "2024-05-20T08:15"),
        (
            "<meta name=PubDate content='2024-06-01 10:00'>",
            "<p>发布日期：2024年5月20日</p>",
            "2024-05-20",
        ),
        (
            "<meta property='article:published_time' content='2024-05-19T22:33:00Z'>",
            "<p>2024-05-20 06:33</p>",
            "2024-05-20T06:33+08:00",
        ),
        (
            "<meta property='article:published_time' content='2024-05-20T06:33:00+08:00'>",
            "<p>2024-05-20 06:33</p>",
            "2024-05-20T06:33+08:00",
        ),
        ("<meta name='og:time ' content='2024-05-23 09:00'>", "<p>2024-05-20</p>", "2024-05-20"),
        (
            "",
            "<p><time datetime='2024-05-20T08:15+08:00'>3小时前</time></p>",
            "2024-05-20T08:15+08:00",
        ),
        ("<script>var a={publishTime:'2024-05-20 08:15:00'}</script>", "", "2024-05-20T08:15"),
        ('<script>var a={"publish_time":1716192900}</script>', "", "2024-05-20T08:15Z"),
        (
            '<script>e(0,"1716192900",0,document.getElementById("publish_time"))</script>',
            "",
            "2024-05-20T08:15Z",
        ),
        ("<script>var a={createTime:1716192900}</script>", "", None),
        (
            "",
            "<table><tr><td>成文日期</td><td>2024年5月6日</td><td>发布日期</td><td>2024年5月20日</td>"
            "</tr></table>",
            "2024-05-20",
        ),
    ],
)
def test_the_date_of_publication(head: str, bar: str, wanted: str | None) -> None:
    facts = page(f"<title>老街亮灯</title>{head}", f"<h1>老街亮灯</h1>{bar}")
    assert said(facts, "published") == wanted


def test_a_date_in_the_address_is_better_than_none() -> None:
    facts = page("", "<h1>老街亮灯</h1>", "https://portal.example/zw/202405/t20240520_17.html")
    assert said(facts, "published") == "2024-05-20"
    assert facts["published"].where == "address"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/2024-05/20/content_1.html", "2024-05-20"),
        ("https://a.example/n1/2024/0520/c1-2.html", "2024-05-20"),
        ("https://a.example/art/2024/5/20/art_1.html", "2024-05-20"),
        ("https://a.example/zw/t20240520_1.html", "2024-05-20"),
        ("https://a.example/zw/t20241320_1.html", None),
        ("https://a.example/id/1716192900123.html", None),
    ],
)
def test_dates_in_addresses(address: str, wanted: str | None) -> None:
    assert date_in_address(address) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("May 5, 2024 10:15 am BST", "2024-05-05T10:15+01:00"),
        ("Mon, 20 May 2024 06:33:00 GMT", "2024-05-20T06:33Z"),
        ("12 марта 2024 г., 07:05 (мск)", "2024-03-12T07:05+03:00"),
        ("2024-04-21 06:50:00 +0800", "2024-04-21T06:50+08:00"),
        ("2024-05-20 14:00-16:00", "2024-05-20T14:00"),
        ("2024-05-20 10:30 CST", "2024-05-20T10:30"),
        ("令和6年5月1日", "2024-05-01"),
        ("平成元年1月8日", "1989-01-08"),
        ("2007-08-20-23:59:59", "2007-08-20T23:59"),
        ("5月20日 10:30", None),
        ("２０２４年５月２０日 １０：３０", "2024-05-20T10:30"),
        ("2024-05-20T10:42+99:99", "2024-05-20T10:42"),
        ("2024-05-20T10:42+0930", "2024-05-20T10:42+09:30"),
    ],
)
def test_dates_and_zones(text: str, wanted: str | None) -> None:
    assert read_date(text) == wanted


def test_a_finer_date_says_the_same() -> None:
    assert finer("2024-05-20", "2024-05-20T10:00") == "2024-05-20T10:00"
    assert finer("2024-05-20T10:00", "2024-05-21T10:00+08:00") == "2024-05-20T10:00"
    assert finer("2024-05-20T02:00Z", "2024-05-20T10:00") == "2024-05-20T10:00+08:00"
    assert finer("2024-05-20T10:00", "2024-05-20T02:00Z") == "2024-05-20T10:00+08:00"
    assert finer("2024-05-20T02:00Z", "2024-05-20T10:07") == "2024-05-20T02:00Z"


@pytest.mark.parametrize("author", ["admin", "wjrb_admin", "20318", "云桥网", "a@b.example", ""])
def test_a_clerk_is_no_author(author: str) -> None:
    head = f"<meta name=sitename content=云桥网><meta name=author content='{author}'>"
    assert said(page(head, "<h1>老街亮灯</h1>"), "author") is None
    facts = page(head, "<h1>老街亮灯</h1><p>来源：云桥晚报 作者：何穗</p>")
    assert (said(facts, "author"), said(facts, "source")) == ("何穗", "云桥晚报")


def test_the_editor_is_not_also_the_author() -> None:
    facts = page("<meta name=author content=何穗>", "<h1>老街亮灯</h1><p>责任编辑：何穗</p>")
    assert (said(facts, "author"), said(facts, "editor")) == (None, "何穗")


def test_an_empty_source_is_none_and_labels_come_off() -> None:
    assert said(page("", "<h1>老街亮灯</h1><p>来源： 作者：何穗</p>"), "source") is None
    facts = page("<meta name=source content='来源：云桥晚报'>", "<h1>老街亮灯</h1>")
    assert said(facts, "source") == "云桥晚报"


def test_keywords_of_the_whole_site_are_none() -> None:
    of_site, own = (
        "<meta name=keywords content='新闻,股票'>",
        "<meta name=keywords content='路灯,社区'>",
    )
    assert said(page(of_site, "<h1>老街亮灯</h1>"), "keywords") is None
    assert said(page(own, "<h1>老街亮灯</h1>"), "keywords") == "路灯\n社区"


def test_json_ld_in_all_its_shapes() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "云桥网"},
            {"@type": "Person", "@id": "#he", "name": "何穗"},
            {
                "@type": "WebPage",
                "breadcrumb": {
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"position": "2", "item": {"name": "民生"}},
                        {"position": 1, "name": "首页"},
                    ],
                },
                "mainEntity": {
                    "@type": ["Thing", "LiveBlogPosting"],
                    "headline": "老街亮灯",
                    "datePublished": "2024-05-20T08:15:00+08:00",
                    "author": [{"@id": "#he"}],
                },
            },
        ]
    }
    facts = page(linked([graph]), "<h1>老街亮灯</h1>")
    assert said(facts, "author") == "何穗"
    assert said(facts, "site") == "云桥网"
    assert said(facts, "column") == "首页\n民生"
    assert said(facts, "published") == "2024-05-20T08:15+08:00"


@pytest.mark.parametrize(
    "text", ["{", "[1, null]", "{}", '{"@type": 3}', "[" * 5000, '{"@graph": 1}']
)
def test_broken_json_ld_says_nothing(text: str) -> None:
    head = f'<title>老街亮灯</title><script type="application/ld+json">{text}</script>'
    assert said(page(head, "<h1>老街亮灯</h1>"), "title") == "老街亮灯"


def test_microdata_of_comments_and_teasers_is_not_the_articles() -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        '<h1 itemprop="headline">老街亮灯</h1>'
        '<div itemscope itemprop="comment" itemtype="https://schema.org/Comment">'
        '<span itemprop="author">路人</span>'
        '<time itemprop="datePublished" datetime="2024-05-21"></time></div>'
        '<span itemprop="author" itemscope><b itemprop="name">何穗</b></span>'
        '<meta itemprop="datePublished" content="2024-05-20T08:15:00+08:00"></div>'
    )
    facts = page("", body)
    assert said(facts, "author") == "何穗"
    assert said(facts, "published") == "2024-05-20T08:15+08:00"


def test_a_canonical_address_of_the_front_page_is_an_error_of_the_site() -> None:
    assert said(page('<link rel=canonical href="/">', ""), "url") is None
    assert said(page('<link rel=canonical href="/a/1">', ""), "url") == "https://portal.example/a/1"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Jane Roe | May 5, 2024", "Jane Roe"),
        ("By the way, it rained.", None),
        ("한유진 기자", "한유진"),
        ("文/何穗 图/顾晓", "何穗"),
        ("云桥日报记者 何穗2024-04-12 评论(3)", "何穗"),
        ("见习记者 何 穗", "何 穗"),
        ("记者从县农业农村局获悉", None),
        ("记者手记", None),
    ],
)
def test_bylines(line: str, wanted: str | None) -> None:
    assert byline(line) == wanted


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("本报讯（记者 何穗）老街的灯又亮了。", "何穗"),
        ("新华社云桥4月12日电（记者何穗、顾晓）老街的灯又亮了。", "何穗、顾晓"),
        ("（通讯员 何穗 摄影 顾晓）", "何穗"),
        ("（完）", None),
        ("老街（记者站旧址）又亮了灯。", None),
    ],
)
def test_reporters_in_brackets(paragraph: str, wanted: str | None) -> None:
    assert reporter_in(paragraph) == wanted


@pytest.mark.parametrize("clock", ["2026年11月24日 星期二", "2026年11月24日（火）"])
def test_the_clock_of_a_site_is_no_date_of_publication(clock: str) -> None:
    title = "<title>老街亮灯</title>"
    menu = "<div><a href='/'>首页</a> <a href='/a'>要闻</a></div>"
    assert said(page(title, f"<div>{clock}</div><h1>老街亮灯</h1>"), "published") is None
    bare = "<div>2026-11-24</div>"
    assert said(page(title, f"{bare}{menu}<h1>老街亮灯</h1>"), "published") is None
    assert said(page(title, f"{bare}<h1>老街亮灯</h1>"), "published") == "2026-11-24"


@pytest.mark.parametrize(
    ("bar", "wanted"),
    [
        ("<p class='writer'>何穗</p>", "何穗"),
        ("<div><span class='post-author'>By Jane Roe</span></div>", "Jane Roe"),
        ("<p class='author'>何穗关注</p>", None),
        ("<p class='author'>来源：云桥日报</p>", None),
        ("<label class='author'>Name *</label>", None),
    ],
)
def test_an_element_called_author_holds_a_name(bar: str, wanted: str | None) -> None:
    facts = page("<title>老街亮灯</title>", f"<h1>老街亮灯</h1>{bar}")
    assert said(facts, "author") == wanted


def test_labels_without_a_colon_and_spans_without_a_space() -> None:
    for line in ("작성일 2024. 4. 12.", "发布日期 2024-04-12", "Дата публикации 12 апреля 2024"):
        assert [(pair.field, pair.value) for pair in labelled(line)] == [
            ("published", "2024-04-12")
        ]
    pairs = labelled("입력2024.04.12. 오전 8:05수정2024.04.12. 오전 10:20")
    assert [pair.value for pair in pairs] == ["2024-04-12T08:05", "2024-04-12T10:20"]


def test_a_date_may_follow_its_label_without_a_colon() -> None:
    pairs = labelled("입력 2024.04.12. 오전 8:05 | 수정 2024.04.12. 오전 10:20")
    assert [(pair.field, pair.value) for pair in pairs] == [
        ("published", "2024-04-12T08:05"),
        ("updated", "2024-04-12T10:20"),
    ]


def test_what_a_value_was_chosen_over_is_told() -> None:
    head = "<meta name=PubDate content='2024-06-01'>"
    facts = page(head, "<h1>老街亮灯</h1><p>发布时间：2024-05-20</p>")
    assert facts["published"].value == "2024-05-20"
    assert facts["published"].beaten == ("2024-06-01 (meta PubDate)",)


def test_regions_around_the_text_are_told() -> None:
    body = (
        f'<div id="top">门户 导航</div><div class="article-content">{TEXT}</div><div>备案信息</div>'
    )
    found = explain(Page(f"<html><body>{body}</body></html>", "html", url=URL, base=URL))
    told = [(removal.rule, removal.reason, removal.text) for removal in found.removals]
    assert ("region", '<div id="top"> is outside the text', "门户 导航") in told
    assert ("region", "<div> is outside the text", "备案信息") in told
