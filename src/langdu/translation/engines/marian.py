"""Converting Marian's own model files to CTranslate2, by CTranslate2's own converter.

It runs transformers whose decoder attends to itself: OPUS-MT's models and the teachers of Mozilla's
training. The students that Firefox ships have a recurrent decoder (SSRU) that CTranslate2 lacks;
:mod:`langdu.translation.engines.firefox` runs those.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from langdu.errors import PackageError, PluginError, reason

#: What the converter and numpy raise for files that are damaged or of another kind.
_DAMAGE: Final = (ValueError, KeyError, TypeError, AttributeError, RuntimeError, OSError, EOFError)


def convert(model: Path, vocabularies: Sequence[Path], folder: Path) -> None:
    """Convert ``model`` (``.npz``) to int8 in ``folder``, which must not be there yet.

    ``vocabularies``: the source's and the target's, or the one of both; SentencePiece models
    (``.spm``), which are then laid beside the weights, or Marian's ``.yml``. Raises
    :class:`PackageError` where the model is damaged or of a kind that CTranslate2 lacks.
    """
    try:
        from ctranslate2.converters import MarianConverter
    except ImportError:
        raise PluginError(
            "ctranslate2 is not installed; install it with: pip install 'langdu[translate]'"
        ) from None

    if not zipfile.is_zipfile(model):
        raise PackageError(f"{model.name} cannot be converted: it is no .npz file, or damaged")
    _refuse_students(model)
    both = [vocabularies[0], vocabularies[-1]]
    with tempfile.TemporaryDirectory(prefix="langdu-") as work:
        try:
            names = [
                str(_listed(file, Path(work) / f"{number}.yml")) for number, file in enumerate(both)
            ]
            MarianConverter(str(model), names).convert(str(folder), quantization="int8")
        except (*_DAMAGE, zipfile.BadZipFile) as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise PackageError(f"{model.name} cannot be converted: {reason(error)}") from None
    sides = ("vocab",) if both[0] == both[1] else ("source", "target")
    for side, file in zip(sides, both, strict=False):
        if file.suffix == ".spm":
            shutil.copyfile(file, folder / f"{side}.spm")


def _refuse_students(model: Path) -> None:
    """Say what to take instead of the one kind that Mozilla has most of."""
    import numpy
    import yaml

    try:
        with numpy.load(model) as arrays:
            settings = yaml.safe_load(arrays["special:model.yml"].tobytes().rstrip(b"\0"))
            decoder = settings["transformer-decoder-autoreg"]
    except (*_DAMAGE, zipfile.BadZipFile, yaml.YAMLError) as error:
        raise PackageError(f"{model.name} cannot be converted: {reason(error)}") from None
    if decoder != "self-attention":
        raise PackageError(
            f"{model.name} cannot be converted: it is a student with a recurrent (SSRU) decoder, "
            "which CTranslate2 cannot run; take the file that Firefox loads, model.….intgemm….bin"
        )


def _listed(vocabulary: Path, target: Path) -> Path:
    """The pieces of a SentencePiece model in Marian's YAML, which alone the converter reads."""
    if vocabulary.suffix != ".spm":
        return vocabulary
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor(model_file=str(vocabulary))
    pieces = (processor.id_to_piece(number) for number in range(processor.vocab_size()))
    quoted = (piece.replace("'", "''") for piece in pieces)
    rows = (f"'{piece}': {number}\n" for number, piece in enumerate(quoted))
    target.write_text("".join(rows), encoding="utf-8")
    return target
