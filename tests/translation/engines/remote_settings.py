"""A server on loopback that speaks as Mozilla's Remote Settings does, attachments included."""

import hashlib
import json
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

RECORDS = "/v1/buckets/main/collections/translations-models-v2/records"
ROLES = ("srcvocab", "trgvocab", "vocab", "model", "lex")


def compress(data: bytes) -> bytes:
    return zstd.compress(data)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass
class Registry:
    """What is served; tests change it at will. ``asked``: paths and Range headers, in order."""

    address: str = ""
    records: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    #: How many bytes of a file's first answer to send before hanging up.
    #: After how many bytes the next answers break off.
    breaks: list[int] = field(default_factory=list)
    knows_ranges: bool = True

    @property
    def index(self) -> str:
        return f"{self.address}{RECORDS}"

    def publish(
        self, pair: str, files: Mapping[str, bytes], *, version: str = "3.0", **more: Any
    ) -> None:
        """Put a model's files on the server, with a record for each."""
        source, target = pair.rsplit("-", 1)
        for name, data in files.items():
            packed = zstd.compress(data)
            location = f"main-workspace/translations-models-v2/{digest(packed)[:32]}.zst"
            self.files[location] = packed
            self.records.append(
                {
                    "name": name,
                    "schema": 1749570042331,
                    "version": version,
                    "fileType": next(role for role in ROLES if name.startswith(role)),
                    "sourceLanguage": source,
                    "targetLanguage": target,
                    "architecture": "base-memory",
                    "filter_expression": "",
                    "decompressedSize": len(data),
                    "decompressedHash": digest(data),
                    "id": digest(data)[:36],
                    "attachment": {
                        "filename": f"{name}.zst",
                        "location": location,
                        "hash": digest(packed),
                        "size": len(packed),
                        "mimetype": "application/zstd",
                    },
                    "last_modified": 1749570511392,
                    **more,
                }
            )

    def replace(self, name: str, data: bytes, **facts: Any) -> None:
        """Serve another file in the place of one, and let its record say so."""
        record = next(record for record in self.records if record["name"] == name)
        self.files[self.location(name)] = data
        record["attachment"] |= {"size": len(data), "hash": digest(data)}
        record |= facts

    def location(self, name: str) -> str:
        """Where the first file of a name lies."""
        record = next(record for record in self.records if record["name"] == name)
        return str(record["attachment"]["location"])


@contextmanager
def serving() -> Iterator[Registry]:
    registry = Registry()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range")
            registry.asked.append((self.path, wanted))
            if self.path == "/v1/":
                base = f"{registry.address}/cdn/"
                self.answer({"capabilities": {"attachments": {"base_url": base}}})
            elif self.path == RECORDS:
                self.answer({"data": registry.records})
            elif (data := registry.files.get(self.path.removeprefix("/cdn/"))) is not None:
                self.attachment(data, wanted)
            else:
                self.send_error(404)

        def answer(self, content: Any) -> None:
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def attachment(self, data: bytes, wanted: str | None) -> None:
            start = 0
            if wanted and registry.knows_ranges:
                start = int(wanted.removeprefix("bytes=").rstrip("-"))
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            else:
                self.send_response(200)
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            part = data[start:]
            if registry.breaks:
                part = part[: registry.breaks.pop(0)]
            self.wfile.write(part)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        registry.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield registry
        server.shutdown()
