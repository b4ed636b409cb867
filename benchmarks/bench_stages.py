"""``make bench``: how long each stage takes on the demo page (median of five, whole page).

Figures of one machine mean little; compare before and after a change on the same one.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import langdu
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages.installing import install

EXAMPLES = Path(__file__).parent.parent / "examples"


def median(work: Callable[[], object], runs: int = 5) -> float:
    """The median wall time of a piece of work in milliseconds, after one warm-up."""
    work()
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return 1000 * statistics.median(times)


def main() -> None:
    """Print a line for each stage."""
    page = EXAMPLES / "portal" / "article.html"
    article = langdu.load(page)
    with tempfile.TemporaryDirectory() as work:
        packages = Path(work) / "packages"
        for file in sorted((EXAMPLES / "models").glob("*.argosmodel")):
            install(file, directory=packages)
        with langdu.Reader(translator=ArgosTranslator(packages)) as reader:
            targets = ["en", "ja", "ko", "ru"]
            editions = [article, *reader.translate_all(article, targets).values()]
            site = Path(work) / "site"
            seconds = 0.0

            def speak() -> None:
                nonlocal seconds
                with reader.synthesize(article) as audio:
                    seconds = audio.duration

            rows = [
                ("load and clean", median(lambda: langdu.load(page))),
                ("translate into four", median(lambda: reader.translate_all(article, targets))),
                ("speak (zh)", median(speak)),
                (
                    "publish five",
                    median(lambda: langdu.publish(editions, to=site, image_root=page.parent)),
                ),
            ]
    for name, milliseconds in rows:
        print(f"{name:20} {milliseconds:8.1f} ms")
    print(f"speech is {1000 * seconds / rows[2][1]:.0f} times as fast as real time")


if __name__ == "__main__":
    main()
