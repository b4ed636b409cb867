"""A site whose articles have several pages, in the ways that sites have."""

from tests.loading.web.server import Exchange, Handler

TEXTS = (
    "河边的老磨坊今年重新开放，村里请来木匠修好了水轮，孩子们第一次看见它转起来。",
    "磨坊里摆着三十二件旧农具，每一件都有讲解牌，游客可以亲手试一试石磨。",
    "管理员说，到了冬天磨坊也开门，每逢周六还有老人来讲过去磨面的故事。",
    "来年春天，村里打算把磨坊后面的小路铺好，再种上两排柳树，方便大家散步。",
)


def html(
    *texts: str,
    pager: str = "",
    head: str = "",
    title: str = "老磨坊重新开放",
    editor: str = "",
    below: str = "",
) -> str:
    """A page of a portal with the given paragraphs."""
    body = "\n".join(text if text.startswith("<") else f"<p>　　{text}</p>" for text in texts)
    last = f"<p>（责任编辑：{editor}）</p>" if editor else ""
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">
<title>{title}_青溪网</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2024-03-05 09:10">{head}
</head><body><div class="nav"><a href="/">首页</a> <a href="/zw/">政务</a></div>
<div class="article"><h1>{title}</h1><div class="info">时间：2024-03-05 09:10 来源：青溪日报</div>
<div class="TRS_Editor">{body}{last}</div>{pager}</div>
<div class="foot"><p>上一篇：<a href="t20240304_100.html">桥修好了</a></p>
<p>下一篇：<a href="t20240306_102.html">集市开了</a></p></div>{below}</body></html>"""


def page(text: str, status: str = "200 OK") -> Handler:
    """What answers with a page."""
    return lambda exchange: exchange.answer(text.encode(), status)


def to(location: str) -> Handler:
    """What answers with a redirect."""

    def handler(exchange: Exchange) -> None:
        exchange.redirect(location)

    return handler


def trs(count: int, current: int, name: str = "t20240305_101", extension: str = "html") -> str:
    """The script that TRS puts below an article, or a list."""
    call = f'createPageHTML({count}, {current}, "{name}", "{extension}");'
    return f"<div class='page'><script>{call}</script></div>"


def numbers(addresses: list[str], current: int) -> str:
    """上一页 1 2 3 下一页; ``addresses`` are those of all pages, ``current`` is an index."""
    links = [
        f"<b>{n + 1}</b>" if n == current else f'<a href="{address}">{n + 1}</a>'
        for n, address in enumerate(addresses)
    ]
    if current:
        links.insert(0, f'<a href="{addresses[current - 1]}">上一页</a>')
    if current + 1 < len(addresses):
        links.append(f'<a href="{addresses[current + 1]}">下一页</a>')
    return f"<div>{' '.join(links)}</div>"
