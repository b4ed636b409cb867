"""A portal of small articles, and engines that do what tests need: fail, or end their process."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from langdu.batching.recipe import Recipe
from langdu.errors import TranslationError
from langdu.speech.fake import FakeVoice
from langdu.translation.fake import FakeTranslator
from langdu.translation.translator import PLAIN, Request, Translated

#: An article with this in its text ends the process that translates it.
POISON = "毒药"
_SENTENCES = (
    "石桥镇的图书角今年添了{n}本新书，读者比去年多。",
    "镇上的志愿者每逢周{w}来给孩子们读故事。",
    "第{n}号书架旁边放着一盏旧台灯，是{m}年前捐来的。",
    "管理员说，明年还要再办{m}次读书会。",
)


def page(number: int, *, extra: str = "", image: bool = False) -> str:
    """The page of an article, told apart from the others by its number."""
    texts = [
        text.format(n=number + 3, m=number % 7 + 2, w="一二三四五六日"[number % 7])
        for text in _SENTENCES
    ]
    body = "".join(f"<p>{text}</p>" for text in (*texts, *([extra] if extra else [])))
    picture = '<p><img src="lamp.png" alt="台灯"></p>' if image else ""
    title = f"石桥镇图书角第{number}期"
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2024-03-05 09:10">
</head><body><div class="article"><h1>{title}</h1>
<div class="TRS_Editor">{picture}{body}</div></div></body></html>"""


def fill(folder: Path, count: int) -> Path:
    """A folder of so many pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"a{number:04}.html").write_text(page(number), encoding="utf-8")
    return folder


def recipe(**changes: object) -> Recipe:
    """Two languages with audio, by fakes."""
    usual = {"to": ("en", "ja"), "audio": True, "formats": ("html", "json")}
    made = {"translator": PortalTranslator(), "voice": FakeVoice(seconds_per_character=0.002)}
    return Recipe(**{**usual, **made, **changes})  # type: ignore[arg-type]


class PortalTranslator(FakeTranslator):
    """A fake that fails into the languages ``broken``, and dies of poison."""

    version = "1"

    def __init__(self, broken: Sequence[str] = ()) -> None:
        super().__init__()
        self._broken = frozenset(broken)

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        if target in self._broken:
            raise TranslationError(f"the model into {target} is broken")
        if any(POISON in text for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().translate(texts, source, target, request)


def tree(site: Path) -> dict[str, bytes]:
    """All that readers see: path → bytes."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and ".langdu" not in path.parts
    }
