"""Pages that hold no article: a paywall, a script's page, a login, a missing page, a list of links.

Every test asks first how little the page says in its own words: an article about missing pages, or
one whose JSON-LD calls it paid for and that is all there, is an article. On 324 pages of articles
none is refused, teasers of two paragraphs among them.
"""

import re
from typing import Final

from lxml import etree

from langdu.article import Mark
from langdu.errors import ExtractError
from langdu.extraction.drafts import Draft, ItemDraft
from langdu.extraction.metadata.title_parts import parts
from langdu.extraction.outline import Line
from langdu.extraction.text import collapse, ends_sentence, has_letters, width

#: Whatever says more than this in words of its own, in Latin letters without spaces, is an article.
_LITTLE: Final = 240
#: So little is left where a script has yet to write the page.
_NOTHING: Final = 100
_SOME_LINKS: Final = 5
_MAX_LINES: Final = 3000

_WALL: Final = re.compile(
    r"付费(?:内容|阅读|文章|会员)|(?:订阅|购买|开通|成为)[^。]{0,12}(?:阅读|查看)(?:全文|更多|剩余)"
    r"|剩余[^。]{0,10}(?:付费|订阅)"
    r"|付費(?:內容|閱讀)|訂閱[^。]{0,10}閱讀|(?:有料|登録)会員(?:限定|登録|専用|になる)|有料(?:記事|プラン)|残り\s?\d+\s?文字"
    r"|유료\s?(?:회원|기사|구독|콘텐츠)|구독\s?(?:후|하시면|하고)[^.]{0,14}(?:전문|볼 수|보실|읽)"
    r"|(?:доступ[а-я]*|читать)[^.]{0,24}(?:по подписке|подписчик)|оформите\s[^.]{0,12}подписку"
    r"|subscri(?:be|ption|ber)s?\b[^.]{0,40}\b(?:read|continue|access|full|unlock|only|required)\b"
    r"|(?:read|continue|unlock|access)\b[^.]{0,40}\b(?:subscri(?:be|ption|ber)|member)s?\b"
    r"|(?:sign in|log in|register)\b[^.]{0,20}\bto (?:continue|read|keep reading)",
    re.IGNORECASE,
)
_SCRIPT: Final = re.compile(r"java\s?script", re.IGNORECASE)
_LOADING: Final = re.compile(
    r"(?:正在|数据|页面)?加载中?|(?:読み込み|読込み?)中?(?:です)?|로딩\s?중?|불러오는 중"
    r"|(?:Идёт )?загрузка|(?:now )?loading|please wait|请稍候",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    r"(?:用户|会员|账号|账户|统一(?:身份)?(?:认证)?|系统|后台)?(?:登录|登錄|登入|登陆)"
    r"(?:页面?|界面|系统|中心|/注册)?|(?:会員)?ログイン(?:ページ|画面)?|(?:회원\s?)?로그인"
    r"|Вход(?: (?:в|на) .{1,40})?|Авторизация"
    r"|(?:please )?(?:log|sign)[ -]?in(?: (?:to|page|form)\b.{0,40})?|login",
    re.IGNORECASE,
)
_MISSING: Final = re.compile(
    r"(?:(?:http |error |错误\s?)?(?:40[34]|410|50[0-4]))?[\s:：!！.，,\-–—]*+"
    r"(?:(?:您|你)?(?:要)?(?:访问|查找|找|浏览)?的?(?:页面|网页|内容|文章|信息)"
    r"(?:不存在|找不到|没有找到|已(?:被)?删除|丢失|无法访问|出错)[^。]{0,12}"
    r"|(?:找不到|未找到|没有找到)(?:该|您要的|相关)?(?:页面|网页|内容)|出错啦?"
    r"|(?:ページ|記事)(?:が|は)(?:見つかりません|存在しません)(?:でした)?"
    r"|페이지를?\s?(?:찾을 수 없습니다|없습니다)|존재하지 않는 페이지(?:입니다)?"
    r"|Ошибка 404|Страница не (?:найдена|существует)|(?:page |file )?not found"
    r"|(?:page|article)(?: is)? (?:not available|unavailable|does not exist)"
    r"|error|forbidden|access denied|oops|server error|bad gateway)?[\s:：!！.。，,\-–—]*(?:404)?",
    re.IGNORECASE,
)
_CHECK: Final = re.compile(
    r"(?:请)?(?:先)?(?:完成)?(?:安全|人机|身份)验证|(?:您的)?(?:访问|操作|请求)(?:过于|太)频繁"
    r"|私はロボットではありません|ロボットでないことを確認|로봇이 아닙니다"
    r"|Подтвердите, что вы (?:не робот|человек)"
    r"|Just a moment\W*|Checking (?:if the site connection is secure|your browser)\b.{0,40}"
    r"|(?:Verify|Confirm|Verifying) (?:that )?you are (?:a )?human.{0,40}|Are you a robot\??"
    r"|Attention Required!?.{0,20}|Security check",
    re.IGNORECASE,
)
_EMPTY_ROOTS: Final = frozenset("app root __next __nuxt react-root main-app".split())
_FREE: Final = re.compile(
    r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?(?:false|no)\b", re.IGNORECASE
)
_NO_WORDS: Final = re.compile(r"[\W\d_]+")


def refuse(root: etree._Element, lines: list[Line], drafts: list[Draft]) -> None:
    """Raise :class:`ExtractError` where what was found is no article, and say what it is."""
    own = 0
    for draft in drafts:
        own += _own(draft)
        if own > _LITTLE:  # as nearly every page does with its first paragraphs
            return
    lines = lines[:_MAX_LINES]
    headings = _headings(root, lines)
    shows = any(draft.image or draft.kind in ("attachment", "media", "table") for draft in drafts)
    if any(_MISSING.fullmatch(text) for text in headings) and not shows:
        raise ExtractError("no article is in the page: it says that a page was not found")
    if any(_CHECK.fullmatch(text) for text in headings) and not shows:
        raise ExtractError(
            "no article is in the page: the site asks whether a person reads it (try in a browser)"
        )
    if _asks_password(root) and any(_LOGIN.fullmatch(text) for text in headings):
        raise ExtractError("no article is in the page: it is a login form")
    if wall := _wall(root, lines):
        raise ExtractError(
            f"the article is behind a paywall ({wall}): only a teaser is in the page"
        )
    if own < _NOTHING and not shows and _is_scripted(root, lines):
        raise ExtractError("no article is in the page: a script has yet to write it")
    if links := _links(drafts):
        raise ExtractError(f"no article is in the page: it is a list of {links} links")


def _own(draft: Draft) -> int:
    """How many Latin letters a draft says in words that are no links."""
    if draft.items:
        return sum(_own_item(item) for item in draft.items)
    if draft.rows:
        return sum(_unlinked(c.rich.text, c.rich.marks) for row in draft.rows for c in row)
    return _unlinked(draft.rich.text, draft.rich.marks)


def _own_item(item: ItemDraft) -> int:
    nested = sum(_own_item(one) for one in item.nested.items) if item.nested else 0
    return nested + _unlinked(item.rich.text, item.rich.marks)


def _unlinked(text: str, marks: tuple[Mark, ...]) -> int:
    kept = list(text)
    for mark in marks:
        if mark.kind == "link":
            kept[mark.start : mark.end] = " " * (mark.end - mark.start)
    bare = _NO_WORDS.sub("", "".join(kept))
    return width(bare) if bare else 0


def _headings(root: etree._Element, lines: list[Line]) -> list[str]:
    """The page's title, its first part, and its headings."""
    title = next((collapse("".join(map(str, e.itertext()))) for e in root.iter("title")), "")
    found = [title, *parts(title)[:1]]
    found += [line.text for line in lines if line.owner.tag in ("h1", "h2")]
    return [text for text in found if has_letters(text)]


def _asks_password(root: etree._Element) -> bool:
    return any((e.get("type") or "").lower() == "password" for e in root.iter("input"))


def _wall(root: etree._Element, lines: list[Line]) -> str | None:
    """What says that the rest must be paid for. A menu's "Subscribe" alone is said everywhere."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and _FREE.search(script.text or ""):
            return "its JSON-LD says that it is not free"
    for line in lines:
        if len(line.text) < 200 and line.linked < line.width and (found := _WALL.search(line.text)):
            return repr(found.group())
    return None


def _is_scripted(root: etree._Element, lines: list[Line]) -> bool:
    if any(_SCRIPT.search("".join(map(str, e.itertext()))) for e in root.iter("noscript")):
        return True
    if any(_LOADING.fullmatch(line.text.strip(" .…")) for line in lines):
        return True
    ids = (e for e in root.iter("div") if e.get("id") in _EMPTY_ROOTS)
    return any(not len(e) and not (e.text or "").strip() for e in ids)


def _links(drafts: list[Draft]) -> int:
    """How many links the drafts are made of, where they are made of little else."""
    count = linked = said = 0
    for draft in drafts:
        texts = [item.rich for item in draft.items] or [draft.rich]
        for rich in texts:
            own = _unlinked(rich.text, rich.marks)
            if own >= 30 and ends_sentence(rich.text):
                return 0
            links = [mark for mark in rich.marks if mark.kind == "link"]
            count += len(links)
            linked += sum(width(rich.text[m.start : m.end] or " ") for m in links)
            said += own
    return count if count >= _SOME_LINKS and linked > 2 * said else 0
