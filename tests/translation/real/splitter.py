"""Writes a sentence splitter that splits nothing, in the ONNX form that minisbd loads.

Run in LibreTranslate's environment: the demo models ship no splitter, and the server would download
one. langdu sends it single sentences.
"""

import json
import sys
from typing import Any


def write(path: str) -> None:
    import numpy
    import onnx  # type: ignore[import-not-found, unused-ignore]
    from onnx import TensorProto, helper, numpy_helper

    none = numpy.array([[[1, 0, 0, 0, 0]]], numpy.float32)  # class 0: no end of a sentence
    constants = [
        numpy_helper.from_array(none, "none"),
        numpy_helper.from_array(numpy.array(0, numpy.float32), "zero"),
        numpy_helper.from_array(numpy.array([2], numpy.int64), "axis"),
    ]
    nodes = [
        helper.make_node("Cast", ["units"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["numbers", "zero"], ["zeros"]),
        helper.make_node("Unsqueeze", ["zeros", "axis"], ["rows"]),
        helper.make_node("Add", ["rows", "none"], ["logits"]),
    ]
    inputs = [
        helper.make_tensor_value_info("units", TensorProto.INT64, ["B", "T"]),
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["B", "T", "F"]),
    ]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["B", "T", 5])]
    graph = helper.make_graph(nodes, "no_splits", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    for key, value in _about().items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, json.dumps(value)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _about() -> dict[str, Any]:
    units = ["<PAD>", "<UNK>", " "]
    vocabulary = {
        **{"lang": "zh", "idx": 0, "cutoff": 0, "lower": False, "lang_replaces_spaces": False},
        **{"_id2unit": units, "_unit2id": {unit: place for place, unit in enumerate(units)}},
    }
    config = {
        **{"skip_newline": False, "max_seqlen": 1000, "no_ssplit": False, "batch_size": 32},
        **{"feat_funcs": ["end_of_para"], "use_dictionary": False, "num_dict_feat": 0},
    }
    return {"lang_code": "zh", "config": config, "vocab": vocabulary, "lexicon": None}


if __name__ == "__main__":
    write(sys.argv[1])
