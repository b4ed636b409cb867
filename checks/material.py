"""What the gate looks at: sites published by langdu itself from examples and generated articles."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import langdu
from checks import articles
from checks.programs import ROOT, WORK
from langdu.article import Article
from langdu.publishing import WRITERS, publish, publish_single
from langdu.publishing.labels import page_tag
from langdu.publishing.withdrawing import withdraw
from langdu.readings import WordAids
from langdu.speech.fake import FakeVoice
from tests.publishing.samples import png

#: Wide enough for the screens of phones, which have many pixels.
_PICTURE = png(1200)


#: Somebody else's page around a fragment: with a language, a title and a heading of its own.
_PORTAL = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{lang}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:; \
style-src 'self' file:; img-src 'self' file:; media-src 'self' file:; base-uri 'none'; \
form-action 'none'"><meta name="viewport" content="width=device-width"></head>
<body><main>
{fragment}</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Material:
    """The published sites by name."""

    sites: dict[str, Path]

    def pages(self) -> dict[str, Path]:
        """The pages by name: ``demo/zh``, ``demo`` for the first one, ``blocks/single``."""
        found = {}
        for name, site in self.sites.items():
            for page in sorted(site.rglob("*.html")):
                if page.name != "fragment.html":  # no page by itself
                    # once is enough: every site has the same
                    if page.name == "accessibility.html" and name not in ("blocks", "withdrawn"):
                        continue
                    parts = (name, *page.relative_to(site).with_suffix("").parts)
                    found["/".join(part for part in parts if part != "index")] = page
        return found

    def hostile_chapters(self) -> tuple[Path, ...]:
        """The pages in the EPUBs of the hostile article, taken out of them."""
        site, out = self.sites["hostile"], WORK / "hostile" / "chapters"
        for book in sorted(site.rglob("*.epub")):
            with ZipFile(book) as archive:
                archive.extractall(out / book.parent.name / book.stem)
        return tuple(sorted(out.rglob("*.xhtml")))

    def epubs(self) -> tuple[Path, ...]:
        """The EPUBs: all of the article with every block, one of each other kind of article."""
        several = sorted(self.sites["blocks"].rglob("*.epub"))
        others = (self.sites["demo"] / "zh", self.sites["hostile"] / "en")
        return (*several, *(file for folder in others for file in sorted(folder.glob("*.epub"))))


def publish_all() -> Material:
    """Publish everything anew."""
    shutil.rmtree(WORK, ignore_errors=True)
    return Material(
        {
            "demo": publish_demo(),
            "blocks": _site("blocks", articles.with_every_block(), pace=0.05),
            "long": _site("long", articles.long(), pace=0.002),
            "hostile": _site("hostile", articles.hostile()),
            "withdrawn": _withdrawn(),
        }
    )


def publish_demo() -> Path:
    """The site of ``make demo``, made anew."""
    out = WORK / "demo"
    subprocess.run(
        [sys.executable, str(ROOT / "examples" / "demo.py"), "--out", str(out)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return out / "site"


def _withdrawn() -> Path:
    site = WORK / "withdrawn" / "site"
    publish(articles.with_every_block(), to=site)
    withdraw(site)
    return site


def _image(_: str) -> bytes:
    return _PICTURE


def _site(name: str, editions: Sequence[Article], pace: float = 0.0) -> Path:
    """A published site; with a ``pace``, in seconds a character, it is spoken by tones."""
    site = WORK / name / "site"
    with langdu.Reader(voice=FakeVoice(seconds_per_character=pace)) as reader:
        audio = {a.lang: reader.synthesize(a) for a in editions} if pace else {}
        everything = tuple(WRITERS)
        publish(editions, site, formats=everything, audio=audio, images=_image, aids=WordAids())
        if name != "long":  # a file of so much sound says no more
            single = site / "single"
            publish_single(editions, single, audio=audio, images=_image, aids=WordAids())
        for track in audio.values():
            track.close()
    for fragment in site.rglob("fragment.html"):
        text = fragment.read_text(encoding="utf-8")
        page = _PORTAL.format(lang=page_tag(fragment.parent.name), fragment=text)
        fragment.with_name("portal.html").write_text(page, encoding="utf-8")
    return site
