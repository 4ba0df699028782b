/**
 * What each function is called in the frameworks: one row for each, with its source. The calls of
 * PyTorch, JAX, Keras, TensorFlow.js, Hugging Face and ONNX are tried by `tests/site/check_names.ts`.
 *
 * @module
 */

/** A framework that has activation functions. */
export type Framework = typeof frameworks[number];

/** In the order in which they are shown. Flux takes its functions from NNlib. */
export const frameworks = [
  "PyTorch",
  "JAX",
  "Keras",
  "TensorFlow.js",
  "Hugging Face",
  "ONNX",
  "ggml",
  "NNlib",
  "Flux",
] as const;

/** What one framework calls one function. */
export interface FrameworkName {
  /** The function of the catalogue, or of the catalogue of vectors. */
  readonly id: string;
  readonly framework: Framework;
  /** How it is called there; in Python and JavaScript an expression that can be run. */
  readonly call: string;
  /** The values that a bare call has, where they differ from the catalogue's. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** What is worth knowing about it. */
  readonly note?: string;
  /** What it does wrong, where it does not give the function it is named after. */
  readonly fault?: string;
  /** Where it is documented or written. */
  readonly source: string;
}

/** A name that means another function than one would think. */
export interface FalseFriend {
  /** The function one would think of. */
  readonly id: string;
  readonly framework: Framework;
  /** The call that looks like it. */
  readonly call: string;
  /** The function of the catalogue that it is, with its parameters. */
  readonly is: string;
  readonly parameters?: Readonly<Record<string, number>>;
  /** What differs, in a sentence. */
  readonly why: string;
  readonly source: string;
}

type Row = readonly [
  id: string,
  call: string,
  parameters?: Readonly<Record<string, number>> | null,
  note?: string,
  page?: string,
];

const torchPage = (call: string) => {
  const name = /^(torch(?:\.\w+)+)/.exec(call)![1];
  return `https://docs.pytorch.org/docs/stable/generated/${name}.html`;
};

const torch: readonly Row[] = [
  ["celu", "torch.nn.functional.celu(x)"],
  ["elu", "torch.nn.functional.elu(x)"],
  ["exponential", "torch.exp(x)"],
  ["gelu", "torch.nn.functional.gelu(x)", null, "exact unless `approximate` says otherwise"],
  ["geluTanh", "torch.nn.functional.gelu(x, approximate='tanh')"],
  ["hardShrink", "torch.nn.functional.hardshrink(x)", null, "`lambd=0.5`"],
  ["hardSigmoid", "torch.nn.functional.hardsigmoid(x)", null, "slope 1/6"],
  ["hardSwish", "torch.nn.functional.hardswish(x)"],
  ["hardTanh", "torch.nn.functional.hardtanh(x)", null, "`min_val=-1, max_val=1`"],
  ["identity", "torch.nn.Identity()(x)"],
  ["leakyRelu", "torch.nn.functional.leaky_relu(x)", null, "`negative_slope=0.01`"],
  ["logSigmoid", "torch.nn.functional.logsigmoid(x)"],
  ["mish", "torch.nn.functional.mish(x)"],
  ["prelu", "torch.nn.PReLU()(x)", null, "learning starts at `init=0.25`"],
  ["relu", "torch.nn.functional.relu(x)"],
  ["relu6", "torch.nn.functional.relu6(x)"],
  ["rrelu", "torch.nn.functional.rrelu(x)", null, "as here when evaluating; random in training"],
  ["selu", "torch.nn.functional.selu(x)"],
  ["sigmoid", "torch.sigmoid(x)"],
  ["silu", "torch.nn.functional.silu(x)"],
  ["softShrink", "torch.nn.functional.softshrink(x)", null, "`lambd=0.5`"],
  [
    "softplusThreshold",
    "torch.nn.functional.softplus(x)",
    null,
    "`beta=1, threshold=20`: a line above the threshold",
  ],
  ["softsign", "torch.nn.functional.softsign(x)"],
  [
    "swish",
    "x * torch.sigmoid(x)",
    null,
    "no function with β: `torch.nn.functional.silu` is β = 1",
    "https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU.html",
  ],
  ["tanh", "torch.tanh(x)"],
  ["tanhShrink", "torch.nn.functional.tanhshrink(x)"],
  ["threshold", "torch.nn.functional.threshold(x, 1, 0)", null, "no defaults"],
  ["glu", "torch.nn.functional.glu(x)"],
  ["logSoftmax", "torch.nn.functional.log_softmax(x, -1)", null, "the axis must be given"],
  ["softmax", "torch.nn.functional.softmax(x, -1)", null, "the axis must be given"],
  ["softmin", "torch.nn.functional.softmin(x, -1)", null, "the axis must be given"],
];

const jaxPage = (call: string) => {
  const name = /^(jax(?:\.\w+)+)/.exec(call)![1];
  return `https://docs.jax.dev/en/latest/_autosummary/${name}.html`;
};

const jax: readonly Row[] = [
  ["celu", "jax.nn.celu(x)"],
  ["elu", "jax.nn.elu(x)"],
  ["exponential", "jax.numpy.exp(x)"],
  ["gelu", "jax.nn.gelu(x, approximate=False)", null, "the bare call is the tanh form"],
  ["geluTanh", "jax.nn.gelu(x)", null, "`approximate=True` is the default"],
  ["hardSigmoid", "jax.nn.hard_sigmoid(x)", null, "slope 1/6"],
  ["hardSwish", "jax.nn.hard_swish(x)", null, "also `hard_silu`"],
  ["hardTanh", "jax.nn.hard_tanh(x)", null, "no other ends than −1 and 1"],
  ["identity", "jax.nn.identity(x)"],
  ["leakyRelu", "jax.nn.leaky_relu(x)", null, "`negative_slope=0.01`; the slope at 0 is 1"],
  ["logSigmoid", "jax.nn.log_sigmoid(x)"],
  ["mish", "jax.nn.mish(x)"],
  ["relu", "jax.nn.relu(x)"],
  ["relu6", "jax.nn.relu6(x)"],
  ["selu", "jax.nn.selu(x)"],
  ["sigmoid", "jax.nn.sigmoid(x)"],
  ["silu", "jax.nn.silu(x)", null, "also `swish`"],
  ["softplus", "jax.nn.softplus(x)", null, "no β"],
  ["softsign", "jax.nn.soft_sign(x)"],
  ["sparsePlus", "jax.nn.sparse_plus(x)"],
  ["sparseSigmoid", "jax.nn.sparse_sigmoid(x)"],
  ["squareplus", "jax.nn.squareplus(x)", null, "`b=4`"],
  ["tanh", "jax.nn.tanh(x)"],
  ["glu", "jax.nn.glu(x)"],
  ["logSoftmax", "jax.nn.log_softmax(x)"],
  ["softmax", "jax.nn.softmax(x)"],
];

const kerasPage = "https://keras.io/api/layers/activations/";
const kerasLayers = "https://keras.io/api/layers/activation_layers/";

const keras: readonly Row[] = [
  ["celu", "keras.activations.celu(x)"],
  ["elu", "keras.activations.elu(x)"],
  ["exponential", "keras.activations.exponential(x)"],
  ["gelu", "keras.activations.gelu(x)", null, "`keras.ops.gelu` is the tanh form"],
  ["geluTanh", "keras.activations.gelu(x, approximate=True)"],
  ["hardShrink", "keras.activations.hard_shrink(x)", null, "`threshold=0.5`"],
  ["hardSigmoid", "keras.activations.hard_sigmoid(x)", null, "slope 1/6; it was 0.2 in Keras 2"],
  ["hardSwish", "keras.activations.hard_swish(x)", null, "also `hard_silu`"],
  ["hardTanh", "keras.activations.hard_tanh(x)", null, "no other ends than −1 and 1"],
  ["identity", "keras.activations.linear(x)"],
  [
    "leakyRelu",
    "keras.activations.leaky_relu(x)",
    { negativeSlope: 0.2 },
    "`negative_slope=0.2`; in the layer LeakyReLU 0.3",
  ],
  ["logSigmoid", "keras.activations.log_sigmoid(x)"],
  ["mish", "keras.activations.mish(x)"],
  [
    "prelu",
    "keras.layers.PReLU()(x)",
    { slope: 0 },
    "learning starts at 0",
    `${kerasLayers}prelu/`,
  ],
  ["relu", "keras.activations.relu(x)", null, "with a slope, a ceiling and a threshold of its own"],
  ["relu6", "keras.activations.relu6(x)"],
  ["selu", "keras.activations.selu(x)"],
  ["sigmoid", "keras.activations.sigmoid(x)"],
  ["silu", "keras.activations.silu(x)", null, "also `swish`"],
  ["softShrink", "keras.activations.soft_shrink(x)", null, "`threshold=0.5`"],
  ["softplus", "keras.activations.softplus(x)", null, "no β"],
  ["softsign", "keras.activations.softsign(x)"],
  ["sparsePlus", "keras.activations.sparse_plus(x)"],
  ["sparseSigmoid", "keras.activations.sparse_sigmoid(x)"],
  ["squareplus", "keras.activations.squareplus(x)", null, "`b=4`"],
  ["tanh", "keras.activations.tanh(x)"],
  ["tanhShrink", "keras.activations.tanh_shrink(x)"],
  ["threshold", "keras.activations.threshold(x, 1, 0)", null, "no defaults"],
  ["glu", "keras.activations.glu(x)"],
  ["logSoftmax", "keras.activations.log_softmax(x)"],
  ["softmax", "keras.activations.softmax(x)"],
  ["sparsemax", "keras.activations.sparsemax(x)"],
];

const tfjsPage = "https://js.tensorflow.org/api/latest/";
const inLayer = (name: string) => `tf.layers.activation({ activation: "${name}" }).apply(x)`;

const tfjs: readonly Row[] = [
  ["elu", "tf.elu(x)"],
  ["exponential", "tf.exp(x)"],
  ["gelu", inLayer("gelu")],
  ["geluTanh", inLayer("gelu_new")],
  ["hardSigmoid", inLayer("hardSigmoid"), { slope: 0.2 }, "slope 0.2, as in Keras 2"],
  ["identity", inLayer("linear")],
  [
    "leakyRelu",
    "tf.leakyRelu(x)",
    { negativeSlope: 0.2 },
    "`alpha = 0.2`; in the layer leakyReLU 0.3",
  ],
  ["logSigmoid", "tf.logSigmoid(x)"],
  ["mish", inLayer("mish")],
  ["prelu", "tf.prelu(x, 0.25)", null, "the slope must be given"],
  ["relu", "tf.relu(x)"],
  ["relu6", "tf.relu6(x)"],
  ["selu", "tf.selu(x)"],
  ["sigmoid", "tf.sigmoid(x)"],
  ["silu", inLayer("swish")],
  ["softplus", "tf.softplus(x)"],
  ["softsign", inLayer("softsign")],
  ["tanh", "tf.tanh(x)"],
  ["threshold", "tf.layers.thresholdedReLU().apply(x)", null, "`theta = 1`"],
  ["logSoftmax", "tf.logSoftmax(x)"],
  ["softmax", "tf.softmax(x)"],
];

const transformersPage =
  "https://github.com/huggingface/transformers/blob/main/src/transformers/activations.py";
const act2fn = (name: string) => `ACT2FN["${name}"](x)`;

const transformers: readonly Row[] = [
  ["gelu", act2fn("gelu"), null, "also `gelu_python`"],
  ["gelu10", act2fn("gelu_10")],
  ["geluSigmoid", act2fn("quick_gelu")],
  [
    "geluTanh",
    act2fn("gelu_new"),
    null,
    "also `gelu_fast`, `gelu_pytorch_tanh`, `gelu_python_tanh`, `gelu_accurate`",
  ],
  ["hardSwish", act2fn("hardswish")],
  ["identity", act2fn("linear")],
  ["laplace", act2fn("laplace"), null, "`mu=0.707107, sigma=0.282095`"],
  ["leakyRelu", act2fn("leaky_relu")],
  ["mish", act2fn("mish")],
  ["prelu", act2fn("prelu")],
  ["relu", act2fn("relu")],
  ["relu6", act2fn("relu6")],
  ["sigmoid", act2fn("sigmoid")],
  ["silu", act2fn("silu"), null, "also `swish`"],
  ["sqrtSoftplus", act2fn("sqrtsoftplus")],
  ["squaredRelu", act2fn("relu2")],
  ["tanh", act2fn("tanh")],
  [
    "xielu",
    act2fn("xielu"),
    { positive: 0.80078125, negative: 0.80078125 },
    "its weights are in bfloat16, where 0.8 is 0.80078125",
  ],
];

const onnxPage = (call: string) =>
  `https://onnx.ai/onnx/operators/onnx__${/^\w+/.exec(call)![0]}.html`;

const onnx: readonly Row[] = [
  ["celu", "Celu(x)"],
  ["elu", "Elu(x)"],
  ["exponential", "Exp(x)"],
  ["gelu", "Gelu(x)"],
  ["geluTanh", "Gelu(x, approximate='tanh')"],
  ["hardShrink", "Shrink(x)", null, "`lambd=0.5, bias=0`"],
  ["hardSigmoid", "HardSigmoid(x)", { slope: 0.2 }, "`alpha=0.2, beta=0.5`"],
  ["hardSwish", "HardSwish(x)"],
  ["identity", "Identity(x)"],
  ["leakyRelu", "LeakyRelu(x)", null, "`alpha=0.01`"],
  ["mish", "Mish(x)"],
  ["prelu", "PRelu(x, 0.25)", null, "the slope is an input"],
  ["relu", "Relu(x)"],
  ["selu", "Selu(x)", null, "the constants are rounded to float32"],
  ["sigmoid", "Sigmoid(x)"],
  ["silu", "Swish(x)", null, "`alpha=1`, from opset 24"],
  ["softShrink", "Shrink(x, bias=0.5)", null, "`lambd=0.5`; the bias is what it shrinks by"],
  ["softplus", "Softplus(x)"],
  ["softsign", "Softsign(x)"],
  ["swish", "Swish(x)", null, "β is `alpha`, from opset 24"],
  ["tanh", "Tanh(x)"],
  ["threshold", "ThresholdedRelu(x)", null, "`alpha=1`"],
  ["hardmax", "Hardmax(x)"],
  ["logSoftmax", "LogSoftmax(x)"],
  ["softmax", "Softmax(x)"],
];

const ggmlPage = "https://github.com/ggml-org/ggml/blob/master/include/ggml.h";

const ggml: readonly Row[] = [
  ["elu", "ggml_elu(ctx, a)"],
  ["exponential", "ggml_exp(ctx, a)"],
  ["gelu", "ggml_gelu_erf(ctx, a)"],
  ["geluSigmoid", "ggml_gelu_quick(ctx, a)"],
  ["geluTanh", "ggml_gelu(ctx, a)", null, "the tanh form, on CPUs by a table in float16"],
  ["hardSigmoid", "ggml_hardsigmoid(ctx, a)", null, "slope 1/6"],
  ["hardSwish", "ggml_hardswish(ctx, a)"],
  ["leakyRelu", "ggml_leaky_relu(ctx, a, 0.01f, false)", null, "the slope must be given"],
  ["relu", "ggml_relu(ctx, a)"],
  ["sigmoid", "ggml_sigmoid(ctx, a)"],
  ["silu", "ggml_silu(ctx, a)"],
  ["softplus", "ggml_softplus(ctx, a)"],
  ["tanh", "ggml_tanh(ctx, a)"],
  ["xielu", "ggml_xielu(ctx, a, alpha_n, alpha_p, beta, eps)", null, "no defaults"],
  [
    "geglu",
    "ggml_geglu(ctx, a)",
    null,
    "activates the first half, by the tanh form, and calls the second the gate",
  ],
  ["reglu", "ggml_reglu(ctx, a)", null, "activates the first half, and calls the second the gate"],
  [
    "swiglu",
    "ggml_swiglu(ctx, a)",
    null,
    "activates the first half, and calls the second the gate",
  ],
  ["softmax", "ggml_soft_max(ctx, a)"],
];

const nnlibPage = "https://github.com/FluxML/NNlib.jl/blob/master/src/activations.jl";
const nnlibSoftmax = "https://github.com/FluxML/NNlib.jl/blob/master/src/softmax.jl";
const fluxPage = "https://fluxml.ai/Flux.jl/stable/reference/models/activation/";

const nnlib: readonly Row[] = [
  ["celu", "celu(x)"],
  ["elu", "elu(x)"],
  ["gelu", "gelu_erf(x)", null, "needs SpecialFunctions.jl"],
  ["geluTanh", "gelu(x)", null, "the tanh form, computed through a sigmoid"],
  ["hardSigmoid", "hardsigmoid(x)", null, "slope 1/6; also `hardσ`"],
  ["hardSwish", "hardswish(x)"],
  ["hardTanh", "hardtanh(x)", null, "no other ends than −1 and 1"],
  ["leakyRelu", "leakyrelu(x)", null, "`a=0.01`"],
  ["lisht", "lisht(x)"],
  ["logCosh", "logcosh(x)"],
  ["logSigmoid", "logsigmoid(x)", null, "also `logσ`"],
  ["mish", "mish(x)"],
  ["relu", "relu(x)"],
  ["relu6", "relu6(x)"],
  ["rrelu", "rrelu(x)", null, "`lo=1/8, hi=1/3`; always random"],
  ["selu", "selu(x)"],
  ["sigmoid", "sigmoid(x)", null, "also `σ`"],
  ["silu", "swish(x)"],
  ["softShrink", "softshrink(x)", null, "`λ=0.5`"],
  ["softplus", "softplus(x)"],
  ["softsign", "softsign(x)"],
  ["tanh", "tanh(x)", null, "`tanh_fast` is less exact"],
  ["tanhShrink", "tanhshrink(x)"],
  ["threshold", "trelu(x)", null, "`theta=1`; also `thresholdrelu`"],
  ["glu", "glu(x, dim)", null, "halves along the first axis if not told"],
  ["logSoftmax", "logsoftmax(x)", null, "along the first axis if not told"],
  ["softmax", "softmax(x)", null, "along the first axis if not told"],
];

/** Calls that were found not to give the function they are named after. */
const faults: Readonly<Record<string, string>> = {
  "keras.activations.sparsemax(x)":
    "what it gives does not sum to 1 unless one entry wins: the threshold sums cumulated sums",
};

const rows = (
  framework: Framework,
  all: readonly Row[],
  page: (call: string) => string,
): FrameworkName[] =>
  all.map(([id, call, parameters, note, own]) => ({
    id,
    framework,
    call,
    ...(parameters ? { parameters } : {}),
    ...(note ? { note } : {}),
    ...(call in faults ? { fault: faults[call] } : {}),
    source: own ?? page(call),
  }));

const ofNnlib = (call: string) => /softmax/.test(call) ? nnlibSoftmax : nnlibPage;

/** Every name that is known. */
export const names: readonly FrameworkName[] = [
  ...rows("PyTorch", torch, torchPage),
  ...rows("JAX", jax, jaxPage),
  ...rows("Keras", keras, () => kerasPage),
  ...rows("TensorFlow.js", tfjs, () => tfjsPage),
  ...rows("Hugging Face", transformers, () => transformersPage),
  ...rows("ONNX", onnx, onnxPage),
  ...rows("ggml", ggml, () => ggmlPage),
  ...rows("NNlib", nnlib, ofNnlib),
  ...rows("Flux", nnlib.filter(([id]) => id !== "glu"), () => fluxPage),
];

/** Names that mislead. */
export const falseFriends: readonly FalseFriend[] = [
  {
    id: "gelu",
    framework: "JAX",
    call: "jax.nn.gelu(x)",
    is: "geluTanh",
    why: "It is the tanh form unless `approximate=False`.",
    source: jaxPage("jax.nn.gelu"),
  },
  {
    id: "gelu",
    framework: "Keras",
    call: "keras.ops.gelu(x)",
    is: "geluTanh",
    why: "In `keras.ops` the tanh form is the default, in `keras.activations` the exact one.",
    source: "https://keras.io/api/ops/nn/",
  },
  {
    id: "gelu",
    framework: "NNlib",
    call: "gelu(x)",
    is: "geluTanh",
    why: "It is the tanh form.",
    source: nnlibPage,
  },
  {
    id: "gelu",
    framework: "ggml",
    call: "ggml_gelu(ctx, a)",
    is: "geluTanh",
    why: "It is the tanh form; the exact one is `ggml_gelu_erf`.",
    source: ggmlPage,
  },
  {
    id: "gelu",
    framework: "Hugging Face",
    call: act2fn("gelu_new"),
    is: "geluTanh",
    why: "What is new about it is the tanh form, which is the older of the two in GPT-2.",
    source: transformersPage,
  },
  {
    id: "gelu",
    framework: "Hugging Face",
    call: act2fn("gelu_accurate"),
    is: "geluTanh",
    why: "It is the tanh form, no more accurate than `gelu_new`.",
    source: transformersPage,
  },
  {
    id: "softplus",
    framework: "PyTorch",
    call: "torch.nn.functional.softplus(x)",
    is: "softplusThreshold",
    why: "Above β x = 20 it is the line x, so it jumps there.",
    source: torchPage("torch.nn.functional.softplus"),
  },
  {
    id: "hardSigmoid",
    framework: "ONNX",
    call: "HardSigmoid(x)",
    is: "hardSigmoid",
    parameters: { slope: 0.2 },
    why: "Its slope is 0.2, elsewhere 1/6: an export must give `alpha=1/6`.",
    source: onnxPage("HardSigmoid"),
  },
  {
    id: "hardSigmoid",
    framework: "TensorFlow.js",
    call: inLayer("hardSigmoid"),
    is: "hardSigmoid",
    parameters: { slope: 0.2 },
    why: "Its slope is 0.2, as in Keras 2; in Keras 3 it is 1/6.",
    source: tfjsPage,
  },
  {
    id: "leakyRelu",
    framework: "Keras",
    call: "keras.activations.leaky_relu(x)",
    is: "leakyRelu",
    parameters: { negativeSlope: 0.2 },
    why: "Its slope is 0.2, that of the layer LeakyReLU 0.3, elsewhere 0.01.",
    source: kerasPage,
  },
  {
    id: "leakyRelu",
    framework: "Keras",
    call: "keras.layers.LeakyReLU()(x)",
    is: "leakyRelu",
    parameters: { negativeSlope: 0.3 },
    why: "Its slope is 0.3, that of the function leaky_relu 0.2.",
    source: `${kerasLayers}leaky_relu/`,
  },
  {
    id: "leakyRelu",
    framework: "TensorFlow.js",
    call: "tf.leakyRelu(x)",
    is: "leakyRelu",
    parameters: { negativeSlope: 0.2 },
    why: "Its slope is 0.2, that of the layer leakyReLU 0.3, elsewhere 0.01.",
    source: tfjsPage,
  },
  {
    id: "prelu",
    framework: "Keras",
    call: "keras.layers.PReLU()(x)",
    is: "prelu",
    parameters: { slope: 0 },
    why: "Learning starts at 0, where it is relu; elsewhere at 0.25.",
    source: `${kerasLayers}prelu/`,
  },
  {
    id: "softShrink",
    framework: "ONNX",
    call: "Shrink(x)",
    is: "hardShrink",
    why: "Without a bias it does not shrink what it lets through: that is hardShrink.",
    source: onnxPage("Shrink"),
  },
  {
    id: "geluSigmoid",
    framework: "NNlib",
    call: "gelu_sigmoid(x)",
    is: "geluTanh",
    why: "It is the tanh form, computed through a sigmoid, not x σ(1.702 x).",
    source: nnlibPage,
  },
  {
    id: "swish",
    framework: "NNlib",
    call: "swish(x)",
    is: "silu",
    why: "It has no β.",
    source: nnlibPage,
  },
];
