"""What is to be made of every source, and how the making goes on."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from langdu import plugins
from langdu.errors import BatchError
from langdu.languages import normalize
from langdu.reader import PAGES
from langdu.speech.voice import Voice
from langdu.translation.translator import Translator

if TYPE_CHECKING:
    from langdu.extraction import PageRule

#: The format that only cleans: one article a line.
JSONL: Final = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is made of every source. It goes to other processes, so all of it can be pickled.

    ``to``: languages. ``formats``: those of :func:`langdu.publish`, or ``jsonl`` alone. ``audio``:
    speak every edition. ``translator`` and ``voice`` are those of :class:`~langdu.Reader`, as are
    ``translator_options``, here in pairs, ``glossary`` and ``rules``. ``memory``: the file of a
    translation memory, ``True`` for the user's own, ``None`` for none. ``voice_name`` is one of
    the engine's voices, ``rate`` a multiple of its normal speed, ``pronounce`` a file of
    pronunciations. ``translations``: a folder of translations that persons made,
    ``SLUG/LANG/article.json``; they are taken as they are. ``pages`` and ``allow_private`` are
    those of :func:`langdu.load`.
    """

    to: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("html",)
    audio: bool = False
    translator: Translator | str = "argos"
    translator_options: tuple[tuple[str, str], ...] = ()
    glossary: tuple[Path, ...] = ()
    memory: Path | bool | None = None
    voice: Voice | str = "pyttsx3"
    voice_name: str | None = None
    rate: float = 1.0
    pronounce: Path | None = None
    translations: Path | None = None
    rules: "tuple[PageRule, ...]" = ()
    pages: int = PAGES
    allow_private: bool = False

    def __post_init__(self) -> None:
        """Raises :class:`~langdu.BatchError` for what cannot be made."""
        known = [*plugins.writers(), JSONL]
        for name in self.formats:
            if name not in known:
                raise BatchError(f"unknown format {name!r}; the known ones are {', '.join(known)}")
        if not self.formats:
            raise BatchError(f"no format to make; choose from {', '.join(known)}")
        if JSONL in self.formats and (self.to or self.audio or len(set(self.formats)) > 1):
            raise BatchError("jsonl only cleans: it goes with no language, audio or other format")

    @property
    def cleans_only(self) -> bool:
        """Whether there is no site, but one file of cleaned articles."""
        return JSONL in self.formats

    def targets(self, lang: str) -> tuple[str, ...]:
        """The languages that an article in ``lang`` is translated into."""
        codes = dict.fromkeys(normalize(code) for code in self.to)
        return tuple(code for code in codes if code != normalize(lang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a batch goes on; nothing of it changes what is made.

    ``jobs``: processes, as many as cores by default. ``retry_failed``: try again also what failed
    for good. ``refresh``: fetch again what was fetched. ``prune``: remove articles that the list
    no longer has. ``delay``: seconds between the starts of two fetches of one host, ``per_host``
    how many are under way at once; ``robots``: honour robots.txt. ``window``: sources in flight for
    each worker. ``limit``: seconds after which an article's process is ended, 0 for never.
    ``base_url``: the site's address on the web, for its sitemap and feeds.
    """

    jobs: int | None = None
    retry_failed: bool = False
    refresh: bool = False
    prune: bool = False
    delay: float = 0.5
    per_host: int = 2
    robots: bool = True
    window: int = 3
    limit: float = 3600.0
    base_url: str | None = None

    def __post_init__(self) -> None:
        """Raises :class:`~langdu.BatchError` for impossible numbers."""
        if self.jobs is not None and self.jobs < 1:
            raise BatchError(f"at least 1 job is needed, not {self.jobs}")
        if self.limit < 0:
            raise BatchError(f"an article may take 0 seconds (no limit) or more, not {self.limit}")
        if self.window < 1:
            raise BatchError(f"at least 1 source is in flight, not {self.window}")


#: Nothing but pages in the source's language; the usual manner.
PLAIN: Final = Recipe()
USUAL: Final = Manner()
