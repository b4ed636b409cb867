"""A batch on a real Dask cluster of this machine: ``make test-cluster``.

Scheduler and workers are processes of their own. One worker is killed in the middle, one comes
late, a poison page kills whoever translates it.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import langdu
from langdu.batching.cluster import connect
from langdu.batching.outcomes import Outcome
from langdu.batching.recipe import Manner
from langdu.errors import BatchError
from tests.batching.running.portal import POISON, PortalTranslator, fill, page, recipe, tree

pytest.importorskip("distributed")


@contextlib.contextmanager
def dask(*arguments: str, folder: Path, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "dask", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(Path.cwd()), **environment}
    with (folder / "dask.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=variables)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler."""
    file = tmp_path / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"]
    with dask("scheduler", *options, "--scheduler-file", str(file), folder=tmp_path):
        until(lambda: file.exists() and file.read_text().strip().endswith("}"))
        yield json.loads(file.read_text())["address"]


def worker(
    address: str, folder: Path, **environment: str
) -> "contextlib.AbstractContextManager[subprocess.Popen[bytes]]":
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
    local = ["--local-directory", str(folder)]
    return dask("worker", address, *options, *local, folder=folder, **environment)


def until(condition) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_one_worker_dies_one_comes_late_and_poison_fails_alone(
    scheduler: str, tmp_path: Path
) -> None:
    pages = fill(tmp_path / "pages", 24)
    (pages / "a0005.html").write_text(page(5, extra=POISON), encoding="utf-8")
    made, manner = recipe(), Manner()
    site = tmp_path / "site"
    outcomes: list[Outcome] = []
    with contextlib.ExitStack() as stack:
        first = stack.enter_context(worker(scheduler, tmp_path))
        stack.enter_context(worker(scheduler, tmp_path))
        executor, _ = stack.enter_context(connect(scheduler, site, made))
        running = langdu.batch(pages, out=site, recipe=made, manner=manner, executor=executor)
        for outcome in running:
            outcomes.append(outcome)
            if len(outcomes) == 3 * 12:
                first.kill()
                # poison takes one worker after the other, so several come late
                for _ in range(8):
                    stack.enter_context(worker(scheduler, tmp_path))
    states = Counter(outcome.state for outcome in outcomes)
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    assert all("a0005" in outcome.source for outcome in failed)
    assert len(failed) == 1
    assert "ends every worker" in str(failed[0].reason)
    assert states["made"] == 23 * 12
    (pages / "a0005.html").unlink()
    local = tmp_path / "local"
    list(langdu.batch(pages, out=local, recipe=made, manner=Manner(jobs=1)))
    poisoned = str(failed[0].slug)
    assert {n: b for n, b in tree(site).items() if poisoned not in n} == tree(local)


def test_a_worker_that_would_make_something_else_is_named(scheduler: str, tmp_path: Path) -> None:
    words = tmp_path / "home" / "langdu"
    words.mkdir(parents=True)
    (words / "pronounce.toml").write_text('[zh]\n"重走" = "chong2 zou3"\n')
    with (
        worker(scheduler, tmp_path, XDG_CONFIG_HOME=str(words.parent)),
        pytest.raises(BatchError, match=r"not every worker is fit: .*pronounce"),
        connect(scheduler, tmp_path / "site", recipe()),
    ):
        pass
    assert not list((tmp_path / "site" / ".langdu").glob(".preflight*"))


def test_no_scheduler_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("langdu.batching.cluster._PATIENCE", 2)
    with (
        pytest.raises(BatchError, match="no Dask scheduler answers"),
        connect("tcp://127.0.0.1:9", tmp_path, recipe(translator=PortalTranslator())),
    ):
        pass
