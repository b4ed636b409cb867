"""Voices with networks that are small and say tones: all of langdu's own part is real with them.

The length of the sound goes with the number of phonemes and the speed, as with real ones.
"""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from langdu.speech.neural.kokoro.vocabulary import vocabulary

#: Samples of a phoneme at the normal speed.
PHONEME = 1500
KOKORO_VOICES = ("zf_xiaobei", "zf_xiaoxiao", "af_heart", "bf_emma", "jf_alpha")


def _constant(name: str, values: list[float] | list[int], kind: type) -> onnx.TensorProto:
    return numpy_helper.from_array(np.array(values, dtype=kind), name)


def _tone(numbers: str, inputs: list[onnx.ValueInfoProto], length: list[onnx.NodeProto]) -> bytes:
    """A network: each number of ``numbers`` becomes ``samples`` samples of a tone of its own."""
    nodes = [
        *length,  # gives "samples", a float of one dimension
        helper.make_node("Cast", ["samples"], ["count"], to=TensorProto.INT64),
        helper.make_node("Cast", [numbers], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("Transpose", ["floats"], ["column"], perm=[1, 0]),
        helper.make_node("Concat", ["one", "count"], ["repeats"], axis=0),
        helper.make_node("Tile", ["column", "repeats"], ["steps"]),
        helper.make_node("Reshape", ["steps", "flat"], ["levels"]),
        helper.make_node("Sin", ["levels"], ["audio"]),
    ]
    constants = [
        _constant("one", [1], np.int64),
        _constant("flat", [-1], np.int64),
        _constant("normal", [PHONEME], np.float32),
        _constant("second", [1], np.int64),
    ]
    output = helper.make_tensor_value_info("audio", TensorProto.FLOAT, ["samples_"])
    graph = helper.make_graph(nodes, "tone", inputs, [output], constants)
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _input(name: str, kind: int, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def kokoro(folder: Path) -> Path:
    """A folder with files as Kokoro's."""
    inputs = [
        _input("tokens", TensorProto.INT64, [1, "n"]),
        _input("style", TensorProto.FLOAT, [1, 256]),
        _input("speed", TensorProto.FLOAT, [1]),
    ]
    length = [helper.make_node("Div", ["normal", "speed"], ["samples"])]
    (folder / "voices").mkdir(parents=True)
    (folder / "kokoro-v1.0.int8.onnx").write_bytes(_tone("tokens", inputs, length))
    for name in KOKORO_VOICES:
        table = np.zeros((510, 256), dtype=np.float32)
        (folder / "voices" / f"{name}.bin").write_bytes(table.tobytes())
    return folder


def piper(folder: Path, name: str, espeak: str, **more: object) -> Path:
    """A file as a Piper voice, with what describes it beside it."""
    inputs = [
        _input("input", TensorProto.INT64, [1, "n"]),
        _input("input_lengths", TensorProto.INT64, [1]),
        _input("scales", TensorProto.FLOAT, [3]),
    ]
    length = [
        helper.make_node("Gather", ["scales", "second"], ["scale"]),
        helper.make_node("Mul", ["normal", "scale"], ["samples"]),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.onnx"
    file.write_bytes(_tone("input", inputs, length))
    letters = sorted({*vocabulary(), *"_^$ -'0123456789g\u0329\u0361\u0303r"})
    described = {
        "audio": {"sample_rate": 22_050, "quality": "medium"},
        "espeak": {"voice": espeak},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_map": {},
        "phoneme_id_map": {letter: [number] for number, letter in enumerate(letters)},
        **more,
    }
    file.with_name(f"{file.name}.json").write_text(json.dumps(described), encoding="utf-8")
    return file
