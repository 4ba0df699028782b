"""Tries the calls of src/site/names.ts in PyTorch, JAX, Keras, Hugging Face and ONNX.

Started by check_names.ts, which hands in the calls as JSON and takes the values as JSON. Needs torch,
jax, keras, transformers, onnx and numpy, which are no dependencies of the project.
"""

import importlib.metadata
import json
import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import jax
import keras
import numpy as np
import onnx
import torch
from onnx.reference import ReferenceEvaluator
from transformers.activations import ACT2FN

sys.path.append(str(Path(__file__).parents[1]))
from _one_node import one_node

jax.config.update("jax_enable_x64", True)
keras.backend.set_floatx("float64")
torch.set_default_dtype(torch.float64)


def of_onnx(call, x):
    opset = min(onnx.defs.onnx_opset_version(), 27)
    model, inputs = one_node(call, x, opset)
    return ReferenceEvaluator(model).run(None, inputs)[0]


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
