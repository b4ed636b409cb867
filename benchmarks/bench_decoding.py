"""``make bench-decoding``: how many pages each decoder reads right, declared and not.

The non-Latin development pages (``../shared/bench/extraction``) are written again in every encoding
that holds them, characters it lacks as numeric references, under right, no and wrong declarations.
Right is the whole text, character for character. Peers that only detect get the bytes and, where
they take it, the page's own declaration; what they name is read as the superset that browsers
take it for. ``--quick`` leaves the peers out; ``--latin`` adds the Latin pages as information.
"""

import argparse
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from decoding_cases import READ_AS, Case, cases, pages

from langdu.loading.decoding import decode

DATA = Path(__file__).parent.parent.parent / "shared" / "bench" / "extraction"
Decoder = Callable[[Case], str]


def read_as(data: bytes, name: str | None) -> str:
    """What a detector's word makes of the bytes."""
    label = (name or "cp1252").lower().replace("-", "_").replace("iso_8859", "iso8859")
    label = label.replace("uhc", "euc_kr").replace("ascii", "cp1252")
    try:
        return data.decode(READ_AS.get(label, label), "replace").removeprefix("\ufeff")
    except LookupError:
        return ""


def peers() -> dict[str, Decoder]:
    """The peers by name and version."""
    from importlib.metadata import version

    import cchardet
    import chardet
    import chardetng_py
    import charset_normalizer
    from bs4.dammit import UnicodeDammit

    def by_chardetng(case: Case) -> str:
        detector = chardetng_py.EncodingDetector()
        detector.feed(case.data, last=True)
        return read_as(case.data, detector.guess(tld=None, allow_utf8=True))

    def by_dammit(case: Case) -> str:
        known = [case.http] if case.http else []
        found = UnicodeDammit(case.data, known_definite_encodings=known, is_html=True)
        return found.unicode_markup or ""

    def by_normalizer(case: Case) -> str:
        best = charset_normalizer.from_bytes(case.data).best()
        return read_as(case.data, best.encoding if best else None)

    named: dict[str, Decoder] = {
        "chardet": lambda case: read_as(case.data, chardet.detect(case.data)["encoding"]),
        "faust-cchardet": lambda case: read_as(case.data, cchardet.detect(case.data)["encoding"]),
        "chardetng-py": by_chardetng,
        "beautifulsoup4": by_dammit,
        "charset-normalizer": by_normalizer,
    }
    return {f"{name} {version(name)}": decoder for name, decoder in named.items()}


class Score:
    """What one decoder got right, and in what time."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.times: list[float] = []
        self.wrong: dict[tuple[str, str], list[str]] = defaultdict(list)

    def run(self, decoder: Decoder, case: Case) -> None:
        begin = time.perf_counter()
        text = decoder(case)
        self.times.append(1000 * (time.perf_counter() - begin))
        kind = case.declared.split(":")[0]
        kind = kind if kind in ("wrong", "undeclared") else "declared"
        legacy = "Unicode" if case.encoding.startswith("utf") else "legacy"
        right = text.replace("\r\n", "\n") == case.text.replace("\r\n", "\n")
        for key in (kind, legacy, "all"):
            self.all[key] += 1
            self.right[key] += right
        if not right:
            self.wrong[case.encoding, case.declared].append(f"{case.script} {case.page}")

    def row(self) -> str:
        keys = ("declared", "undeclared", "wrong", "Unicode", "legacy", "all")
        shares = "".join(f"{100 * self.right[key] / max(1, self.all[key]):10.2f}%" for key in keys)
        slow = statistics.quantiles(self.times, n=100)[98]
        return f"{shares} {statistics.median(self.times):9.2f} {slow:9.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--latin", action="store_true")
    options = parser.parse_args()
    decoders: dict[str, Decoder] = {"langdu": lambda case: decode(case.data, case.http)[0]}
    if not options.quick:
        decoders |= peers()
    scores = {name: Score() for name in decoders}
    latin = Score()
    for page, script, text in pages(DATA):
        if script == "latin" and not options.latin:
            continue
        for case in cases(page, script, text):
            if script == "latin":
                latin.run(decoders["langdu"], case)
                continue
            for number, (name, decoder) in enumerate(decoders.items()):
                # the peers only detect, so one right declaration of a page stands for all
                if number == 0 or case.declared in ("undeclared", "meta", "wrong: utf-8"):
                    scores[name].run(decoder, case)
    head = "".join(f"{word:>11}" for word in ("declared", "undecl.", "wrong", "Unicode", "legacy"))
    print(f"{'':26}{head}{'all':>11} {'median ms':>9} {'99% ms':>9}")
    for name, score in scores.items():
        print(f"{name:26}{score.row()}")
    if latin.times:
        print(f"{'langdu, Latin pages':26}{latin.row()}")
    for title, score in (("langdu", scores["langdu"]), ("langdu, Latin pages", latin)):
        print(f"{title}: {score.all['all']} cases; wrong:")
        for (encoding, declared), names in sorted(score.wrong.items()):
            print(f"  {encoding:12} {declared:26} {len(names):4}  {', '.join(names[:4])}")


if __name__ == "__main__":
    main()
