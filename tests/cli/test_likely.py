"""The language that a source is probably in."""

from pathlib import Path

import pytest

from langdu.cli.likely import likely_language


@pytest.mark.parametrize(
    ("source", "lang"),
    [
        ("-", "zh"),
        ("https://portal.example/1.html", "zh"),
        ("https://www.portal.gov.cn/1.html", "zh"),
        ("https://news.example.jp/1", "ja"),
        ("https://news.example.ru/1", "ru"),
        ("https://news.example.kr/1", "ko"),
        ("https://news.example.uk/1", "en"),
        ("https://[broken/1", "zh"),
        ("there-is-no-such-file", "zh"),
    ],
)
def test_by_name(source: str, lang: str) -> None:
    assert likely_language(source) == lang


@pytest.mark.parametrize(
    ("content", "lang"),
    [
        (b'{"schema": "langdu/article/1", "lang": "ja", "title": "x"}', "ja"),
        (b'<!doctype html><html class="x" lang="ru-RU"><p>hello', "ru"),
        ("<html><script>var a = 'long english text';</script><p>새 길을 만들었다".encode(), "ko"),
        ("小镇修了新路。".encode(), "zh"),
        (b"The town has built a new road.", "en"),
        (b"<html lang=fr><p>Le village", "zh"),  # langdu has no French: the usual guess
        (b"", "zh"),
        (bytes(range(256)) * 10, "en"),
    ],
)
def test_by_content(tmp_path: Path, content: bytes, lang: str) -> None:
    file = tmp_path / "source"
    file.write_bytes(content)
    assert likely_language(str(file)) == lang
