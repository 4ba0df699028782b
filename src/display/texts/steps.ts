import type { DerivationStep } from "./_derivation_step.ts";
import { shown } from "../../options/shown.ts";

/** What may stand between `${` and `}`. */
export type StepPart = ((x: number) => number) | number | string;

/**
 * Steps of a {@linkcode derivation} as one writes them on paper: a line for each, the relation first,
 * then LaTeX without doubled backslashes, then after a `%` the reason. On a line, `${f}` is what the
 * step says as a function, to check it by; `${0.01}` is how far an `≈` may be off; a text in `${}` is
 * more LaTeX. A line that begins with `%` has the reason of the step above it, or more of it.
 *
 * @param lines the lines of the template
 * @param parts what stands between them
 * @returns the steps
 * @throws SyntaxError if a line has no relation, or the first one has, or a line has two functions
 *
 * @example
 * ```ts
 * import { derivation, steps } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const half = (x: number) => x / 2;
 * const sine = derivation(
 *   steps`
 *     \tfrac12\sin x     ${(x) => Math.sin(x) / 2}
 *     ≈ \tfrac{x}{2}     ${half} ${1e-4}   % since $\sin x \approx x$ for small $x$
 *   `,
 *   { domain: [-0.1, 0.1] },
 * );
 * assertEquals(sine.checked, 1);
 * assertEquals(sine.steps[1].because, "since $\\sin x \\approx x$ for small $x$");
 * ```
 */
export function steps(
  lines: TemplateStringsArray,
  ...parts: readonly StepPart[]
): DerivationStep[] {
  const written: Line[] = [{ text: "", functions: [], numbers: [] }];
  lines.raw.forEach((raw, i) => {
    const [rest, ...more] = raw.split("\n");
    written.at(-1)!.text += rest;
    for (const text of more) written.push({ text, functions: [], numbers: [] });
    if (i === parts.length) return;
    const [part, line] = [parts[i], written.at(-1)!];
    if (typeof part === "function") line.functions.push(part);
    else if (typeof part === "number") line.numbers.push(part);
    else line.text += part;
  });
  const rows = written.filter(({ text }) => text.trim() !== "");
  return rows.reduce<Line[]>(joined, []).map(stepOf);
}

/** A line of the template, with what was put into it. */
interface Line {
  text: string;
  readonly functions: ((x: number) => number)[];
  readonly numbers: number[];
}

/** The lines so far and one more, which the step above takes in if it is only a reason. */
function joined(above: Line[], line: Line): Line[] {
  const reason = line.text.trim();
  if (!reason.startsWith("%") || above.length === 0) return [...above, line];
  const step = above.at(-1)!;
  const begun = /(?<!\\)%/.test(step.text);
  const text = `${step.text.trimEnd()} ${begun ? reason.slice(1).trim() : reason}`;
  const functions = [...step.functions, ...line.functions];
  return [...above.slice(0, -1), { text, functions, numbers: [...step.numbers, ...line.numbers] }];
}

const start = /^(?<relation>[=≈≤≥<>])?\s*(?<tex>(?:[^\\%]|\\.)*)(?:%\s*(?<because>.*))?$/s;

function stepOf({ text, functions, numbers }: Line, index: number): DerivationStep {
  const { relation, tex, because } = text.trim().match(start)!.groups as {
    relation?: NonNullable<DerivationStep["relation"]>;
    tex: string;
    because?: string;
  };
  if ((relation === undefined) !== (index === 0)) {
    throw new SyntaxError(
      `Cannot read step ${index + 1} as ` +
        `${index === 0 ? "the first has no relation" : "it must begin with one of = ≈ ≤ ≥ < >"}: ` +
        `current value is ${shown(text.trim())}`,
    );
  }
  if (functions.length > 1 || numbers.length > (relation === "≈" ? 1 : 0)) {
    throw new SyntaxError(
      `Cannot read step ${index + 1} as a line has one function, and one number if it has ≈: ` +
        `current value is ${shown(text.trim())}`,
    );
  }
  return {
    tex: tex.trim(),
    ...(because === undefined ? {} : { because: because.trim() }),
    ...(relation === undefined ? {} : { relation }),
    ...(functions.length === 0 ? {} : { f: functions[0] }),
    ...(numbers.length === 0 ? {} : { within: numbers[0] }),
  };
}
