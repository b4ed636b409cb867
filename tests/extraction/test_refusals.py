"""Pages without an article: one clear error that says what was found, and never a menu as text.

The other way round too: a page with little text is an article where that little is the article.
"""

import json

import pytest

from langdu.article import Attachment, Figure, block_text
from langdu.errors import ExtractError
from langdu.extraction import extract
from langdu.page import Page

URL = "https://portal.example/zw/page.html"

MENU = {
    "zh": ("首页", "新闻", "政务公开", "办事服务", "互动交流", "走进云桥", "专题专栏"),
    "ja": ("ホーム", "ニュース", "くらし", "子育て", "市政情報", "観光", "お問い合わせ"),
    "ko": ("홈", "정치", "사회", "문화", "스포츠", "날씨", "고객센터"),
    "ru": ("Главная", "Новости", "Общество", "Культура", "Спорт", "Погода", "Контакты"),
    "en": ("Home", "News", "Sport", "Culture", "Weather", "About us", "Contact"),
}

#: title, the teaser, what stands where the rest would be.
PAYWALLS = {
    "zh": (
        "山谷里的钟表匠",
        "石门镇最后一位钟表匠今年八十一岁。他说，等修完手上这座钟，就把铺子关了。",
        "本文为付费内容，订阅会员后可阅读全文",
    ),
    "ja": (
        "谷あいの時計職人",
        "この町で最後の時計職人は、今年81歳になる。いま直している柱時計が、最後の仕事だという。",
        "この記事は有料会員限定です。残り1890文字",
    ),
    "ko": (
        "골짜기의 시계공",
        "이 마을의 마지막 시계공은 올해 여든한 살이다. 그는 지금 고치는 시계가 마지막이라고 했다.",
        "이 기사는 유료회원 전용입니다. 구독 후 전문을 보실 수 있습니다",
    ),
    "ru": (
        "Часовщик из долины",
        "Последнему часовщику посёлка восемьдесят один год. Он говорит, что эти часы — последние.",
        "Материал доступен только по подписке. Оформите подписку, чтобы читать дальше",
    ),
    "en": (
        "The clockmaker in the valley",
        "The last clockmaker in the valley is eighty-one. This clock, he says, will be his last.",
        "Subscribe to read the full story",
    ),
}

SCRIPTED = {
    "zh": "本页面需要启用 JavaScript 才能正常显示。",
    "ja": "このページを表示するには、JavaScriptを有効にしてください。",
    "ko": "이 페이지를 보려면 JavaScript를 활성화해야 합니다.",
    "ru": "Для просмотра этой страницы включите JavaScript в браузере.",
    "en": "You need to enable JavaScript to run this app.",
}

#: headlines of a column's front page
HEADLINES = {
    "zh": ("老街修缮工程完工", "社区食堂开到家门口", "夜校明年再开六所", "江边公园今起开放"),
    "ja": ("駅前の銭湯が閉店", "台風の接近に注意", "新しい橋の名前決まる", "図書館で読み聞かせ"),
    "ko": ("산책로 다시 연다", "가을 축제 주말 개막", "시내버스 노선 바뀐다", "통학로 안전 점검"),
    "ru": ("Мост закроют на два дня", "Посадили липы", "Ярмарка прошла", "Каток открыт"),
    "en": ("Lighthouse opens for tours", "Market moves", "Bridge closed", "New ferry sails"),
}

LOGIN = {
    "zh": ("用户登录", "用户名", "密码", "登录", "忘记密码？", "没有账号？立即注册"),
    "ja": (
        "ログイン",
        "メールアドレス",
        "パスワード",
        "ログインする",
        "パスワードを忘れた方",
        "新規登録",
    ),
    "ko": ("로그인", "아이디", "비밀번호", "로그인", "비밀번호 찾기", "회원가입"),
    "ru": ("Вход", "Логин", "Пароль", "Войти", "Забыли пароль?", "Регистрация"),
    "en": ("Log in", "Email", "Password", "Log in", "Forgot your password?", "Create an account"),
}

#: title, what the page says
MISSING = {
    "zh": ("404 页面不存在", "抱歉，您访问的页面不存在或已删除。"),
    "ja": ("ページが見つかりません", "お探しのページは移動または削除された可能性があります。"),
    "ko": ("페이지를 찾을 수 없습니다", "요청하신 페이지가 삭제되었거나 주소가 변경되었습니다."),
    "ru": ("Страница не найдена", "К сожалению, запрашиваемая страница удалена или перемещена."),
    "en": ("404 Not Found", "Sorry, the page you are looking for has been moved or deleted."),
}

languages = pytest.mark.parametrize("lang", ["zh", "ja", "ko", "ru", "en"])


def document(lang: str, title: str, body: str, head: str = "") -> Page:
    """A page as sites have it: a menu, ``body``, a footer with more links."""
    links = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(MENU[lang]))
    text = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f'{head}</head><body><div class="top"><ul>{links}</ul></div>{body}'
        f'<div class="bottom"><ul>{links}</ul><p>© 2024 portal.example</p></div></body></html>'
    )
    return Page(text, "html", url=URL, base=URL)


def refusal(page: Page) -> str:
    """The one line that a page is refused with."""
    with pytest.raises(ExtractError) as caught:
        extract(page)
    message = str(caught.value)
    assert "\n" not in message
    return message.lower()


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def walled(lang: str) -> tuple[str, str, str]:
    """Title, JSON-LD and body of a page that shows only a teaser."""
    title, teaser, wall = PAYWALLS[lang]
    head = linked(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "isAccessibleForFree": False,
            "hasPart": {
                "@type": "WebPageElement",
                "isAccessibleForFree": "False",
                "cssSelector": ".paid",
            },
        }
    )
    body = (
        f'<article><h1>{title}</h1><div class="article-body"><p>{teaser}</p></div>'
        f'<div class="paid"><p>{wall}</p><a href="/subscribe">{wall.split()[0]}</a></div></article>'
    )
    return title, head, body


@languages
def test_a_paywall_is_named(lang: str) -> None:
    title, head, body = walled(lang)
    message = refusal(document(lang, title, body, head))
    assert "paywall" in message
    assert "teaser" in message


@languages
def test_a_paywall_is_seen_without_json(lang: str) -> None:
    title, _, body = walled(lang)
    assert "paywall" in refusal(document(lang, title, body))


def test_text_that_is_all_there_is_read_whatever_the_json_says() -> None:
    title, head, body = walled("en")
    more = "".join(
        f"<p>He wound clock number {n} every morning for years, and wrote down in a small book "
        "how many minutes it had lost during the night.</p>"
        for n in range(1, 9)
    )
    page = document("en", title, body.replace("</p></div>", f"</p>{more}</div>", 1), head)
    texts = [block_text(block) for block in extract(page).blocks]
    assert texts[0].startswith("The last clockmaker")
    assert len(texts) == 9
    assert not any("ubscribe" in text for text in texts)


def test_a_short_free_note_is_no_paywall() -> None:
    head = linked({"@type": "NewsArticle", "headline": "Pool closed", "isAccessibleForFree": True})
    body = (
        "<article><h1>Pool closed</h1><p>The town pool is closed on Friday while the filters "
        "are cleaned. It opens again on Saturday at nine.</p></article>"
    )
    article = extract(document("en", "Pool closed", body, head))
    assert len(article.blocks) == 1


@languages
def test_a_page_that_a_script_writes(lang: str) -> None:
    body = (
        f'<noscript>{SCRIPTED[lang]}</noscript><div id="app"></div>'
        '<script>window.__STATE__={"article":{"id":7}}</script><script src="/app.js"></script>'
    )
    text = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Portal</title>'
        f"</head><body>{body}</body></html>"
    )
    assert "script" in refusal(Page(text, "html", url=URL, base=URL))


def test_a_menu_around_an_empty_root_is_no_article() -> None:
    message = refusal(
        document(
            "zh",
            "云桥市融媒体中心",
            f'<div id="root"><div class="loading">加载中…</div></div><noscript>{SCRIPTED["zh"]}'
            '</noscript><script src="/static/main.js"></script>',
        )
    )
    assert "script" in message


@languages
def test_a_list_of_links(lang: str) -> None:
    items = "".join(
        f'<li><span>2024-05-{n + 1:02}</span><a href="./t202405{n:02}_{n}.html">{text}</a></li>'
        for n, text in enumerate(HEADLINES[lang] * 5)
    )
    refusal(document(lang, MENU[lang][1], f'<h2>{MENU[lang][1]}</h2><ul class="list">{items}</ul>'))


@languages
def test_a_login_page(lang: str) -> None:
    title, user, password, button, lost, new = LOGIN[lang]
    refusal(
        document(
            lang,
            title,
            f'<div class="box"><h1>{title}</h1><form action="/login" method="post">'
            f'<p><label for="u">{user}</label> <input id="u" name="u"></p>'
            f'<p><label for="p">{password}</label> <input id="p" type="password"></p>'
            f'<p><button>{button}</button></p></form><p><a href="/lost">{lost}</a></p>'
            f'<p><a href="/new">{new}</a></p></div>',
        )
    )


@languages
def test_a_missing_page(lang: str) -> None:
    title, text = MISSING[lang]
    back = MENU[lang][0]
    refusal(
        document(
            lang,
            title,
            f'<div class="error-page"><h1>{title}</h1><p>{text}</p>'
            f'<p><a href="/">{back}</a></p></div>',
        )
    )


def test_an_article_about_missing_pages_is_one() -> None:
    title = "404 Not Found: a short history"
    body = (
        f"<article><h1>{title}</h1><p>Sorry, the page you are looking for has been moved or "
        "deleted: few sentences are read more often. It was written in a hurry in 1992, and its "
        "author has said that she would choose other words today.</p><p>The number 404 itself "
        "was the next one free on a list that somebody kept in a drawer.</p></article>"
    )
    article = extract(document("en", title, body))
    assert article.title == title
    assert len(article.blocks) == 2


def test_an_article_of_links_with_words_is_one() -> None:
    """A weekly letter: every line has a link, and says what it is about."""
    lines = "".join(
        f'<p><a href="https://paper.example/{n}">{text}</a>: a long read about a place that few '
        "people know, and about the one person there who would not leave it.</p>"
        for n, text in enumerate(HEADLINES["en"])
    )
    body = f"<article><h1>What we read this week</h1>{lines}</article>"
    assert len(extract(document("en", "What we read this week", body)).blocks) == 4


@languages
def test_pictures_alone_are_an_article(lang: str) -> None:
    title = PAYWALLS[lang][0]
    pictures = "".join(
        f'<figure><img src="/pic/{n}.jpg" alt=""><figcaption>{text}</figcaption></figure>'
        for n, text in enumerate(HEADLINES[lang])
    )
    article = extract(
        document(lang, title, f'<div class="article-content"><h1>{title}</h1>{pictures}</div>')
    )
    assert [type(block) for block in article.blocks] == [Figure] * 4
    assert article.title == title


@languages
def test_a_file_alone_is_an_article(lang: str) -> None:
    title = HEADLINES[lang][0]
    article = extract(
        document(
            lang,
            title,
            f'<div class="article-content"><h1>{title}</h1>'
            f'<p><a href="./P020240101000000000001.pdf">{title}.pdf</a></p></div>',
        )
    )
    (block,) = article.blocks
    assert isinstance(block, Attachment)
    assert block.href == "https://portal.example/zw/P020240101000000000001.pdf"
    assert article.title == title


@pytest.mark.parametrize(
    ("lang", "title", "words"),
    [
        ("zh", "安全验证", "您的访问过于频繁，请拖动滑块完成验证后继续访问。"),
        ("ko", "로봇이 아닙니다", "계속하려면 아래 상자를 눌러 주세요."),
        ("en", "Just a moment...", "Checking if the site connection is secure."),
    ],
)
def test_a_check_for_robots_is_no_article(lang: str, title: str, words: str) -> None:
    with pytest.raises(ExtractError, match="asks whether a person reads it"):
        extract(document(lang, title, f"<h2>{title}</h2><p>{words}</p>"))
