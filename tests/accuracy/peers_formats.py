#!/usr/bin/env python3
"""Computes f, f' and f'' in a framework and a format. Started by peers_formats.ts.

    python3 peers_formats.py FRAMEWORK FORMAT FOLDER

Takes the calls by function as JSON, reads FOLDER/x.f64 and writes FOLDER/ID.ORDER.f64, in doubles;
answers with the versions. Derivatives are the framework's own; where it has none, no file is written.
Needs torch, jax, keras, transformers, onnx, onnxruntime and numpy, which are no dependencies of the
project.
"""

import importlib.metadata
import json
import os
import sys
import warnings
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.simplefilter("ignore")
sys.path.append(str(Path(__file__).parents[1]))

import numpy as np

framework, format_, folder = sys.argv[1:]
xs = np.fromfile(f"{folder}/x.f64")
calls = json.load(sys.stdin)


def in_torch(names):
    """f and the derivatives that autograd has."""
    import torch

    kind = getattr(torch, format_)
    torch.set_default_dtype(kind)

    def orders(call):
        x = torch.tensor(xs, dtype=kind, requires_grad=True)
        last = eval(call, {"torch": torch, "x": x, **names()})
        yield last
        for _ in range(2):
            if not last.requires_grad:
                last = torch.zeros_like(x)
            else:
                last = torch.autograd.grad(last.sum(), x, create_graph=True, allow_unused=True)[0]
                last = torch.zeros_like(x) if last is None else last
            yield last

    return lambda call: (y.detach().to(torch.float64).numpy() for y in orders(call))


def in_jax(names):
    """f and the derivatives by jax.grad, compiled as jax.jit does."""
    import jax
    import jax.numpy as jnp

    x = jnp.asarray(xs, getattr(jnp, format_))
    known = {"jax": jax, **names()}

    def orders(call):
        f = lambda x: eval(call, {"x": x, **known})
        if "keras.layers" in call:
            yield np.asarray(eval(call, {"x": x[None], **known}))[0]
            return
        yield jax.jit(f)(x)
        slope = jax.grad(f)
        yield jax.jit(jax.vmap(slope))(x)
        yield jax.jit(jax.vmap(jax.grad(slope)))(x)

    return lambda call: (np.asarray(y).astype(np.float64) for y in orders(call))


def in_onnxruntime(_):
    """f alone, as a model of one node."""
    import onnxruntime
    from _one_node import one_node

    onnxruntime.set_default_logger_severity(4)
    x = xs.astype(format_)

    def orders(call):
        model, inputs = one_node(call, x, OPSET, ir_version=10)
        session = onnxruntime.InferenceSession(
            model.SerializeToString(), providers=["CPUExecutionProvider"]
        )
        yield session.run(None, inputs)[0]

    return lambda call: (y.astype(np.float64) for y in orders(call))


OPSET = 22


def keras_names():
    import keras

    keras.backend.set_floatx(format_)
    return {"keras": keras}


def transformers_names():
    from transformers.activations import ACT2FN

    return {"ACT2FN": ACT2FN}


ways = {
    "PyTorch": (in_torch, dict, ["torch"]),
    "Hugging Face": (in_torch, transformers_names, ["transformers", "torch"]),
    "JAX": (in_jax, dict, ["jax"]),
    "Keras": (in_jax, keras_names, ["keras", "jax"]),
    "ONNX": (in_onnxruntime, dict, ["onnxruntime"]),
}
way, names, packages = ways[framework]
orders = way(names)
failed = {}
for id_, call in calls.items():
    try:
        for order, y in enumerate(orders(call)):
            y.ravel().tofile(f"{folder}/{id_}.{order}.f64")
    except Exception as error:
        failed[id_] = f"{type(error).__name__}: {error}"[:160]
versions = {each: importlib.metadata.version(each).split("+")[0] for each in packages}
json.dump({"versions": versions, "failed": failed}, sys.stdout)
