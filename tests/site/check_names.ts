/**
 * Tries every call of `src/site/names.ts` that can be tried: `deno run -A tests/site/check_names.ts`,
 * with the Python that has the packages in `PYTHON`. Writes what they gave into names.json.
 *
 * @module
 */

import { falseFriends, type Framework, names } from "../../src/site/names.ts";
import { inputsFor } from "./_name_inputs.ts";

const file = new URL("names.json", import.meta.url);
const inPython: readonly Framework[] = ["PyTorch", "JAX", "Keras", "Hugging Face", "ONNX"];

interface Call {
  readonly framework: Framework;
  readonly call: string;
  readonly inputs: readonly number[];
}

type Answer = { readonly values: readonly number[] } | { readonly error: string };

const calls: Call[] = [];
for (const { framework, call, id } of [...names, ...falseFriends]) {
  if (calls.some((each) => each.framework === framework && each.call === call)) continue;
  calls.push({ framework, call, inputs: inputsFor(id) });
}

async function ofPython(rows: readonly Call[]) {
  const python = new Deno.Command(Deno.env.get("PYTHON") ?? "python3", {
    args: [new URL("check_names.py", import.meta.url).pathname],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = python.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(rows)));
  await writer.close();
  const { success, stdout } = await python.output();
  if (!success) throw new Error("Cannot try the calls as Python failed");
  return JSON.parse(new TextDecoder().decode(stdout)) as {
    versions: Record<string, string>;
    answers: Answer[];
  };
}

async function ofTfjs(rows: readonly Call[]) {
  const tf = await import("npm:@tensorflow/tfjs@4.22.0" as string);
  await tf.setBackend("cpu");
  const answers = rows.map(({ call, inputs }): Answer => {
    try {
      const shape = call.includes("tf.layers") ? [1, inputs.length] : [inputs.length];
      const y = new Function("tf", "x", `return ${call}`)(tf, tf.tensor(inputs, shape));
      return { values: [...y.dataSync()] };
    } catch (error) {
      return { error: `${error}`.slice(0, 200) };
    }
  });
  return { versions: { "TensorFlow.js": tf.version.tfjs as string }, answers };
}

const python = calls.filter(({ framework }) => inPython.includes(framework));
const tfjs = calls.filter(({ framework }) => framework === "TensorFlow.js");
const [a, b] = [await ofPython(python), await ofTfjs(tfjs)];
const tried = [...python, ...tfjs].map(({ framework, call }, k) => ({
  framework,
  call,
  ...[...a.answers, ...b.answers][k],
}));
const record = {
  generator: "tests/site/check_names.ts. Do not edit.",
  versions: { ...a.versions, ...b.versions },
  tried,
};
const text = JSON.stringify(record, null, 1).replace(
  /\[[^\][{}]*\]/g,
  (list) => list.replace(/\s+/g, " "),
);
await Deno.writeTextFile(file, `${text}\n`);
for (const each of tried) if ("error" in each) console.error(each.framework, each.call, each.error);
