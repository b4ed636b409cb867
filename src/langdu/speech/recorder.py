"""Article → a sound file, encoded while it is spoken."""

from collections.abc import Callable
from contextlib import closing
from os import PathLike
from pathlib import Path

from langdu.article import Article
from langdu.speech.files import Recording, about_article, chapters_of, read_cover
from langdu.speech.files.texts import CaptionFile, texts_beside
from langdu.speech.synthesis import reading_of, sounds
from langdu.speech.tape import Tape
from langdu.speech.voice import Voice, check_rate
from langdu.timeline import Timeline


def record(
    article: Article,
    voice: Voice,
    path: str | PathLike[str],
    *,
    rate: float = 1.0,
    voice_name: str | None = None,
    start: str | None = None,
    also: Article | None = None,
    also_after: bool = False,
    captions: str | PathLike[str] | None = None,
    cover: str | PathLike[str] | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Timeline:
    """Speak an article into a file, with its timeline beside it, and give the timeline.

    As :func:`~langdu.speech.synthesize` and :meth:`Audio.save`, whose arguments these are, but the
    sound is encoded sentence by sentence as it is made, and lies nowhere else. Whatever ends the
    work before its end leaves nothing and changes nothing. Raises what these two raise.
    """
    check_rate(rate)
    path = Path(path)
    sheet = CaptionFile.at(captions)
    about = about_article(article, read_cover(cover) if cover else None)
    order = reading_of(article, start, also, after=also_after)
    articles = (article,) if also is None else (article, also)
    tape = Tape(article.lang, rate)
    made = sounds(order, article.lang, voice, rate=rate, voice_name=voice_name, jobs=jobs)
    with Recording(path, about) as recording, closing(made):
        for done, (utterance, spoken, sound) in enumerate(made, 1):
            samples = tape.add(utterance, spoken, sound)
            recording.write(samples, tape.sample_rate)
            if progress:
                progress(done, len(order))
        timeline = tape.timeline()
        texts = texts_beside(path, articles, timeline, sheet, with_timeline=True)
        recording.finish(chapters_of(article, timeline), texts)
    return timeline
