"""Getting Firefox's models from a server that speaks as Mozilla's does."""

import json
import multiprocessing
import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.errors import MissingModel, PackageError
from langdu.translation.engines import firefox
from langdu.translation.engines.firefox import FirefoxTranslator, downloading
from langdu.translation.engines.firefox.registry import (
    NO_INDEX,
    best,
    code,
    fetch_index,
    read_records,
    version_key,
)
from langdu.translation.engines.firefox.store import FirefoxStore
from langdu.translation.packages.store import ModelStore
from langdu.translation.packages.watching import SILENT, StoredModel, Watcher
from tests.translation.engines import remote_settings
from tests.translation.engines.remote_settings import Registry, compress
from tests.translation.engines.test_ctranslate2 import ENGLISH, texts_of

Students = dict[str, dict[str, bytes]]
MODEL = "model.zhen.intgemm.alphas.bin"


@pytest.fixture
def registry() -> Iterator[Registry]:
    with remote_settings.serving() as served:
        yield served


@pytest.fixture
def published(registry: Registry, students: Students) -> Registry:
    """Both students, and what else lies in the real collection."""
    registry.publish("zh-Hans-en", students["zh-en"])
    registry.publish("en-ja", students["en-ja"])
    registry.publish("zh-Hant-en", students["zh-en"], version="3.9")
    registry.publish("nb-en", {"model.nben.intgemm.alphas.bin": b"lacks a vocabulary"})
    registry.records += [{"id": "odd"}, {"fileType": "model", "attachment": None}]
    return registry


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "data" / "firefox"


def left_behind(home: Path) -> list[str]:
    """What lies about in the folder of models and in that of downloads."""
    cache = home.parent.parent / "cache"
    stray = [path.name for path in home.iterdir() if path.name.startswith(".")]
    return stray + [path.name for path in cache.rglob("*") if path.is_file()]


class Heard(Watcher):
    """What a watcher hears."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int, int | None]] = []
        self.models: list[tuple[str, StoredModel]] = []

    def downloading(self, name: str, done: int, total: int | None) -> None:
        self.steps.append((name, done, total))

    def added(self, model: StoredModel) -> None:
        self.models.append(("added", model))

    def kept(self, model: StoredModel) -> None:
        self.models.append(("kept", model))


def test_add_translate_list_remove(published: Registry, home: Path) -> None:
    heard = Heard()
    added = firefox.add(["zh-en", "en-ja"], directory=home, index=published.index, watcher=heard)
    assert heard.models == [("added", model) for model in added]
    assert [(m.name, m.version, m.architecture) for m in added] == [
        ("firefox-zh_en", "3.0", "base-memory"),
        ("firefox-en_ja", "3.0", "base-memory"),
    ]
    assert added[0].size > 500_000
    _, done, total = [step for step in heard.steps if step[0] == "firefox-zh_en"][-1]
    assert done == total
    translator = FirefoxTranslator(home)
    assert texts_of(translator) == ENGLISH
    assert translator.model("zh", "en").version == "3.0"
    assert firefox.installed(home) == sorted(added, key=lambda model: model.pair)
    assert firefox.remove(["zh-en"], directory=home) == [added[0]]
    assert firefox.installed(home) == [added[1]]
    assert left_behind(home) == [".langdu.lock"]
    with pytest.raises(MissingModel, match="no Firefox model for zh-en is installed"):
        firefox.remove(["en-ja", "zh-en"], directory=home)
    assert firefox.installed(home) == [added[1]]


def test_a_newer_model_takes_the_place_of_the_older(
    published: Registry, home: Path, students: Students
) -> None:
    firefox.add(["en-ja"], directory=home, index=published.index)
    published.publish("en-ja", students["en-ja"], version="3.10")
    (newer,) = firefox.add(["en-ja"], directory=home, index=published.index)
    assert newer.version == "3.10"
    assert firefox.installed(home) == [newer]
    (again,) = firefox.add(["en-ja"], directory=home, index=published.index, again=True)
    assert firefox.installed(home) == [again]
    assert len([path for path in home.iterdir() if path.is_dir()]) == 1


def test_what_is_up_to_date_is_kept_and_what_is_broken_is_not(
    published: Registry, home: Path, students: Students
) -> None:
    (first,) = firefox.add(["en-ja"], directory=home, index=published.index)
    heard, asked = Heard(), len(published.asked)
    assert firefox.update(directory=home, index=published.index, watcher=heard) == [first]
    assert heard.models == [("kept", first)]
    assert len(published.asked) == asked + 2  # the index and where files are
    (first.path / "vocab.spm").write_bytes(b"broken")
    (mended,) = firefox.add(["en-ja"], directory=home, index=published.index)
    assert mended.files == first.files
    mended.check()
    published.publish("en-ja", students["en-ja"], version="3.1")
    (newer,) = firefox.update(["en-ja"], directory=home, index=published.index)
    assert newer.version == "3.1"
    with pytest.raises(MissingModel, match="no Firefox model for zh-en is installed"):
        firefox.update(["zh-en"], directory=home, index=published.index)


def test_the_store_of_the_command_line(
    published: Registry, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    store: ModelStore = FirefoxStore()
    assert store.place() == home / "langdu" / "firefox"
    assert list(store.installed()) == []
    store.add(["en-ja"], index=published.index, again=False, watcher=SILENT)
    heard = Heard()
    store.update([], index=published.index, watcher=heard)
    assert [what for what, _ in heard.models] == ["kept"]
    (model,) = store.remove(["en-ja"])
    assert (model.name, model.version) == ("firefox-en_ja", "3.0")
    assert list(store.installed()) == []


def test_a_mirror_of_files_beside_the_index(published: Registry, home: Path) -> None:
    mirror = f"{published.address}/cdn/index.json"
    published.files["index.json"] = json.dumps({"data": published.records}).encode()
    firefox.add(["zh-en"], directory=home, index=mirror)
    assert texts_of(FirefoxTranslator(home)) == ENGLISH
    assert ("/v1/", None) not in published.asked


def test_every_pair_is_looked_up_before_a_download(published: Registry, home: Path) -> None:
    with pytest.raises(MissingModel, match="offers none for zh-ko"):
        firefox.add(["zh-en", "zh-ko"], directory=home, index=published.index)
    assert not home.exists()


def test_a_download_that_breaks_off_is_continued(published: Registry, home: Path) -> None:
    published.breaks = [1000]
    firefox.add(["zh-en"], directory=home, index=published.index)
    assert texts_of(FirefoxTranslator(home)) == ENGLISH
    assert [wanted for _, wanted in published.asked if wanted] == ["bytes=1000-"]


def test_a_server_that_knows_no_ranges(published: Registry, home: Path) -> None:
    published.breaks, published.knows_ranges = [1000, 1200], False
    firefox.add(["zh-en"], directory=home, index=published.index)
    assert texts_of(FirefoxTranslator(home)) == ENGLISH


def test_what_came_of_a_file_waits_for_the_next_time(published: Registry, home: Path) -> None:
    published.breaks = [1000, 0]
    with pytest.raises(PackageError, match=r"broke off|peer closed|incomplete"):
        firefox.add(["zh-en"], directory=home, index=published.index)
    assert firefox.installed(home) == []
    firefox.add(["zh-en"], directory=home, index=published.index)
    assert [wanted for _, wanted in published.asked if wanted] == ["bytes=1000-"] * 2
    assert left_behind(home) == [".langdu.lock"]


def test_pieces_of_two_files_are_had_anew(published: Registry, home: Path) -> None:
    place = published.location(MODEL)
    good = published.files[place]
    published.files[place], published.breaks = good[:500] + b"!" + good[501:], [1000, 0]
    with pytest.raises(PackageError, match="cannot be downloaded"):
        firefox.add(["zh-en"], directory=home, index=published.index)
    published.files[place] = good
    firefox.add(["zh-en"], directory=home, index=published.index)
    assert [wanted for path, wanted in published.asked if place in path] == [
        None,
        "bytes=1000-",
        "bytes=1000-",
        None,
    ]
    assert left_behind(home) == [".langdu.lock"]


@pytest.mark.parametrize("what", ["altered", "longer", "shorter", "unpacks to more", "to less"])
def test_a_file_that_is_not_what_the_index_says(
    published: Registry, home: Path, students: Students, what: str
) -> None:
    place = published.location(MODEL)
    good = published.files[place]
    match what:
        case "altered":
            published.files[place] = good[:-1] + b"\0"
        case "longer":
            published.files[place] = good + b"more"
        case "shorter":
            published.files[place] = good[:-4]
        case "unpacks to more":
            published.replace(MODEL, compress(students["zh-en"][MODEL] + b"more"))
        case "to less":
            published.replace(MODEL, compress(students["zh-en"][MODEL][:-1]))
    with pytest.raises(PackageError) as caught:
        firefox.add(["zh-en"], directory=home, index=published.index)
    assert "\n" not in str(caught.value)
    assert firefox.installed(home) == []
    stray = left_behind(home)
    assert stray == [".langdu.lock"] or (what == "shorter" and len(stray) == 2)


def test_a_bomb_costs_no_more_than_the_index_says(
    published: Registry, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.replace(MODEL, compress(b"\0" * 20_000_000), decompressedSize=1000)
    sizes: list[int] = []
    check = downloading._check

    def watched(path: Path, *facts: Any) -> None:
        sizes.append(path.stat().st_size)
        check(path, *facts)

    monkeypatch.setattr(downloading, "_check", watched)
    with pytest.raises(PackageError, match="is not what the index says"):
        firefox.add(["zh-en"], directory=home, index=published.index)
    assert sizes[-1] == 1001
    assert left_behind(home) == [".langdu.lock"]


def test_a_file_that_is_no_zstandard(published: Registry, home: Path) -> None:
    published.replace(MODEL, b"rubbish")
    with pytest.raises(PackageError, match="is not the Zstandard data"):
        firefox.add(["zh-en"], directory=home, index=published.index)


def test_a_file_that_is_gone(published: Registry, home: Path) -> None:
    del published.files[published.location(MODEL)]
    with pytest.raises(PackageError, match=r"cannot be downloaded.*404"):
        firefox.add(["zh-en"], directory=home, index=published.index)
    assert sum(published.location(MODEL) in path for path, _ in published.asked) == 1


def test_a_disk_that_is_full(
    published: Registry, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(9, 9, 1_000_000))
    with pytest.raises(PackageError, match=r"needs .* MB in .* and only 1 MB are free"):
        firefox.add(["zh-en"], directory=home, index=published.index)


def test_a_place_that_cannot_be_written(published: Registry, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PackageError, match="cannot be installed in"):
        firefox.add(["zh-en"], directory=tmp_path / "file", index=published.index)


def _add(index: str, home: str, answers: Any) -> None:
    try:
        firefox.add(["zh-en"], directory=Path(home), index=index)
        answers.put(None)
    except BaseException as error:
        answers.put(repr(error))


def test_two_processes_do_not_fight(published: Registry, home: Path) -> None:
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    workers = [
        context.Process(target=_add, args=(published.index, str(home), answers)) for _ in range(2)
    ]
    for worker in workers:
        worker.start()
    assert [answers.get(timeout=120) for _ in workers] == [None, None]
    for worker in workers:
        worker.join()
    assert texts_of(FirefoxTranslator(home)) == ENGLISH
    assert left_behind(home) == [".langdu.lock"]


def test_an_index_that_cannot_be_reached(home: Path) -> None:
    with pytest.raises(PackageError, match=r"cannot be had.*--index URL") as caught:
        firefox.add(["zh-en"], directory=home, index="http://127.0.0.1:9/records")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"data": 3}', b'{"data": ["x"]}', b"[" * 9999]
)
def test_what_is_no_index(registry: Registry, home: Path, body: bytes) -> None:
    registry.files["index.json"] = body
    with pytest.raises(PackageError, match="is no index of Firefox's models"):
        fetch_index(f"{registry.address}/cdn/index.json")


def offers(registry: Registry) -> list[Any]:
    return read_records(registry.records, "http://mirror.example/")


def test_the_best_offer(students: Students) -> None:
    registry = Registry()
    files = students["en-ja"]
    registry.publish("en-ja", files, version="3.1", architecture="tiny")
    registry.publish("en-ja", files, version="3.1", architecture="base")
    registry.publish("en-ja", files, version="3.2a1")
    registry.publish("en-ja", files, version="3.9", filter_expression="env.channel == 'nightly'")
    registry.publish("en-ja", files, version="4.0")
    chosen = best(offers(registry), ("en", "ja"))
    assert (chosen.version, chosen.architecture) == ("3.2a1", "base-memory")
    registry.records = [row for row in registry.records if row["version"] != "3.2a1"]
    chosen = best(offers(registry), ("en", "ja"))
    assert (chosen.version, chosen.architecture) == ("3.1", "base")
    registry.records = [row for row in registry.records if row["version"] == "3.9"]
    assert best(offers(registry), ("en", "ja")).version == "3.9"


def test_a_format_of_the_future(students: Students) -> None:
    registry = Registry()
    registry.publish("en-ja", students["en-ja"], version="4.0")
    with pytest.raises(MissingModel, match=r"in version 4\.0 only, and this langdu runs those of"):
        best(offers(registry), ("en", "ja"))


@pytest.mark.parametrize(
    "damage",
    [
        {"decompressedHash": "no"},
        {"decompressedSize": None},
        {"decompressedSize": -1},
        {"fileType": "other"},
        {"sourceLanguage": 7},
        {"sourceLanguage": "../.."},
        {"attachment": {"location": "x", "size": 1}},
    ],
)
def test_a_model_without_a_sound_record_for_each_file_is_no_offer(
    students: Students, damage: dict[str, Any]
) -> None:
    registry = Registry()
    registry.publish("en-ja", students["en-ja"])
    assert len(offers(registry)) == 1
    registry.records[0] |= damage
    assert offers(registry) == []


def test_only_the_web_is_asked(students: Students) -> None:
    registry = Registry()
    registry.publish("en-ja", students["en-ja"])
    registry.records[0]["attachment"]["location"] = "file:///etc/passwd"
    assert offers(registry) == []


def test_versions() -> None:
    ordered = ["3.0a1", "3.0a2", "3.0b1", "3.0", "3.0.1", "3.2", "3.10", "4.0"]
    assert sorted(sorted(ordered), key=version_key) == ordered
    assert version_key("new") == ()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("zh-Hans", "zh"), ("zh", "zh"), ("zh-Hant", ""), ("en", "en"), ("../x", ""), (None, "")],
)
def test_languages(tag: Any, expected: str) -> None:
    assert code(tag) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "fileType attachment filename location size hash mimetype version sourceLanguage "
                "targetLanguage decompressedSize decompressedHash architecture".split()
            ),
            inner | st.sampled_from(["model", "vocab", "zh-Hans", "en", "0" * 64, "http://[", 1]),
            max_size=8,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(JSON, max_size=4), st.text(max_size=20))
def test_records_of_any_shape_give_offers_or_what_is_told_as_no_index(
    records: list[Any], base: str
) -> None:
    try:
        found = read_records(records, base)
    except NO_INDEX:
        return
    for offer in found:
        assert offer.source.isalpha()
        assert all(file.address.startswith(("http://", "https://")) for file in offer.files)
