#!/usr/bin/env python3
"""Measures PyTorch and JAX at the points of the fixtures, in float64: python3 peers.py

Writes `torch`, `jax` and their versions into peers.json and leaves the rest of it. Needs torch, jax,
numpy and mpmath; they are no dependencies of the project.
Derivatives are the library's own: autograd, applied twice for f''.
"""

import json
import sys
from pathlib import Path

import jax
import jax.nn
import jax.numpy as jnp
import numpy as np
import torch
import torch.nn.functional as F

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures"
RECORD = HERE / "peers.json"
NEAR = 0.05
# An error of half the value or more: every digit is lost.
LOST = 2.0**51
jax.config.update("jax_enable_x64", True)

TORCH = {
    "celu": F.celu,
    "elu": F.elu,
    "exponential": torch.exp,
    "gelu": F.gelu,
    "geluTanh": lambda x: F.gelu(x, approximate="tanh"),
    "hardShrink": F.hardshrink,
    "hardSigmoid": F.hardsigmoid,
    "hardSwish": F.hardswish,
    "hardTanh": F.hardtanh,
    "leakyRelu": F.leaky_relu,
    "logSigmoid": F.logsigmoid,
    "mish": F.mish,
    "prelu": lambda x: F.prelu(x, torch.tensor([0.25], dtype=torch.float64)),
    "relu": F.relu,
    "relu6": F.relu6,
    "rrelu": lambda x: F.rrelu(x, training=False),
    "selu": F.selu,
    "sigmoid": torch.sigmoid,
    "silu": F.silu,
    "softShrink": F.softshrink,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "swish": F.silu,
    "tanh": torch.tanh,
    "tanhShrink": F.tanhshrink,
    "threshold": lambda x: F.threshold(x, 1.0, 0.0),
}

JAX = {
    "celu": jax.nn.celu,
    "elu": jax.nn.elu,
    "exponential": jnp.exp,
    "gelu": lambda x: jax.nn.gelu(x, approximate=False),
    "geluTanh": lambda x: jax.nn.gelu(x, approximate=True),
    "hardSigmoid": jax.nn.hard_sigmoid,
    "hardSwish": jax.nn.hard_swish,
    "hardTanh": jax.nn.hard_tanh,
    "identity": jax.nn.identity,
    "leakyRelu": jax.nn.leaky_relu,
    "logSigmoid": jax.nn.log_sigmoid,
    "mish": jax.nn.mish,
    "relu": jax.nn.relu,
    "relu6": jax.nn.relu6,
    "selu": jax.nn.selu,
    "sigmoid": jax.nn.sigmoid,
    "silu": jax.nn.silu,
    "softplus": jax.nn.softplus,
    "softsign": jax.nn.soft_sign,
    "sparsePlus": jax.nn.sparse_plus,
    "sparseSigmoid": jax.nn.sparse_sigmoid,
    "squareplus": jax.nn.squareplus,
    "swish": jax.nn.swish,
    "tanh": jax.nn.tanh,
}


def torch_orders(f, xs):
    """f, f' and f'' by autograd; None where it has none."""
    x = torch.tensor(xs, requires_grad=True)
    orders = [f(x)]
    for _ in range(2):
        last = orders[-1]
        if last is None or not last.requires_grad:
            orders.append(None if last is None else torch.zeros_like(x))
            continue
        try:
            (slope,) = torch.autograd.grad(last.sum(), x, create_graph=True, allow_unused=True)
            orders.append(torch.zeros_like(x) if slope is None else slope)
        except (RuntimeError, NotImplementedError):
            orders.append(None)
    return [None if y is None else y.detach().numpy() for y in orders]


def jax_orders(f, xs):
    """f, f' and f'' by jax.grad."""
    f1 = jax.grad(f)
    return [np.asarray(jax.jit(jax.vmap(g))(jnp.asarray(xs))) for g in (f, f1, jax.grad(f1))]


def far(x):
    """How far the magnitude is from 1, in binary digits."""
    return abs(np.log2(max(abs(x), 2.0**-1074)))


def worst(fixture, order, computed):
    """The largest error in ulp among normal arguments and results, and where.

    Zeros are left out as in rule.ts, subnormal arguments because JAX takes them for 0. If every
    digit is lost somewhere, the place is the one whose magnitude is nearest to 1.
    """
    if computed is None:
        return None
    header, xs, hi, lo, scale = fixture
    h, low, s = (np.array(column[order]) for column in (hi, lo, scale))
    near = np.zeros(len(xs), bool)
    for zero in header["zeros"]:
        near |= (zero["order"] == order) & (np.abs(xs - zero["x"]) <= NEAR)
    exponent = np.frexp(h)[1] - 1
    ulp = np.ldexp(1.0, exponent - 52)
    # A value just below a power of two that its double is rounded to.
    unit = np.where((np.abs(h) == np.ldexp(1.0, exponent)) & (low * np.sign(h) < 0), ulp / 2, ulp)
    normal = ~np.isnan(h) & ~near & (exponent + 128 * s.astype(int) >= -1022)
    normal &= (exponent + 128 * s.astype(int) < 1024) & (h != 0)
    chosen = (normal | (h == 0)) & ((np.abs(xs) >= 2.0**-1022) | (xs == 0))
    with np.errstate(all="ignore"):
        scaled = np.ldexp(computed, -128 * s.astype(int))
        error = np.abs((scaled - h) - low / 65536 * ulp) / unit
    error = np.where(h == 0, np.where(computed == 0, 0, np.inf), error)
    error = np.where(np.isfinite(computed), error, np.inf)[chosen]
    at = xs[chosen]
    lost = np.flatnonzero(error >= LOST)
    if len(lost):
        return {"ulp": "Infinity", "x": float(min(at[lost], key=far))}
    first = int(np.argmax(error))
    return {"ulp": float(error[first]), "x": float(at[first])}


def main():
    sys.path.insert(0, str(FIXTURES))
    sys.dont_write_bytecode = True
    from encode import decode

    record = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    record["generator"] = "tests/accuracy/peers.py and peers_tfjs.ts. Do not edit."
    record.setdefault("versions", {}).update(torch=torch.__version__.split("+")[0], jax=jax.__version__)
    for name, functions, orders in (("torch", TORCH, torch_orders), ("jax", JAX, jax_orders)):
        found = record[name] = {}
        for id_, f in functions.items():
            header, xs, *columns = decode((FIXTURES / f"{id_}.bin.gz").read_bytes())
            fixture = (header, np.array(xs), *columns)
            computed = orders(f, fixture[1])
            found[id_] = [worst(fixture, order, y) for order, y in enumerate(computed)]
            print(name, id_, [w and (w["ulp"], w["x"]) for w in found[id_]], flush=True)
    RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
