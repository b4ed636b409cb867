"""What every voice must do. A suite for a voice inherits it and defines the fixture ``voice``.

A voice whose speakers are processes (they have a ``pid``) also defines ``impatient``: then it is
shown that such a process may be killed, hang and be ended.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path
from threading import Timer

import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.languages import LANGUAGES
from langdu.speech import Sound, Speaker, Voice

TEXTS = {
    "zh": "我们在朗读今天的新闻，大家好。",
    "en": "We are reading the news of today aloud.",
    "ja": "きょうのニュースをよみあげます。",
    "ko": "오늘의 뉴스를 소리 내어 읽습니다.",
    "ru": "Мы читаем вслух сегодняшние новости.",
}


#: Sentences of the test with random kills: a slice of what ``make test-kills`` says.
SENTENCES = int(os.environ.get("LANGDU_SENTENCES", "50"))
#: Short sentences, each of another length.
SHORT = [("一二三四五六七八九十" * 2)[:length] + "。" for length in range(3, 13)]

signals = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def say(voice: Voice, lang: str, *texts: str, rate: float = 1.0) -> list[Sound]:
    with voice.open(lang, rate=rate) as speaker:
        return [speaker.say(text) for text in texts]


def is_silent(sound: Sound) -> bool:
    return not any(sound.pcm)


def pid_of(speaker: Speaker) -> int:
    pid = getattr(speaker, "pid", None)
    if pid is None:
        pytest.skip("this voice has no process")
    assert isinstance(pid, int)
    return pid


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")  # an orphan may wait for a lazy init to reap it
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"


def children() -> set[str]:
    """The processes that are this one's, zombies too."""
    lists = Path("/proc/self/task").glob("*/children")
    return {pid for file in lists for pid in file.read_text().split()}


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen within 30 s")


@contextmanager
def killed_soon(pid: int, seconds: float) -> Iterator[None]:
    def kill() -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    timer = Timer(seconds, kill)
    timer.start()
    yield
    timer.cancel()
    timer.join()


class VoiceContract:
    """The tests; pytest collects them in the classes that inherit."""

    @pytest.fixture
    def impatient(self) -> Voice:
        """The voice with a time limit of some 4 seconds."""
        pytest.skip("this voice has no process")

    def test_is_a_voice(self, voice: Voice) -> None:
        assert isinstance(voice, Voice)
        assert voice.name

    def test_voices_have_ids_and_codes(self, voice: Voice) -> None:
        voices = voice.voices()
        assert voices
        assert len({info.id for info in voices}) == len(voices)
        assert all(info.name and info.lang and info.engine for info in voices)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_language_that_it_claims(self, voice: Voice, lang: str) -> None:
        if lang not in {info.lang for info in voice.voices()}:
            pytest.skip(f"does not claim {lang}")
        (sound,) = say(voice, lang, TEXTS[lang])
        assert 0.5 < sound.seconds < 15
        assert len(sound.pcm) % 2 == 0
        assert not is_silent(sound)

    @pytest.mark.parametrize("spelling", ["zh", "zh-CN", "zh_CN", "cmn", "zh-Hans"])
    def test_any_spelling_of_a_language(self, voice: Voice, spelling: str) -> None:
        (sound,) = say(voice, spelling, "你好")
        assert not is_silent(sound)

    def test_twice_the_rate_is_about_half_as_long(self, voice: Voice) -> None:
        (normal,) = say(voice, "zh", TEXTS["zh"])
        (fast,) = say(voice, "zh", TEXTS["zh"], rate=2.0)
        (slow,) = say(voice, "zh", TEXTS["zh"], rate=0.5)
        assert 0.3 < fast.seconds / normal.seconds < 0.7
        assert 1.5 < slow.seconds / normal.seconds < 2.7

    @pytest.mark.parametrize("rate", [0.0, -1.0, 0.2, 10.0, float("nan"), float("inf")])
    def test_an_impossible_rate_is_refused(self, voice: Voice, rate: float) -> None:
        with pytest.raises(SpeechError, match=r"0\.5 to 2\.5"):
            voice.open("zh", rate=rate)

    def test_a_text_without_words_is_a_short_silence(self, voice: Voice) -> None:
        for sound in say(voice, "zh", "", " \n\t", "……", "——。！？", "\u200b\ufeff", "“”"):
            assert is_silent(sound)
            assert 0 < sound.seconds < 0.5

    def test_odd_texts_are_no_trouble(self, voice: Voice) -> None:
        texts = [
            "😀",
            "你好😀。",
            "a\x00b",
            "\ud800好",
            "<speak>好</speak> & [[好]]",
            "①𰻞",
            "100%",
        ]
        assert all(sound.seconds > 0 for sound in say(voice, "zh", *texts))

    def test_a_nul_does_not_end_the_text(self, voice: Voice) -> None:
        cut, whole = say(voice, "zh", "大家", "大家\x00今天都在这里朗读新闻")
        assert whole.seconds > 2 * cut.seconds

    def test_five_thousand_characters_without_a_stop(self, voice: Voice) -> None:
        one, many = say(voice, "zh", "中国" * 5, "中国" * 2500, rate=2.5)
        assert many.seconds > 100 * one.seconds

    def test_one_sample_rate(self, voice: Voice) -> None:
        sounds = say(voice, "zh", "你好。", "……", "100", "😀", "……")
        assert len({sound.sample_rate for sound in sounds}) == 1

    def test_the_same_in_every_session(self, voice: Voice) -> None:
        texts = (TEXTS["zh"], "第二句。", "第三句。")
        first, second = say(voice, "zh", *texts), say(voice, "zh", *texts)
        for one, other in zip(first, second, strict=True):
            assert abs(one.seconds - other.seconds) <= 0.05

    def test_an_unknown_language(self, voice: Voice) -> None:
        with pytest.raises(MissingVoice, match="xx"):
            voice.open("xx-YY")

    def test_an_unknown_voice(self, voice: Voice) -> None:
        with pytest.raises(MissingVoice, match="nobody"):
            voice.open("zh", voice="nobody")

    def test_a_voice_of_another_language_is_refused(self, voice: Voice) -> None:
        english = next(info for info in voice.voices() if info.lang == "en")
        with pytest.raises(MissingVoice):
            voice.open("zh", voice=english.id)

    def test_a_voice_by_id_and_by_name(self, voice: Voice) -> None:
        info = next(info for info in voice.voices() if info.lang in ("ru", "en"))
        for wanted in (info.id, info.name):
            with voice.open(info.lang, voice=wanted) as speaker:
                assert not is_silent(speaker.say(TEXTS[info.lang]))

    def test_two_sessions_at_once(self, voice: Voice) -> None:
        with (
            voice.open("zh") as chinese,
            voice.open("en") as english,
            ThreadPoolExecutor(2) as pool,
        ):
            jobs = [
                pool.submit(speaker.say, text)
                for _ in range(5)
                for speaker, text in ((chinese, TEXTS["zh"]), (english, TEXTS["en"]))
            ]
            sounds = [job.result() for job in jobs]
        assert not any(map(is_silent, sounds))
        assert max(s.seconds for s in sounds[::2]) - min(s.seconds for s in sounds[::2]) < 0.1

    def test_closing_twice_and_speaking_after_it(self, voice: Voice) -> None:
        speaker = voice.open("zh")
        speaker.close()
        speaker.close()
        with pytest.raises(SpeechError, match="closed"):
            speaker.say("你好")

    def test_two_voices_in_one_run(self, voice: Voice) -> None:
        """Sentence by sentence in turns, each sounds as it does alone."""
        texts = {lang: [TEXTS[lang], TEXTS[lang][:9]] for lang in ("zh", "en")}
        alone = {lang: say(voice, lang, *texts[lang]) for lang in texts}
        with voice.open("zh") as chinese, voice.open("en") as english:
            for index in range(2):
                for lang, speaker in (("zh", chinese), ("en", english)):
                    sound = speaker.say(texts[lang][index])
                    assert abs(sound.seconds - alone[lang][index].seconds) <= 0.05

    @signals
    def test_a_killed_process_costs_no_sentence(self, voice: Voice) -> None:
        with voice.open("zh") as speaker:
            before = speaker.say(TEXTS["zh"])
            pid = pid_of(speaker)
            os.kill(pid, signal.SIGKILL)
            after = speaker.say(TEXTS["zh"])
            assert pid_of(speaker) != pid
        assert abs(before.seconds - after.seconds) <= 0.05
        assert is_gone(pid)

    @signals
    def test_a_process_killed_within_a_sentence_costs_no_sound(self, voice: Voice) -> None:
        text = "中国" * 800
        with voice.open("zh", rate=2.5) as speaker:
            pid = pid_of(speaker)
            begin = time.monotonic()
            whole = speaker.say(text)
            took = time.monotonic() - begin
            for share in (2, 3, 5, 9, 20, 50, 200):  # on a busy machine the first may come too late
                with killed_soon(pid, took / share):
                    again = speaker.say(text)
                if pid_of(speaker) != pid:
                    break
            assert pid_of(speaker) != pid
        assert abs(again.seconds - whole.seconds) <= 0.5  # 200 s, of several pieces

    @signals
    def test_a_hung_process_is_replaced(self, impatient: Voice) -> None:
        with impatient.open("zh") as speaker:
            whole = speaker.say(TEXTS["zh"])
            pid = pid_of(speaker)
            os.kill(pid, signal.SIGSTOP)
            again = speaker.say(TEXTS["zh"])
            assert pid_of(speaker) != pid
        assert abs(again.seconds - whole.seconds) <= 0.05
        assert is_gone(pid)

    def test_closing_ends_a_sentence_in_the_making(self, voice: Voice) -> None:
        with voice.open("zh") as speaker:
            pid = pid_of(speaker)
            closer = Timer(0.2, speaker.close)
            closer.start()
            with pytest.raises(SpeechError, match="closed"):
                speaker.say("中国" * 20_000)  # minutes of work
            closer.join()
        assert is_gone(pid)

    @signals
    def test_random_kills_cost_no_sentence(
        self, voice: Voice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Short sentences in a row; one in ten loses its process, before or while it is said."""
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        before = children()
        chance = random.Random(5)
        right = dict(zip(SHORT, say(voice, "zh", *SHORT), strict=True))
        killed = set()
        with voice.open("zh") as speaker:
            for text in islice(cycle(SHORT), SENTENCES):
                pid = pid_of(speaker)
                if chance.random() < 0.1:
                    killed.add(pid)
                    with killed_soon(pid, chance.choice([0.0, 0.004, 0.008])):
                        sound = speaker.say(text)
                else:
                    sound = speaker.say(text)
                assert abs(sound.seconds - right[text].seconds) <= 0.05, text
        assert len(killed) > SENTENCES / 30
        assert all(map(is_gone, killed))
        assert children() <= before
        assert not list(tmp_path.iterdir())
