"""Times PyTorch or JAX for tests/bench/arrays.ts: python3 arrays_peers.py torch|jax THREADS

Reads lines `function n repeats`, answers each with nanoseconds per element, `-` if there is no such
function. Numbers are float32, from -8 to 8, the same as those of the other libraries.
"""

import os
import sys
import time

library, threads = sys.argv[1], int(sys.argv[2])
os.environ["OMP_NUM_THREADS"] = str(threads)
os.environ["XLA_FLAGS"] = f"--xla_cpu_multi_thread_eigen={'true' if threads > 1 else 'false'}"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])

import numpy as np

if library == "torch":
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    version = torch.__version__
    functions = {
        "elu": F.elu,
        "exponential": torch.exp,
        "gelu": F.gelu,
        "geluTanh": lambda x: F.gelu(x, approximate="tanh"),
        "hardSwish": F.hardswish,
        "logSigmoid": F.logsigmoid,
        "mish": F.mish,
        "relu": F.relu,
        "selu": F.selu,
        "sigmoid": torch.sigmoid,
        "silu": F.silu,
        "softplus": F.softplus,
        "softsign": F.softsign,
        "tanh": torch.tanh,
    }
    place = torch.from_numpy

    def finish(y):
        return y
else:
    import jax
    import jax.numpy as jnp

    version = jax.__version__
    functions = {
        "elu": jax.nn.elu,
        "exponential": jnp.exp,
        "gelu": lambda x: jax.nn.gelu(x, approximate=False),
        "geluTanh": lambda x: jax.nn.gelu(x, approximate=True),
        "hardSwish": jax.nn.hard_swish,
        "logSigmoid": jax.nn.log_sigmoid,
        "mish": jax.nn.mish,
        "relu": jax.nn.relu,
        "selu": jax.nn.selu,
        "sigmoid": jax.nn.sigmoid,
        "silu": jax.nn.silu,
        "softplus": jax.nn.softplus,
        "softsign": jax.nn.soft_sign,
        "sparsePlus": jax.nn.sparse_plus,
        "squareplus": jax.nn.squareplus,
        "tanh": jnp.tanh,
    }
    functions = {name: jax.jit(f) for name, f in functions.items()}
    place = jnp.asarray

    def finish(y):
        return y.block_until_ready()


def scattered(n):
    """The numbers of _scattered.ts."""
    i = np.arange(n, dtype=np.uint32)
    once = (i ^ (i >> 16)) * np.uint32(0x21F0AAAD)
    twice = (once ^ (once >> 15)) * np.uint32(0x735A2D97)
    return ((twice ^ (twice >> 15)) / 2**28 - 8).astype(np.float32)


# Of one thread the time that its processor works for it, so that others' work does not count.
clock = time.process_time_ns if threads == 1 else time.perf_counter_ns
inputs = {}
print(version, flush=True)
for line in sys.stdin:
    name, n, repeats = line.split()
    n, repeats = int(n), int(repeats)
    if name not in functions:
        print("-", flush=True)
        continue
    if n not in inputs:
        inputs[n] = place(scattered(n))
    f, x = functions[name], inputs[n]
    finish(f(x))
    start = clock()
    for _ in range(repeats):
        y = f(x)
    finish(y)
    print((clock() - start) / (repeats * n), flush=True)
