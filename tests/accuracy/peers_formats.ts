/**
 * Measures PyTorch, JAX, Keras, Hugging Face and ONNX Runtime in float32 and in 16 bits:
 * `deno run -A tests/accuracy/peers_formats.ts`, with the Python that has them in `PYTHON`.
 *
 * Writes `peers_formats.json`. The calls are those of `src/site/names.ts`; the inputs are every finite
 * one of a format of 16 bits, and 196,352 of float32. What is right is the catalogue, in doubles.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import { finiteValues } from "../../src/comparison/finite_values.ts";
import { formatNamed } from "../../src/comparison/float_format.ts";
import { type Framework, names } from "../../src/site/names.ts";
import { readFixture } from "./fixture.ts";
import { type Precision, single, ulpError } from "./ulp_error.ts";

/** The formats, the narrowest last. */
export const formats = {
  float32: single,
  float16: { bits: 11, least: -14, overflow: 16 },
  bfloat16: { bits: 8, least: -126, overflow: 128 },
} as const satisfies Record<string, Precision>;

export type FormatKey = keyof typeof formats;

/** Who is measured in which format. */
export const measured: readonly (readonly [Framework, FormatKey])[] = [
  ["PyTorch", "float32"],
  ["JAX", "float32"],
  ["Keras", "float32"],
  ["Hugging Face", "float32"],
  ["ONNX", "float32"],
  ["PyTorch", "float16"],
  ["JAX", "float16"],
  ["ONNX", "float16"],
  ["PyTorch", "bfloat16"],
  ["JAX", "bfloat16"],
];

/** The largest error in units in the last place, and where. */
export interface Worst {
  readonly ulp: number | "Infinity";
  readonly x: number;
}

/** What one framework comes to in one format. */
export interface Peer {
  readonly framework: Framework;
  readonly format: FormatKey;
  readonly versions: Readonly<Record<string, string>>;
  /** f, f′ and f″ of each function; `null` where there is no derivative. */
  readonly functions: Readonly<Record<string, readonly (Worst | null)[]>>;
  /** What could not be computed, and why. */
  readonly failed: Readonly<Record<string, string>>;
}

/** The inputs of a format, in double. */
export function inputsOf(format: FormatKey): Float64Array {
  if (format !== "float32") return Float64Array.from(finiteValues(formatNamed(format)));
  const even = Array.from({ length: 2 ** 17 }, (_, k) => Math.fround(-12 + 24 * k / (2 ** 17 - 1)));
  return Float64Array.from([...finiteValues(formatNamed("bfloat16")), ...even]);
}

/** Next to a zero, so near, every library loses its digits. */
const nearness = 0.05;

/** The largest error of computed values of f, f′ or f″. */
export async function worst(
  id: string,
  parameters: Readonly<Record<string, number>>,
  order: number,
  xs: Float64Array,
  computed: Float64Array,
  precision: Precision,
): Promise<Worst> {
  const f = activations[id].with(parameters);
  const exact = [f, f.derivative, f.derivative.derivative][order];
  const zeros = (await readFixture(id)).zeros.filter((zero) => zero.order === order);
  // An error of half the value or more: every digit is lost.
  const lost = 2 ** (precision.bits - 2);
  let found: Worst = { ulp: 0, x: xs[0] };
  for (let k = 0; k < xs.length; k++) {
    const x = xs[k];
    if (x !== 0 && Math.abs(x) < 2 ** precision.least) continue;
    if (zeros.some((zero) => Math.abs(x - zero.x) <= nearness)) continue;
    const hi = exact(x);
    if (Number.isNaN(hi) || Math.abs(hi) >= 2 ** precision.overflow) continue;
    const { ulps, subnormal } = ulpError(computed[k], { hi, lo: 0, scale: 0 }, precision);
    if (subnormal) continue;
    const next = worse(found, { ulp: ulps >= lost ? "Infinity" : ulps, x });
    // Which slope a corner has is a convention.
    if (next !== found && !(order > 0 && jumpsAt(exact, x))) found = next;
  }
  return found;
}

/** Whether a slope is another on the left than on the right. */
function jumpsAt(slope: (x: number) => number, x: number): boolean {
  const step = 1e-9 * Math.max(1, Math.abs(x));
  const [left, right] = [slope(x - step), slope(x + step)];
  return Math.abs(left - right) > 1e-4 * Math.max(Math.abs(left), Math.abs(right));
}

function worse(a: Worst, b: Worst): Worst {
  if (Number(b.ulp) > Number(a.ulp)) return b;
  return a.ulp === "Infinity" && b.ulp === "Infinity" && far(b.x) < far(a.x) ? b : a;
}

/** How far the magnitude is from 1, in binary digits: where digits are lost, the nearest is told. */
const far = (x: number) => Math.abs(Math.log2(Math.max(Math.abs(x), 2 ** -1074)));

/** What is called, by function: PyTorch's softplus is tried as softplus too. */
function callsOf(framework: Framework) {
  const rows = names.filter((each) => each.framework === framework && each.id in activations);
  const softplus = rows.find(({ id }) => id === "softplusThreshold");
  return softplus && !rows.some(({ id }) => id === "softplus")
    ? [...rows, { ...softplus, id: "softplus" }]
    : rows;
}

async function peer(framework: Framework, format: FormatKey): Promise<Peer> {
  const folder = await Deno.makeTempDir();
  try {
    const xs = inputsOf(format);
    await Deno.writeFile(`${folder}/x.f64`, new Uint8Array(xs.buffer));
    const rows = callsOf(framework);
    const python = new Deno.Command(Deno.env.get("PYTHON") ?? "python3", {
      args: [new URL("peers_formats.py", import.meta.url).pathname, framework, format, folder],
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const writer = python.stdin.getWriter();
    const calls = Object.fromEntries(rows.map(({ id, call }) => [id, call]));
    await writer.write(new TextEncoder().encode(JSON.stringify(calls)));
    await writer.close();
    const { success, stdout } = await python.output();
    if (!success) throw new Error(`Cannot measure ${framework} in ${format} as Python failed`);
    const { versions, failed } = JSON.parse(new TextDecoder().decode(stdout));
    const functions: Record<string, (Worst | null)[]> = {};
    for (const { id, parameters = {} } of rows) {
      const orders = await Promise.all([0, 1, 2].map(async (order) => {
        const bytes = await Deno.readFile(`${folder}/${id}.${order}.f64`).catch(() => null);
        const computed = bytes && new Float64Array(bytes.buffer);
        return computed &&
          await worst(id, parameters, order, xs, computed, formats[format]);
      }));
      if (orders[0]) functions[id] = orders;
      console.log(framework, format, id, JSON.stringify(orders), failed[id] ?? "");
    }
    return { framework, format, versions, functions, failed };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const peers: Peer[] = [];
  for (const [framework, format] of measured) peers.push(await peer(framework, format));
  const record = { generator: "tests/accuracy/peers_formats.ts. Do not edit.", peers };
  await Deno.writeTextFile(
    new URL("peers_formats.json", import.meta.url),
    `${JSON.stringify(record, null, 2)}\n`,
  );
}
