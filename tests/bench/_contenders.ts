/**
 * The other libraries that `arrays.ts` times.
 *
 * @module
 */

import process from "node:process";

/** A library, or a way to use one. */
export interface Contender {
  readonly title: string;
  readonly version: string;
  /** Nanoseconds per element, `null` if it has no such function. */
  readonly time: (name: string, xs: Float32Array, repeats: number) => Promise<number | null>;
  readonly stop?: () => void;
}

/** Milliseconds that the processor has worked for this process: what others have it do does not count. */
export function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** TensorFlow.js on two backends, and what Python has. */
export async function contenders(python: string | undefined): Promise<Contender[]> {
  const found = await tensorflow();
  if (!python) return found;
  for (const library of ["torch", "jax"]) {
    for (const threads of [1, 2]) found.push(await inPython(python, library, threads));
  }
  return found;
}

async function tensorflow(): Promise<Contender[]> {
  // Names that are no literals, so that checks and the lock file do not see the packages.
  const names = ["npm:@tensorflow/tfjs@4.22.0", "npm:@tensorflow/tfjs-backend-wasm@4.22.0"];
  // deno-lint-ignore no-explicit-any
  const tf: any = await import(names[0]);
  // deno-lint-ignore no-explicit-any
  const wasm: any = await import(names[1]);
  const binary = new URL(".", import.meta.resolve(names[1])).href;
  wasm.setWasmPaths?.(binary.startsWith("file:") ? new URL(binary).pathname : binary);
  const layer = (activation: string) => (x: unknown) =>
    tf.layers.activation({ activation }).apply(x);
  const operations: Record<string, (x: unknown) => unknown> = {
    relu: (x) => tf.relu(x),
    exponential: (x) => tf.exp(x),
    sigmoid: (x) => tf.sigmoid(x),
    silu: layer("swish"),
    tanh: (x) => tf.tanh(x),
    gelu: layer("gelu"),
    geluTanh: layer("gelu_new"),
    mish: layer("mish"),
    softplus: (x) => tf.softplus(x),
    elu: (x) => tf.elu(x),
    logSigmoid: (x) => tf.logSigmoid(x),
    selu: (x) => tf.selu(x),
    softsign: layer("softsign"),
  };
  return ["cpu", "wasm"].map((backend) => ({
    title: `TensorFlow.js ${backend}`,
    version: tf.version.tfjs,
    time: async (name, xs, repeats) => {
      if (tf.getBackend() !== backend) await tf.setBackend(backend);
      const x = tf.tensor1d(xs);
      const run = () => tf.tidy(() => void operations[name](x));
      try {
        run();
        const start = busy();
        for (let i = 0; i < repeats; i++) run();
        return (busy() - start) * 1e6 / (repeats * xs.length);
      } catch {
        return null;
      } finally {
        x.dispose();
      }
    },
  }));
}

async function inPython(python: string, library: string, threads: number): Promise<Contender> {
  const script = new URL("./arrays_peers.py", import.meta.url).pathname;
  const child = new Deno.Command(python, {
    args: [script, library, String(threads)],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const input = child.stdin.getWriter();
  const answer = async () => {
    let text = "";
    while (!text.endsWith("\n")) {
      const { value, done } = await lines.read();
      if (done) throw new Error(`Cannot time ${library} as ${python} ${script} ended`);
      text += value;
    }
    return text.trim();
  };
  const version = await answer();
  return {
    title: `${library === "torch" ? "PyTorch" : "JAX"}, ${threads} thread${threads > 1 ? "s" : ""}`,
    version,
    time: async (name, xs, repeats) => {
      await input.write(new TextEncoder().encode(`${name} ${xs.length} ${repeats}\n`));
      const text = await answer();
      return text === "-" ? null : Number(text);
    },
    stop: () => child.kill(),
  };
}
