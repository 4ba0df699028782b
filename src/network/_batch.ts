// Matrices by rows in float32, one row of a batch an example: what training spends its time in.

/** sums[r][j] = biases[j] + Σ weights[j][i]·signals[r][i] */
export function batchSums(
  { weights, biases }: { weights: Float32Array; biases: Float32Array },
  signals: Float32Array,
  sums: Float32Array,
): void {
  const outputs = biases.length;
  const inputs = weights.length / outputs;
  const rows = sums.length / outputs;
  for (let r = 0; r < rows; r++) {
    const at = r * inputs;
    for (let j = 0, k = 0; j < outputs; j++) {
      let sum = biases[j];
      for (let i = 0; i < inputs; i++, k++) sum += weights[k] * signals[at + i];
      sums[r * outputs + j] = sum;
    }
  }
}

/** gradients[r][i] = Σ weights[j][i]·bySums[r][j] */
export function batchPullBack(
  weights: Float32Array,
  outputs: number,
  bySums: Float32Array,
  gradients: Float32Array,
): void {
  const inputs = weights.length / outputs;
  const rows = bySums.length / outputs;
  gradients.fill(0);
  for (let r = 0; r < rows; r++) {
    const at = r * inputs;
    for (let j = 0, k = 0; j < outputs; j++) {
      const by = bySums[r * outputs + j];
      for (let i = 0; i < inputs; i++, k++) gradients[at + i] += by * weights[k];
    }
  }
}

/** weights[j][i] = Σ bySums[r][j]·signals[r][i], biases[j] = Σ bySums[r][j] */
export function batchOuter(
  bySums: Float32Array,
  signals: Float32Array,
  { weights, biases }: { weights: Float32Array; biases: Float32Array },
): void {
  const outputs = biases.length;
  const inputs = weights.length / outputs;
  const rows = bySums.length / outputs;
  weights.fill(0);
  biases.fill(0);
  for (let r = 0; r < rows; r++) {
    const at = r * inputs;
    for (let j = 0, k = 0; j < outputs; j++) {
      const by = bySums[r * outputs + j];
      biases[j] += by;
      for (let i = 0; i < inputs; i++, k++) weights[k] += by * signals[at + i];
    }
  }
}
