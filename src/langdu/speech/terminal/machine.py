"""The state machine: what happens → what is so from now on, and what is to be done (pure).

What the keys do to one another is decided here:

* A move, ``r``, ``b`` and ``t`` read on at once, also where the reading was paused.
* A new speed is heard at once: the sentence begins again. Where nothing is heard, it stays silent,
  and Space reads the sentence from its beginning at the new speed.
* Back by a paragraph or a section goes to its own beginning first.
* What the player reports of a run that is out of date is nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from langdu.languages import LANGUAGES
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.state import (
    Began,
    Command,
    Dialog,
    Event,
    Failed,
    Finished,
    Halt,
    Key,
    NotTranslated,
    Pause,
    Phase,
    Play,
    Quit,
    Resume,
    State,
    Step,
    Stepwise,
    Suspended,
    Tell,
    Translate,
    Translated,
    Waits,
)
from langdu.speech.voice import FASTEST, SLOWEST

#: What + and - change the speed by, in multiples of the normal one: a difference that one hears.
SPEED_STEP: Final = 0.1

_MOVES: Final = MappingProxyType(
    {
        "left": ("sentence", -1),
        "right": ("sentence", 1),
        "up": ("paragraph", -1),
        "down": ("paragraph", 1),
        "[": ("section", -1),
        "]": ("section", 1),
    }
)


def begin(state: State) -> Step:
    """The first step of a session."""
    return _play(state, state.at)


def step(state: State, event: Event) -> Step:
    """What an event leads to."""
    match event:
        case Key(name):
            return _key(state, name)
        case Began(run, at, seconds) if run == state.run:
            return _began(state, at, seconds), ()
        case Waits(run) if run == state.run:
            return replace(state, phase=Phase.WAITING), ()
        case Finished(run) if run == state.run:
            return state, (Quit(finished=True),)
        case Failed(run, error) if run == state.run:
            return _failed(state, error)
        case Translated(script):
            return _translated(state, script)
        case NotTranslated(lang, why):
            known = replace(state, awaited=None if state.awaited == lang else state.awaited)
            return known, (Tell(why),)
        case Suspended() if state.phase is Phase.PLAYING:
            return replace(state, phase=Phase.PAUSED), (Pause(),)
    return state, ()


def _play(state: State, at: int, *tell: Command) -> Step:
    """Read on from a line."""
    run = state.run + 1
    state = replace(state, at=at, run=run, phase=Phase.PLAYING, seconds=0.0)
    return state, (Play(run, state.script, at, state.rate, state.stepwise), *tell)


def _began(state: State, at: int, seconds: float) -> State:
    characters, heard = state.heard
    length = len(state.script.sentence(at).text)
    heard_now = (characters + length, heard + seconds * state.rate)
    return replace(state, at=at, seconds=seconds, heard=heard_now, retreat=None)


def _failed(state: State, error: BaseException) -> Step:
    """A language without a voice is no reason to end the reading in another one."""
    if state.retreat is None:
        return state, (Quit(error=error),)
    back = _in_language(replace(state, other=None), state.retreat)
    return _play(replace(back, retreat=None), back.at, Tell(str(error)))


def _key(state: State, name: str) -> Step:
    if state.dialog is not Dialog.NONE:
        shut = replace(state, dialog=Dialog.NONE)
        if state.dialog is Dialog.LANGUAGES and name.isdecimal():
            return _choose(shut, int(name))
        own = {Dialog.HELP: "?", Dialog.LANGUAGES: "t"}[state.dialog]
        if name in (own, "escape"):
            return shut, ()
        state = shut
    if name in _MOVES:
        return _move(state, *_MOVES[name])
    action = _ACTIONS.get(name)
    return action(state) if action else (state, ())


def _move(state: State, unit: str, direction: int) -> Step:
    to = state.script.step(state.at, unit, direction)
    if to is None:
        return state, (Tell(f"no {unit} {'after' if direction > 0 else 'before'} this one"),)
    return _play(state, to)


def _space(state: State) -> Step:
    match state.phase:
        case Phase.PLAYING:
            return replace(state, phase=Phase.PAUSED), (Pause(),)
        case Phase.PAUSED:
            return replace(state, phase=Phase.PLAYING), (Resume(),)
        case Phase.STOPPED:
            return _play(state, state.at)
        case Phase.WAITING:
            return _next(state)


def _next(state: State) -> Step:
    if state.at + 1 == len(state.script):
        return state, (Quit(finished=True),)
    return _play(state, state.at + 1)


def _repeat(state: State) -> Step:
    return _play(state, state.at)


def _mode(state: State) -> Step:
    state = replace(state, stepwise=not state.stepwise)
    if state.stepwise:
        return state, (Stepwise(True), Tell("waits after each sentence: Space goes on"))
    on = Tell("reads on after each sentence")
    if state.phase is Phase.WAITING:
        state, commands = _next(state)
        return state, (*commands, on)
    return state, (Stepwise(False), on)


def _faster(state: State) -> Step:
    return _speed(state, SPEED_STEP)


def _slower(state: State) -> Step:
    return _speed(state, -SPEED_STEP)


def _speed(state: State, change: float) -> Step:
    rate = round(min(FASTEST, max(SLOWEST, state.rate + change)), 2)
    if rate == state.rate:
        return state, (Tell(f"speed {rate:g} is the {'fastest' if change > 0 else 'slowest'}"),)
    told = Tell(f"speed {rate:g}")
    state = replace(state, rate=rate)
    if state.phase is Phase.PLAYING:
        return _play(state, state.at, told)
    if state.phase is Phase.PAUSED:
        state = replace(state, phase=Phase.STOPPED, run=state.run + 1, seconds=0.0)
        return state, (Halt(), told)
    return state, (told,)


def _back_and_forth(state: State) -> Step:
    """To the language from which one came; else from a translation to its source, or back."""
    others = [script.lang for script in state.scripts if script.lang != state.lang]
    if not others:
        return state, (Tell("there is no other language here yet: t chooses one"),)
    to = state.other if state.other in others else others[0]
    return _switch(state, to)


def _in_language(state: State, lang: str) -> State:
    script = next(script for script in state.scripts if script.lang == lang)
    at = script.same_place(state.script, state.at)
    return replace(state, lang=lang, at=at, other=state.lang, heard=(0, 0.0))


def _switch(state: State, lang: str) -> Step:
    """Read the same sentence in another language that is there."""
    switched = replace(_in_language(state, lang), retreat=state.retreat or state.lang, awaited=None)
    return _play(switched, switched.at, Tell(_named(switched.script)))


def _languages(state: State) -> Step:
    return replace(state, dialog=Dialog.LANGUAGES), ()


def _choose(state: State, number: int) -> Step:
    if not 1 <= number <= len(state.choices):
        return state, (Tell(f"there is no language {number}"),)
    lang = state.choices[number - 1]
    if lang == state.lang:
        return replace(state, awaited=None), (Tell(f"this is {endonym(lang)} already"),)
    if any(script.lang == lang for script in state.scripts):
        return _switch(state, lang)
    if state.awaited:
        return state, (Tell(f"still translating: {endonym(state.awaited)}"),)
    return replace(state, awaited=lang), (Tell(f"translating: {endonym(lang)} …"), Translate(lang))


def _translated(state: State, script: Script) -> Step:
    """The edition is kept; it is read if it is still wanted."""
    known = replace(state, scripts=(*state.scripts, script))
    if state.awaited != script.lang:
        return known, ()
    if state.phase not in (Phase.PAUSED, Phase.STOPPED):
        return _switch(known, script.lang)
    quiet = replace(_in_language(known, script.lang), retreat=state.lang, awaited=None)
    quiet = replace(quiet, phase=Phase.STOPPED, run=state.run + 1, seconds=0.0)
    return quiet, (Halt(), Tell(_named(script)))


def _go_on(state: State) -> Step:
    if state.offer is None:
        return state, ()
    return _play(replace(state, offer=None), state.offer)


def _help(state: State) -> Step:
    return replace(state, dialog=Dialog.HELP), ()


def _quit(state: State) -> Step:
    return state, (Quit(),)


def _named(script: Script) -> str:
    """What one is told of an edition that one switches to."""
    return endonym(script.lang) + (f" · {script.origin}" if script.origin else "")


def endonym(lang: str) -> str:
    """A language's own name, or its code."""
    language = LANGUAGES.get(lang)
    return language.endonym if language else lang


_ACTIONS: Final = MappingProxyType[str, Callable[[State], Step]](
    {
        " ": _space,
        "r": _repeat,
        "m": _mode,
        "+": _faster,
        "-": _slower,
        "b": _back_and_forth,
        "t": _languages,
        "g": _go_on,
        "?": _help,
        "q": _quit,
    }
)
