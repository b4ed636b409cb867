"""The state machine, by tables and by random events."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.errors import MissingVoice, SpeechError
from langdu.speech.terminal.machine import begin, step
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
    Redraw,
    Resume,
    State,
    Stepwise,
    Suspended,
    Tell,
    Translate,
    Translated,
    Waits,
)
from tests.speech.terminal.samples import in_language, state

LAST = len(state().script) - 1
QUIET = (Phase.PAUSED, Phase.STOPPED)


def press(before: State, *keys: str) -> tuple[State, tuple[Command, ...]]:
    """The state after the keys, and the commands of the last one."""
    commands: tuple[Command, ...] = ()
    for key in keys:
        before, commands = step(before, Key(key))
    return before, commands


def plays(commands: tuple[Command, ...]) -> Play:
    (play,) = [command for command in commands if isinstance(command, Play)]
    return play


def test_it_begins_by_playing() -> None:
    begun, commands = begin(state(at=3))
    play = plays(commands)
    assert (play.at, play.run, play.rate, play.stepwise) == (3, begun.run, 1.0, False)


@pytest.mark.parametrize(
    ("phase", "after", "command"),
    [
        (Phase.PLAYING, Phase.PAUSED, Pause()),
        (Phase.PAUSED, Phase.PLAYING, Resume()),
    ],
)
def test_space_holds_and_lets_go(phase: Phase, after: Phase, command: Command) -> None:
    done, commands = press(replace(state(at=2), phase=phase), " ")
    assert (done.phase, commands) == (after, (command,))


def test_space_reads_what_was_stopped_from_its_start_and_what_waits_after_it() -> None:
    assert plays(press(replace(state(at=2), phase=Phase.STOPPED), " ")[1]).at == 2
    assert plays(press(replace(state(at=2), phase=Phase.WAITING), " ")[1]).at == 3
    waiting = replace(state(at=LAST), phase=Phase.WAITING)
    assert press(waiting, " ")[1] == (Quit(finished=True),)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize(
    ("key", "to"),
    [("left", 1), ("right", 3), ("up", 1), ("down", 4), ("[", 0), ("]", 4), ("r", 2)],
)
def test_every_move_reads_on_from_there_in_every_phase(phase: Phase, key: str, to: int) -> None:
    before = replace(state(at=2), phase=phase)
    after, commands = press(before, key)
    play = plays(commands)
    assert (play.at, after.at, after.phase) == (to, to, Phase.PLAYING)
    assert play.run == after.run > before.run


@pytest.mark.parametrize(
    ("at", "key"),
    [(0, "left"), (0, "up"), (0, "["), (LAST, "right"), (LAST, "down"), (LAST, "]")],
)
def test_at_the_ends_it_says_so_and_changes_nothing(at: int, key: str) -> None:
    before = state(at=at)
    after, commands = press(before, key)
    assert after == before
    assert [type(command) for command in commands] == [Tell]


def test_a_new_speed_is_heard_at_once() -> None:
    after, commands = press(state(at=2), "+")
    assert (plays(commands).rate, plays(commands).at) == (1.1, 2)
    assert commands[1:] == (Tell("speed 1.1"),)
    slower, commands = press(after, "-", "-")
    assert (slower.rate, plays(commands).rate) == (0.9, 0.9)


@pytest.mark.parametrize("phase", [Phase.STOPPED, Phase.WAITING])
def test_a_new_speed_makes_no_sound_where_there_is_none(phase: Phase) -> None:
    after, commands = press(replace(state(at=2), phase=phase), "+")
    assert (after.phase, after.rate, commands) == (phase, 1.1, (Tell("speed 1.1"),))


def test_a_new_speed_in_a_pause_begins_the_sentence_again_at_space() -> None:
    paused = replace(state(at=2), phase=Phase.PAUSED)
    after, commands = press(paused, "+")
    assert (after.phase, commands) == (Phase.STOPPED, (Halt(), Tell("speed 1.1")))
    assert step(after, Finished(paused.run)) == (after, ())
    assert plays(press(after, " ")[1]).rate == 1.1


def test_the_speed_has_ends() -> None:
    fast, commands = press(state(), *"+" * 30)
    assert fast.rate == 2.5
    assert commands == (Tell("speed 2.5 is the fastest"),)
    slow, commands = press(fast, *"-" * 40)
    assert slow.rate == 0.5
    assert commands == (Tell("speed 0.5 is the slowest"),)


def test_the_mode_that_waits() -> None:
    begun, _ = begin(state(at=2))
    one, commands = press(begun, "m")
    assert (one.stepwise, commands[0]) == (True, Stepwise(True))
    waiting, _ = step(one, Waits(one.run))
    assert waiting.phase is Phase.WAITING
    onward, commands = press(waiting, " ")
    assert plays(commands).stepwise
    assert onward.at == 3
    assert press(one, "m")[1][0] == Stepwise(False)
    off, commands = press(waiting, "m")
    assert (off.phase, plays(commands).at, plays(commands).stepwise) == (Phase.PLAYING, 3, False)


def test_source_and_translation() -> None:
    before = state("en", at=2)
    english, commands = press(before, "b")
    assert (english.lang, english.at) == ("en", 2)
    assert plays(commands).script.lang == "en"
    assert commands[1:] == (Tell("English · translated by somebody"),)
    assert press(english, "b")[0].lang == "zh"
    third = replace(english, scripts=(*english.scripts, Script.of(in_language("ja"))))
    japanese, _ = press(third, "t", "3")
    assert japanese.lang == "ja"
    assert press(japanese, "b")[0].lang == "en"  # where one came from


def test_there_may_be_nothing_to_switch_to() -> None:
    before = state()
    after, commands = press(before, "b")
    assert after == before
    assert isinstance(commands[0], Tell)


def test_another_language_is_translated_while_one_listens() -> None:
    begun, _ = begin(state(at=2))
    asked, commands = press(begun, "t", "3")
    assert asked.choices[2] == "ja"
    assert commands == (Tell("translating: 日本語 …"), Translate("ja"))
    assert (asked.phase, asked.lang, asked.run) == (Phase.PLAYING, "zh", begun.run)
    onward, _ = step(asked, Began(asked.run, 4, 1.0))
    assert "still translating" in str(press(onward, "t", "4")[1])
    done, commands = step(onward, Translated(Script.of(in_language("ja"))))
    assert (done.lang, done.at, plays(commands).script.lang) == ("ja", 4, "ja")


@pytest.mark.parametrize("phase", QUIET)
def test_a_translation_that_comes_in_a_pause_makes_no_sound(phase: Phase) -> None:
    asked = replace(state(at=2), phase=phase, awaited="ja")
    done, commands = step(asked, Translated(Script.of(in_language("ja"))))
    assert (done.lang, done.phase) == ("ja", Phase.STOPPED)
    assert commands == (Halt(), Tell("日本語 · translated by somebody"))


def test_a_translation_that_one_no_longer_waits_for_is_kept() -> None:
    asked, _ = press(begin(state(at=2))[0], "t", "3", "t", "1")
    assert asked.awaited is None
    done, commands = step(asked, Translated(Script.of(in_language("ja"))))
    assert (done.lang, commands) == ("zh", ())
    assert press(done, "t", "2")[0].lang == "ja"


def test_a_translation_that_fails_ends_nothing() -> None:
    asked, _ = press(state(), "t", "3")
    after, commands = step(asked, NotTranslated("ja", "no model"))
    assert (after.awaited, commands) == (None, (Tell("no model"),))
    assert press(after, "t", "3")[1][-1] == Translate("ja")


def test_a_language_without_a_voice_leads_back() -> None:
    english, _ = press(state("en", at=2), "b")
    back, commands = step(english, Failed(english.run, MissingVoice("no voice")))
    assert (back.lang, back.at, back.phase) == ("zh", 2, Phase.PLAYING)
    assert plays(commands).script.lang == "zh"
    assert commands[1:] == (Tell("no voice"),)


def test_a_voice_that_fails_later_ends_it() -> None:
    english, _ = press(state("en", at=2), "b")
    heard, _ = step(english, Began(english.run, 2, 1.0))
    error = SpeechError("broken")
    assert step(heard, Failed(heard.run, error))[1] == (Quit(error=error),)


def test_help_and_its_end() -> None:
    helped, commands = press(state(), "?")
    assert (helped.dialog, commands) == (Dialog.HELP, ())
    for key in ("?", "escape"):
        assert press(helped, key)[0].dialog is Dialog.NONE
    moved, commands = press(helped, "right")  # a key is obeyed whatever is shown
    assert (moved.dialog, plays(commands).at) == (Dialog.NONE, 1)


def test_the_languages_and_their_end() -> None:
    asked, _ = press(state("en"), "t")
    assert asked.choices == ("zh", "en", "ja", "ko", "ru")
    assert press(asked, "escape")[0].dialog is Dialog.NONE
    assert press(asked, "t")[0].dialog is Dialog.NONE
    assert press(asked, "9")[1] == (Tell("there is no language 9"),)
    assert press(asked, "0")[1] == (Tell("there is no language 0"),)
    assert press(asked, "1")[1] == (Tell("this is 中文 already"),)


def test_where_one_stopped_last_time() -> None:
    before = replace(state(), offer=5)
    assert plays(press(before, "g")[1]).at == 5
    assert press(state(), "g") == (state(), ())


def test_suspended() -> None:
    begun, _ = begin(state())
    after, commands = step(begun, Suspended())
    assert (after.phase, commands) == (Phase.PAUSED, (Pause(),))
    assert step(after, Suspended()) == (after, ())


def test_news_of_earlier_runs_is_none() -> None:
    begun, _ = begin(state())
    moved, _ = press(begun, "right")
    old = begun.run
    for event in (Began(old, 7, 1.0), Waits(old), Finished(old), Failed(old, SpeechError("x"))):
        assert step(moved, event) == (moved, ())


def test_the_pace_is_learnt() -> None:
    begun, _ = begin(state())
    before = begun.seconds_left(0)
    slow, _ = step(begun, Began(begun.run, 0, 50.0))
    assert slow.seconds_left(0) > before * 5
    assert slow.seconds_left(20) == pytest.approx(slow.seconds_left(0) - 20)


_KEYS = st.sampled_from(
    [*" qrmbtg[]+-?", "left", "right", "up", "down", "escape", *"0123456789", "x", "é"]
)
_NEWS = st.sampled_from(["began", "waits", "finished", "failed", "translated", "not", "stale"])


def _event(kind: str, now: State, number: int) -> Event:
    lang = now.awaited or "ja"
    events: dict[str, Event] = {
        "began": Began(now.run, min(LAST, now.at + number), 1.0),
        "waits": Waits(now.run),
        "finished": Finished(now.run),
        "failed": Failed(now.run, SpeechError("x")),
        "translated": Translated(Script.of(in_language(lang))),
        "not": NotTranslated(lang, "no"),
        "stale": Began(now.run - 1, 0, 1.0),
    }
    return events[kind]


@given(st.lists(st.one_of(_KEYS, st.tuples(_NEWS, st.integers(0, 1)), st.none()), max_size=40))
def test_whatever_happens(story: list[str | tuple[str, int] | None]) -> None:
    now, commands = begin(state("en"))
    told = [command for command in commands if isinstance(command, Play)][-1].run
    for part in story:
        event: Event = Redraw() if part is None else Suspended()
        if isinstance(part, str):
            event = Key(part)
        elif part:
            event = _event(part[0], now, part[1])
        before = now
        now, commands = step(before, event)
        assert 0 <= now.at < len(now.script)
        assert 0.5 <= now.rate <= 2.5
        assert len({script.lang for script in now.scripts}) >= 2
        for command in commands:
            if isinstance(command, Play):
                told = command.run
                assert (command.at, command.script, command.rate) == (now.at, now.script, now.rate)
                assert command.stepwise == now.stepwise
        if now.phase is Phase.PLAYING:  # what is said to be played is what the player was told
            assert now.run == told
        if any(isinstance(command, Quit) for command in commands):
            return
