"""Containers that publishing systems put an article's text in: hints, never hosts.

Counted on pages of Chinese government portals and state media (TRS, UCAP, university systems), and
the ones that HTML and schema.org themselves define.
"""

from typing import Final

from lxml import etree

#: Ids and classes, in lower case, that mean "the text of the article" wherever they are used.
_NAMES: Final = frozenset(
    "trs_editor trs_editor_view trs_ueditor trs_preappend ucap-content pages_content zoom fontzoom "
    "content-fontsize article-body article_body articlebody article-content article_content "
    "articlecontent article_con main-txt v_news_content wp_articlecontent ivs_content dochtmlcon "
    "zfxxgk_zw_content entry-content post-content post-body post_content story-body story-content "
    "article__body article__content article-text article_text newstext news_txt newscontent "
    "news-content news_content con_txt rm_txt_con text_content detail-content detail_content "
    "js_content artibody article-detail articletext td-post-content field-name-body "
    "main_text maincontent_text "
    # Chinese
    "article-con articlecon art_con article_cont article-main article_main artical-main-content "
    "detailcontent newsdetail news_detail news-detail zwnr zhengwen neirong xl-content con_text "
    "newscontent_text contenttext content_text text-content content-text article-box info-content "
    # Korean
    "news_view article_view articleview article-view-content-div newsct_article dic_area "
    "article_txt view_txt news_body news-body news_text "
    # Japanese
    "entry-body entrybody textbody honbun main-text news-text newsbody articletext-body "
    # Russian
    "article__text news__text news-text article-text material-text js-mediator-article "
    "topic-body__content post__text".split()
)
_MAX_NAMES: Final = 2000


def names_of(element: etree._Element) -> list[str]:
    """The id and the classes of an element, in lower case."""
    names = element.get("class")
    identity = element.get("id")
    if identity:
        names = f"{identity} {names}" if names else identity
    return names.lower().split() if names and len(names) < _MAX_NAMES else []


def is_container(element: etree._Element) -> bool:
    """Whether an element says of itself that it holds the article's text."""
    itemprop = element.get("itemprop")
    if itemprop and "articlebody" in itemprop.lower():
        return True
    names = names_of(element)
    return bool(names) and not _NAMES.isdisjoint(names)
