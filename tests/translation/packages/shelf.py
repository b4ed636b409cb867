"""Packages to change, and an index of packages on a server of this machine."""

import contextlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

from langdu.downloading.places import cache_directory
from langdu.translation.packages.installed import Package
from langdu.translation.packages.watching import StoredModel, Watcher
from tests.loading.web.server import Exchange, Server, serving

MODIFIED = formatdate(1_700_000_000, usegmt=True)


def repack(source: Path, target: Path, changes: Mapping[str, bytes | None]) -> Path:
    """A copy of a package with entries changed (or left out: ``None``) or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        top = old.namelist()[0].split("/")[0]
        for entry in old.infolist():
            name = entry.filename.removeprefix(f"{top}/")
            if name not in changes:
                new.writestr(entry.filename, old.read(entry))
        for name, data in changes.items():
            if data is not None:
                new.writestr(name if name.startswith(("/", "..")) else f"{top}/{name}", data)
    return target


def versioned(source: Path, target: Path, version: str) -> Path:
    """A copy of a demo package that says of itself a version, and not that it is a demo."""
    languages = source.stem.removeprefix("translate-").split("_")
    data = {"from_code": languages[0], "to_code": languages[1], "package_version": version}
    return repack(source, target, {"metadata.json": json.dumps(data).encode()})


def tree(folder: Path) -> dict[str, int]:
    """Every file and folder below, with its size: what must not change."""
    return {
        str(path.relative_to(folder)): path.stat().st_size if path.is_file() else -1
        for path in sorted(folder.rglob("*"))
        if path.name != ".langdu.lock"
    }


@dataclass(slots=True)
class Heard(Watcher):
    """Writes down what it is told."""

    notes: list[str] = field(default_factory=list)
    steps: list[tuple[str, int, int | None]] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    old: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        self.notes.append(text)

    def downloading(self, name: str, done: int, total: int | None) -> None:
        self.steps.append((name, done, total))

    def added(self, model: StoredModel) -> None:
        self.new.append(f"{model.source}-{model.target} {model.version}")

    def kept(self, model: StoredModel) -> None:
        self.old.append(f"{model.source}-{model.target} {model.version}")


@dataclass(slots=True)
class File:
    """A file on a server that knows ranges, with what tests change of it and of the server."""

    data: bytes
    etag: str = '"one"'
    modified: str = ""
    ranges: bool = True
    heeds_if_range: bool = True
    #: How many of its next answers end after how many bytes.
    breaks: list[int] = field(default_factory=list)

    def __call__(self, exchange: Exchange) -> None:
        wanted = re.fullmatch(r"bytes=(\d+)-", exchange.headers.get("range", ""))
        guard = exchange.headers.get("if-range")
        matches = guard in (None, self.etag, self.modified) or not self.heeds_if_range
        start, status, about = 0, "200 OK", {}
        total = len(self.data)
        if wanted and self.ranges and matches:
            start, status = int(wanted[1]), "206 Partial Content"
            about = {"Content-Range": f"bytes {start}-{total - 1}/{total}"}
            if start >= total:
                exchange.answer(status="416 No", Content_Range=f"bytes */{total}")
                return
        body = self.data[start:]
        sent = body[: self.breaks.pop(0)] if self.breaks else body
        exchange.answer(
            sent,
            status,
            Content_Length=str(len(body)),
            ETag=self.etag,
            Last_Modified=self.modified,
            **{name.replace("-", "_"): value for name, value in about.items()},
        )


@dataclass(slots=True)
class Shelf:
    """A server with an index and its packages."""

    server: Server
    rows: list[dict[str, object]] = field(default_factory=list)
    edition: int = 1

    @property
    def index(self) -> str:
        return f"{self.server.url}/index.json"

    def offer(self, pair: str, data: bytes, version: str = "1.0", **row: object) -> File:
        """Put a package on the shelf; ``row``: more of its row in the index."""
        source, target = pair.split("-")
        path = f"/translate-{source}_{target}-{version}.argosmodel"
        row = {"links": [self.server.url + path], **row}
        self.rows.append(
            {"from_code": source, "to_code": target, "package_version": version, **row}
        )
        file = File(data)
        self.server.pages[path] = file
        return file

    def asked(self, ending: str) -> list[Exchange]:
        """The requests for paths with that ending."""
        return [request for request in self.server.requests if request.path.endswith(ending)]

    def forget(self) -> None:
        """The index is another, and the copy of it is an hour old."""
        self.edition += 1
        age_copies(3600)

    def serve_index(self, exchange: Exchange) -> None:
        etag = f'"edition {self.edition}"'
        if exchange.headers.get("if-none-match") == etag:
            exchange.answer(status="304 Not Modified", Content_Length="")
        else:
            exchange.answer(json.dumps(self.rows).encode(), ETag=etag)


def age_copies(seconds: float) -> None:
    """The copies of indexes in the cache become older."""
    for file in (cache_directory() / "indexes").glob("*.json"):
        copy = json.loads(file.read_text())
        copy["asked"] -= seconds
        file.write_text(json.dumps(copy))


@contextlib.contextmanager
def shelved() -> Iterator[Shelf]:
    """A shelf with nothing on it."""
    with serving({}) as server:
        shelf = Shelf(server)
        server.pages["/index.json"] = shelf.serve_index
        yield shelf


def pairs(packages: list[Package]) -> list[str]:
    return ["-".join(package.pair) for package in packages]
