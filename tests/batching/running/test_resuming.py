"""A second run does what is missing or changed, and nothing else."""

import errno
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import langdu
from langdu.batching.outcomes import Outcome
from langdu.batching.places import Places
from langdu.batching.recipe import Manner, Recipe
from langdu.translation.memory import Memory
from tests.batching.running.portal import PortalTranslator, fill, page, recipe, tree

ONE = Manner(jobs=1)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def run(
    pages: Path, site: Path, made: Recipe, manner: Manner = ONE, **options: object
) -> list[Outcome]:
    """In a thread: what is tested here is not the processes."""
    with ThreadPoolExecutor(1) as pool:
        return list(
            langdu.batch(pages, out=site, recipe=made, manner=manner, executor=pool, **options)  # type: ignore[arg-type]
        )


def states(outcomes: list[Outcome]) -> Counter[str]:
    return Counter(outcome.state for outcome in outcomes)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return fill(tmp_path / "pages", 3)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_every_unit_is_made_once(pages: Path, site: Path) -> None:
    first = run(pages, site, recipe())
    # three languages, as text, audio, page and JSON
    assert states(first) == {"made": 3 * 3 * 4}
    before = tree(site)
    assert len([name for name in before if name.endswith("/index.html")]) >= 3 * 4

    assert states(run(pages, site, recipe())) == {"kept": 3 * 3 * 4}
    assert tree(site) == before


def test_a_changed_source_alone_is_made_again(pages: Path, site: Path) -> None:
    run(pages, site, recipe())
    (pages / "a0001.html").write_text(page(77), encoding="utf-8")
    outcomes = run(pages, site, recipe())
    assert states(outcomes) == {"made": 12, "kept": 24}
    assert {o.source for o in outcomes if o.state == "made"} == {
        o.source for o in outcomes if o.slug and "a0001" in o.slug
    }
    changed = next(o.slug for o in outcomes if o.state == "made")
    assert "第77期" in (site / "articles" / str(changed) / "zh" / "index.html").read_text("utf-8")


def test_a_language_more_keeps_texts_and_audio(pages: Path, site: Path) -> None:
    run(pages, site, recipe(to=("en",)))
    outcomes = run(pages, site, recipe(to=("en", "ko")))
    made = {(o.lang, o.form) for o in outcomes if o.state == "made"}
    kept = {(o.lang, o.form) for o in outcomes if o.state == "kept"}
    assert kept == {(lang, form) for lang in ("zh", "en") for form in ("article", "audio")}
    # pages lead to the other languages, so all of them are new
    assert made >= {("ko", "article"), ("ko", "audio"), ("zh", "html"), ("en", "html")}
    assert tree(site) == tree_of(pages, site.with_name("fresh"), recipe(to=("en", "ko")))


def test_a_language_less_leaves_nothing_behind(pages: Path, site: Path) -> None:
    run(pages, site, recipe())
    run(pages, site, recipe(to=("ja",)))
    assert tree(site) == tree_of(pages, site.with_name("fresh"), recipe(to=("ja",)))


def tree_of(pages: Path, site: Path, made: Recipe) -> dict[str, bytes]:
    run(pages, site, made)
    return tree(site)


def test_a_file_that_is_lost_or_cut_is_made_again(pages: Path, site: Path) -> None:
    run(pages, site, recipe())
    before = tree(site)
    names = sorted(before)
    (site / next(n for n in names if n.endswith("en/index.html"))).unlink()
    (site / next(n for n in names if n.endswith("ja.mp3"))).write_bytes(b"cut")
    run(pages, site, recipe())
    assert tree(site).keys() == before.keys()
    assert tree(site)[next(n for n in names if n.endswith("en/index.html"))]


def test_a_broken_receipt_is_as_good_as_none(pages: Path, site: Path) -> None:
    run(pages, site, recipe())
    before = tree(site)
    for receipt in Places(site).receipts.rglob("*.json"):
        receipt.write_bytes(receipt.read_bytes()[:40])
    assert states(run(pages, site, recipe())) == {"made": 36}
    assert tree(site) == before


def test_another_model_translates_again(
    pages: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pages, site, recipe())
    monkeypatch.setattr(PortalTranslator, "version", "2")
    outcomes = run(pages, site, recipe())
    kept = {(o.lang, o.form) for o in outcomes if o.state == "kept"}
    assert kept == {("zh", "article"), ("zh", "audio")}


def test_a_language_that_fails_costs_itself_only(pages: Path, site: Path) -> None:
    broken = recipe(translator=PortalTranslator(broken=["ja"]))
    outcomes = run(pages, site, broken)
    assert {(o.lang, o.form) for o in outcomes if o.state == "failed"} == {("ja", "article")}
    assert all("the model into ja is broken" in str(o.reason) for o in outcomes if o.reason)
    assert states(outcomes) == {"made": 24, "failed": 3}
    # a failure that is known is told again, not tried again
    assert states(run(pages, site, broken)) == {"kept": 24, "failed": 3}
    healed = run(pages, site, recipe(), replace(ONE, retry_failed=True))
    assert states(healed)["failed"] == 0
    assert tree(site) == tree_of(pages, site.with_name("fresh"), recipe())


def test_a_page_without_an_article_fails_alone(pages: Path, site: Path) -> None:
    (pages / "none.html").write_text("<html><body><nav>a</nav></body></html>", encoding="utf-8")
    (pages / "empty.html").write_bytes(b"")
    outcomes = run(pages, site, recipe())
    failed = [o for o in outcomes if o.state == "failed"]
    assert len(failed) == 2
    assert all(o.reason and o.lang is None for o in failed)
    assert states(run(pages, site, recipe()))["failed"] == 2


def test_a_source_that_fails_after_a_change_keeps_its_old_pages(pages: Path, site: Path) -> None:
    run(pages, site, recipe())
    before = tree(site)
    (pages / "a0001.html").write_text("<html><body></body></html>", encoding="utf-8")
    assert states(run(pages, site, recipe()))["failed"] == 1
    assert tree(site) == before
    (pages / "a0001.html").write_text(page(1), encoding="utf-8")
    assert states(run(pages, site, recipe()))["failed"] == 0
    assert tree(site) == before


def test_what_the_list_no_longer_has_is_told_and_removed_when_asked(
    pages: Path, site: Path
) -> None:
    run(pages, site, recipe())
    (pages / "a0002.html").unlink()
    gone = [o for o in run(pages, site, recipe()) if o.state == "gone"]
    assert len(gone) == 1
    assert (site / "articles" / str(gone[0].slug)).exists()
    removed = [o for o in run(pages, site, recipe(), replace(ONE, prune=True)) if o.state != "kept"]
    assert [o.state for o in removed] == ["removed"]
    assert tree(site) == tree_of(pages, site.with_name("fresh"), recipe())


def test_a_translation_that_a_person_made_is_taken_as_it_is(
    pages: Path, site: Path, tmp_path: Path
) -> None:
    outcomes = run(pages, site, recipe())
    slug = next(str(o.slug) for o in outcomes if o.form == "json" and o.lang == "en")
    data = json.loads((site / "articles" / slug / "en" / "article.json").read_bytes())
    data["blocks"][0]["sentences"][0]["text"] = "A person wrote this. "
    given = tmp_path / "given" / slug / "en" / "article.json"
    given.parent.mkdir(parents=True)
    given.write_text(json.dumps(data), encoding="utf-8")
    with_given = recipe(translations=tmp_path / "given")
    made = {(o.slug, o.lang) for o in run(pages, site, with_given) if o.state == "made"}
    assert {s for s, _ in made} == {slug}
    text = (site / "articles" / slug / "en" / "index.html").read_text("utf-8")
    assert "A person wrote this." in text
    assert states(run(pages, site, with_given)) == {"kept": 36}


def test_jsonl_is_one_cleaned_article_a_line_in_the_order_of_the_list(
    pages: Path, site: Path
) -> None:
    only = Recipe(formats=("jsonl",))
    assert states(run(pages, site, only)) == {"made": 3}
    lines = (site / "articles.jsonl").read_text("utf-8").splitlines()
    assert [langdu.from_json(line).title for line in lines] == [
        f"石桥镇图书角第{n}期" for n in range(3)
    ]
    assert states(run(pages, site, only)) == {"kept": 3}
    assert sorted(tree(site)) == ["articles.jsonl"]


def test_impossible_recipes_are_refused_at_once() -> None:
    with pytest.raises(langdu.BatchError, match="jsonl only cleans"):
        Recipe(formats=("jsonl",), to=("en",))
    with pytest.raises(langdu.BatchError, match="unknown format 'pdf'"):
        Recipe(formats=("pdf",))
    with pytest.raises(langdu.BatchError, match="at least 1 job"):
        Manner(jobs=0)


def test_a_language_that_no_model_reaches_is_told_before_the_first_article(
    pages: Path, site: Path
) -> None:
    with pytest.raises(langdu.MissingModel, match="'fr'"):
        run(pages, site, recipe(to=("fr",)))


def test_two_batches_in_one_folder_exclude_each_other(pages: Path, site: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        first = langdu.batch(pages, out=site, recipe=recipe(), manner=ONE, executor=pool)
        next(first)
        with pytest.raises(langdu.BatchError, match="another batch is at work"):
            next(langdu.batch(pages, out=site, recipe=recipe(), manner=ONE, executor=pool))
        first.close()  # type: ignore[attr-defined]
    assert states(run(pages, site, recipe()))["failed"] == 0


def test_a_picture_beside_a_page_is_a_part_of_it(pages: Path, site: Path) -> None:
    (pages / "a0001.html").write_text(page(1, image=True), encoding="utf-8")
    (pages / "lamp.png").write_bytes(PNG)
    run(pages, site, recipe())
    assert states(run(pages, site, recipe())) == {"kept": 36}
    (pages / "lamp.png").write_bytes(PNG + b"brighter")
    outcomes = run(pages, site, recipe())
    made = {(o.lang, o.form) for o in outcomes if o.state == "made"}
    assert made == {(lang, form) for lang in ("zh", "en", "ja") for form in ("html", "json")}
    (picture,) = site.glob("articles/*/images/*.png")
    assert picture.read_bytes().endswith(b"brighter")
    # list and pages may move together
    moved = pages.rename(pages.with_name("moved"))
    assert states(run(moved, site, recipe())) == {"kept": 36}
    (moved / "lamp.png").write_bytes(PNG)
    assert states(run(moved, site, recipe()))["failed"] == 0
    (picture,) = site.glob("articles/*/images/*.png")
    assert picture.read_bytes() == PNG


def test_a_correction_makes_the_articles_again_that_have_its_sentence(
    pages: Path, site: Path, tmp_path: Path
) -> None:
    file = tmp_path / "memory.sqlite3"
    made = recipe(memory=file)
    first = run(pages, site, made)
    assert states(run(pages, site, made)) == {"kept": 36}
    with Memory(file) as memory:
        memory.set("zh", "en", "石桥镇图书角第1期", "The book corner, number one")
        memory.set("zh", "ko", "石桥镇图书角第2期", "아무도 원하지 않는 언어")
    outcomes = run(pages, site, made)
    # Japanese is made through English
    assert {o.lang for o in outcomes if o.state == "made" and o.form == "article"} == {"en", "ja"}
    (slug,) = {o.slug for o in outcomes if o.state == "made"}
    assert slug == next(o.slug for o in first if "a0001" in o.source)
    text = (site / "articles" / str(slug) / "en" / "index.html").read_text("utf-8")
    assert "The book corner, number one" in text
    assert states(run(pages, site, made)) == {"kept": 36}


def test_a_second_run_touches_no_file(pages: Path, site: Path) -> None:
    for made in (recipe(), Recipe(formats=("jsonl",))):
        run(pages, site, made)
        before = stamps(site)
        run(pages, site, made)
        assert stamps(site) == before


def stamps(site: Path) -> dict[Path, tuple[int, int]]:
    """What tells a file from another one; locks are there while a process is at work."""
    return {
        path: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_a_cleaned_text_that_is_lost_or_damaged_is_made_again(pages: Path, site: Path) -> None:
    only = Recipe(formats=("jsonl",))
    run(pages, site, only)
    before = tree(site)
    texts = sorted((site / ".langdu" / "texts").rglob("*.json"))
    texts[0].unlink()
    texts[1].write_bytes(b"cut")
    (site / "articles.jsonl").unlink()
    assert states(run(pages, site, only)) == {"made": 2, "kept": 1}
    assert tree(site) == before


def test_nothing_is_removed_after_a_list_that_could_not_be_read_whole(
    pages: Path, site: Path
) -> None:
    rows = [json.dumps({"html": page(number)}) + "\n" for number in range(3)]
    list_ = pages / "list.jsonl"
    list_.write_text("".join(rows), encoding="utf-8")
    run(list_, site, Recipe())
    before = tree(site)
    list_.write_text("".join((*rows[:2], rows[2][:50])), encoding="utf-8")
    told: list[str] = []
    outcomes = run(list_, site, Recipe(), replace(ONE, prune=True), tell=told.append)
    assert states(outcomes) == {"kept": 4, "failed": 1, "gone": 1}
    assert any("nothing is removed" in line for line in told)
    assert tree(site) == before
    list_.write_text("".join(rows[:2]), encoding="utf-8")
    assert states(run(list_, site, Recipe(), replace(ONE, prune=True)))["removed"] == 1


def test_how_many_pages_are_joined_is_a_part_of_the_key(pages: Path, site: Path) -> None:
    run(pages, site, Recipe())
    assert states(run(pages, site, Recipe(pages=1))) == {"made": 6}


def test_a_disk_that_is_full_at_the_very_end_is_one_line(
    pages: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space is left", str(site))

    with monkeypatch.context() as patch:
        patch.setattr("langdu.batching.closing._join", full)
        with pytest.raises(langdu.BatchError, match="make room and run the same command again"):
            run(pages, site, Recipe(formats=("jsonl",)))
    assert states(run(pages, site, Recipe(formats=("jsonl",)))) == {"kept": 3}
    assert len((site / "articles.jsonl").read_text("utf-8").splitlines()) == 3
