"""What the gate looks at: sites published by langdu itself from examples and generated articles."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import langdu
from checks import articles
from checks.programs import ROOT
from langdu.article import Article
from langdu.publishing import WRITERS, publish
from langdu.speech.fake import FakeVoice
from tests.publishing.hostile_text import all_in_one
from tests.publishing.samples import png

#: Wide enough for the screens of phones, which have many pixels.
_PICTURE = png(1200)
WORK = ROOT / "reader-check"


@dataclass(frozen=True, slots=True)
class Material:
    """The published sites by name."""

    sites: dict[str, Path]

    def page(self, name: str) -> Path:
        """The page ``demo/zh``, or ``demo`` for a site's first page."""
        site, _, lang = name.partition("/")
        return self.sites[site] / lang / "index.html"

    def pages(self) -> tuple[str, ...]:
        """The names of all pages."""
        return tuple(
            page.parent.relative_to(WORK).as_posix().replace("/site", "", 1)
            for site in self.sites.values()
            for page in sorted(site.rglob("index.html"))
        )

    def html(self) -> tuple[Path, ...]:
        """Every HTML file."""
        return tuple(file for site in self.sites.values() for file in sorted(site.rglob("*.html")))

    def epubs(self) -> tuple[Path, ...]:
        """The EPUBs: all of the article with every block, one of each other kind of article."""
        several = sorted(self.sites["blocks"].rglob("*.epub"))
        others = (self.sites["demo"] / "zh", self.sites["hostile"] / "en")
        return (*several, *(file for folder in others for file in sorted(folder.glob("*.epub"))))

    def hostile(self) -> tuple[Path, ...]:
        """The pages that carry hostile text."""
        return tuple(sorted(self.sites["hostile"].rglob("index.html")))


def publish_all() -> Material:
    """Publish everything anew."""
    shutil.rmtree(WORK, ignore_errors=True)
    return Material(
        {
            "demo": _demo(),
            "blocks": _site("blocks", articles.with_every_block(), pace=0.05),
            "long": _site("long", articles.long(), pace=0.002),
            "hostile": _site(
                "hostile", [replace(all_in_one(), lang="zh", translation=None), all_in_one()]
            ),
        }
    )


def _demo() -> Path:
    out = WORK / "demo"
    subprocess.run(
        [sys.executable, str(ROOT / "examples" / "demo.py"), "--out", str(out)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return out / "site"


def _site(name: str, editions: Sequence[Article], pace: float = 0.0) -> Path:
    """A published site; with a ``pace``, in seconds a character, it is spoken by tones."""
    site = WORK / name / "site"
    with langdu.Reader(voice=FakeVoice(seconds_per_character=pace)) as reader:
        audio = {a.lang: reader.synthesize(a) for a in editions} if pace else {}
        publish(
            editions,
            to=site,
            audio=audio,
            formats=tuple(WRITERS),
            images=lambda _: _PICTURE,
        )
        for track in audio.values():
            track.close()
    return site
