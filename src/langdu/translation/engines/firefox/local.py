"""A folder with the files of one model, as Mozilla publishes them or a training leaves them.

``model.zhen.intgemm.alphas.bin`` with ``vocab.zhen.spm`` (or ``srcvocab.…`` and ``trgvocab.…``)
and perhaps ``lex.50.50.zhen.s2t.bin`` is a student, run as it is. A ``.npz`` with its vocabularies
is a teacher; it is converted to CTranslate2, and its folder is named after its languages.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Final

from langdu.errors import PackageError
from langdu.translation.engines.ctranslate2_folders import DESCRIPTION, pair_in
from langdu.translation.engines.firefox.installed import describe
from langdu.translation.engines.firefox.registry import code
from langdu.translation.engines.marian import convert

_STUDENT: Final = re.compile(
    r"model\.([a-z]{2}(?:_?hans|_?hant)?)([a-z]{2}(?:_?hans|_?hant)?)\.intgemm.*\.bin",
    re.IGNORECASE,
)
_VOCABULARIES: Final = ("srcvocab*.spm", "trgvocab*.spm"), ("vocab*.spm",), ("vocab*.yml",)


def copy_files(folder: Path, ready: Path) -> None:
    """Put the model of ``folder`` into the folder ``ready``. Raises :class:`PackageError`."""
    for file in sorted(folder.iterdir()):
        if named := _STUDENT.fullmatch(file.name):
            _student(file, code(_tag(named[1])), code(_tag(named[2])), ready)
            return
    teachers = sorted(folder.glob("*.npz"))
    if not teachers:
        raise PackageError(
            f"{folder} holds no Firefox model: neither model.….intgemm….bin (unpacked) nor a .npz"
        )
    _teacher(teachers[0], ready)


def _tag(text: str) -> str:
    return re.sub(r"_?(hans|hant)$", r"-\1", text, flags=re.IGNORECASE)


def _student(model: Path, source: str, target: str, ready: Path) -> None:

    if not source or not target:
        raise PackageError(f"{model.name} is for a language that langdu has no code for")
    files = vocabularies(model)
    names = ("vocab.spm",) if len(files) == 1 else ("source.spm", "target.spm")
    for file, name in zip(files, names, strict=True):
        shutil.copyfile(file, ready / name)
    for lexicon in sorted(model.parent.glob("lex*.bin")):
        shutil.copyfile(lexicon, ready / "lex.bin")
    shutil.copyfile(model, ready / "model.bin")
    describe(ready, source, target, "", "", "student")


def _teacher(model: Path, ready: Path) -> None:
    pair = pair_in(model.resolve().parent.name)
    if pair is None:
        raise PackageError(
            f"name the folder {model.parent} after the languages of its model: zh-en"
        )
    ready.rmdir()
    convert(model, vocabularies(model), ready)
    (ready / DESCRIPTION).write_text(json.dumps({"pair": "-".join(pair)}))
    describe(ready, *pair, "", "teacher", "ctranslate2")


def vocabularies(model: Path) -> list[Path]:
    """The vocabularies beside a model: of source and target, or the one of both."""
    for patterns in _VOCABULARIES:
        files = [next(iter(sorted(model.parent.glob(pattern))), None) for pattern in patterns]
        if all(files):
            return [file for file in files if file]
    raise PackageError(f"{model.parent} lacks the vocabulary of its model (vocab.….spm)")
