"""What every voice must do. A suite for a voice inherits it and defines the fixture ``voice``."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.languages import LANGUAGES
from langdu.speech import Sound, Voice

TEXTS = {
    "zh": "我们在朗读今天的新闻，大家好。",
    "en": "We are reading the news of today aloud.",
    "ja": "きょうのニュースをよみあげます。",
    "ko": "오늘의 뉴스를 소리 내어 읽습니다.",
    "ru": "Мы читаем вслух сегодняшние новости.",
}


def say(voice: Voice, lang: str, *texts: str, rate: float = 1.0) -> list[Sound]:
    with voice.open(lang, rate=rate) as speaker:
        return [speaker.say(text) for text in texts]


def is_silent(sound: Sound) -> bool:
    return not any(sound.pcm)


class VoiceContract:
    """The tests; pytest collects them in the classes that inherit."""

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
