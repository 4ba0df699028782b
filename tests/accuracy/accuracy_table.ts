/**
 * The accuracy table, as Markdown.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import { fixtureIds, readFixture } from "./fixture.ts";
import { measure, type Measurement, type Worst } from "./measure.ts";
import { bounds, type Region, subnormalBound } from "./rule.ts";

/** What a library's function was measured to be: `null` where it has none. */
type Peer = { readonly ulp: number | "Infinity"; readonly x: number } | null;

/** What `peers.py` and `peers_tfjs.ts` recorded. */
interface Peers {
  readonly versions: Readonly<Record<string, string>>;
  readonly [library: string]: Readonly<Record<string, readonly Peer[] | string>>;
}

const libraries = { torch: "PyTorch", jax: "JAX", tfjs: "TensorFlow.js" };
/** The ones that stand first; the others can be unfolded. */
const prominent = new Set(["gelu", "geluTanh", "mish", "sigmoid", "silu", "softplus", "tanh"]);
const orders = ["f", "f′", "f″"];

/** The tables and what is to say of them. */
export async function accuracyTable(): Promise<string> {
  const peers: Peers = JSON.parse(
    await Deno.readTextFile(new URL("peers.json", import.meta.url)),
  );
  const found = await measurements();
  const exact = found.filter(({ kind, all }) =>
    kind === "exact" && all.every(({ failures }) => failures === 0)
  );
  const smooth = found.filter(({ kind }) => kind === "smooth");
  const [first, rest] = [true, false].map((wanted) =>
    table(smooth.filter(({ id }) => prominent.has(id) === wanted), peers)
  );
  const details = "<details>\n<summary>The other smooth functions</summary>\n\n" +
    `${rest}\n\n</details>`;
  return [first, ...remarks(found.flatMap(({ all }) => all), exact), details].join("\n\n");
}

function table(rows: readonly { all: readonly Measurement[] }[], peers: Peers): string {
  const versions = Object.entries(libraries).map(([key, name]) => `${name} ${peers.versions[key]}`);
  return [
    `| | | Actbook | ${versions.join(" | ")}, float32 |`,
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.flatMap(({ all }) => all.map((one) => row(one, peers))),
  ].join("\n");
}

async function measurements(): Promise<{ id: string; kind: string; all: Measurement[] }[]> {
  const known = new Set(fixtureIds());
  const ids = Object.keys(activations).filter((id) => known.has(id)).sort();
  return await Promise.all(ids.map(async (id) => {
    const fixture = await readFixture(id);
    const { derivative } = activations[id];
    const functions = [activations[id], derivative, derivative.derivative];
    const all = functions.map((f, order) => measure(fixture, order, f));
    return { id, kind: fixture.kind, all };
  }));
}

function row({ id, order, worst }: Measurement, peers: Peers): string {
  const ours = worst.normal
    ? `**${worst.normal.error.toFixed(3)}** at ${short(worst.normal.x)}`
    : "";
  const theirs = Object.keys(libraries).map((key) => {
    const peer = (peers[key][id] as readonly Peer[] | undefined)?.[order];
    if (!peer) return "–";
    const ulp = peer.ulp === "Infinity" ? "∞" : amount(peer.ulp);
    return peer.ulp === 0 ? ulp : `${ulp} at ${short(peer.x)}`;
  });
  const name = order === 0 ? `\`${id}\`` : "";
  return `| ${name} | ${orders[order]} | ${ours} | ${theirs.join(" | ")} |`;
}

function remarks(all: readonly Measurement[], exact: readonly { id: string }[]): string[] {
  const points = all.reduce((sum, one) => sum + one.points, 0);
  const subnormal = largest(all, "subnormal");
  return [
    "Largest error in units in the last place (ulp) among normal results, and the argument it is " +
    `found at; ${points} values of the functions and their derivatives in all. ∞: half of the value ` +
    "or more is wrong, and the argument is that nearest to ±1 in magnitude. –: the library has no " +
    "such function, or does not differentiate it. Libraries are measured in float64 where they have " +
    "it, not at subnormal arguments, which JAX takes for 0, and not within 0.05 of a zero, where " +
    "they lose every digit. We are measured there too.",
    `Promised are ${bounds.smooth.map((bound) => bound.toFixed(2)).join(", ")} ulp at every ` +
    `parameter; of subnormal results, ${subnormalBound} of the smallest subnormal number, of which ` +
    `${subnormal.error.toFixed(3)} was found (${place(subnormal)}).`,
    `Correctly rounded, and so are their derivatives: ${
      exact.map(({ id }) => `\`${id}\``).join(", ")
    }.`,
  ];
}

function largest(all: readonly Measurement[], region: Region): Worst & Measurement {
  return all.flatMap((one) => one.worst[region] ? [{ ...one, ...one.worst[region] }] : [])
    .reduce((a, b) => b.error > a.error ? b : a);
}

function place({ id, order, x }: Worst & Measurement): string {
  return `\`${id}\`${orders[order].slice(1)} at ${short(x)}`;
}

function amount(ulp: number): string {
  if (ulp === 0) return "0";
  return ulp < 1000 ? ulp.toPrecision(3) : power(ulp.toExponential(1));
}

function short(x: number): string {
  const size = Math.abs(x);
  const text = x === 0 || (size >= 1e-3 && size < 1e5)
    ? `${Number(x.toPrecision(4))}`
    : power(x.toExponential(1));
  return text.replaceAll("-", "−");
}

/** 1.5e+8 as 1.5e8. */
function power(text: string): string {
  return text.replace("e+", "e");
}
