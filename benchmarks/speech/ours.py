"""langdu's side, in a process of its own: ``python -m benchmarks.speech.ours ENGINE JOBS WAV``."""

import json
import sys
import time
from typing import Any

from benchmarks.speech.article import chinese
from benchmarks.speech.usage import cpu, peak
from langdu import plugins
from langdu.speech.synthesis import synthesize
from langdu.speech.voice import Speaker, Voice


class Watched:
    """A voice that tells which speakers it opened."""

    def __init__(self, voice: Voice) -> None:
        self.name = voice.name
        self.voices = voice.voices
        self.speakers: list[Any] = []
        self._voice = voice

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> Speaker:
        speaker = self._voice.open(lang, rate=rate, voice=voice)
        self.speakers.append(speaker)
        return speaker


def main() -> None:
    engine, jobs, wav = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    article, _ = chinese()
    voice = Watched(plugins.voice(engine))
    memory: dict[int, float] = {}

    def look(done: int, total: int) -> None:
        if done % 10 == 0:
            memory.update({s.pid: peak(s.pid) for s in voice.speakers if s.pid})

    begin = time.perf_counter()
    with synthesize(article, voice, jobs=jobs, progress=look) as audio:
        audio.save(wav, timeline=False)
        wall, seconds = time.perf_counter() - begin, audio.duration
    used = peak("self") + sum(memory.values())
    answer = {"wall": wall, "cpu": cpu(), "seconds": seconds, "memory": used}
    print(json.dumps(answer), file=sys.stderr)


if __name__ == "__main__":
    main()
