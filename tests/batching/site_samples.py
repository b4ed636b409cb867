"""Made-up entries of a site."""

from collections.abc import Sequence

from langdu.batching.entries import AudioEntry, ChapterEntry, EditionEntry, Entry, FileEntry
from langdu.batching.sources.slugs import slug_of

LANGS = ("zh", "en", "ja", "ko", "ru")
_COLUMNS = (("首页", "政务", "县区动态"), ("首页", "文化"), ())


def entry(number: int, langs: Sequence[str] = LANGS, *, spoken: bool = True) -> Entry:
    """The article with that number: three a day, with the first of 2018 as the first."""
    day = number // 3
    date = f"{2018 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
    slug = slug_of(f"https://portal.example/news/{number}.html")
    return Entry(
        slug,
        tuple(_edition(slug, number, lang, spoken) for lang in langs),
        url=f"https://portal.example/news/{number}.html",
        site="青溪新闻网",
        published=f"{date}T08:{number % 60:02}",
        column=_COLUMNS[number % 3],
    )


def _edition(slug: str, number: int, lang: str, spoken: bool) -> EditionEntry:
    audio = AudioEntry(
        f"articles/{slug}/audio/{lang}.mp3",
        100_000 + number,
        61.5 + number,
        (ChapterEntry(0.0, f"第{number}篇 & <more>"), ChapterEntry(30.5, "后半")),
    )
    return EditionEntry(
        lang,
        f"Article <{number}> & more ({lang})",
        f"The beginning of article {number}, 春天 & more…",
        f"articles/{slug}/{lang}/index.html",
        machine=lang != "zh",
        formats=(FileEntry("epub", f"articles/{slug}/{lang}/article.epub"),),
        audio=audio if spoken else None,
    )
