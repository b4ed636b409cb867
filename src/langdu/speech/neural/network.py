"""One ONNX network: loaded once, run by any thread, called off from another."""

import os
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from langdu.errors import Cancelled, PluginError, SpeechError, reason

if TYPE_CHECKING:  # importing langdu loads no numpy
    import numpy

#: Threads of one sentence. Kokoro takes 0.56 s of a core for a second of speech with one thread,
#: and 0.64 with two, so that two cores speak nearly twice as fast (docs/neural-voices.md). Four are
#: a guess: enough for real time anywhere, and they leave other programs some cores.
_MOST_THREADS: Final = 4
#: Threads that wait for work sleep: while they look for it they take a quarter more of the cores.
_SPINNING: Final = ("session.intra_op.allow_spinning", "0")
#: ONNX Runtime's word for "errors only": its warnings are about the making of the network.
_ERRORS_ONLY: Final = 3


def threads_here() -> int:
    """Threads for one sentence: the cores that this process may use, four at most."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(_MOST_THREADS, cores))


class Run:
    """What calls a running network off, at once and for good."""

    def __init__(self) -> None:
        self._options: Any = None
        self._lock = Lock()
        self._cancelled = False

    def cancel(self) -> None:
        """End the run under way and refuse those to come; from any thread."""
        with self._lock:
            self._cancelled = True
            if self._options is not None:
                self._options.terminate = True

    def options(self) -> Any:
        """ONNX Runtime's options for the next run. Raises :class:`Cancelled`."""
        import onnxruntime

        with self._lock:
            if self._cancelled:
                raise Cancelled("the speech was called off")
            if self._options is None:
                self._options = onnxruntime.RunOptions()
            return self._options

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self._cancelled


class Network:
    """A network of a file. Raises :class:`SpeechError` for what is no network of ONNX."""

    def __init__(self, file: Path, *, threads: int | None = None) -> None:
        ort = _onnxruntime()
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads or threads_here()
        options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        options.add_session_config_entry(*_SPINNING)
        # a plan of memory for every length of a sentence is 70 MB more, and no faster
        options.enable_mem_pattern = False
        try:
            self._session = ort.InferenceSession(
                str(file), sess_options=options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # ONNX Runtime raises classes of its own for damaged files
            raise SpeechError(f"{file} is no usable network: {reason(error)}") from error
        self._file = file
        self.inputs: Mapping[str, str] = {i.name: i.type for i in self._session.get_inputs()}

    def run(self, inputs: "Mapping[str, numpy.ndarray[Any, Any]]", run: Run) -> Any:
        """The samples of a sentence, one dimension, from -1 to 1.

        Raises :class:`Cancelled` where ``run`` was called off, and :class:`SpeechError` where the
        network fails.
        """
        options = run.options()
        try:
            return self._session.run(None, dict(inputs), options)[0].ravel()
        except Exception as error:
            if run.cancelled:
                raise Cancelled("the speech was called off") from error
            raise SpeechError(f"{self._file.name} fails: {reason(error)}") from error


def _onnxruntime() -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise PluginError(
            f"neural voices need the extra “neural” ({error}): pip install 'langdu[neural]'"
        ) from error
    return onnxruntime
