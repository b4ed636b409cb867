"""Files that are no memory, and places that cannot hold one."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from langdu.errors import TranslationError
from langdu.translation.memory import Entry, Memory, database
from tests.translation.memory.test_store import KEY, ROAD, refuse

WANTED = [(ROAD.text, "")]


def memory_of(file: Path, count: int = 400) -> bytes:
    """A memory with some pages; its bytes."""
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [Entry(f"第{n}句" * 9, "", f"sentence {n} " * 9) for n in range(count)])
        memory.add(KEY, [ROAD])
    return file.read_bytes()


def execute(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def _damaged_of_another(file: Path) -> None:
    execute(file, "PRAGMA application_id = 7", "PRAGMA wal_checkpoint(TRUNCATE)")
    os.truncate(file, 1000)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "random bytes": lambda file: file.write_bytes(os.urandom(5000)),
    "a page of a portal": lambda file: file.write_text("<html>首页</html>" * 99, "utf-8"),
    "a newer version": lambda file: execute(file, "PRAGMA user_version = 2"),
    "another program's": lambda file: execute(file, "PRAGMA application_id = 7"),
    "another program's, damaged": _damaged_of_another,
    "cut within the first page": lambda file: os.truncate(file, 1000),
    "cut in the middle": lambda file: os.truncate(file, file.stat().st_size // 2),
    "a table is missing": lambda file: execute(file, "DROP TABLE person"),
    "a column is missing": lambda file: execute(file, "ALTER TABLE machine DROP COLUMN links"),
    "a row that is no text": lambda file: execute(
        file, "UPDATE machine SET translation = CAST(x'ff41' AS TEXT)"
    ),
    "links that are none": lambda file: execute(file, "UPDATE machine SET links = '[[1]]'"),
}
#: Of these, what is something else than a memory that this langdu made.
FOREIGN = list(DAMAGES)[:5]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the user's own memory, which nobody names."""
    file = tmp_path / "memory.sqlite3"
    monkeypatch.setattr(database, "default_file", lambda: file)
    return file


@pytest.mark.parametrize("damage", FOREIGN)
def test_a_named_file_that_is_something_else_is_refused_and_left(
    tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "notes"
    memory_of(file)
    DAMAGES[damage](file)
    before = file.read_bytes()
    beside = {path.name for path in tmp_path.iterdir()}
    uses: list[Callable[[Memory], object]] = [
        lambda memory: memory.find(KEY, WANTED),
        lambda memory: memory.add(KEY, [ROAD]),
        lambda memory: memory.set("zh", "en", "首页", "Home"),
    ]
    for use in uses:
        with (
            Memory(file, warn=refuse) as memory,
            pytest.raises(TranslationError, match="name another file") as failure,
        ):
            use(memory)
        assert str(file) in str(failure.value)
        assert "\n" not in str(failure.value)
    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == beside


@pytest.mark.parametrize("damage", [name for name in DAMAGES if name not in FOREIGN])
def test_a_named_memory_that_is_damaged_is_set_aside(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "named"
    memory_of(file)
    DAMAGES[damage](file)
    broken = file.read_bytes()
    lines: list[str] = []
    with Memory(file, warn=lines.append) as memory:
        memory.find(KEY, WANTED)
        memory.add(KEY, [ROAD])
        assert memory.find(KEY, WANTED) == {WANTED[0]: ROAD}
    assert len(lines) == 1
    assert (tmp_path / "named.damaged-1").read_bytes() == broken


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_set_aside_with_one_line(own: Path, tmp_path: Path, damage: str) -> None:
    file = own
    memory_of(file)
    DAMAGES[damage](file)
    broken = file.read_bytes()
    lines: list[str] = []
    with Memory(warn=lines.append) as memory:
        memory.find(KEY, WANTED)
        memory.add(KEY, [ROAD])
        assert memory.find(KEY, WANTED) == {WANTED[0]: ROAD}
    aside = tmp_path / "memory.sqlite3.damaged-1"
    assert aside.read_bytes() == broken
    assert len(lines) == 1
    assert "\n" not in lines[0]
    assert str(file) in lines[0]
    assert aside.name in lines[0]
    with Memory(file, warn=refuse) as memory:  # the new one is a good one
        assert memory.find(KEY, WANTED) == {WANTED[0]: ROAD}


@pytest.mark.parametrize("damage", DAMAGES)
def test_who_only_looks_moves_nothing(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "memory.sqlite3"
    memory_of(file)
    DAMAGES[damage](file)
    before = file.read_bytes()
    with Memory(file, warn=refuse) as memory:
        with pytest.raises(TranslationError) as failure:
            list(memory.entries())
        assert str(file) in str(failure.value)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*.damaged-*"))


def test_damage_while_it_is_open(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    memory_of(file)
    lines: list[str] = []
    with Memory(file, warn=lines.append) as memory:
        assert memory.find(KEY, WANTED)
        size = file.stat().st_size
        with file.open("r+b") as raw:
            raw.write(os.urandom(size))
        memory.add(KEY, [ROAD])
        assert memory.find(KEY, WANTED) == {WANTED[0]: ROAD}
    assert len(lines) == 1


def test_who_comes_late_leaves_the_new_one_where_it_is(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite3"
    memory_of(file)
    lines: list[str] = []
    with Memory(file, warn=lines.append) as first, Memory(file, warn=refuse) as second:
        assert first.find(KEY, WANTED)
        assert second.find(KEY, WANTED)
        more = [(f"第{n}句" * 9, "") for n in range(400)]  # of pages that it has not read yet
        with file.open("r+b") as raw:
            raw.write(os.urandom(file.stat().st_size))
        first.add(KEY, [ROAD])
        assert second.find(KEY, [*more, *WANTED]) == {WANTED[0]: ROAD}
    assert len(lines) == 1
    assert [path.name for path in tmp_path.glob("*.damaged-?")] == ["memory.sqlite3.damaged-1"]


def test_the_second_damage_gets_another_number_and_the_log_goes_along(
    own: Path, tmp_path: Path
) -> None:
    file = own
    for version in (2, 3):
        memory_of(file)
        with closing(sqlite3.connect(file)) as other:  # a newer langdu that is still at work
            other.execute(f"PRAGMA user_version = {version}")
            with Memory(warn=lambda line: None) as memory:
                memory.add(KEY, [ROAD])
                assert memory.find(KEY, WANTED)
    for number, version in ((1, 2), (2, 3)):
        with closing(sqlite3.connect(tmp_path / f"memory.sqlite3.damaged-{number}")) as aside:
            assert aside.execute("PRAGMA user_version").fetchone() == (version,)
            assert aside.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("begun", ["empty", "blank"])
def test_one_that_was_only_begun_is_finished(tmp_path: Path, begun: str) -> None:
    file = tmp_path / "memory.sqlite3"
    if begun == "empty":
        file.touch()
    else:  # a process was killed between its first statement and its tables
        execute(file, "PRAGMA journal_mode = WAL", "CREATE TABLE a (b)", "DROP TABLE a")
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [ROAD])
        assert memory.find(KEY, WANTED)


def test_a_place_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lines: list[str] = []
    with Memory(tmp_path / "file" / "memory.sqlite3", warn=lines.append) as memory:
        for _ in range(3):
            memory.add(KEY, [ROAD])
            assert memory.find(KEY, WANTED) == {}
        with pytest.raises(TranslationError, match="cannot be used"):
            memory.set("zh", "en", "首页", "Home")
    assert len(lines) == 1
    assert "goes on without it" in lines[0]


def test_a_folder_is_no_memory(tmp_path: Path) -> None:
    lines: list[str] = []
    with Memory(tmp_path / "home", warn=lines.append) as memory:
        (tmp_path / "home").mkdir()
        memory.add(KEY, [ROAD])
        assert memory.find(KEY, WANTED) == {}
    assert len(lines) == 1
    assert (tmp_path / "home").is_dir()


def run(script: str, *arguments: str) -> list[str]:
    shown = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=True, text=True
    )
    assert shown.stderr == ""
    return shown.stdout.splitlines()


FULL = """
import resource, sys
from pathlib import Path
from langdu.translation.memory import Entry, Key, Memory
key = Key("zh", "en", "argos", "1")
with Memory(Path(sys.argv[1]), warn=print) as memory:
    memory.add(key, [Entry("路", "", "road")])
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    for n in range(200):
        memory.add(key, [Entry(f"{n}.{m}", "", "long " * 99) for m in range(50)])
    print(memory.find(key, [("路", "")])[("路", "")].translation)
    last = [n for n in range(200) if memory.find(key, [(f"{n}.49", "")])][-1]
    whole = [len(memory.find(key, [(f"{n}.{m}", "") for m in range(50)])) for n in range(200)]
    print(last, set(whole))
"""


def test_a_full_disk_is_told_once_and_what_was_kept_stays(tmp_path: Path) -> None:
    """A limit on the size of files is what a full disk is to SQLite."""
    told, road, rest = run(FULL, str(tmp_path / "memory.sqlite3"))
    assert "goes on without it" in told
    assert road == "road"
    last, _, sizes = rest.partition(" ")
    assert 0 < int(last) < 199
    assert sizes in ("{0, 50}", "{50, 0}")  # a batch is there as a whole or not at all


READ_ONLY = """
import os, sys
from pathlib import Path
import filelock  # imported later, it could not be read any more
from langdu.translation.memory import Entry, Key, Memory
os.chdir(sys.argv[1])
if os.geteuid() == 0:
    os.setuid(65534)  # permissions are nothing to root
key = Key("zh", "en", "argos", "1")
with Memory(Path("memory.sqlite3"), warn=print) as memory:
    for _ in range(2):
        memory.add(key, [Entry("树", "", "tree")])
        print(len(memory.find(key, [("路", ""), ("树", "")])))
"""


def test_a_folder_that_may_not_be_written_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    with Memory(folder / "memory.sqlite3", warn=refuse) as memory:
        memory.set("zh", "en", "路", "road")
    (folder / "memory.sqlite3").chmod(0o444)
    folder.chmod(0o555)
    try:
        told, *found = run(READ_ONLY, str(folder))
    finally:
        folder.chmod(0o755)
    assert "goes on without it" in told
    assert found == ["0", "0"]
