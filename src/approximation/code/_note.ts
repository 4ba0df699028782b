import type { Cost } from "../../calculus/cost.ts";
import type { RealFunction } from "../../calculus/real_function.ts";
import { compileRounded } from "./_compile_rounded.ts";
import type { Expression } from "../expression.ts";
import type { CodeFormat } from "./languages/_language.ts";
import { operationsIn } from "./_limits.ts";

/** What the text above a function is made of. */
export interface Noted {
  readonly title: string;
  readonly error?: number;
  readonly domain?: readonly [number, number];
  readonly criterion?: unknown;
  readonly target?: RealFunction;
  readonly remarks?: readonly string[];
  readonly cost: Cost;
}

/** How many inputs the error in the format is measured at. */
const SAMPLES = 4097;
/** Beyond it an infinite domain is not sampled. */
const REACH = 12;

/** What is said above the function: error, domain, operations, and how to check it. */
export function noteOf(noted: Noted, lowered: Expression, format: CodeFormat): string[] {
  const { title, error, domain, criterion, target, remarks = [], cost } = noted;
  const lines = [`${harmless(title)}.`];
  if (error !== undefined && domain) {
    const what = criterion === undefined
      ? "largest"
      : typeof criterion === "string"
      ? criterion
      : "weighted";
    lines.push(`Error (${what}) ${error.toPrecision(3)} on [${domain[0]}, ${domain[1]}].`);
  }
  lines.push(...remarks.map(harmless));
  if (target && domain) {
    const { largest, x, from, to } = errorIn(lowered, target, domain, format);
    lines.push(
      `In ${format} arithmetic ${largest.toPrecision(3)} at ${
        Number(x.toPrecision(6))
      }, the largest ` +
        `of ${SAMPLES} inputs of [${from}, ${to}].`,
    );
  }
  const { multiplyAdds, exps, divisions, lookups = 0 } = cost;
  const reads = lookups > 0 ? `, ${lookups} numbers read from tables` : "";
  lines.push(
    `Operations: ${counted(multiplyAdds, "multiply-add")}, ${counted(exps, "exponential")}, ${
      counted(divisions, "division")
    }${reads}.`,
  );
  if (target) {
    lines.push(`To check it: inArithmetic(fit, { format: "${format}" }), then compare or certify.`);
  }
  return lines;
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? "" : "s"}`;

/** In one line, and without what would end a comment. */
function harmless(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("*/", "* /").replaceAll('"'.repeat(3), "'")
    .replaceAll("\\", "/");
}

function errorIn(
  lowered: Expression,
  target: RealFunction,
  domain: readonly [number, number],
  format: CodeFormat,
) {
  const [from, to] = [Math.max(domain[0], -REACH), Math.min(domain[1], REACH)];
  const operations = operationsIn(format);
  const computed = compileRounded(lowered, operations, false);
  let [largest, x] = [0, from];
  for (let k = 0; k < SAMPLES; k++) {
    const at = operations.round(from + (to - from) * k / (SAMPLES - 1));
    const error = Math.abs(computed(at) - target(at));
    if (error > largest) [largest, x] = [error, at];
  }
  return { largest, x, from, to };
}
