"""``langdu speak`` without ``-o``: an article read aloud, in a terminal or line by line."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import click

from langdu.article import Article
from langdu.cli import common
from langdu.errors import SpeechError

if TYPE_CHECKING:  # they load what speaks and draws
    from langdu.speech.terminal import Places, Script, Speakers
    from langdu.speech.terminal.state import State
    from langdu.speech.terminal.view import View

_F = TypeVar("_F", bound=Callable[..., Any])


#: An article, a language, and whether the work is called off → the article in that language.
Translate: TypeAlias = Callable[[Article, str, Callable[[], bool]], Article]


@dataclass(frozen=True, slots=True)
class Editions:
    """An article and its translations, and the language that is read first.

    ``also`` is the one whose sentences are read with it: before the same ones of ``first``, or
    behind them (``also_after``).
    """

    source: Article
    translations: dict[str, Article]
    first: Article
    also: Article | None = None
    also_after: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How an article is to be read. ``translate`` gives it in another language."""

    rate: float
    start: str | None
    resume: bool
    translate: Translate


def reading_options(command: _F) -> _F:
    """``--resume`` and ``--plain``."""
    command = common.plain_option(command)
    return click.option(
        "--resume", is_flag=True, help="Go on where you stopped in this article last time."
    )(command)


def check_options(*, start: str | None, resume: bool, plain: bool, to_file: bool) -> None:
    """Raises :class:`click.UsageError` for options that exclude each other."""
    if to_file and (resume or plain):
        raise click.UsageError("--resume and --plain are for reading aloud, not for -o")
    if start and resume:
        raise click.UsageError("--start and --resume both say where to begin: give one")


@contextmanager
def opened_voice(spec: str | None, lang: str, rate: float) -> Iterator["Speakers"]:
    """The speakers of ``--voice``; that of a language starts while the article is being loaded."""
    from langdu.speech.terminal import Speakers
    from langdu.speech.voice import check_rate

    engine, name = common.split_voice(spec)
    with Speakers(common.voice(engine), name) as speakers:
        check_rate(rate)
        if name is None:
            speakers.warm(lang, rate)
        yield speakers


def read_aloud(source: str, editions: Editions, speakers: "Speakers", reading: Reading) -> None:
    """Read an article aloud and remember where one stops.

    Raises :class:`~langdu.NoAudioDevice` where nothing can play sound.
    """
    from langdu.speech import output
    from langdu.speech.terminal import Maker, Places, Script
    from langdu.speech.terminal import read_aloud as run
    from langdu.speech.terminal.places import source_key

    speakers.warm(editions.first.lang, reading.rate)  # it starts while the sound card is looked for
    speakers.keep_only(editions.first.lang)
    if editions.also:
        speakers.warm(editions.also.lang, reading.rate)
    output.find_output()
    places = _Remembered(Places(), source_key(source, editions.source))
    state = _begin(editions, places, reading)
    try:
        with _keyboard() as keyboard:
            plain = common.is_plain()
            view = _view(keyboard, plain=plain)
            if hint := _hint(state, keys=keyboard is not None, plain=plain):
                view.tell(hint)
            ending = run(
                state,
                maker=Maker(speakers),
                card=output.SoundCard(),
                view=view,
                keyboard=keyboard,
                translate=lambda lang, cancelled: Script.of(
                    reading.translate(editions.source, lang, cancelled)
                ),
                remember=places.put,
            )
        if ending.finished:
            places.forget()
        elif not places.problem:
            at, total = ending.state.at + 1, len(ending.state.script)
            common.tell(f"stopped at sentence {at} of {total}: --resume goes on there")
    finally:
        if places.problem:
            common.tell(f"langdu: the place is not remembered: {places.problem}")


def _begin(editions: Editions, places: "_Remembered", reading: Reading) -> "State":
    """The state in which the reading begins."""
    from langdu.languages import LANGUAGES, normalize
    from langdu.speech.reading import reading_order
    from langdu.speech.terminal.state import State

    lang = normalize(editions.first.lang)
    articles = {normalize(editions.source.lang): editions.source, **editions.translations}
    scripts = tuple(_script(article, editions) for article in articles.values())
    state = State(scripts, lang, 0, reading.rate, languages=tuple(LANGUAGES))
    if reading.start:
        first = reading_order(editions.first, reading.start)[0].sentence.id
        return replace(state, at=state.script.find(first) or 0)
    before = places.get(state)
    if not reading.resume:
        return replace(state, offer=before or None)
    if before is None:
        common.tell("no place in this article is remembered: it is read from its beginning")
    return replace(state, at=before or 0)


def _script(article: Article, editions: Editions) -> "Script":
    """What is read of an article: with another one, if it is the one to be read with that."""
    from langdu.speech.terminal import Script

    if editions.also is None or article is not editions.first:
        return Script.of(article)
    return Script.of_both(article, editions.also, after=editions.also_after)


def _hint(state: "State", *, keys: bool, plain: bool) -> str:
    """What a person is told as the reading begins."""
    if state.offer is not None:
        how = "g goes on there" if keys else "--resume goes on there"
        return f"last time you stopped at sentence {state.offer + 1}: {how}"
    return "? lists the keys" if keys and plain else ""


@contextmanager
def _keyboard() -> Iterator[int | None]:
    """The keyboard, if a person watches standard output at a terminal."""
    from langdu.speech.terminal.keyboard import open_keyboard

    keyboard = open_keyboard() if sys.stdout.isatty() else None
    try:
        yield keyboard
    finally:
        if keyboard is not None:
            os.close(keyboard)


def _view(keyboard: int | None, *, plain: bool) -> "View":
    if plain or keyboard is None:
        from langdu.speech.terminal.plain import PlainView

        return PlainView(common.echo, common.tell)
    from langdu.speech.terminal.screen import ScreenView

    return ScreenView(sys.stdout.fileno())


class _Remembered:
    """The place in one article. What goes wrong with it is no reason to be silent."""

    def __init__(self, places: "Places", key: str) -> None:
        self._places = places
        self._key = key
        self.problem: str | None = None

    def get(self, state: "State") -> int | None:
        """The line at which one stopped, if it is remembered and still there."""
        with self._kept():
            place = self._places.get(self._key)
            return state.script.find(place.sentence) if place else None
        return None

    def put(self, state: "State") -> None:
        """Remember where one is."""
        from langdu.speech.terminal.places import Place

        place = Place(state.script.sentence(state.at).id, state.lang)
        if self.problem is None:  # it would be the same again, with the same wait
            with self._kept():
                self._places.put(self._key, place)

    def forget(self) -> None:
        """The article was read to its end."""
        if self.problem is None:
            with self._kept():
                self._places.forget(self._key)

    @contextmanager
    def _kept(self) -> Iterator[None]:
        try:
            yield
        except SpeechError as error:
            self.problem = str(error)
