"""Threads, and real processes that write at once or are killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from langdu.translation.memory import Entry, Memory
from tests.translation.memory.test_store import KEY, ROAD, refuse

#: Writes batches of 20 for as long as it is let, and says when each is kept.
WRITER = """
import sys
from pathlib import Path
from langdu.translation.memory import Entry, Key, Memory
file, name, count = sys.argv[1:]
key = Key("zh", "en", "argos", "1")
sys.stdin.readline()  # all begin at once
with Memory(Path(file), warn=lambda line: print(line, file=sys.stderr)) as memory:
    for batch in range(int(count)):
        texts = [f"{name}.{batch}.{n}" for n in range(20)]
        memory.add(key, [Entry(text, "", text * 20) for text in texts])
        found = memory.find(key, [(text, "") for text in texts])
        print(batch, len(found), flush=True)
"""


def writer(file: Path, name: str, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def is_whole(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    return rows == [("ok",)]


def kept(file: Path) -> Iterator[str]:
    with Memory(file, warn=refuse) as memory:
        yield from (entry.text for _, entry in memory.entries())


@pytest.mark.parametrize("before", ["nothing", "a damaged file"])
def test_processes_that_begin_and_write_at_once(tmp_path: Path, before: str) -> None:
    file = tmp_path / "memory.sqlite3"
    if before != "nothing":
        with Memory(file, warn=refuse) as memory:
            memory.add(KEY, [ROAD])
        os.truncate(file, 1000)
    with ExitStack() as stack:
        writers = [stack.enter_context(writer(file, str(n), 15)) for n in range(5)]
        for process in writers:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        shown = [process.communicate(timeout=60) for process in writers]
    assert [out.split() for out, _ in shown] == [
        [part for batch in range(15) for part in (str(batch), "20")]
    ] * 5
    told = [line for _, err in shown for line in err.splitlines()]
    aside = [path.name for path in tmp_path.glob("*.damaged-*")]
    if before == "nothing":
        assert (told, aside) == ([], [])
    else:  # one process set it aside, and nobody the new one
        assert len(told) == 1
        assert aside == ["memory.sqlite3.damaged-1"]
    assert sorted(kept(file)) == sorted(
        f"{name}.{batch}.{n}" for name in range(5) for batch in range(15) for n in range(20)
    )
    assert is_whole(file)


def test_a_killed_process_loses_no_more_than_the_batch_it_was_in(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    for round_, promised in enumerate((0, 1, 3, 7, 20)):
        with writer(file, str(round_), 10**6) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("go\n")
            process.stdin.flush()
            for batch in range(promised):
                assert process.stdout.readline() == f"{batch} 20\n"
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().splitlines()
        said = promised + sum(line.endswith(" 20") for line in rest)
        if not file.exists():  # it was killed before it began
            continue
        mine = [text for text in kept(file) if text.startswith(f"{round_}.")]
        assert len(mine) % 20 == 0  # a batch is there as a whole or not at all
        assert said <= len(mine) // 20 <= said + 1
        assert is_whole(file)


def test_six_threads_share_one_memory(tmp_path: Path) -> None:
    with Memory(tmp_path / "memory.sqlite3", warn=refuse) as memory:

        def work(name: int) -> int:
            for batch in range(10):
                texts = [f"{name}.{batch}.{n}" for n in range(20)]
                memory.add(KEY, [Entry(text, "", text) for text in texts])
                found = memory.find(KEY, [(text, "") for text in texts])
                assert [entry.translation for entry in found.values()] == texts
            return batch

        with ThreadPoolExecutor(6) as pool:
            assert list(pool.map(work, range(6))) == [9] * 6
        assert sum(holding.sentences for holding in memory.stats()) == 1200


FORKED = """
import os, sys
from pathlib import Path
from langdu.translation.memory import Entry, Key, Memory
key = Key("zh", "en", "argos", "1")
with Memory(Path(sys.argv[1]), warn=print) as memory:
    memory.add(key, [Entry("路", "", "road")])
    if not (child := os.fork()):
        memory.add(key, [Entry("树", "", "tree")])
        memory.close()
        os._exit(0)
    print(os.waitpid(child, 0)[1])
    memory.add(key, [Entry("河", "", "river")])
    print(len(memory.find(key, [("路", ""), ("树", ""), ("河", "")])))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_process_opens_the_file_anew(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    shown = subprocess.run(
        [sys.executable, "-c", FORKED, str(file)], capture_output=True, check=True, text=True
    )
    assert (shown.stdout, shown.stderr) == ("0\n3\n", "")
    assert is_whole(file)


def test_a_writer_that_holds_the_file_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    with Memory(file, warn=refuse) as memory, ThreadPoolExecutor(1) as pool:
        memory.add(KEY, [ROAD])
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            writing = pool.submit(memory.add, KEY, [Entry("树", "", "tree")])
            with Memory(file, warn=refuse) as reader:  # nobody who reads waits
                assert reader.find(KEY, [(ROAD.text, "")])
            assert not writing.done()
            other.execute("COMMIT")
        writing.result(timeout=60)
        assert memory.find(KEY, [("树", "")])
