/**
 * What was found of the kernels as a page, `certificate.md`, made of `certificate.json`:
 * `deno run -A tests/arrays/kernels/certificate_page.ts`
 *
 * @module
 */

import { table } from "@actbook/actbook";
import { ALL, type Certificate, certificate } from "./sweep.ts";

/** Where it is kept. */
export const page: URL = new URL("./certificate.md", import.meta.url);

/** Functions and derivatives, one a row. */
export function certificatePage(found: Certificate): string {
  const wrong = Object.values(found).reduce((sum, { wrong }) => sum + wrong, 0);
  const rows = Object.entries(found).map(([name, { checked, wrong, close, nearest, fast }]) => ({
    function: name.slice(0, -1) + ["", "′", "″"][Number(name.slice(-1))],
    inputs: checked === ALL ? "all 2³²" : `${checked}`,
    wrong,
    "beyond doubles": close,
    "nearest to a tie, ulp": nearest ? `2^${nearest.exponent} at ${nearest.x}` : "–",
    "fast, ulp": fast.ulps,
  }));
  return `# What the kernels give

Made by \`certificate_page.ts\` of \`certificate.json\`, which \`sweep.ts\` writes; how, it says.

With "nearest" every result is to be the float32 nearest to the exact value: ${rows.length} functions and
derivatives are compared at as many inputs as their row says; wrong results: ${wrong}. "Beyond doubles" is at how
many inputs, farther than 2⁻²⁴ from 0, the double of the catalogue cannot say which float32 is nearest. The last
column says how far "fast" is from "nearest" at most.

${table(rows).markdown().trim()}
`;
}

if (import.meta.main) {
  const found: Certificate = JSON.parse(await Deno.readTextFile(certificate));
  await Deno.writeTextFile(page, certificatePage(found));
  await new Deno.Command(Deno.execPath(), { args: ["fmt", "-q", page.pathname] }).output();
}
