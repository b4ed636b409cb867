"""pyttsx3 as its documentation shows it: ``python -m benchmarks.speech.peer TEXT WAV``.

The whole text, ``save_to_file``, ``runAndWait``. Three things are not in the documentation, and
without them there is nothing to compare: the good eSpeak NG is mapped first, the voice is Chinese
at langdu's speed, and the end is waited for, which ``runAndWait`` does not do.
"""

import ctypes
import json
import os
import sys
import time
import wave
from pathlib import Path
from threading import Event

import espeakng_loader

from benchmarks.speech.usage import cpu, peak


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    os.environ["ESPEAK_DATA_PATH"] = str(Path(espeakng_loader.get_data_path()).parent)
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    begin = time.perf_counter()
    import pyttsx3

    ended = Event()
    engine = pyttsx3.init()
    engine.connect("finished-utterance", lambda **_: ended.set())
    engine.setProperty("voice", "sit/cmn")
    engine.setProperty("rate", 175)
    engine.save_to_file(text, sys.argv[2])
    engine.runAndWait()
    ended.wait()
    wall = time.perf_counter() - begin
    with wave.open(sys.argv[2]) as file:
        seconds = file.getnframes() / file.getframerate()
    # pyttsx3 prints to standard output
    answer = {"wall": wall, "cpu": cpu(), "seconds": seconds, "memory": peak("self")}
    print(json.dumps(answer), file=sys.stderr)
    sys.stderr.flush()
    os._exit(0)  # eSpeak NG's own ending asserts


if __name__ == "__main__":
    main()
