"""``python -m benchmarks.extraction``: run langdu and its peers, print the tables."""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.extraction import report
from benchmarks.extraction.extractors import Extractor, Langdu
from benchmarks.extraction.peers import PEERS, make_peers
from benchmarks.extraction.running import row, run
from benchmarks.extraction.samples import FOLDER, SETS, read_samples


def main() -> None:
    """Parse, run, print."""
    options = _options()
    if not (FOLDER / "manifest.jsonl").exists():
        print("bench-extraction skipped: the development pages (../shared) are not here")
        return
    sets = [pages for pages in SETS if pages.key in options.sets]
    samples = [s for s in read_samples() if any(pages.has(s) for pages in sets)]
    extractors: list[Extractor] = [Langdu(), *make_peers(options.peers)]
    found = {}
    for extractor in extractors:
        print(f"running {extractor.name} …", file=sys.stderr)
        found[extractor.name] = run(extractor, samples)
    rows = {
        pages.key: [row(e.name, found[e.name], pages, samples) for e in extractors]
        for pages in sets
    }
    print(report.quality(sets, rows))
    if options.worst:
        print(report.worst(sets, rows, samples, options.worst))
    if options.json:
        text = json.dumps(report.as_data(sets, rows, samples), ensure_ascii=False, indent=1)
        options.json.write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    keys = [pages.key for pages in SETS]
    parser.add_argument("--sets", type=_among(keys), default=keys, help=f"some of {','.join(keys)}")
    parser.add_argument(
        "--peers", type=_among(list(PEERS)), default=list(PEERS), help="some, by commas, or none"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every page's figures")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="langdu's worst pages")
    return parser.parse_args()


def _among(known: list[str]):
    def parse(text: str) -> list[str]:
        names = [] if text == "none" else text.split(",")
        if unknown := [name for name in names if name not in known]:
            raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(known)}")
        return names

    return parse


if __name__ == "__main__":
    main()
