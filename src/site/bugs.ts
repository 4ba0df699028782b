/**
 * Known bugs of activation functions elsewhere: what was reported, where, and a value that shows it.
 * Where the library can be installed, `tests/site/check_bugs.ts` says whether it still is so.
 *
 * @module
 */

/** A report of a bug. */
export interface Bug {
  /** The functions of the catalogue that it is about. */
  readonly functions: readonly string[];
  /** The repository on GitHub. */
  readonly repository: string;
  /** The number of the issue or pull request. */
  readonly number: number;
  /** What is wrong, and a value that shows it. */
  readonly what: string;
  /** How to see it in a library that can be installed. */
  readonly probe?: Probe;
}

/** A library in which a report can be tried; the last is one of JavaScript. */
export type Library =
  | "PyTorch"
  | "JAX"
  | "TensorFlow"
  | "tinygrad"
  | "snnTorch"
  | "neataptic";

/** An expression of Python or JavaScript, and what it ought to give. */
export interface Probe {
  readonly library: Library;
  /** Gives one number. */
  readonly call: string;
  /**
   * The function of the catalogue, the order of its derivative and the input that say what is right,
   * and parameters that are not the usual ones.
   */
  readonly right: readonly [
    id: string,
    order: 0 | 1 | 2,
    x: number,
    parameters?: Readonly<Record<string, number>>,
  ];
  /** The relative error from which on the bug is there. */
  readonly tolerance: number;
}

const torchAt = (call: string, x: string, type: string) =>
  `${call}(torch.tensor(${x}, dtype=torch.${type})).item()`;
const torchSlope = (call: string, x: string, type: string) =>
  `slope(lambda x: ${call}(x), torch.tensor(${x}, dtype=torch.${type}))`;
const jaxAt = (call: string, x: string, type: string) => `${call}(jax.numpy.${type}(${x}))`;
const jaxSlope = (call: string, x: string, type: string) =>
  `jax.grad(${call})(jax.numpy.${type}(${x}))`;

const probeIn = (library: Library) => (call: string, ...right: Probe["right"]): Probe => ({
  library,
  call,
  right,
  tolerance: 1e-3,
});
const torch = probeIn("PyTorch");
const jax = probeIn("JAX");
const tensorflow = probeIn("TensorFlow");
const tfSlope = (call: string, x: string, type: string) =>
  `tape(${call}, tf.constant(${x}, tf.${type}))`;
const F = "torch.nn.functional";

type Row = readonly [
  functions: string,
  repository: string,
  number: number,
  what: string,
  probe?: Probe,
];

const rows: readonly Row[] = [
  [
    "gelu",
    "pytorch/pytorch",
    187806,
    "The exact form is computed as 1 + erf: in float32 up to 57 % wrong near −5, and 0 from about −6 on",
    torch(torchAt(`${F}.gelu`, "-5.5", "float32"), "gelu", 0, -5.5),
  ],
  [
    "gelu",
    "pytorch/pytorch",
    185770,
    "gelu(−∞) is NaN; the limit is −0",
    torch(torchAt(`${F}.gelu`, "float('-inf')", "float32"), "gelu", 0, -Infinity),
  ],
  [
    "silu swish",
    "pytorch/pytorch",
    160876,
    "silu(−∞) is NaN; the limit is −0",
    torch(torchAt(`${F}.silu`, "float('-inf')", "float32"), "silu", 0, -Infinity),
  ],
  [
    "gelu",
    "pytorch/pytorch",
    189804,
    "What Inductor compiles gives −1.65e-7 where the eager function gives −0: another erf",
  ],
  [
    "hardSigmoid",
    "pytorch/pytorch",
    51408,
    "The slope is 1/6 left of −3 too, where it is 0: 0.1667 at −4.6332 in version 1.5",
    torch(torchSlope(`${F}.hardsigmoid`, "-4.6332", "float32"), "hardSigmoid", 1, -4.6332),
  ],
  [
    "softplus softplusThreshold",
    "pytorch/pytorch",
    31110,
    "The threshold is one of β x, not of x: with β = 10 and a threshold of 0.4 the line begins at 0.04",
    torch(
      `${F}.softplus(torch.tensor(0.3, dtype=torch.float64), beta=10, threshold=0.4).item()`,
      "softplus",
      0,
      0.3,
      { beta: 10 },
    ),
  ],
  [
    "softplus softplusThreshold",
    "pytorch/pytorch",
    55587,
    "Forwards the threshold is compared with β x, backwards with β f(x), so the slope jumps elsewhere",
    {
      ...torch(
        torchSlope(`${F}.softplus`, "19.9999999995", "float64"),
        "softplusThreshold",
        1,
        19.9999999995,
      ),
      tolerance: 1e-12,
    },
  ],
  [
    "gelu geluTanh",
    "jax-ml/jax",
    4428,
    "jax.nn.gelu is the tanh form unless told otherwise: 0.841192 at 1, where GELU is 0.841345",
    { ...jax(jaxAt("jax.nn.gelu", "1", "float64"), "gelu", 0, 1), tolerance: 1e-5 },
  ],
  [
    "gelu geluTanh",
    "huggingface/transformers",
    29402,
    "One name for two functions: a model trained with one form of GELU was run with the other",
  ],
  [
    "elu selu celu",
    "jax-ml/jax",
    1538,
    "The slope is NaN for large inputs: it comes out of the branch that is not taken",
    jax(jaxSlope("jax.nn.elu", "1000", "float32"), "elu", 1, 1000),
  ],
  [
    "celu",
    "jax-ml/jax",
    9873,
    "The slope is NaN for large inputs, from the exponential of the other branch",
    jax(jaxSlope("jax.nn.celu", "1000", "float32"), "celu", 1, 1000),
  ],
  [
    "elu",
    "jax-ml/jax",
    39795,
    "The slope is computed as f + 1, which is 0 at −40; it is e⁻⁴⁰ = 4.248e-18",
    jax(jaxSlope("jax.nn.elu", "-40", "float64"), "elu", 1, -40),
  ],
  [
    "selu",
    "jax-ml/jax",
    39796,
    "The slope is 0 at −40, as that of elu; it is 7.469e-18",
    jax(jaxSlope("jax.nn.selu", "-40", "float64"), "selu", 1, -40),
  ],
  [
    "elu celu selu",
    "jax-ml/jax",
    39794,
    "The slope of expm1 is computed as expm1(x) + 1, which is 0 at −40",
    jax(jaxSlope("jax.numpy.expm1", "-40", "float64"), "exponential", 1, -40),
  ],
  [
    "silu swish",
    "jax-ml/jax",
    39798,
    "The slope at −709 is 0 in float64; it is −8.615e-306",
    jax(jaxSlope("jax.nn.silu", "-709", "float64"), "silu", 1, -709),
  ],
  [
    "tanh",
    "jax-ml/jax",
    40388,
    "The slope is computed as 1 − y², which is 0 where y is rounded to 1: at 20 it is 1.699e-17",
    jax(jaxSlope("jax.numpy.tanh", "20", "float64"), "tanh", 1, 20),
  ],
  [
    "elu",
    "jax-ml/jax",
    1207,
    "exp(x) − 1 is 0 at −1e-8; it ought to be −1e-8, by expm1",
    jax(jaxAt("jax.nn.elu", "-1e-8", "float32"), "elu", 0, -1e-8),
  ],
  [
    "elu selu",
    "tensorflow/tensorflow",
    116943,
    "exp(x) − 1 cancels: selu is 0 at −1e-8, where it is −1.758e-8, and 19 % off at −1e-7",
    tensorflow("tf.nn.selu(tf.constant(-1e-8, tf.float32))", "selu", 0, -1e-8),
  ],
  [
    "elu",
    "tensorflow/tensorflow",
    124833,
    "The slope is computed as f + 1: 0 at −20 in float32, where it is 2.061e-9",
    tensorflow(tfSlope("tf.nn.elu", "-20.0", "float32"), "elu", 1, -20),
  ],
  [
    "silu swish",
    "tensorflow/tensorflow",
    124835,
    "The slope at −709 is −0 in float64; it is −8.615e-306",
    tensorflow(tfSlope("tf.nn.silu", "-709.0", "float64"), "silu", 1, -709),
  ],
  [
    "softplus",
    "FluxML/NNlib.jl",
    671,
    "The slope at 0 was −½, from the derivatives of abs and relu at 0; it is ½",
  ],
  [
    "mish",
    "apple/coremltools",
    2359,
    "In float16 on the Neural Engine ln(1 + eˣ) overflows: mean absolute error 2.96",
  ],
  [
    "gelu geluTanh",
    "apple/coremltools",
    2863,
    "The converter overlooks approximate='tanh' as a keyword: the exact form comes out, up to 5e-4 off",
  ],
  [
    "gelu",
    "tenstorrent/tt-metal",
    56490,
    "1 + erf cancels in float32: up to 700 % off between −5.54 and −5.25, and not monotonic",
  ],
  [
    "gelu",
    "tenstorrent/tt-metal",
    56616,
    "Φ is 1 instead of ½ for tiny bfloat16 inputs: −3.185e-7 comes out as it went in",
  ],
  [
    "geluTanh",
    "tenstorrent/tt-metal",
    56517,
    "1 + tanh cancels: exactly 0 below −6, up to 200 % off from −6 to −4",
  ],
  [
    "gelu",
    "tenstorrent/tt-metal",
    54883,
    "A correction of the slope is cut to bfloat16: 39,468 units in the last place between −5 and −3",
  ],
  [
    "gelu",
    "tenstorrent/tt-metal",
    5578,
    "The values go to 0 too fast below −2.5, which a language model felt",
  ],
  [
    "gelu geluTanh",
    "sonos/tract",
    2569,
    "The fused kernel does not decay: −5.960e-5 at −1000, where GELU is −0",
  ],
  [
    "geluTanh gelu",
    "kyutai-labs/pocket-tts",
    278,
    "Trained with the tanh form, served with the exact one: 0.35 % of the output",
  ],
  [
    "softplus",
    "brainpy/BrainPy",
    580,
    "Above the threshold it gives β x instead of x: 5 at 50 for β = 0.1",
  ],
  [
    "softplus",
    "tenstorrent/tt-metal",
    56397,
    "The slope is 0 where eˣ overflows: 0 at 90 with a threshold of 100; it is 1",
  ],
  ["softplus", "mlpack/mlpack", 2371, "ln(1 + eˣ) is ∞ from about 710 on; it is x"],
  ["softplus", "Jittor/jittor", 174, "The threshold was not used, so that eˣ overflows: ∞ at 1000"],
  [
    "softplus",
    "wagenaartje/neataptic",
    13,
    "ln(1 + eˣ) is ∞ at 1000, and softsign(∞) is NaN; they are 1000 and 1",
    probeIn("neataptic")("methods.activation.SOFTSIGN(Infinity)", "softsign", 0, Infinity),
  ],
  [
    "silu swish",
    "antirez/ds4",
    498,
    "x/(1 + e⁻ˣ) is NaN for a large negative gate on one backend only, where e⁻ˣ overflows",
  ],
  [
    "silu swish",
    "huggingface/candle",
    2082,
    "Backwards σ is taken as f(x)/x, which is NaN at 0; the slope there is ½",
  ],
  [
    "silu swish",
    "trymirai/lalamo",
    328,
    "The slope is NaN for large inputs though the value is finite",
  ],
  [
    "sigmoid",
    "jeshraghian/snntorch",
    433,
    "The slope e⁻ᶻ/(1 + e⁻ᶻ)² is NaN where e⁻ᶻ overflows: at −5 with a slope of 25",
    probeIn("snnTorch")(
      "slope(snntorch.surrogate.sigmoid(slope=25), torch.tensor(-3.56)) / 25",
      "sigmoid",
      1,
      -89,
    ),
  ],
  [
    "hardSigmoid",
    "PaddlePaddle/Paddle",
    44820,
    "Two functions of one name in one library, with slopes 0.2 and 1/6",
  ],
  ["hardSigmoid", "tenstorrent/tt-metal", 6534, "The slope at 10 is not 0"],
  [
    "hardSigmoid",
    "tenstorrent/tt-llk",
    891,
    "The slope was written 0.1668 instead of 1/6: up to 26 units in the last place of bfloat16",
  ],
  [
    "elu celu selu",
    "tinygrad/tinygrad",
    17852,
    "The slope is NaN above 88.7, from the exponential of the other branch; it is 1",
    probeIn("tinygrad")("gradient(tinygrad.Tensor.elu, tinygrad.Tensor([100.0]))", "elu", 1, 100),
  ],
  [
    "celu",
    "tenstorrent/tt-metal",
    54770,
    "An exponent wraps around: finite values of either sign where the result is −∞",
  ],
  [
    "elu celu selu",
    "tenstorrent/tt-metal",
    55726,
    "The slope of expm1 is 0 below −17 in float32; at −30 it is 9.358e-14",
  ],
  [
    "selu",
    "RubixML/ML",
    427,
    "The slope on the left has a factor too many: 1.031 at −0.5, where it is 1.066",
  ],
  [
    "mish",
    "openvinotoolkit/openvino",
    2925,
    "In float16 on a GPU no object is found: softplus overflows",
  ],
];

/** Every report that is known, by repository. */
export const bugs: readonly Bug[] = rows.map(([functions, repository, number, what, probe]) => ({
  functions: functions.split(" "),
  repository,
  number,
  what,
  ...(probe ? { probe } : {}),
}));

/** Where a report can be read. */
export const addressOf = ({ repository, number }: Bug): string =>
  `https://github.com/${repository}/issues/${number}`;
