"""The facade: load, translate, speak and publish with backends that are loaded once.

Stages do not know each other; this is where they meet.
"""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self

from langdu import plugins
from langdu.article import Article, Sentence
from langdu.errors import ExtractError, LoadError
from langdu.loading import Source, load_page, web_address
from langdu.publishing import AudioFile, ImageSource, Publication, publish_single
from langdu.publishing import publish as write_editions
from langdu.readings import WordAids
from langdu.speech.audio import Audio
from langdu.speech.voice import Voice
from langdu.timeline import Timeline
from langdu.translation import Translator, translate_article
from langdu.translation.aids import Aids
from langdu.translation.translator import never

if TYPE_CHECKING:  # lxml and httpx are slow to import
    from langdu.extraction import Extraction, PageRule
    from langdu.loading.web import Fetcher
    from langdu.translation.glossary import Glossary
    from langdu.translation.memory import Memory

#: Articles have fewer pages; what has more is a book, or a pager of something else.
PAGES: Final = 20


def load(
    source: Source,
    *,
    timeout: float = 20.0,
    allow_private: bool = False,
    pages: int = PAGES,
    rules: "Sequence[PageRule]" = (),
) -> Article:
    """The article of a URL, a path, bytes or an open file.

    HTML, the plain-text dump of a page, or the JSON of an article. ``timeout`` in seconds, for
    URLs. A URL that leads to this machine or into a private network is refused unless
    ``allow_private`` is set. The pages of an article on the web are joined, at most ``pages`` of
    them: an article of more is an error, since a cut one would look whole; 1 reads the page of the
    URL alone. ``rules`` for sites are asked before those of plugins, and the first that is for a
    page is followed.

    Raises :class:`~langdu.LoadError` where the source or one of its pages cannot be read,
    :class:`~langdu.ExtractError` where no article is in it,
    :class:`~langdu.ArticleError` where its JSON is not an article's, and
    :class:`~langdu.PluginError` where a rule fails.
    """
    return _read(source, timeout, allow_private, pages, rules, explaining=False).article


def explain(
    source: Source,
    *,
    timeout: float = 20.0,
    allow_private: bool = False,
    pages: int = PAGES,
    rules: "Sequence[PageRule]" = (),
) -> "Extraction":
    """The article as :func:`load` gives it, what was left out, and where its metadata are from.

    Raises :class:`~langdu.ExtractError` for JSON too: nothing of it was decided here.
    """
    return _read(source, timeout, allow_private, pages, rules, explaining=True)


def _read(
    source: Source,
    timeout: float,
    allow_private: bool,
    pages: int,
    rules: "Sequence[PageRule]",
    *,
    explaining: bool,
) -> "Extraction":
    """Read a source in a session of its own, if it is on the web."""
    if web_address(source) is None:
        return read(source, None, pages=pages, rules=rules, explaining=explaining)
    from langdu.loading.web import Fetcher, FetchSettings  # httpx is slow to import

    settings = FetchSettings.for_one(timeout, allow_private=allow_private)
    with Fetcher(settings) as fetcher:
        return read(source, fetcher, pages=pages, rules=rules, explaining=explaining)


def read(
    source: Source,
    fetcher: "Fetcher | None",
    *,
    pages: int = PAGES,
    rules: "Sequence[PageRule]" = (),
    explaining: bool = False,
) -> "Extraction":
    """Load a source and, in the same session, the other pages of its article.

    ``fetcher`` may be ``None`` for what is not on the web.
    """
    from langdu.extraction import extract_pages

    if pages < 1:
        raise LoadError(f"at least 1 page is read, not {pages}")
    given = load_page(source, fetcher=fetcher)
    if explaining and given.kind == "json":
        raise ExtractError("there is nothing to explain: this is an article's JSON already")
    every = (*rules, *plugins.rules()) if given.kind == "html" else ()
    reading = extract_pages(given, limit=pages, rules=every, explaining=explaining)
    try:
        wanted = next(reading)
        while True:
            try:
                page = load_page(wanted, fetcher=fetcher)
            except LoadError as error:
                wanted = reading.throw(error)
            else:
                wanted = reading.send(page)
    except StopIteration as end:
        found: Extraction = end.value
        return found


def publish(
    articles: Sequence[Article],
    *,
    to: str | os.PathLike[str],
    audio: Mapping[str, AudioFile] | None = None,
    formats: Sequence[str] = ("html",),
    image_root: str | os.PathLike[str] | None = None,
    allow_private: bool = False,
    single_file: bool = False,
    pictures: ImageSource | None = None,
) -> Publication:
    """Write an article and its translations into a folder.

    ``articles``: the source article and its translations. ``audio`` maps a language to what
    :meth:`Reader.synthesize` gave for it. ``formats``: html, epub, epub-bilingual, markdown, text,
    braille, json, fragment (the reader for a page of one's own), and those of plugins.
    ``single_file``: instead of the pages, one file (``reader.html``) that holds all editions, their
    images and their audio. Images come
    from the network, and from files below ``image_root`` only: an article must not be able to
    publish other files of this machine. ``allow_private`` lets them come from addresses of private
    networks as well. ``pictures`` gives them instead of both. Raises :class:`~langdu.PublishError`.
    """
    from langdu.loading.images import ImageReader

    root = Path(image_root) if image_root else None
    with ImageReader(root, allow_private=allow_private) as own:
        images = pictures or own
        write = partial(write_editions, articles, to, audio=audio, images=images, aids=WordAids())
        writers = plugins.writers()
        if not single_file:
            return write(formats=formats, writers=writers)
        one = publish_single(articles, to, audio=audio, images=images, aids=WordAids())
        others = [name for name in formats if name != "html"]
        rest = write(formats=others, writers=writers) if others else Publication(())
    warnings = dict.fromkeys(one.warnings + rest.warnings)
    return Publication(one.files + rest.files, tuple(warnings))


class Reader:
    """Loads, translates and speaks articles; owns its engines: use it in ``with`` or close it.

    ``translator`` and ``voice`` are names (``argos``, ``pyttsx3``, or a plugin's) or objects; an
    engine is made when it is first needed, with ``translator_options`` where it is named.
    ``glossary``: CSV files of terms, over those that langdu ships. ``memory``: the file of a
    translation memory; without one nothing is remembered. ``allow_private`` and ``rules`` are those
    of :func:`load`. Several threads may share a reader: each engine is made once.
    """

    def __init__(
        self,
        translator: Translator | str = "argos",
        voice: Voice | str = "pyttsx3",
        *,
        allow_private: bool = False,
        rules: "Sequence[PageRule]" = (),
        translator_options: Mapping[str, str] = MappingProxyType({}),
        glossary: "Glossary | Sequence[str | os.PathLike[str]]" = (),
        memory: "Memory | str | os.PathLike[str] | None" = None,
    ) -> None:
        self._translator = translator
        self._translator_options = translator_options
        self._glossary = glossary
        self._memory = memory
        self._aids: Aids | None = None
        self._voice = voice
        self._allow_private = allow_private
        self._rules = tuple(rules)
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let models go. Calling it twice is harmless; a reader that is used again loads again."""
        if not isinstance(self._translator, str):
            self._translator.close()
        if self._aids and self._aids.memory:
            self._aids.memory.close()

    def load(self, source: Source, *, timeout: float = 20.0, pages: int = PAGES) -> Article:
        """The article of a source: see :func:`load`."""
        return load(
            source,
            timeout=timeout,
            allow_private=self._allow_private,
            pages=pages,
            rules=self._rules,
        )

    def translate(self, article: Article, to: str) -> Article:
        """The article in another language, with the same ids.

        Raises :class:`~langdu.MissingModel` with the command that installs what is missing.
        """
        return next(iter(self.translate_all(article, [to]).values()))

    def translate_all(
        self,
        article: Article,
        to: Sequence[str],
        *,
        progress: Callable[[str, str], None] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> dict[str, Article]:
        """The article in several languages: code → article. Steps that they share are taken once.

        ``progress`` is called with the two languages of each step; ``cancelled`` is asked between
        batches, and where it says yes :class:`~langdu.Cancelled` is raised. What the checks found
        is in ``translation.checks`` of each.
        """
        with self._lock:
            self._translator = plugins.translator(self._translator, self._translator_options)
            self._aids = self._aids or _aids(self._glossary, self._memory)
            translator, aids = self._translator, self._aids
        return translate_article(
            article,
            to,
            translator,
            aids=aids,
            progress=progress,
            cancelled=cancelled,
        )

    def synthesize(
        self,
        article: Article,
        *,
        rate: float = 1.0,
        voice: str | None = None,
        start: str | None = None,
        also: Article | None = None,
        also_after: bool = False,
        jobs: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Audio:
        """Speak an article into audio with a timeline; close the audio, or use it in ``with``.

        ``rate`` is a multiple of the voice's normal speed; ``voice`` one of the engine's voices
        (by the article's language if ``None``); ``start`` the id of a sentence or block to begin
        at; ``also`` the article in another language, each sentence of which is heard before the
        same one of ``article`` (``also_after``: after it), in a voice of its own; ``jobs`` how many
        speakers say it at once (the engine's own number if ``None``); ``progress`` is called with
        sentences done and in all. Raises :class:`~langdu.SpeechError`.
        """
        from langdu.speech.synthesis import synthesize

        return synthesize(
            article,
            self._made_voice(),
            rate=rate,
            voice_name=voice,
            start=start,
            also=also,
            also_after=also_after,
            jobs=jobs,
            progress=progress,
        )

    def record(
        self,
        article: Article,
        path: str | os.PathLike[str],
        *,
        rate: float = 1.0,
        voice: str | None = None,
        start: str | None = None,
        also: Article | None = None,
        also_after: bool = False,
        captions: str | os.PathLike[str] | None = None,
        cover: str | os.PathLike[str] | None = None,
        jobs: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Timeline:
        """Speak an article straight into a ``.wav``, ``.flac``, ``.mp3`` or ``.m4b``.

        The arguments are those of :meth:`synthesize` and of :meth:`Audio.save`; the file and its
        timeline beside it appear at the end, whole. Raises :class:`~langdu.SpeechError`, and
        :class:`~langdu.PluginError` for what needs the extra ``audio``.
        """
        from langdu.speech.recorder import record

        return record(
            article,
            self._made_voice(),
            path,
            rate=rate,
            voice_name=voice,
            start=start,
            also=also,
            also_after=also_after,
            captions=captions,
            cover=cover,
            jobs=jobs,
            progress=progress,
        )

    def speak(
        self,
        article: Article,
        *,
        rate: float = 1.0,
        voice: str | None = None,
        start: str | None = None,
        also: Article | None = None,
        also_after: bool = False,
        on_sentence: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Read an article aloud; ``on_sentence`` is called as each sentence begins.

        ``also`` and ``also_after`` are those of :meth:`synthesize`. Raises
        :class:`~langdu.NoAudioDevice` where nothing can play sound.
        """
        from langdu.speech.player import play

        play(
            article,
            self._made_voice(),
            rate=rate,
            voice_name=voice,
            start=start,
            also=also,
            also_after=also_after,
            on_sentence=on_sentence,
        )

    def _made_voice(self) -> Voice:
        with self._lock:
            self._voice = plugins.voice(self._voice)
            return self._voice


def _aids(
    glossary: "Glossary | Sequence[str | os.PathLike[str]]",
    memory: "Memory | str | os.PathLike[str] | None",
) -> Aids:
    from langdu.translation.glossary import Glossary
    from langdu.translation.memory import Memory

    if not isinstance(glossary, Glossary):
        glossary = Glossary.load([Path(file) for file in glossary])
    if isinstance(memory, str | os.PathLike):
        memory = Memory(Path(memory))
    return Aids(glossary, memory)
