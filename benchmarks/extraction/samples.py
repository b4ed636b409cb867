"""The development pages, which lie beside the repository and not in it, and the sets they form."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Where the pages are, where they are: other people's pages are not ours to distribute.
FOLDER: Final = Path(__file__).parents[3] / "shared" / "bench" / "extraction"

CJK: Final = frozenset({"zh", "ja", "ko"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A page and the text that people (for ``moz``: Readability) found to be its article.

    ``lang`` is the script of the gold: ``latin``, ``cyr``, ``zh``, ``ja``, ``ko``, ``ar``, ``hi``.
    ``title`` is what the manifest has for ``moz``.
    """

    id: str
    source: str
    lang: str
    url: str
    gold: str
    path: Path
    title: str | None = None

    def data(self) -> bytes:
        """The page as it was served."""
        return gzip.decompress(self.path.read_bytes())

    def html(self) -> str:
        """The page as text: all of them are UTF-8 here."""
        return self.data().decode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class SampleSet:
    """A row of the table: which pages it has, and the F1 that langdu is to reach there.

    ``words``: tokens are runs of ``\\w`` in every language, as that benchmark has it; elsewhere the
    characters of pages that are not Latin count one by one. ``timed``: speed is measured on them;
    ``compared``: langdu's lead over each peer is bootstrapped.
    """

    key: str
    name: str
    has: Callable[[Sample], bool]
    target: float | None = None
    words: bool = False
    timed: bool = False
    compared: bool = False

    def of(self, samples: Iterable[Sample]) -> list[Sample]:
        """Its pages."""
        return [sample for sample in samples if self.has(sample)]

    def characters(self, sample: Sample) -> bool:
        """Whether characters are the tokens of a page in this set."""
        return not self.words and sample.lang != "latin"


def _latin(sample: Sample) -> bool:
    return sample.lang == "latin"


def _other(sample: Sample) -> bool:
    return sample.lang not in ("latin", "zh")


SETS: Final = (
    SampleSet("aeb", "AEB", lambda s: s.source == "aeb", 0.972, words=True, timed=True),
    SampleSet(
        "zh", "Chinese", lambda s: s.source == "magic_article" and s.lang == "zh", 0.975, timed=True
    ),
    SampleSet(
        "other", "ja ko ru ar hi", lambda s: s.source == "magic_article" and _other(s), 0.955
    ),
    SampleSet("other-all", "ja ko ru ar hi, with AEB", lambda s: s.source != "moz" and _other(s)),
    SampleSet("latin", "Latin", lambda s: s.source == "magic_article" and _latin(s), 0.91),
    SampleSet("moz-cjk", "mozilla zh ja", lambda s: s.source == "moz" and s.lang in CJK, 0.985),
    SampleSet("moz-latin", "mozilla Latin", lambda s: s.source == "moz" and _latin(s), 0.968),
    SampleSet("cjk", "all CJK", lambda s: s.lang in CJK, compared=True),
)


def read_samples(folder: Path = FOLDER) -> Iterator[Sample]:
    """The pages of the manifest. Raises :class:`FileNotFoundError` where there are none."""
    with (folder / "manifest.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            path = folder / row["html"]
            gold, title = row["gold"], row.get("title")
            yield Sample(row["id"], row["set"], row["lang"], row["url"], gold, path, title)
