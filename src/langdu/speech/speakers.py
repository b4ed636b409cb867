"""The speakers of a reading: one for each of its languages."""

from collections.abc import Iterable
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from langdu.article import Article
from langdu.errors import SpeechError
from langdu.speech.reading import Utterance
from langdu.speech.spoken import Spoken
from langdu.speech.spoken.ruby import spoken_sentence
from langdu.speech.voice import Sound, Speaker, Voice


def say(speaker: Speaker, utterance: Utterance, lang: str) -> Sound:
    """The sound of one utterance in its spoken form.

    Raises :class:`SpeechError` naming the sentence by its id.
    """
    return say_form(speaker, utterance, spoken_sentence(utterance.sentence, lang))


def say_form(speaker: Speaker, utterance: Utterance, spoken: Spoken) -> Sound:
    """The sound of an utterance whose spoken form is known."""
    try:
        return speaker.say(spoken.text, spoken.readings)
    except SpeechError as error:
        raise SpeechError(f"sentence {utterance.sentence.id}: {error}") from error


class Speakers:
    """A speaker for each language, all opened at once, so that none is missing in mid-article.

    ``voice_name`` is a voice of the first language. Their sounds all have the sample rate of the
    first sound, since a file and a sound card have one.
    """

    def __init__(
        self, voice: Voice, langs: Iterable[str], *, rate: float, voice_name: str | None
    ) -> None:
        self._speakers: dict[str, Speaker] = {}
        self._sample_rate = 0
        self._stack = ExitStack()
        with ExitStack() as opened:
            for lang in dict.fromkeys(langs):
                speaker = voice.open(lang, rate=rate, voice=voice_name)
                self._speakers[lang] = opened.enter_context(speaker)
                voice_name = None
            self._stack = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def say(self, utterance: Utterance) -> tuple[Spoken, Sound]:
        """An utterance in its language: its spoken form and its sound.

        Raises :class:`SpeechError` naming the sentence by its id.
        """
        spoken = spoken_sentence(utterance.sentence, utterance.lang)
        sound = say_form(self._speakers[utterance.lang], utterance, spoken)
        self._sample_rate = self._sample_rate or sound.sample_rate
        if sound.sample_rate == self._sample_rate:
            return spoken, sound
        if len(self._speakers) == 1:
            raise SpeechError("the voice changed its sample rate within an article: use another")
        return spoken, sound.resampled(self._sample_rate)

    def close(self) -> None:
        """Let the engines go; a second time is harmless."""
        self._stack.close()


def open_speakers(
    article: Article, also: Article | None, voice: Voice, rate: float, voice_name: str | None
) -> Speakers:
    """The speakers of a reading; ``voice_name`` is a voice of the article's own language."""
    langs = (article.lang,) if also is None else (article.lang, also.lang)
    return Speakers(voice, langs, rate=rate, voice_name=voice_name)
