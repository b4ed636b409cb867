"""Articles that nobody wrote, and no two of which are the same."""

import random
from pathlib import Path

_WHO = ("镇里的图书馆", "河边的小学", "石桥村", "老邮局", "山下的车站", "文化馆")
_DID = ("重新开放了", "添置了新书", "修好了屋顶", "请来了志愿者", "办起了读书会", "种下了柳树")
_THEN = ("孩子们很高兴", "老人们常来坐坐", "大家都说方便", "门口挂上了新牌子", "来的人多了起来")


def page(number: int, sentences: int = 12) -> str:
    """The page of an article; the same number gives the same page."""
    chance = random.Random(number)
    texts = [
        f"{chance.choice(_WHO)}{chance.choice(_DID)}，{chance.choice(_THEN)}，"
        f"一共有{chance.randint(3, 900)}人参加。"
        for _ in range(sentences)
    ]
    body = "".join(f"<p>{''.join(texts[at : at + 3])}</p>" for at in range(0, sentences, 3))
    title = f"{chance.choice(_WHO)}{chance.choice(_DID)}（第{number}号）"
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2024-03-05 09:10">
</head><body><div class="article"><h1>{title}</h1><div class="TRS_Editor">{body}</div></div>
</body></html>"""


def fill(folder: Path, count: int) -> Path:
    """A folder of so many pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"a{number:06}.html").write_text(page(number), encoding="utf-8")
    return folder
