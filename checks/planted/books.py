"""EPUBs with a defect: a good one, with some text of its files changed."""

from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

Change = Callable[[str], str]


def planted(good: Path, out: Path, changes: Mapping[str, Change]) -> Path:
    """A copy of ``good`` whose files that end with a key are changed. Each key must change some."""
    unused = set(changes)
    with ZipFile(good) as source, ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            for ending, change in changes.items():
                if entry.filename.endswith(ending):
                    text = data.decode()
                    data = change(text).encode()
                    if data.decode() != text:
                        unused.discard(ending)
            target.writestr(entry, data)
    assert not unused, f"nothing to change in {unused}"
    return out


def swapped(text: str) -> str:
    """An overlay with its first two places exchanged."""
    begin = text.index("<par")
    middle = text.index("<par", begin + 1)
    end = text.index("<par", middle + 1)
    return text[:begin] + text[middle:end] + text[begin:middle] + text[end:]
