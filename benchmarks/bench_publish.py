"""``make bench-publish``: how long publishing takes, how large a page is, how it scrolls.

The article is a real one of a portal, where it lies beside the repository, else that of the demo;
five languages by the demo's models, HTML and EPUB without audio. Times of a machine that does
other things are too long: the CPU's own time stands beside them.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import html

import langdu
from checks.browser import browser, visit
from checks.states import State
from langdu.article import Article, Paragraph, Sentence
from langdu.publishing import publish
from langdu.readings import WordAids
from langdu.speech.fake import FakeVoice
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages.installing import install

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "bench" / "portal-article.txt"
DEMO = ROOT / "examples" / "portal" / "article.html"
LANGUAGES = ("en", "ja", "ko", "ru")
RUNS = 7
#: A long article: 5,000 sentences of 40 characters.
PARAGRAPHS, SENTENCES = 1_000, 5

#: Milliseconds of the first paint since the page was asked for.
_PAINT = """() => new Promise((done) => new PerformanceObserver((list) => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  if (paint) done(paint.startTime);
}).observe({ type: "paint", buffered: true }))"""
#: While something is done in every frame for some seconds: the gaps between frames, in
#: milliseconds, and the lengths of tasks over 50 ms.
_FRAMES = """([seconds, pixels]) => new Promise((done) => {
  const gaps = [], tasks = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ type: "longtask" });
  const begin = performance.now();
  let last = begin;
  const frame = (now) => {
    if (now > last) gaps.push(now - last);
    last = now;
    if (pixels) scrollBy({ top: pixels, behavior: "instant" });
    if (now - begin < 1000 * seconds) requestAnimationFrame(frame);
    else setTimeout(() => done([gaps, tasks]), 100);
  };
  requestAnimationFrame(frame);
})"""
#: Milliseconds from the press of a button to the layout with the next sentence marked.
_STEP = """() => {
  const begin = performance.now();
  document.querySelector("[data-do=next]").click();
  document.querySelector(".s.now").getBoundingClientRect();
  return performance.now() - begin;
}"""


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU time of a piece of work, in milliseconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


def editions(work: Path) -> list[Article]:
    """The article and its four translations."""
    for file in sorted((ROOT / "examples" / "models").glob("*.argosmodel")):
        install(file, directory=work / "packages")
    if not REAL.exists():
        print("the real article is not here: the demo's instead")
    article = langdu.load(REAL if REAL.exists() else DEMO)
    with langdu.Reader(translator=ArgosTranslator(work / "packages")) as reader:
        return [article, *reader.translate_all(article, list(LANGUAGES)).values()]


def long_article() -> Article:
    """An article of our own of 200,000 characters."""
    line = "第{n}天，镇上的图书馆又添了{m}本书，读者比前一天多了不少，馆员们忙到很晚才锁门回家。"
    blocks = tuple(
        Paragraph(
            f"b{n}",
            tuple(Sentence(f"b{n}.s{m}", line.format(n=n, m=m)) for m in range(1, SENTENCES + 1)),
        )
        for n in range(1, PARAGRAPHS + 1)
    )
    return Article("zh", blocks, title="图书馆的一千天")


def measure_publishing(articles: list[Article], work: Path) -> Path:
    """Print times and sizes; gives the site."""
    site, formats = work / "site", ("html", "epub")
    for name, aids in (("without words", None), ("with readings", WordAids())):

        def once(aids: WordAids | None = aids) -> None:
            publish(articles, site, formats=formats, aids=aids)

        first = timed(once)
        again = [timed(once) for _ in range(RUNS)]
        wall, cpu = (statistics.median(column) for column in zip(*again, strict=True))
        print(f"publish, {name}: {wall:.0f} ms ({cpu:.0f} ms CPU), median of {RUNS};")
        print(f"    the first in a process: {first[0]:.0f} ms ({first[1]:.0f} ms CPU)")
    for article in articles:
        alone = work / f"alone-{article.lang}"
        publish([article], alone)
        page = alone / article.lang / "index.html"
        names = ("reader.css", "reader.js")
        whole = sum(f.stat().st_size for f in (page, *(alone / "assets" / n for n in names)))
        shown = html.fromstring(page.read_bytes()).xpath("//body//text()[not(parent::script)]")
        text = sum(len(part.encode()) for part in shown)
        print(
            f"page {article.lang} alone: {(whole - text) / 1000:.1f} kB, {text / 1000:.1f} kB text"
        )
    return site


def measure_browser(site: Path, work: Path) -> None:
    """Print first paints, and how a long article scrolls and is marked."""
    article = long_article()
    book = work / "long"
    with langdu.Reader(voice=FakeVoice(seconds_per_character=0.05)) as reader:
        short = replace(article, blocks=article.blocks[:20])
        with reader.synthesize(short) as audio:
            publish([article], book, audio={"zh": audio})
    with browser() as opened:
        for name, page in (("the article", site / "zh"), ("200,000 characters", book / "zh")):
            paints = []
            for _ in range(RUNS):
                with visit(opened, page / "index.html", State(name)) as seen:
                    paints.append(seen.page.evaluate(_PAINT))
            print(f"first paint, {name}: {statistics.median(paints):.0f} ms")
        with visit(opened, book / "zh" / "index.html", State("long")) as seen:
            frames("scrolling", *seen.page.evaluate(_FRAMES, [4, 120]))
            steps = [seen.page.evaluate(_STEP) for _ in range(50)]
            print(f"the next sentence marked: {statistics.median(steps):.1f} ms")
            seen.page.locator("button[data-do=read]").press("Enter")
            frames("while it is read", *seen.page.evaluate(_FRAMES, [6, 0]))


def frames(name: str, gaps: list[float], tasks: list[Any]) -> None:
    """Print how even the frames were."""
    ordered = sorted(gaps)
    worst = ordered[int(0.95 * len(ordered))]
    print(
        f"{name}: {1000 * len(gaps) / sum(gaps):.0f} frames a second, 95 of 100 within "
        f"{worst:.0f} ms; {len(tasks)} tasks over 50 ms, {max(tasks, default=0):.0f} ms at most"
    )


def main() -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        measure_browser(measure_publishing(editions(work), work), work)


if __name__ == "__main__":
    main()
