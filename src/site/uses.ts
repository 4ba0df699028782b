/**
 * Where each function is used: a row for each model, layer or loss, with its source.
 *
 * @module
 */

/** A use of a function. */
export interface Use {
  /** The function of the catalogue. */
  readonly id: string;
  /** The model, layer or loss. */
  readonly where: string;
  /** What the function does there. */
  readonly as: string;
  readonly source: string;
}

const arxiv = (number: string) => `https://arxiv.org/abs/${number}`;

type Row = readonly [id: string, where: string, as: string, source: string];

const rows: readonly Row[] = [
  ["celu", "TorchANI", "between the layers, α = 0.1", "https://github.com/aiqm/torchani"],
  ["elu", "Graph attention networks", "after a layer of attention", arxiv("1710.10903")],
  ["exponential", "Variational autoencoders", "of a logarithm of variance", arxiv("1312.6114")],
  ["exponential", "Transformer", "inside softmax", arxiv("1706.03762")],
  ["gelu", "BERT", "between the two layers of a block", arxiv("1810.04805")],
  ["gelu", "Vision Transformer", "between the two layers of a block", arxiv("2010.11929")],
  ["gelu", "Whisper", "after its convolutions and in its blocks", arxiv("2212.04356")],
  [
    "gelu10",
    "Quantised BERT",
    "so that eight bits hold the negative values",
    arxiv("2004.09602"),
  ],
  [
    "geluSigmoid",
    "CLIP",
    "between the two layers of a block",
    "https://huggingface.co/docs/transformers/model_doc/clip",
  ],
  [
    "geluTanh",
    "GPT-2",
    "between the two layers of a block",
    "https://huggingface.co/docs/transformers/model_doc/gpt2",
  ],
  ["geluTanh", "Gemma", "of the gate in GeGLU", arxiv("2403.08295")],
  ["hardShrink", "Iterative hard thresholding", "of every step", arxiv("0805.0510")],
  ["hardSigmoid", "MobileNetV3", "in squeeze and excitation", arxiv("1905.02244")],
  ["hardSwish", "MobileNetV3", "in the later half of its layers", arxiv("1905.02244")],
  ["hardTanh", "Binarised networks", "whose slope stands in for that of sign", arxiv("1602.02830")],
  ["identity", "ResNet", "in the shortcuts", arxiv("1512.03385")],
  ["laplace", "Mega", "in the place of softmax in attention", arxiv("2209.10655")],
  ["leakyRelu", "DCGAN", "in the discriminator, slope 0.2", arxiv("1511.06434")],
  ["leakyRelu", "StyleGAN", "throughout, slope 0.2", arxiv("1812.04948")],
  ["lisht", "Classifiers of images and tweets", "as its authors tried it", arxiv("1901.05894")],
  [
    "logCosh",
    "Losses of Keras",
    "of a residual",
    "https://keras.io/api/losses/regression_losses/",
  ],
  [
    "logCosh",
    "FastICA",
    "as the contrast",
    "https://scikit-learn.org/stable/modules/generated/sklearn.decomposition.FastICA.html",
  ],
  ["logSigmoid", "Direct preference optimisation", "as the loss", arxiv("2305.18290")],
  ["logSigmoid", "word2vec", "in negative sampling", arxiv("1310.4546")],
  ["mish", "YOLOv4", "in the backbone", arxiv("2004.10934")],
  ["prelu", "SRGAN", "in the generator", arxiv("1609.04802")],
  ["relu", "ResNet", "after each convolution but the last of a block", arxiv("1512.03385")],
  ["relu", "Transformer", "between the two layers of a block", arxiv("1706.03762")],
  ["relu6", "MobileNetV2", "throughout, as few bits hold it", arxiv("1801.04381")],
  ["rrelu", "National Data Science Bowl", "in convolutional networks", arxiv("1505.00853")],
  [
    "selu",
    "Self-normalising networks",
    "with AlphaDropout",
    "https://docs.pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html",
  ],
  ["sigmoid", "LSTM", "of its gates", "https://doi.org/10.1162/neco.1997.9.8.1735"],
  ["sigmoid", "Squeeze-and-excitation networks", "of its gates", arxiv("1709.01507")],
  ["silu", "EfficientNet", "throughout", arxiv("1905.11946")],
  ["silu", "LLaMA", "of the gate in SwiGLU", arxiv("2302.13971")],
  ["snake", "BigVGAN", "in the generator of sound", arxiv("2206.04658")],
  ["snake", "Descript's audio codec", "throughout", arxiv("2306.06546")],
  ["softShrink", "Adaptive Fourier neural operators", "of frequencies", arxiv("2111.13587")],
  ["softplus", "Mamba", "of the step size", arxiv("2312.00752")],
  ["softplus", "Deep ensembles", "of a variance", arxiv("1612.01474")],
  [
    "softplusThreshold",
    "Mamba's kernels",
    "of the step size, a line from 20 on",
    "https://github.com/state-spaces/mamba",
  ],
  ["softsign", "Deep Voice 3", "of the speaker's embedding", arxiv("1710.07654")],
  [
    "sparsePlus",
    "Losses of JAXopt",
    "of the binary sparsemax loss",
    "https://jaxopt.github.io/stable/_autosummary/jaxopt.loss.sparse_plus.html",
  ],
  [
    "sparseSigmoid",
    "Losses of JAXopt",
    "as the slope of that loss",
    "https://jaxopt.github.io/stable/_autosummary/jaxopt.loss.sparse_sigmoid.html",
  ],
  ["squaredRelu", "Primer", "between the two layers of a block", arxiv("2109.08668")],
  ["squaredRelu", "Nemotron-4", "between the two layers of a block", arxiv("2402.16819")],
  ["swish", "Networks found by search", "as its authors tried it", arxiv("1710.05941")],
  ["tanh", "LSTM", "of cell and output", "https://doi.org/10.1162/neco.1997.9.8.1735"],
  ["tanh", "DCGAN", "of the generated image", arxiv("1511.06434")],
  ["threshold", "Zero-bias autoencoders", "of the hidden layer", arxiv("1402.3337")],
  ["xielu", "Apertus", "between the two layers of a block", arxiv("2509.14233")],
];

/** Every use that is known, by function. */
export const uses: readonly Use[] = rows.map(([id, where, as, source]) => ({
  id,
  where,
  as,
  source,
}));
