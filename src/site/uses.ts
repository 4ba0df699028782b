/**
 * Where each function is used: a row for each model, layer or loss, with a source that one can open: a
 * paper, or the file of a repository.
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
  readonly source: UseSource;
  /** The name of the model in Transformers, whose default the function is. */
  readonly model?: string;
}

/** Where it can be read. */
export interface UseSource {
  /** The title of a paper, or a file and its repository. */
  readonly title: string;
  readonly url: string;
}

const paper = (arxiv: string, title: string): UseSource => ({
  title: `${title}, arXiv:${arxiv}`,
  url: `https://arxiv.org/abs/${arxiv}`,
});
const code = (repository: string, path: string): UseSource => ({
  title: `${repository}: ${path}`,
  url: `https://github.com/${repository}/blob/HEAD/${path}`,
});

const transformer = paper("1706.03762", "Attention Is All You Need");
const mobileNet3 = paper("1905.02244", "Searching for MobileNetV3");
const resnet = paper("1512.03385", "Deep Residual Learning for Image Recognition");
const block = "between the two layers of a block";

type Row = readonly [id: string, where: string, as: string, source: UseSource, model?: string];

const rows: readonly Row[] = [
  [
    "celu",
    "TorchANI",
    "between the layers, α = 0.1",
    code("aiqm/torchani", "torchani/nn/_core.py"),
  ],
  [
    "elu",
    "Graph attention networks",
    "after a layer of attention",
    code("PetarV-/GAT", "models/gat.py"),
  ],
  [
    "exponential",
    "Variational autoencoders",
    "of a logarithm of variance",
    paper("1312.6114", "Auto-Encoding Variational Bayes"),
  ],
  ["exponential", "Transformer", "inside softmax", transformer],
  [
    "gelu",
    "BERT",
    block,
    paper(
      "1810.04805",
      "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
    ),
    "bert",
  ],
  [
    "gelu",
    "Vision Transformer",
    block,
    paper(
      "2010.11929",
      "An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale",
    ),
    "vit",
  ],
  [
    "gelu",
    "Whisper",
    "after its convolutions and in its blocks",
    code("openai/whisper", "whisper/model.py"),
    "whisper",
  ],
  [
    "gelu10",
    "Quantised BERT",
    "so that eight bits hold the negative values",
    paper(
      "2004.09602",
      "Integer Quantization for Deep Learning Inference: Principles and Empirical Evaluation",
    ),
  ],
  ["geluSigmoid", "CLIP", block, code("openai/CLIP", "clip/model.py"), "clip"],
  ["geluTanh", "GPT-2", block, code("openai/gpt-2", "src/model.py"), "gpt2"],
  ["geluTanh", "BERT, as its authors wrote it", block, code("google-research/bert", "modeling.py")],
  [
    "geluTanh",
    "Vision Transformer, as its authors wrote it",
    block,
    code("google-research/vision_transformer", "vit_jax/models_vit.py"),
  ],
  [
    "geluTanh",
    "Gemma",
    "of the gate in GeGLU",
    code("google/gemma_pytorch", "gemma/model.py"),
    "gemma",
  ],
  [
    "hardShrink",
    "Iterative hard thresholding",
    "of every step, with λ such that a set number of entries stays",
    paper("0805.0510", "Iterative Hard Thresholding for Compressed Sensing"),
  ],
  ["hardSigmoid", "MobileNetV3", "in squeeze and excitation", mobileNet3],
  ["hardSwish", "MobileNetV3", "in the later half of its layers", mobileNet3],
  [
    "hardTanh",
    "Binarised networks",
    "whose slope stands in for that of sign",
    paper(
      "1602.02830",
      "Binarized Neural Networks: Training Deep Neural Networks with Weights and Activations Constrained to +1 or −1",
    ),
  ],
  ["identity", "ResNet", "in the shortcuts", resnet],
  [
    "laplace",
    "Mega",
    "in the place of softmax in attention",
    code("facebookresearch/mega", "fairseq/models/mega.py"),
  ],
  [
    "leakyRelu",
    "DCGAN",
    "in the discriminator, slope 0.2",
    code("pytorch/examples", "dcgan/main.py"),
  ],
  [
    "leakyRelu",
    "StyleGAN",
    "throughout, slope 0.2",
    code("NVlabs/stylegan", "training/networks_stylegan.py"),
  ],
  [
    "lisht",
    "Classifiers of images and tweets",
    "as its authors tried it",
    paper(
      "1901.05894",
      "LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for Neural Networks",
    ),
  ],
  [
    "logCosh",
    "Losses of Keras",
    "of a residual",
    code("keras-team/keras", "keras/src/losses/losses.py"),
  ],
  [
    "logCosh",
    "FastICA",
    "as the contrast",
    code("scikit-learn/scikit-learn", "sklearn/decomposition/_fastica.py"),
  ],
  [
    "logSigmoid",
    "Direct preference optimisation",
    "as the loss",
    code("eric-mitchell/direct-preference-optimization", "trainers.py"),
  ],
  [
    "logSigmoid",
    "word2vec",
    "in negative sampling",
    paper(
      "1310.4546",
      "Distributed Representations of Words and Phrases and their Compositionality",
    ),
  ],
  ["mish", "YOLOv4", "in the backbone", code("AlexeyAB/darknet", "cfg/yolov4.cfg")],
  [
    "prelu",
    "SRGAN",
    "in the generator",
    paper(
      "1609.04802",
      "Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network",
    ),
  ],
  ["relu", "ResNet", "after each convolution but the last of a block, and after its sum", resnet],
  ["relu", "Transformer", block, transformer],
  [
    "relu6",
    "MobileNetV2",
    "after every convolution but those that narrow, as few bits hold it",
    code("keras-team/keras", "keras/src/applications/mobilenet_v2.py"),
    "mobilenet_v2",
  ],
  [
    "rrelu",
    "National Data Science Bowl",
    "in convolutional networks",
    paper("1505.00853", "Empirical Evaluation of Rectified Activations in Convolutional Network"),
  ],
  [
    "selu",
    "Self-normalising networks",
    "with alpha dropout",
    paper("1706.02515", "Self-Normalizing Neural Networks"),
  ],
  ["sigmoid", "LSTM", "of its gates", {
    title: "Long Short-Term Memory, Neural Computation 9 (1997)",
    url: "https://doi.org/10.1162/neco.1997.9.8.1735",
  }],
  [
    "sigmoid",
    "Squeeze-and-excitation networks",
    "of its gates",
    paper("1709.01507", "Squeeze-and-Excitation Networks"),
  ],
  [
    "silu",
    "EfficientNet",
    "throughout, but not of its gates",
    code("keras-team/keras", "keras/src/applications/efficientnet.py"),
  ],
  ["silu", "LLaMA", "of the gate in SwiGLU", code("meta-llama/llama", "llama/model.py"), "llama"],
  [
    "snake",
    "BigVGAN",
    "in the generator of sound",
    paper("2206.04658", "BigVGAN: A Universal Neural Vocoder with Large-Scale Training"),
  ],
  [
    "snake",
    "Descript's audio codec",
    "in encoder and decoder",
    code("descriptinc/descript-audio-codec", "dac/model/dac.py"),
  ],
  [
    "softShrink",
    "Adaptive Fourier neural operators",
    "of frequencies",
    code("NVlabs/AFNO-transformer", "afno/afno2d.py"),
  ],
  [
    "softplus",
    "Mamba",
    "of the step size",
    paper("2312.00752", "Mamba: Linear-Time Sequence Modeling with Selective State Spaces"),
  ],
  [
    "softplus",
    "Deep ensembles",
    "of a variance",
    paper(
      "1612.01474",
      "Simple and Scalable Predictive Uncertainty Estimation using Deep Ensembles",
    ),
  ],
  [
    "softplusThreshold",
    "Mamba's kernels",
    "of the step size, a line from 20 on",
    code("state-spaces/mamba", "csrc/selective_scan/selective_scan_fwd_kernel.cuh"),
  ],
  [
    "softsign",
    "Deep Voice 3",
    "of the speaker's embedding",
    code("r9y9/deepvoice3_pytorch", "deepvoice3_pytorch/deepvoice3.py"),
  ],
  [
    "sparsePlus",
    "Losses of JAXopt",
    "of the binary sparsemax loss",
    code("google/jaxopt", "jaxopt/_src/loss.py"),
  ],
  [
    "sparseSigmoid",
    "Losses of JAXopt",
    "as the slope of that loss",
    code("google/jaxopt", "jaxopt/_src/loss.py"),
  ],
  [
    "squaredRelu",
    "Primer",
    block,
    paper("2109.08668", "Primer: Searching for Efficient Transformers for Language Modeling"),
  ],
  [
    "squaredRelu",
    "Nemotron-4",
    block,
    paper("2402.16819", "Nemotron-4 15B Technical Report"),
    "nemotron",
  ],
  [
    "swish",
    "Networks found by search",
    "as its authors tried it",
    paper("1710.05941", "Searching for Activation Functions"),
  ],
  [
    "tanh",
    "LSTM, as it is used now",
    "of cell and output, where the first ones had stretched sigmoids",
    paper("1308.0850", "Generating Sequences With Recurrent Neural Networks"),
  ],
  ["tanh", "DCGAN", "of the generated image", code("pytorch/examples", "dcgan/main.py")],
  [
    "threshold",
    "Zero-bias autoencoders",
    "of the hidden layer",
    paper("1402.3337", "Zero-bias autoencoders and the benefits of co-adapting features"),
  ],
  [
    "xielu",
    "Apertus",
    block,
    paper(
      "2509.14233",
      "Apertus: Democratizing Open and Compliant LLMs for Global Language Environments",
    ),
    "apertus",
  ],
];

/** Every use that is known, by function. */
export const uses: readonly Use[] = rows.map(([id, where, as, source, model]) => ({
  id,
  where,
  as,
  source,
  model,
}));
