"""Evaluates the probes of src/site/bugs.ts in one library. Started by check_bugs.ts.

    python3 check_bugs.py LIBRARY

Takes the calls as JSON, answers with the version and the values, as JSON.
"""

import importlib
import importlib.metadata
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
# tinygrad without a compiler.
os.environ.setdefault("DEV", "PYTHON")

# What a library's calls name, and the package it comes from.
LIBRARIES = {
    "PyTorch": (["torch"], "torch"),
    "JAX": (["jax"], "jax"),
    "TensorFlow": (["tensorflow"], "tensorflow-cpu"),
    "tinygrad": (["tinygrad"], "tinygrad"),
    "snnTorch": (["torch", "snntorch"], "snntorch"),
}

modules, package = LIBRARIES[sys.argv[1]]
names = {each: importlib.import_module(each) for each in modules}
if "jax" in names:
    names["jax"].config.update("jax_enable_x64", True)
if "snntorch" in names:
    importlib.import_module("snntorch.surrogate")
if "tensorflow" in names:
    names["tf"] = names["tensorflow"]


def slope(f, x):
    """The derivative of f at x by torch's autograd."""
    x = x.requires_grad_()
    f(x).backward()
    return x.grad.item()


def tape(f, x):
    """The derivative of f at x by TensorFlow's tape."""
    with names["tf"].GradientTape() as found:
        found.watch(x)
        y = f(x)
    return found.gradient(y, x)


def gradient(f, x):
    """The derivative of f at x by tinygrad."""
    return f(x).sum().gradient(x)[0].item()


def answer(call):
    return repr(float(eval(call, {"slope": slope, "tape": tape, "gradient": gradient, **names})))


calls = json.load(sys.stdin)
values = {call: answer(call) for call in calls}
json.dump({"version": importlib.metadata.version(package), "values": values}, sys.stdout)
