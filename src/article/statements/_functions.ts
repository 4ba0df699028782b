import type { Activation } from "../../activations/activation.ts";
import { gelu } from "../../activations/gelu.ts";
import { geluSigmoid } from "../../activations/gelu_sigmoid.ts";
import { geluTanh } from "../../activations/gelu_tanh.ts";
import { leakyRelu } from "../../activations/leaky_relu.ts";
import { mish } from "../../activations/mish.ts";
import { relu } from "../../activations/relu.ts";
import { sigmoid } from "../../activations/sigmoid.ts";
import { silu } from "../../activations/silu.ts";
import { tanh } from "../../activations/tanh.ts";

/** The activation functions that the article names. */
export const named: readonly Activation[] = [
  relu,
  leakyRelu,
  gelu,
  geluTanh,
  geluSigmoid,
  sigmoid,
  tanh,
  silu,
  mish,
];
