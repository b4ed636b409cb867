"""Lighthouse, accessibility and best practices: 100 each. It wants a server, here on loopback."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Final

from checks.finding import Report
from checks.programs import MODULES, chromium

NAME: Final = "Lighthouse"
_FLAGS: Final = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
_LIMIT: Final = 600


class _Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Not a word."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a server of ``folder`` on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def check_lighthouse(site: Path, page: str, report: Report) -> None:
    """Every audit of the two categories that did not pass."""
    with serve(site) as address:
        result = _run(address + page)
    for name, category in result["categories"].items():
        failed = [
            ref["id"] for ref in category["auditRefs"] if _failed(result["audits"][ref["id"]])
        ]
        what = [f"{name} {category['score'] * 100:.0f}: {', '.join(failed)}"] if failed else []
        report.add(NAME, page, what)


def _failed(audit: dict[str, Any]) -> bool:
    return audit["score"] is not None and audit["score"] < 1


def _run(address: str) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [
            *("node", str(MODULES / "lighthouse" / "cli" / "index.js"), address, "--quiet"),
            *("--only-categories=accessibility,best-practices", "--output=json"),
            *(f"--output-path={out}", f"--chrome-flags={_FLAGS}", "--no-enable-error-reporting"),
        ]
        done = subprocess.run(
            command,
            env={**os.environ, "CHROME_PATH": chromium(), "HOME": folder},
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            check=False,
        )
        if not out.exists():
            raise RuntimeError(f"Lighthouse failed: {done.stderr[-2000:]}")
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return found
