"""eSpeak NG in a process of its own: ``python -m langdu.speech.espeak.worker FOLDER``.

A library that is meant for one voice in one process is given that, so that it can be ended, and
begins every article in the same state.

Jobs: first ``{"voice": id, "rate": words a minute, "probe": text}``, then ``{"text": sentence}`` or
``{"phonemes": sentence, "ipa": yes or no}``. For neural voices, at any time: ``{"ipa_of": texts,
"language": name or tag, "tie": character or nothing}``.
"""

from pathlib import Path
from typing import Any

from langdu.speech import worker
from langdu.speech.espeak.binding import Espeak
from langdu.speech.espeak.phonemes import ipa_of, reads_english, translate


class _Engine:
    def __init__(self, folder: Path) -> None:
        self._espeak = Espeak(folder)

    def hello(self) -> dict[str, Any]:
        voices = [
            {"id": voice, "name": name, "tags": tags} for voice, name, tags in self._espeak.voices()
        ]
        library = "bundled" if self._espeak.is_bundled else "system"
        return {"driver": "espeak", "library": library, "voices": voices}

    def answer(self, job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        if "text" in job:
            return self._say(job["text"])
        if "phonemes" in job:
            found = translate(self._espeak.library, job["phonemes"], ipa=job["ipa"])
            return {"phonemes": found, "voice": self._espeak.voice}, b""
        if "ipa_of" in job:
            return self._ipa(job["ipa_of"], job["language"], job["tie"]), b""
        return self._set(job["voice"], job["rate"], job["probe"]), b""

    def _ipa(self, texts: list[str], language: str, tie: str) -> dict[str, Any]:
        if not self._espeak.set_language(language):
            return {"error": f"eSpeak NG has no voice {language!r}"}
        try:
            return {"phonemes": [ipa_of(self._espeak.library, text, tie) for text in texts]}
        except AttributeError:  # the old eSpeak
            return {"error": "this eSpeak tells no phonemes: install espeakng-loader"}

    def _set(self, voice: str, rate: int, probe: str) -> dict[str, Any]:
        if not self._espeak.set(voice, rate):
            return {"error": "eSpeak NG does not know it"}
        problem = reads_english(self._espeak.library, probe)
        return {"error": problem} if problem else {"voice": self._espeak.voice}

    def _say(self, text: str) -> tuple[dict[str, Any], bytes]:
        try:
            pcm = self._espeak.say(text)
        except OSError as error:
            return {"error": str(error)}, b""
        if not pcm:
            return {"error": "the engine gave no sound"}, b""
        rate = self._espeak.sample_rate
        return {"sample_rate": rate, "voice": self._espeak.voice, "bytes": len(pcm)}, pcm


if __name__ == "__main__":
    worker.run(_Engine)
