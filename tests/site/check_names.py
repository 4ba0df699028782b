"""Tries the calls of src/site/names.ts in PyTorch, JAX, Keras, Hugging Face and ONNX.

Started by check_names.ts, which hands in the calls as JSON and takes the values as JSON. Needs torch,
jax, keras, transformers, onnx and numpy, which are no dependencies of the project.
"""

import ast
import importlib.metadata
import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import jax
import keras
import numpy as np
import onnx
import torch
from onnx.reference import ReferenceEvaluator
from transformers.activations import ACT2FN

jax.config.update("jax_enable_x64", True)
keras.backend.set_floatx("float64")
torch.set_default_dtype(torch.float64)


def of_onnx(call, x):
    """A call such as Gelu(x, approximate='tanh') as a model of one node."""
    tree = ast.parse(call, mode="eval").body
    values = [x] + [np.array(ast.literal_eval(each), x.dtype) for each in tree.args[1:]]
    attributes = {each.arg: ast.literal_eval(each.value) for each in tree.keywords}
    inputs = [f"i{k}" for k in range(len(values))]
    node = onnx.helper.make_node(tree.func.id, inputs, ["y"], **attributes)
    kind = onnx.helper.np_dtype_to_tensor_dtype(x.dtype)
    typed = [onnx.helper.make_tensor_value_info(i, kind, v.shape) for i, v in zip(inputs, values)]
    result = onnx.helper.make_tensor_value_info("y", kind, None)
    graph = onnx.helper.make_graph([node], "one", typed, [result])
    opset = onnx.helper.make_opsetid("", min(onnx.defs.onnx_opset_version(), 27))
    model = onnx.helper.make_model(graph, opset_imports=[opset])
    return ReferenceEvaluator(model).run(None, dict(zip(inputs, values)))[0]


def value(framework, call, inputs):
    x = np.array(inputs)
    if framework == "ONNX":
        return of_onnx(call, x.astype(np.float32))
    if framework in ("PyTorch", "Hugging Face"):
        with torch.no_grad():
            found = eval(call, {"torch": torch, "ACT2FN": ACT2FN, "x": torch.tensor(inputs)})
        return found.to(torch.float64).numpy()
    if "keras.layers" in call:
        x = x[None]
    return np.ravel(np.asarray(eval(call, {"jax": jax, "keras": keras, "x": x})))


def answer(row):
    try:
        found = value(row["framework"], row["call"], row["inputs"])
        return {"values": [float(y) for y in found]}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"[:200]}


rows = json.load(sys.stdin)
packages = {
    "PyTorch": "torch",
    "JAX": "jax",
    "Keras": "keras",
    "Hugging Face": "transformers",
    "ONNX": "onnx",
}
versions = {name: importlib.metadata.version(package) for name, package in packages.items()}
json.dump({"versions": versions, "answers": [answer(row) for row in rows]}, sys.stdout)
