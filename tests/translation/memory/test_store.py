"""What the memory finds, and what it keeps."""

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.errors import TranslationError
from langdu.translation import Link
from langdu.translation.memory import Entry, Key, Memory, digest, rows

KEY = Key("zh", "en", "argos", "translate-zh_en 1.9")
ROAD = Entry("新修了一条路。", "", "A new road was built.", -0.1)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
SENTENCES = TEXTS.map(str.strip).filter(bool)
WEIGHTS = st.floats(0, 1)
SPANS = st.tuples(st.integers(0, 900), st.integers(0, 900))
LINKS = st.lists(st.builds(Link, SPANS, SPANS, WEIGHTS), max_size=3).map(tuple)
SCORES = st.none() | st.floats(allow_nan=False)
MACHINES = st.builds(Entry, SENTENCES, TEXTS, TEXTS, SCORES, st.just(False), LINKS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "memory.sqlite3"


def refuse(line: str) -> None:
    raise AssertionError(line)


def test_what_was_added_is_found_later(file: Path) -> None:
    link = Link((0, 2), (3, 5), 0.1 + 0.2)
    entry = replace(ROAD, digest="d1", links=(link,))
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [entry])
    with Memory(file, warn=refuse) as memory:
        wanted = [(entry.text, "d1"), (entry.text, ""), ("别的。", "d1")]
        assert memory.find(KEY, wanted) == {(entry.text, "d1"): entry}


@pytest.mark.parametrize(
    "other",
    [
        Key("ja", "en", "argos", "translate-zh_en 1.9"),
        Key("zh", "ru", "argos", "translate-zh_en 1.9"),
        Key("zh", "en", "firefox", "translate-zh_en 1.9"),
        Key("zh", "en", "argos", "translate-zh_en 1.10"),
        Key("zh", "en", "argostranslate-zh_en 1.9", ""),
    ],
)
def test_what_a_translation_depends_on_tells_it_apart(file: Path, other: Key) -> None:
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [ROAD])
        assert memory.find(other, [(ROAD.text, "")]) == {}


def test_a_newer_translation_takes_the_place_of_an_older(file: Path) -> None:
    newer = replace(ROAD, translation="They built a new road.", score=None)
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [ROAD])
        memory.add(KEY, [newer])
        assert memory.find(KEY, [(ROAD.text, "")]) == {(ROAD.text, ""): newer}
        assert [entry for _, entry in memory.entries()] == [newer]


def test_outer_white_space_is_no_part_of_a_sentence(file: Path) -> None:
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [replace(ROAD, text=f" {ROAD.text}\n")])
        wanted = [(ROAD.text, ""), (f"{ROAD.text}　", "")]
        assert memory.find(KEY, wanted) == dict.fromkeys(wanted, ROAD)


def test_a_persons_translation_wins_over_every_engine_model_and_digest(file: Path) -> None:
    person = Entry(ROAD.text, "", "Our new road.", person=True)
    wanted = [(ROAD.text, ""), (ROAD.text, "d1")]
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [ROAD, replace(ROAD, digest="d1")])
        memory.set("zh", "en", f"{ROAD.text} ", " Our new road. ")
        memory.add(KEY, [ROAD])
        for key in (KEY, Key("zh", "en", "chat", "llama 3"), Key("zh", "en")):
            assert memory.find(key, wanted) == dict.fromkeys(wanted, person)
        assert memory.find(replace(KEY, target="ru"), wanted) == {}
        # the machine's own would never be used, so nobody is asked to look at it
        assert list(memory.entries()) == [(Key("zh", "en"), person)]


@pytest.mark.parametrize(
    ("text", "translation"),
    [("", "a"), (" \n", "a"), ("首页", ""), ("首页", "　"), ("a\ud800", "b")],
)
def test_a_correction_that_says_nothing_is_refused(file: Path, text: str, translation: str) -> None:
    with Memory(file, warn=refuse) as memory, pytest.raises(TranslationError):
        memory.set("zh", "en", text, translation)


@settings(max_examples=50, deadline=None)
@given(st.lists(MACHINES, max_size=6), st.lists(SENTENCES, max_size=2))
def test_any_text_comes_back_as_it_was(entries: list[Entry], others: list[str]) -> None:
    with closing(fresh()) as connection:
        rows.add(connection, KEY, entries)
        kept = {(entry.text, entry.digest): entry for entry in entries}
        asked = [*kept, *((text, "not there") for text in others)]
        found = rows.find(connection, KEY, asked)
        assert found == {pair: kept[pair] for pair in asked if pair in kept}
        exported = [entry for _, entry in rows.entries(connection, None, None)]
        by_key = {(entry.text, entry.digest): entry for entry in exported}
        assert (by_key, len(exported)) == (kept, len(kept))  # -0.0 comes back as 0.0: equal


def fresh() -> sqlite3.Connection:
    from langdu.translation.memory import database

    connection = sqlite3.connect(":memory:", isolation_level=None)
    for table in database.TABLES:
        connection.execute(table)
    return connection


def test_half_a_character_is_neither_kept_nor_found(file: Path) -> None:
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [replace(ROAD, translation="\udc00"), replace(ROAD, text="\ud800"), ROAD])
        wanted = [("\ud800", ""), (ROAD.text, ""), (ROAD.text, "\ud800")]
        assert memory.find(KEY, wanted) == {(ROAD.text, ""): ROAD}


def test_the_oldest_go_first_and_persons_never(file: Path) -> None:
    with Memory(file, warn=refuse, limit=10) as memory:
        memory.set("zh", "en", "首页", "Home")
        for number in range(8):
            memory.add(KEY, [replace(ROAD, text=f"{number}.{n}") for n in range(3)])
        left = [entry.text for _, entry in memory.entries()]
    assert left == ["4.2", *(f"{a}.{b}" for a in (5, 6, 7) for b in range(3)), "首页"]


def test_entries_of_one_pair_and_statistics_and_forgetting(file: Path) -> None:
    russian = Key("zh", "ru", "argos", "a 1;b 2")
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [ROAD])
        memory.add(russian, [ROAD, replace(ROAD, digest="x")])
        memory.set("zh", "ru", "首页", "Главная")
        assert [key for key, _ in memory.entries(target="ru")] == [
            russian,
            russian,
            Key("zh", "ru"),
        ]
        assert list(memory.entries(source="en")) == []
        assert memory.stats() == (
            rows.Holding("zh", "en", "argos", "translate-zh_en 1.9", False, 1),
            rows.Holding("zh", "ru", "", "", True, 1),
            rows.Holding("zh", "ru", "argos", "a 1;b 2", False, 2),
        )
        assert memory.clear(machine_only=True) == 3
        assert [entry.translation for _, entry in memory.entries()] == ["Главная"]
        assert memory.clear() == 1
        assert memory.stats() == ()
    assert ROAD.translation.encode() not in file.read_bytes()


def test_nothing_is_opened_before_it_is_needed(file: Path) -> None:
    with Memory(file) as memory:
        memory.close()
        memory.add(KEY, [])
        assert memory.find(KEY, []) == {}
        with pytest.raises(TranslationError, match="no translation memory"):
            memory.stats()
    assert not file.parent.exists()


def test_the_users_own_is_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with Memory(warn=refuse) as memory:
        memory.add(KEY, [ROAD])
        file = tmp_path / "cache" / "langdu" / "memory.sqlite3"
        assert memory.file == file
        names = {path.name for path in file.parent.iterdir()}
        assert names >= {file.name, f"{file.name}-wal", f"{file.name}-shm"}
        for path in file.parent.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_search_scans_no_table(file: Path) -> None:
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, [ROAD])
    asked: list[str] = []
    with closing(sqlite3.connect(file)) as connection:
        connection.set_trace_callback(asked.append)
        rows.find(connection, KEY, [(ROAD.text, ""), ("别的。", "x")])
        rows.forget_oldest(connection, 10)
        connection.set_trace_callback(None)
        statements = [line for line in asked if line.startswith(("SELECT", "DELETE"))]
        plans = [
            row[3]
            for statement in statements
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]
    assert len(statements) == 3
    assert plans
    assert not [plan for plan in plans if "SCAN" in plan]


def test_a_thousand_sentences_are_found_by_a_few_statements(file: Path) -> None:
    entries = [replace(ROAD, text=f"第{n}条路。", digest=str(n % 3)) for n in range(1001)]
    with Memory(file, warn=refuse) as memory:
        memory.add(KEY, entries)
        found = memory.find(KEY, [(entry.text, entry.digest) for entry in entries])
    assert list(found.values()) == entries


def test_a_digest_is_short_and_always_the_same() -> None:
    assert digest(()) == digest(iter(())) == ""
    assert digest(["张=Zhang", "b"]) == "4e93691529852586"
    assert len({digest(["ab", "c"]), digest(["a", "bc"]), digest(["c", "ab"]), digest([""])}) == 4
