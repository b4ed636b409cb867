"""Which part of a page is the article: chunks, leads, furniture by its name and by its links."""

import pytest

from langdu.extraction.outline import FILM_BOX, outline
from langdu.extraction.parsing import parse
from langdu.extraction.pruning import Suspicion

from .pages import PROSE, SENTENCES, texts

TEASERS = "".join(
    f'<li><a href="/news/{n}.html">A report from the council, number {n}</a></li>' for n in range(6)
)


def test_a_body_in_several_chunks_is_read_whole() -> None:
    chunk = '<div class="article__body">{}</div><div class="slot">Advertisement</div>'
    more = "<p>The old ferry goes on until the end of the month, at half fare, said the mayor.</p>"
    got = texts(f"<main><h1>The bridge</h1>{chunk.format(PROSE)}{chunk.format(more * 2)}</main>")
    assert got[:2] == list(SENTENCES)
    assert got[2].startswith("The old ferry")
    assert not any("Advertisement" in text for text in got)


def test_links_to_the_site_itself_are_teasers_and_go_with_their_heading() -> None:
    got = texts(f"<article>{PROSE}<div><h4>In other news:</h4><ul>{TEASERS}</ul></div></article>")
    assert not any("council" in text or "other news" in text for text in got)


def test_links_to_other_sites_are_references_and_stay() -> None:
    reference = '<p><a href="https://rivers.example.org/alder">Gauges of the Alder</a></p>'
    assert "Gauges of the Alder" in texts(f"<article>{PROSE}{reference}{PROSE}</article>")


def test_an_address_that_is_written_out_stays() -> None:
    line = '<p><a href="https://alder.example/plan">https://alder.example/plan</a></p>'
    assert "https://alder.example/plan" in texts(f"<article>{PROSE}{line}{PROSE}</article>")


def test_files_to_download_are_the_articles_own() -> None:
    files = "".join(
        f'<li><a href="/f/plan{n}.pdf">Plan of the bridge, sheet {n}</a></li>' for n in (1, 2, 3)
    )
    got = texts(f"<article>{PROSE}<div><ul>{files}</ul></div></article>")
    assert got[-3:] == [f"Plan of the bridge, sheet {n}" for n in (1, 2, 3)]


def test_a_single_related_link_in_the_text_goes() -> None:
    inset = '<p>See also: <a href="/news/old-bridge.html">How the old bridge fell</a></p>'
    got = texts(f"<article>{PROSE}{inset}{PROSE}</article>")
    assert not any("old bridge" in text for text in got)


def test_the_lead_in_a_box_above_the_body_is_read_first() -> None:
    lead = (
        "Three years late and a little over its budget, the footbridge that the two halves of the "
        "town have asked for since the flood is there at last."
    )
    got = texts(
        f'<div class="page"><h1>The bridge</h1><div class="article-lead">{lead}</div>'
        f'<div class="tools"><a href="/print">Print</a></div>'
        f'<div class="article-body">{PROSE}</div></div>'
    )
    assert got == [lead, *SENTENCES]


def test_a_short_lead_is_a_subtitle_and_not_of_the_body() -> None:
    got = texts(
        '<div class="page"><h1>The bridge</h1><div class="lead">Open at last</div>'
        f'<p><a href="/x">News</a></p><div class="article-body">{PROSE}</div></div>'
    )
    assert got == list(SENTENCES)


def test_the_words_of_a_player_go_and_its_film_stays() -> None:
    film = (
        '<div class="news-video"><div class="video-player"><video src="/bridge.mp4" '
        'title="The opening"></video>'
        "<p>Playback failed, error 4100.</p></div></div>"
    )
    got = texts(f"<article>{PROSE}{film}</article>")
    assert got == [*SENTENCES, "The opening"]


def test_what_a_class_hides_is_not_read() -> None:
    hidden = '<div class="hidden"><p>Join today, it costs less than a coffee a week.</p></div>'
    shown = '<div class="hidden md:block"><p>The mayor crossed first, with her two dogs.</p></div>'
    got = texts(f"<article>{PROSE}{hidden}{shown}</article>")
    assert got == [*SENTENCES, "The mayor crossed first, with her two dogs."]


def test_names_are_not_believed_of_what_holds_the_prose() -> None:
    assert texts(f'<div class="sidebar">{PROSE}{PROSE[:-4]} Indeed.</p></div>')[:2] == list(
        SENTENCES
    )


def test_joiners_stay_where_words_are_written_with_them() -> None:
    text = "پل تازه روز شنبه باز شد و مردم می‌توانند پیاده از آن بگذرند، شهردار گفت."
    assert text in texts(f"<article><p>{text}</p><p>{text[::-1]}</p></article>")


def test_a_wall_of_links_is_not_looked_into() -> None:
    wall = f"<nav>{'<div>' * 3}<ul>{TEASERS * 10}</ul>{'</div>' * 3}</nav>"
    page = outline(parse(f"<html><body>{wall}{PROSE}</body></html>"), Suspicion(), skip_bulk=True)
    assert [line.text for line in page.lines] == list(SENTENCES)
    assert [suspect.element.tag for suspect in page.suspects] == ["nav"]
    assert not any(block.tag == "ul" for block in page.blocks)


@pytest.mark.parametrize(
    "name",
    [
        "comments", "post-comments", "shareBar", "two-related-articles", "box-newsletter-signup",
        "no-print", "d-print-none", "styles_Dateline__Yahhb", "xgyd", "bdsharebuttonbox", "pankuzu",
        "mw-editsection", "video-player", "jwplayer", "most-read", "screen-reader-text",
    ],
)  # fmt: skip
def test_names_of_furniture(name: str) -> None:
    assert _reason(name)


@pytest.mark.parametrize(
    "name",
    [
        "article-body", "with-sidebar", "has-video", "player-2020-580", "TRS_Editor",
        "social-media-embed", "article-widget article-tweet", "printed-works", "addition",
    ],
)  # fmt: skip
def test_names_of_content(name: str) -> None:
    assert _reason(name) is None


def test_a_film_box_is_only_suspected() -> None:
    assert _reason("news-video") is FILM_BOX


def _reason(name: str) -> str | None:
    page = parse(f'<html><body><div class="{name}">x</div></body></html>')
    return Suspicion()(page[0][0])


@pytest.mark.parametrize(
    "sentence",
    [
        "主办单位介绍说，这次活动有三百多名居民参加，比去年多了一倍，他们大都来自河的两岸。",
        "分享到最后，老人笑了，他说自己等这座桥已经等了整整三十年，现在终于可以天天过河了。",
    ],
)
def test_a_sentence_that_begins_like_a_notice_is_text(sentence: str) -> None:
    notices = "<p>主办单位：云泽县政府</p><p>分享到：微信 微博</p>"
    got = texts(f"<article>{PROSE}<p>{sentence}</p>{PROSE}{notices}</article>")
    assert got == [*SENTENCES, sentence, *SENTENCES]


@pytest.mark.parametrize("label", ["关注", "+ 关注", "フォローする", "구독", "Подписаться"])
def test_the_button_for_following_an_author_is_no_text(label: str) -> None:
    got = texts(f"<article><p>{label}</p>{PROSE}<p>{label} the river</p>{PROSE}</article>")
    assert label not in got
    assert f"{label} the river" in got


def test_who_holds_an_event_is_no_notice_of_the_site() -> None:
    got = texts(
        f"<article>{PROSE}<p>主办单位：柳河县体育局</p><p>承办单位：柳河县文化馆</p>{PROSE}</article>"
    )
    assert "主办单位：柳河县体育局" in got
