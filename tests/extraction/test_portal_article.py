"""The article that langdu was begun for: the repository holds only the facts to check."""

from dataclasses import replace

import pytest

from langdu.article import Article, Figure, Heading, Paragraph, block_text
from langdu.extraction import extract
from langdu.page import Page

from .portal_page import SHARED, as_html

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared dump is not here")

HEADINGS = [
    ["思想洗礼 ", "引导干部“想干事”"],
    ["人岗相宜 ", "确保干部“能干事”"],
    ["高效充电 ", "促进干部“会干事”"],
    ["破解桎梏 ", "实干者“干成事”"],
]
IMAGES = [f"./W02020033038{n}.jpg" for n in range(5)]


def from_dump() -> Article:
    return extract(Page(SHARED.read_text("utf-8"), "text"))


def from_page() -> Article:
    url = "https://portal.example/zw/t20200330_1.html"
    return extract(Page(as_html(SHARED.read_text("utf-8"), IMAGES), "html", url=url, base=url))


@pytest.fixture(scope="module", params=[from_dump, from_page], ids=["dump", "page"])
def article(request: pytest.FixtureRequest) -> Article:
    made = request.param()
    assert isinstance(made, Article)
    return made


def test_metadata(article: Article) -> None:
    assert article.title == "【绿园区】打造忠诚干净担当的高素质干部队伍"
    assert article.published == "2020-03-30T10:42"
    assert article.column == ("首页", "政务", "县区动态")
    assert article.offered == ("en", "ja", "ko", "ru")
    assert (article.source, article.editor, article.lang) == (None, None, "zh")


def test_figures_come_first(article: Article) -> None:
    assert [isinstance(block, Figure) for block in article.blocks[:6]] == [True] * 5 + [False]
    captions = [block_text(block) for block in article.blocks[:5]]
    assert captions[0].startswith("绿园区表彰")
    assert captions[1].endswith("(资料图片)")
    assert captions[4].startswith("绿园区限上工业")


def test_paragraphs(article: Article) -> None:
    texts = [block_text(b) for b in article.blocks if isinstance(b, Paragraph)]
    assert len(texts) == 35
    assert texts[0].startswith("高素质干部是推动")
    assert texts[-1].endswith("繁华如初。")
    assert "……" in texts


def test_headings_have_two_sentences(article: Article) -> None:
    found = [[s.text for s in b.sentences] for b in article.blocks if isinstance(b, Heading)]
    assert found == HEADINGS


def test_nothing_of_the_portal_is_left(article: Article) -> None:
    assert len(article.blocks) == 5 + 35 + 4
    text = "\n".join(map(block_text, article.blocks))
    for word in ("打印", "字体", "站群导航", "当前位置", "编 辑", "网站标识码"):
        assert word not in text


def test_page_and_dump_agree() -> None:
    dump, page = from_dump(), from_page()
    images = [block.image for block in page.blocks if isinstance(block, Figure)]
    assert images == [f"https://portal.example/zw/{name[2:]}" for name in IMAGES]
    bare = [replace(b, image=None) if isinstance(b, Figure) else b for b in page.blocks]
    assert tuple(bare) == dump.blocks
