import type { Activation } from "../../activations/activation.ts";
import { numberText, tableHtml } from "../_html.ts";

const inputs = [-Infinity, -Number.MAX_VALUE, -0, 0, Number.MAX_VALUE, Infinity, NaN];

/** How −0, NaN, the infinite and the largest numbers come out. */
export function specialInputsPart(f: Activation): string {
  const rows = ([["f", f], ["f′", f.derivative], ["f″", f.derivative.derivative]] as const)
    .map(([name, g]) => [`<i>${name}</i>`, ...inputs.map((x) => numberText(g(x), 6))]);
  return tableHtml(["", ...inputs.map((x) => numberText(x, 6))], rows, {
    caption: "Special inputs",
    className: "numbers",
  });
}
