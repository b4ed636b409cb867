"""Does memory grow with every article? The demo models, as many articles, each another one."""

import sys
import tempfile
from pathlib import Path

from benchmarks.translation import article
from langdu.translation import translate_article
from langdu.translation.engines.argos import ArgosTranslator
from langdu.translation.packages.installing import install

DEMO = Path(__file__).parent.parent.parent / "examples" / "models"
#: Allocators settle; what grows by article grows far more than this between 100 and 1,000.
MOST_GROWTH = 1.15


def main() -> None:
    """Print the resident memory on the way; exit with 1 where it grew."""
    count = int(sys.argv[1])
    marks = {max(1, count // 10), max(1, count // 2), count}
    seen = []
    with tempfile.TemporaryDirectory() as work:
        for file in sorted(DEMO.glob("*.argosmodel")):
            install(file, directory=Path(work) / "packages")
        translator = ArgosTranslator(Path(work) / "packages")
        for number in range(1, count + 1):
            translate_article(article.make(6, seed=number), ("en", "ja", "ko", "ru"), translator)
            if number in marks:
                seen.append(_resident())
                print(f"resident after {number:5} articles: {seen[-1]:6.1f} MB", flush=True)
    if seen[-1] > MOST_GROWTH * seen[0]:
        sys.exit(f"memory grew by {seen[-1] - seen[0]:.1f} MB")


def _resident() -> float:
    """Megabytes of this process in memory now (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this system does not say how much memory a process has")


if __name__ == "__main__":
    main()
