/** Draws the README's picture. Run it to write the file: `deno run -A tests/readme/picture.ts`. */

import { beside, type Chart, errorChart, plot } from "@actbook/actbook";
import { gelu, geluSigmoid, geluTanh, mish, relu, silu } from "@actbook/actbook";

/** Where the picture is. */
export const file = new URL("../../notebooks/overview.svg", import.meta.url);

const size = { width: 330, height: 230 } as const;

/** The article's rectifiers, and how far its two approximations of GELU are off. */
export function picture(): Chart {
  const family = [relu, gelu, silu, mish];
  const errors = [geluTanh, geluSigmoid].map((approximation) => ({
    title: approximation.title,
    f: (x: number) => approximation(x) - gelu(x),
  }));
  return beside([
    plot(family, { title: "Four rectifiers", domain: [-5, 2.5], ...size }),
    errorChart(errors, { title: "Two approximations of GELU", domain: [-6, 6], ...size }),
  ]);
}

if (import.meta.main) await picture().save(file.pathname);
