"""Nothing of an article leaves the machine: no stage asks for a connection, in any process."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

#: Python reads this at the start of every process that has it on its path, workers included.
_WATCH = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        inside = isinstance(address, (str, bytes)) or address is None  # a Unix socket, a pair
        if inside:
            return
    elif event not in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        return
    with open({log!r}, "a") as log:
        log.write(f"{{event}} {{arguments!r}} in {{sys.argv}}\\n")
    raise PermissionError("a test forbids the network")

sys.addaudithook(watch)
"""


@pytest.fixture
def watched(langdu: Command, tmp_path: Path) -> Command:
    """The command with every process watched; what asked for the network is in ``log``."""
    folder = tmp_path / "watch"
    folder.mkdir()
    log = str(tmp_path / "log")
    (folder / "sitecustomize.py").write_text(_WATCH.format(log=log), encoding="utf-8")
    return langdu.having(PYTHONPATH=str(folder))


def without_network() -> list[str]:
    """A program that starts another where there is no network, if the system lets us."""
    unshare = shutil.which("unshare")
    for flags in ("-n", "-rn"):
        if unshare and not subprocess.run([unshare, flags, "true"], capture_output=True).returncode:
            return [unshare, flags]
    return []


def test_the_watch_sees(watched: Command, tmp_path: Path) -> None:
    assert watched("extract", "http://192.0.2.1/a.html").code == 1
    assert "192.0.2.1" in (tmp_path / "log").read_text()


def test_from_a_file_to_pages_and_sound(watched: Command, tmp_path: Path, demo_page: Path) -> None:
    site = tmp_path / "site"
    command = "publish {page} -t en -o {site} --audio --format html,markdown,text,json"
    words = command.format(page=demo_page, site=site).split()
    program = [sys.executable, "-c", "from langdu.cli import main; main()"]
    done = subprocess.run(
        [*without_network(), *program, *words],
        env=watched.environment,
        cwd=watched.folder,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert not (tmp_path / "log").exists(), (tmp_path / "log").read_text()
    assert {path.name for path in (site / "audio").glob("*.mp3")} == {"zh.mp3", "en.mp3"}
    assert (site / "en" / "article.json").exists()
