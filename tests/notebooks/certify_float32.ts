/**
 * Writes notebooks/certificates/gelu_exp2_relative.json: the exported code of geluExp2Relative
 * against gelu at every finite float32, 4,278,190,080 inputs. It takes ten to thirty minutes on two
 * cores; stopped and started again, it goes on where it was.
 *
 *     deno run -A tests/notebooks/certify_float32.ts
 */

import { gelu } from "../../src/activations/gelu.ts";
import { exportCode } from "../../src/approximation/code/export_code.ts";
import { coefficients } from "../../src/approximation/_gelu_exp2_coefficients.ts";
import { exp2Tail } from "../../src/approximation/families/exp2_tail.ts";
import type { Certificate } from "../../src/comparison/certificate.ts";
import { countDifferences } from "../../src/comparison/count_differences.ts";

/** Where the certificate goes. */
export const path: URL = new URL(
  "../../notebooks/certificates/gelu_exp2_relative.json",
  import.meta.url,
);

/** The exported code as a module, which a worker can load. */
export function exportedModule(): { module: string; export: string } {
  const approximation = {
    family: exp2Tail({ degree: 9, smooth: true }),
    parameters: coefficients.relative,
  };
  const name = "geluExp2Relative";
  const code = exportCode(approximation, { language: "typescript", name });
  return { module: `data:text/typescript,${encodeURIComponent(code)}`, export: name };
}

/** The certificate as text, a row of the lists on each line. */
export function written(certificate: Certificate): string {
  const fields = Object.entries(certificate).map(([key, value]) => {
    if (!Array.isArray(value)) return `  "${key}": ${JSON.stringify(value)}`;
    const rows = value.map((row) => `    ${JSON.stringify(row)}`);
    return `  "${key}": [\n${rows.join(",\n")}\n  ]`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** What an earlier run has left. */
async function before(): Promise<Certificate | undefined> {
  try {
    const certificate: Certificate = JSON.parse(await Deno.readTextFile(path));
    return certificate.complete ? undefined : certificate;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

if (import.meta.main) {
  let pieces = 0;
  const certificate = await countDifferences(gelu, exportedModule(), {
    format: "float32",
    resume: await before(),
    onProgress: ({ done, total, partial }) => {
      if (++pieces % 64 > 0) return;
      Deno.writeTextFileSync(path, written(partial));
      console.error(`${(100 * done / total).toFixed(1)} % of ${total}`);
    },
  });
  await Deno.writeTextFile(path, written(certificate));
}
