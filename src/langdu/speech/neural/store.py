"""Adding voices: Kokoro from its release, and voices of either engine from a path.

What is copied is opened first, and takes its place when it is whole.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from langdu.downloading.known import is_whole
from langdu.errors import SpeechError
from langdu.speech.neural.downloading import Note, Progress, Remote, download, placing
from langdu.speech.neural.kokoro.files import NETWORK, RELEASE, VOICES, find
from langdu.speech.neural.kokoro.styles import Styles
from langdu.speech.neural.network import Network
from langdu.speech.neural.piper.config import read_config
from langdu.speech.neural.places import voices_directory

KOKORO: Final = "kokoro"
_KOKORO_FILES: Final = (NETWORK, VOICES)
_ONNX: Final = ".onnx"


def add(
    what: str,
    *,
    address: str = RELEASE,
    files: Iterable[Remote] = _KOKORO_FILES,
    progress: Progress | None = None,
    note: Note | None = None,
) -> Path:
    """Install what is named; gives the folder or file where it lies now.

    ``kokoro`` downloads ``files`` of ``address`` that are not there yet (or damaged); a folder is
    taken for one of Kokoro's files, an ``.onnx`` file for a Piper voice. Raises
    :class:`SpeechError`, and :class:`PluginError` without the extra ``neural``.
    """
    path = Path(what).expanduser()
    if what.casefold() == KOKORO:
        return _download(voices_directory() / KOKORO, address, files, progress, note)
    try:
        if path.is_dir():
            return _copy_kokoro(path, voices_directory() / KOKORO)
        if path.is_file() and path.suffix == _ONNX:
            return _copy_piper(path, voices_directory() / "piper")
    except OSError as error:
        raise SpeechError(f"{what} cannot be installed: {error}") from error
    raise SpeechError(
        f"{what!r} is neither “kokoro” nor a folder with Kokoro's files nor a Piper voice (.onnx)"
    )


def _download(
    folder: Path,
    address: str,
    files: Iterable[Remote],
    progress: Progress | None,
    note: Note | None,
) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SpeechError(f"no voices can be kept in {folder}: {error}") from error
    for remote in files:
        if not is_whole(folder / remote.name, remote.size, remote.sha256):
            download(remote, address, folder, progress, note)
    return folder


def _copy_kokoro(source: Path, folder: Path) -> Path:
    found = find(source)
    Network(found.network)
    styles = Styles(found.voices)
    names = styles.names()
    if not names:
        raise SpeechError(f"{found.voices} has no voice for Chinese, English or Japanese")
    for name in names:
        styles.load(name)
    if found.voices.is_dir():
        for name in names:
            _copy(found.voices / f"{name}.bin", folder / "voices" / f"{name}.bin")
    else:
        _copy(found.voices, folder / found.voices.name)
    _copy(found.network, folder / found.network.name)
    return folder


def _copy_piper(source: Path, folder: Path) -> Path:
    read_config(source)
    Network(source)
    described = f"{source.name}.json"
    _copy(source.with_name(described), folder / described)
    _copy(source, folder / source.name)  # last: by it a voice is found
    return folder / source.name


def _copy(source: Path, target: Path) -> None:
    if target.exists() and target.samefile(source):
        return
    with source.open("rb") as data, placing(target) as out:
        shutil.copyfileobj(data, out)
