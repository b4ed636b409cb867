"""The facade: what a user of the library does."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import langdu
from langdu.speech.fake import FakeVoice
from langdu.translation.fake import FakeTranslator


def test_the_whole_way_with_the_public_fakes(demo_page: Path, tmp_path: Path) -> None:
    article = langdu.load(demo_page)
    with langdu.Reader(translator=FakeTranslator(), voice=FakeVoice()) as reader:
        english = reader.translate(article, to="en")
        with reader.synthesize(english, rate=2.0) as audio:
            publication = langdu.publish(
                [article, english], audio={"en": audio}, to=tmp_path, image_root=demo_page.parent
            )
            seconds = audio.timeline.duration
    assert publication.warnings == ()
    assert {str(path.relative_to(tmp_path)) for path in publication.files} == {
        "index.html",
        "accessibility.html",
        "zh/index.html",
        "en/index.html",
        "zh/words.js",
        "en/words.js",
        "assets/reader.css",
        "assets/reader.js",
        "images/b1.png",
        f"images/{[b.id for b in article.blocks if isinstance(b, langdu.Figure)][1]}.png",
        "audio/en.mp3",
        "audio/en.timeline.json",
    }
    assert {p for p in tmp_path.rglob("*") if p.is_file()} == set(publication.files)
    timeline = langdu.Timeline.from_json((tmp_path / "audio" / "en.timeline.json").read_bytes())
    assert timeline.duration == pytest.approx(seconds, abs=0.001)


def test_the_demo_page_as_a_person_reads_it(demo_page: Path) -> None:
    article = langdu.load(demo_page)
    assert (article.title, article.published) == ("【云溪区】河畔老城添新景", "2025-09-28T09:30")
    assert (article.source, article.editor) == ("云溪日报", "何晓岚")
    assert article.column == ("首页", "政务", "街镇动态")
    assert article.offered == ("en", "ja", "ko", "ru")
    assert (article.lang, article.site) == ("zh", "云溪区人民政府")
    shape = [(type(block).__name__, len(langdu_sentences(block))) for block in article.blocks]
    assert shape == [
        ("Figure", 1),
        ("Paragraph", 2),
        ("Heading", 2),
        ("Paragraph", 2),
        ("Paragraph", 2),
        ("Heading", 1),
        ("Figure", 1),
        ("Paragraph", 2),
        ("Paragraph", 3),
    ]


def langdu_sentences(block: langdu.Block) -> tuple[langdu.Sentence, ...]:
    from langdu.article import block_sentences

    return block_sentences(block)


def test_an_articles_json_is_loaded_as_it_is(demo_page: Path, tmp_path: Path) -> None:
    article = langdu.load(demo_page)
    file = tmp_path / "article.json"
    file.write_text(langdu.to_json(article), encoding="utf-8")
    assert langdu.load(file) == article
    assert langdu.load(file.read_bytes()) == article
    with file.open("rb") as stream:
        assert langdu.load(stream) == article


def test_pictures_outside_the_sources_folder_are_not_published(
    demo_page: Path, tmp_path: Path
) -> None:
    publication = langdu.publish([langdu.load(demo_page)], to=tmp_path)
    assert len(publication.warnings) == 2
    assert not (tmp_path / "images").exists()


def test_backends_by_name_that_do_not_exist(demo_page: Path) -> None:
    article = langdu.load(demo_page)
    with langdu.Reader(translator="babel", voice="hal") as reader:
        with pytest.raises(langdu.PluginError):
            reader.translate(article, to="en")
        with pytest.raises(langdu.PluginError):
            reader.synthesize(article)


def test_threads_that_share_a_reader_make_one_engine(
    demo_page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, made = langdu.load(demo_page), list[FakeTranslator]()
    together = threading.Barrier(2)

    def make(engine: object, _options: object) -> FakeTranslator:
        if isinstance(engine, FakeTranslator):
            return engine
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(timeout=0.2)  # a second thread that is here too lets both go on
        made.append(FakeTranslator())
        return made[-1]

    monkeypatch.setattr("langdu.plugins.translator", make)
    with (
        langdu.Reader(translator="slow", memory=tmp_path / "memory.db") as reader,
        ThreadPoolExecutor(6) as pool,
    ):
        given = list(pool.map(lambda _: reader.translate(article, to="en"), range(6)))
        reader.close()
    assert len(made) == 1
    assert all(one == given[0] for one in given)
