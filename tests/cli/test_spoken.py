"""``langdu speak --dry-run`` and ``--pronounce``, in their real processes."""

import json
import re
import wave
from pathlib import Path

from langdu.article_json import from_json
from tests.cli.conftest import Command

SENTENCES = (
    "2019年，全区1.7万名党员重走了2条路，覆盖98%的村（社区）。",
    "大家说，这很好……",
    "GDP增长8.2%，详见http://www.example.cn/a/1.html，会议10:42结束。",
)


def article(*sentences: str) -> bytes:
    body = [{"id": f"b1.s{n}", "text": text} for n, text in enumerate(sentences, 1)]
    block = {"id": "b1", "type": "paragraph", "sentences": body}
    schema = "langdu/article/1"
    value = {"schema": schema, "lang": "zh", "title": "2020年工作会议", "blocks": [block]}
    return json.dumps(value).encode()


def test_a_dry_run_prints_what_would_be_said(langdu: Command) -> None:
    result = langdu("speak", "-", "--dry-run", stdin=article(*SENTENCES))
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "b1.s1\t二零一九年，全区一点七万名党员重走了两条路，覆盖百分之九十八的村，社区。",
        "b1.s2\t大家说，这很好。",
        "b1.s3\tG D P增长百分之八点二，详见网址 example点cn，会议十点四十二分结束。",
    ]


def test_every_sentence_of_the_body_is_there(langdu: Command, demo_page: Path) -> None:
    result = langdu("speak", str(demo_page), "--dry-run")
    extracted = langdu("extract", str(demo_page), "--format", "json")
    body = from_json(extracted.out.encode()).sentences
    lines = [line.split("\t") for line in result.out.splitlines()]
    assert [line[0] for line in lines] == [sentence.id for sentence in body]
    assert not re.search(r"\d", "".join(line[1] for line in lines))


def test_a_dry_run_of_two_languages(langdu: Command) -> None:
    (langdu.folder / "zh.json").write_bytes(article("路长3公里。"))
    english = json.loads(article("The road is 3 km long."))
    (langdu.folder / "en.json").write_text(json.dumps({**english, "lang": "en"}))
    arguments = ["speak", "zh.json", "--dry-run", "--translation", "en.json", "-t", "en"]
    result = langdu(*arguments, "--with", "zh")
    lines = ["b1.s1\t路长三公里。", "b1.s1\tThe road is three kilometers long."]
    assert (result.code, result.out.splitlines()) == (0, lines)
    assert langdu(*arguments, "--with", "zh", "--with-after").out.splitlines() == lines[::-1]


def test_a_dry_run_begins_where_it_is_told(langdu: Command) -> None:
    rest = langdu("speak", "-", "--dry-run", "--start", "b1.s2", stdin=article(*SENTENCES))
    assert [line.split("\t")[0] for line in rest.out.splitlines()] == ["b1.s2", "b1.s3"]
    wrong = langdu("speak", "-", "--dry-run", "--start", "b99", stdin=article(*SENTENCES))
    assert wrong.code == 1
    assert "b99" in wrong.err


def test_a_wrong_pronunciation_is_one_line_before_anything_is_done(
    langdu: Command, demo_page: Path
) -> None:
    (langdu.folder / "p.toml").write_text('[zh]\n"云溪" = "yun"\n', encoding="utf-8")
    result = langdu("speak", str(demo_page), "--pronounce", "p.toml", "-o", "a.wav")
    assert result.code == 1
    assert "p.toml" in result.err
    assert "云溪" in result.err
    assert len(result.err.splitlines()) == 1
    assert not (langdu.folder / "a.wav").exists()


def test_a_pronunciation_is_heard(langdu: Command) -> None:
    """The same text with a longer word in its place lasts longer."""
    source = article("云溪很好。")
    (langdu.folder / "p.toml").write_text(
        '[zh]\n"云溪" = "yun2 xi1 yun2 xi1 yun2 xi1"\n', encoding="utf-8"
    )

    def frames(*options: str) -> int:
        result = langdu("speak", "-", "-o", "a.wav", *options, stdin=source)
        assert (result.code, result.err) == (0, "")
        with wave.open(str(langdu.folder / "a.wav")) as sound:
            return int(sound.getnframes())

    plain = frames()
    assert frames("--pronounce", "p.toml") > 1.1 * plain


def test_the_users_own_file_is_read(langdu: Command) -> None:
    config = langdu.folder / "config"
    (config / "langdu").mkdir(parents=True)
    (config / "langdu" / "pronounce.toml").write_text('[zh]\n"云溪" = "?"\n', encoding="utf-8")
    langdu.environment["XDG_CONFIG_HOME"] = str(config)
    result = langdu("speak", "-", "-o", "a.wav", stdin=article("云溪很好。"))
    assert result.code == 1
    assert str(config / "langdu" / "pronounce.toml") in result.err
