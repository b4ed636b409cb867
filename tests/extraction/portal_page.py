"""Builds, in memory, the HTML page that the shared text dump was taken from."""

from html import escape
from pathlib import Path

SHARED = Path(__file__).parents[2].parent / "shared" / "bench" / "portal-article.txt"


def as_html(dump: str, images: list[str]) -> str:
    """A portal page around the body of the dump: menus, bar, images with captions, footer."""
    lines = dump.splitlines()
    top = next(i for i, line in enumerate(lines) if line.startswith("时间:"))
    title = next(line for line in reversed(lines[:top]) if line.strip())
    end = next(i for i, line in enumerate(lines) if line.strip().startswith("编 辑"))
    texts = [line.strip() for line in lines[top + 2 : end] if line.strip()]
    body = []
    for index, text in enumerate(texts):
        if index < len(images):
            body.append(f'<p align="center"><img src="{images[index]}" alt=""></p>')
        body.append(f"<p>　　{escape(text)}</p>")
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>{escape(title)}_县区动态</title><meta name="ArticleTitle" content="{escape(title)}">
<meta name="PubDate " content="2020-03-30 10:42"><meta name="ContentSource" content=""></head><body>
<div class="top"><a href="/wza">无障碍</a> <a href="/s">一网搜</a>
<a href="/l">登录</a>| <a href="/r">注册</a></div>
<div class="links"><a href="/zwfw">政务服务</a> <a href="/gov">中国政府网</a>
<a href="/prov">省政府网</a>
<a href="/en">English</a> <a href="/jp">日本語</a>
<a href="/kr">한국어</a> <a href="/ru">Русский</a>
<span>站群导航</span></div><div class="pop"><a href="#">关闭</a>
<p>行政区划</p><p>开发区</p><p>部门网站</p></div>

<div class="dqwz">当前位置: &nbsp;<a href="/">首页</a> &gt;&nbsp; <a href="/zw">政务</a> &gt;&nbsp;
<a href="/zw/xq">县区动态</a></div><h1>{escape(title)}</h1>
<div class="bar"><span>时间:2020-03-30 10:42</span> <span>来源:</span>
<span>【字体: <a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</span>
<a href="#">打印</a></div>
<div class="TRS_Editor">{"".join(body)}</div><div class="bj">编 辑:</div>
<div class="footer"><p>主办：省人民政府办公厅
　网站标识码：2200000000</p></div></body></html>"""
