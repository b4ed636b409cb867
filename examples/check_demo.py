"""Look at what the demo made: ``python examples/check_demo.py demo-out``.

Exits with 1 and one line for each thing that is not as it should be.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import soundfile
from lxml import html

import langdu
from langdu.quantities import restyle
from langdu.timeline import Timeline

sys.path.insert(0, str(Path(__file__).parent / "training"))
import page

LANGUAGES = ("zh", "en", "ja", "ko", "ru")
TAGS = {"zh": "zh-Hans"}


def findings(site: Path) -> Iterator[str]:
    """What is wrong with the site."""
    if not (site / "index.html").is_file():
        yield f"{site / 'index.html'} is not there"
        return
    source = langdu.from_json((site / "zh" / "article.json").read_bytes())
    known = {texts[0]: texts for texts in page.PAGE}
    for column, code in enumerate(LANGUAGES):
        article = langdu.from_json((site / code / "article.json").read_bytes())
        yield from _text(code, article, source, known, column)
        yield from _page(code, site / code / "index.html", article)
        yield from _sound(code, site / "audio", article)
    images = sorted(path.suffix for path in (site / "images").iterdir())
    if images != [".png", ".png"]:
        yield f"the images are {images}, not two PNG files"


def _text(
    code: str,
    article: langdu.Article,
    source: langdu.Article,
    known: dict[str, page.Row],
    column: int,
) -> Iterator[str]:
    for before, after in zip(source.segments, article.segments, strict=True):
        if before.id != after.id:
            yield f"{code}: {after.id} stands where {before.id} should"
        expected = known.get(before.text.strip())
        if expected is None:
            yield f"{before.id}: {before.text!r} is no sentence of the page"
        elif after.text.strip() != (wanted := restyle(expected[column], code).text):
            yield f"{code} {after.id}: {after.text!r} is not {wanted!r}"


def _page(code: str, file: Path, article: langdu.Article) -> Iterator[str]:
    root = html.document_fromstring(file.read_text(encoding="utf-8"))
    if root.get("lang") != TAGS.get(code, code):
        yield f"{file}: its language is {root.get('lang')!r}"
    if scripts := root.xpath("//script[not(@src='../assets/reader.js' or @id='_reader')]"):
        yield f"{file}: it holds a script that is not the reader's: {scripts[0].text!r}"
    text = root.text_content()
    for sentence in article.sentences:
        if sentence.text.strip() not in text:
            yield f"{file}: {sentence.id} is not on the page"
    for image in root.xpath("//img/@src"):
        if not (file.parent / image).is_file():
            yield f"{file}: the image {image} is not there"


def _sound(code: str, folder: Path, article: langdu.Article) -> Iterator[str]:
    timeline = Timeline.from_json((folder / f"{code}.timeline.json").read_bytes())
    seconds = soundfile.info(folder / f"{code}.mp3").duration
    if abs(seconds - timeline.duration) > 0.01 * seconds + 0.1:
        yield f"{code}: {seconds:.1f} s of audio, but a timeline of {timeline.duration:.1f} s"
    spoken = {cue.id for cue in timeline.cues}
    missing = [s.id for s in article.segments if s.id not in spoken and not s.id.endswith(".alt")]
    if missing:
        yield f"{code}: not spoken: {', '.join(missing)}"


def main() -> None:
    """Print the findings; exit with 1 where there are any."""
    found = list(findings(Path(sys.argv[1]) / "site"))
    print("\n".join(found) or "the demo is as it should be")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
