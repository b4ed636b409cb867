"""Pictures, the captions bound to them, and what only stands near them."""

import pytest

from langdu.extraction import urls

from .blocks import blocks

ZH_ABOVE = "今天早上的港口非常安静，没有人看见那条船离开码头，也没有人知道它去了哪里。"
ZH_BELOW = "到了中午，风向变了，第一批渔民带着他们的网回来了，岸上的人都跑去看他们的收获。"


def zh(middle: str) -> list[str]:
    return blocks(middle, lang="zh", above=ZH_ABOVE, below=ZH_BELOW)


def figure(caption: str = "", alt: str | None = None) -> str:
    return f"figure https://e.example/b.jpg [{alt}] | {caption}"


@pytest.mark.parametrize(
    "middle",
    [
        '<p><img src="/b.jpg"></p><p>图为港口的清晨。</p>',
        '<p><img src="/b.jpg"></p><p>港口的清晨。王小明 摄</p>',
        '<p><img src="/b.jpg"></p><p style="text-align:center">港口的清晨</p>',
        '<p><img src="/b.jpg"></p><p class="tuzhu">港口的清晨，船都在。</p>',
        '<div class="item"><img src="/b.jpg"><p>港口的清晨。</p></div>',
        '<figure><img src="/b.jpg"><p>港口的清晨。</p></figure>',
        '<figure><img src="/b.jpg"><figcaption><em>港口的清晨。</em></figcaption></figure>',
        '<p class="pic-caption">港口的清晨。</p><p><img src="/b.jpg"></p>',
    ],
)
def test_captions(middle: str) -> None:
    found = zh(middle)
    assert len(found) == 1
    assert found[0].startswith(figure())
    assert "港口的清晨" in found[0]
    assert "em" not in found[0]


@pytest.mark.parametrize(
    "middle",
    [
        '<p><img src="/b.jpg"></p><p>船开走了。</p>',
        '<p><img src="/b.jpg"></p><p>你们看见那条船了吗？</p>',
        '<p><img src="/b.jpg"></p><p>朋友们：</p>',
        '<p><img src="/b.jpg"></p><p>船开走了，我们还站在那里</p>',
        '<p><img src="/b.jpg"></p><p>一</p><p>海水蓝</p><p>海水深</p>',
        '<p><img src="/b.jpg"></p><h2>清晨</h2>',
        '<p><img src="/b.jpg"></p><p><b>清晨的港口</b></p>',
    ],
)
def test_what_follows_a_picture_is_no_caption_for_that(middle: str) -> None:
    assert zh(middle)[0] == figure()


def test_the_text_that_a_picture_interrupts_goes_on() -> None:
    assert blocks('<p>A boat <img src="/b.jpg">, small and blue, lay there all day.</p>') == [
        "paragraph | A boat , small and blue, lay there all day.",
        figure(),
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "(Image credit: NASA)",
        "Photo: Ann Lee",
        "Getty Images",
        "Source: Harbour Office",
    ],
)
def test_a_credit_belongs_to_the_caption(credit: str) -> None:
    found = blocks(
        '<figure><img src="/b.jpg"><figcaption>The quay at dawn</figcaption></figure>'
        f"<p>{credit}</p>"
    )
    assert found == [figure(f"The quay at dawn ¦{credit}")]


def test_labels_for_those_who_do_not_see_the_picture_go() -> None:
    found = blocks(
        '<figure><div><img src="/b.jpg"><span><span>Image source</span> J. Roe</span>'
        "</div><figcaption><span>Image caption</span> The quay at dawn</figcaption></figure>"
    )
    assert found == [figure("The quay at dawn ¦J. Roe")]


def test_buttons_in_a_figure_are_no_captions() -> None:
    found = blocks(
        '<figure><img src="/b.jpg"><p>Enlarge</p><figcaption>The quay</figcaption></figure>'
    )
    assert found == [figure("The quay")]


def test_a_list_of_pictures_is_pictures() -> None:
    item = '<li><img src="/{0}.jpg"><p>Boat {0}</p></li>'
    found = blocks(f"<ul>{item.format(1)}{item.format(2)}</ul>")
    assert found == [f"figure https://e.example/{n}.jpg [None] | Boat {n}" for n in (1, 2)]


def test_a_caption_of_two_photographs_stays_with_both() -> None:
    item = '<p><img src="/{0}.jpg"></p><p class="caption">The quay at dawn, on the first day</p>'
    found = blocks(item.format(1) + item.format(2))
    assert len(found) == 2


def test_copies_of_a_gallery_go() -> None:
    item = '<div class="{1}"><img src="/{0}.jpg"><p class="caption">The quay on the {0}th</p></div>'
    shown = "".join(item.format(n, "slide") for n in (1, 2))
    copies = "".join(item.format(n, "slide clone") for n in (1, 2))
    assert len(blocks(shown + copies)) == 2


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/b.jpg" srcset="/small.jpg 100w, /large.jpg 900w">',
        '<img src="data:image/gif;base64,R0lGOD" data-srcset="/a.jpg 100w, /b.jpg 900w">',
        '<img src="/blank.gif" srcset="/a.jpg 1x,/b.jpg 2x">',
        '<img srcset="/b.jpg">',
        '<img src="/placeholder.png" data-src="/b.jpg">',
        '<picture><source srcset="/a.jpg 4w, /b.jpg 9w"><img src="data:image/gif;x"></picture>',
        '<img src="/loading.gif"><noscript><img src="/b.jpg"></noscript>',
        '<img src="/b.jpg" data-lazy="true">',
    ],
)
def test_the_picture_that_one_would_see(image: str) -> None:
    assert [line.strip() for line in blocks(f"<p>{image}</p>")] == [figure().strip()]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p><img src="/thumb.jpg" style="display: none;"></p>',
        '<p><img src="/code.jpg" alt="关注公众号：港口新闻"></p>',
        '<div><img src="/code.jpg"><span>关注公众号：港口新闻</span></div>',
        '<p><img src="/img/share.png"></p>',
    ],
)
def test_pictures_that_the_text_does_not_show_are_not_its_own(hidden: str) -> None:
    shown = '<p><img src="/b.jpg"></p>'
    assert [line.strip() for line in zh(shown + hidden)] == [figure().strip()]


@pytest.mark.parametrize(
    "shown",
    [
        '<p><img src="/wait.jpg" data-src="/b.jpg" style="display:none"></p>',
        '<p><img src="/b.jpg"></p><p>版权所有，不得转载</p>',
        '<div><img src="/b.jpg"><p>版权所有，不得转载</p></div>',
    ],
)
def test_pictures_that_a_script_shows_or_a_notice_follows_stay(shown: str) -> None:
    assert [line.strip() for line in zh(shown)] == [figure().strip()]


def test_a_picture_of_an_organizer_is_no_code_to_scan() -> None:
    shown = '<p><img src="/b.jpg" alt="主办单位的代表在码头"></p>'
    assert [line.strip() for line in zh(shown)] == [figure(alt="主办单位的代表在码头").strip()]


def test_what_a_picture_writes_is_text() -> None:
    assert blocks(
        '<p>A line with <img class="tex" alt="E = mc2" src="/f.png"> and <img class="emoji" '
        'alt="🚤" src="/e.png"> in it, written as it should be.</p>'
    ) == ["paragraph | A line with E = mc2 and 🚤 in it, written as it should be."]


def test_a_picture_that_calls_itself_an_advertisement_is_left_out() -> None:
    assert zh('<p><img src="/b.jpg" alt="广告"></p>') == []


def test_in_a_page_that_was_saved_an_address_without_a_scheme_is_of_the_web() -> None:
    saved = "file:///home/reader/page.html"
    assert urls.image("//i.e.example/b.jpg", saved) == "https://i.e.example/b.jpg"
    assert urls.link("//e.example/a", saved) == "https://e.example/a"
    assert urls.image("b.jpg", saved) == "file:///home/reader/b.jpg"
    assert urls.image("//i.e.example/b.jpg", "http://e.example/") == "http://i.e.example/b.jpg"


def test_space_around_a_line_makes_it_no_caption() -> None:
    line = "先把海带洗净 再切成小块 放进锅里"
    page = (
        f'<p class="mt30">{ZH_ABOVE}</p><p class="mt30">{ZH_BELOW}</p>'
        f'<p><img src="/b.jpg"></p><p class="mt60">{line}</p><p class="mt30">{ZH_ABOVE[:30]}</p>'
    )
    assert not any(line in block for block in zh(page) if block.startswith("figure"))
