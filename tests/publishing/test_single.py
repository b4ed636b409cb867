"""All editions in one file."""

import json
import re
from base64 import b64decode
from collections import Counter
from pathlib import Path

from langdu.publishing import publish_single
from langdu.timeline import Cue, Timeline
from tests.publishing.page import every, one, parse, text
from tests.publishing.samples import LANGS, FakeAudio, all_articles, article, png


def single(folder: Path) -> str:
    audio = {"en": FakeAudio(Timeline("en", 9.0, (Cue("title", 0.0, 2.0),)))}
    done = publish_single(all_articles(), folder, audio=audio, images=lambda _: png())
    assert done.files == (folder / "reader.html",)
    assert done.warnings == ()
    assert [path.name for path in folder.iterdir()] == ["reader.html"]
    return done.files[0].read_text("utf-8")


def test_every_edition_is_there_under_ids_of_its_own(tmp_path: Path) -> None:
    root = parse(single(tmp_path))
    ids = Counter(map(str, root.xpath("//@id")))
    assert set(ids.values()) == {1}
    assert {f"{lang}:{s.id}" for lang in LANGS for s in article(lang).segments} <= set(ids)
    editions = every(root, "//main/article[@class='edition']")
    assert [(e.get("data-lang"), e.get("lang"), e.get("data-prefix")) for e in editions] == [
        ("zh", "zh-Hans", "zh:"),
        ("en", "en", "en:"),
        ("ja", "ja", "ja:"),
        ("ko", "ko", "ko:"),
        ("ru", "ru", "ru:"),
    ]
    for target in root.xpath("//@href[starts-with(., '#')] | //@aria-labelledby"):
        assert str(target).removeprefix("#") in ids
    assert every(root, "//link[@rel='alternate']") == []
    assert [a.get("href") for a in every(root, "//header/nav//a")][1] == "#en:_article"
    source = every(root, "//article[@lang='ja']//li/a[@hreflang='zh-Hans']")[0]
    assert source.get("href") == "#zh:_article"


def test_pictures_and_sound_are_in_it_once_for_each_edition(tmp_path: Path) -> None:
    page = single(tmp_path)
    root = parse(page)
    head, _, picture = str(every(root, "//img")[0].get("src")).partition(",")
    assert (head, b64decode(picture)) == ("data:image/png;base64", png())
    assert one(root, "//audio").get("src") == "data:audio/mpeg;base64,SUQz"
    assert page.count("SUQz") == 1
    assert every(root, "//a[@download]") == []
    assert not re.search(r'(?:src|href)="(?!#|data:|https?:)', page)


def test_its_script_is_told_of_all_times_and_words(tmp_path: Path) -> None:
    root = parse(single(tmp_path))
    data = json.loads(text(one(root, "//script[@id='_reader']")))
    english = data["editions"][1]
    assert (data["current"], english["prefix"], english["words"]) == ("zh", "en:", None)
    assert english["audio"] == {"src": "", "duration": 9.0, "cues": [["title", 0.0, 2.0]]}
    words = json.loads(text(one(root, "//script[@id='_words-ru']")))
    assert words["sentences"]["title"] == article("ru").title
