"""What is public, and what importing it costs."""

import subprocess
import sys

import langdu.speech


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in langdu.speech.__all__:
        public = getattr(langdu.speech, name)
        assert public.__doc__ or not callable(public), name


def test_importing_loads_nothing_heavy() -> None:
    heavy = "pyttsx3 numpy soundfile miniaudio espeakng_loader".split()
    script = f"import sys, langdu.speech; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr
