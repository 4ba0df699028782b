import { checkSteps, type Sampling } from "./_check_steps.ts";
import type { DerivationStep } from "./_derivation_step.ts";
import { several } from "./_words.ts";
import { printable } from "./_printable.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import { formula } from "./formula.ts";
import { markdown } from "./markdown.ts";
import { checkList, has } from "../../options/check_list.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { translations } from "./translations.ts";

export type { DerivationStep } from "./_derivation_step.ts";

/** Where and how exactly steps are checked. */
export interface DerivationOptions {
  /** Smallest and largest x of the samples, [-3, 3] if not given. */
  readonly domain?: readonly [number, number];
  /** How many samples, 40 if not given; the same ones each time. */
  readonly count?: number;
  /** Relative difference that rounding may make, 1e-9 if not given; none with "<" and ">". */
  readonly tolerance?: number;
}

const derivationOptions: Known<DerivationOptions> = {
  domain: kinds.interval,
  count: kinds.number,
  tolerance: kinds.number,
};

/** Steps with their reasons, checked; `show` puts below them how many were. */
export interface Derivation extends Displayable {
  /** The steps, as given. */
  readonly steps: readonly DerivationStep[];
  /** How many steps were checked against the one before. */
  readonly checked: number;
  /** The whole in LaTeX. */
  readonly tex: string;
  /** The output in every format. */
  bundle(): Bundle;
}

const relations = { "=": "=", "≈": "\\approx", "≤": "\\le", "≥": "\\ge", "<": "\\lt", ">": "\\gt" };

/**
 * A derivation, step by step, aligned and with reasons. Steps that are given as functions too are
 * compared with the step before at sampled points: one that does not hold is an error, not an output.
 *
 * @param steps the steps; the first is what is derived from
 * @param options where the steps are checked, and how exactly
 * @returns what shows the derivation
 * @throws Error if a step does not hold, or cannot be checked as nothing is finite
 * @throws TypeError if there is no step, or a step has "≈" and a function but no `within`
 *
 * @example
 * ```ts
 * import { derivation } from "@actbook/actbook";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const square = (x: number) => (x + 1) ** 2;
 * const steps = derivation([
 *   { tex: "(x+1)^2", f: square },
 *   { tex: "x^2 + 2x + 1", because: "multiplied out", f: (x) => x * x + 2 * x + 1 },
 * ]);
 * assertEquals(steps.checked, 1);
 *
 * const wrong = { tex: "x^2 + 1", because: "wishful thinking", f: (x: number) => x * x + 1 };
 * assertThrows(() => derivation([{ tex: "(x+1)^2", f: square }, wrong]), Error, "step 2");
 * ```
 */
export function derivation(
  steps: readonly DerivationStep[],
  options: DerivationOptions = {},
): Derivation {
  checkOptions("derive", options, derivationOptions);
  checkList("derive", steps, "steps with { tex }", (one) => has(one, "tex"));
  if (steps.length === 0) throw new TypeError("Cannot derive as there must be at least one step");
  const sampling: Sampling = { domain: [-3, 3], count: 40, tolerance: 1e-9, ...options };
  const checked = checkSteps(steps, sampling);
  const lines = steps.map(({ tex, because, relation = "=" }, i) => {
    const right = i === 0 ? `& ${tex}` : `& ${relations[relation]} ${tex}`;
    return because === undefined ? right : `${right} && ${reason(because)}`;
  });
  const tex = `\\begin{aligned}\n${lines.join(" \\\\\n")}\n\\end{aligned}`;
  const [low, high] = sampling.domain;
  const note = checked === 0 ? "" : translations.of(
    `${checked} of ${several(steps.length - 1, "step")} checked at ${sampling.count} points ` +
      `of [${low}, ${high}]`,
  );
  const plain = steps.map(({ tex, because, relation = "=" }, i) =>
    `${i === 0 ? " " : relation} ${tex}${
      because === undefined ? "" : `    (${printable(translations.of(because))})`
    }`
  );
  const typeset = formula(tex);
  const self: Derivation = {
    steps,
    checked,
    tex,
    ...(note ? { parts: [typeset, markdown(`*${note}*`)] } : {}),
    bundle: () => ({
      ...typeset.bundle(),
      [mime.plain]: [...plain, ...(note ? [`(${note})`] : [])].join("\n"),
    }),
    [displaySymbol]: () => self.bundle(),
  };
  return self;
}

/** A reason within a formula: text, with the mathematics between dollar signs out of it. */
function reason(because: string): string {
  return printable(translations.of(because)).split("$")
    .map((part, i) => i % 2 === 1 ? part : part === "" ? "" : `\\text{${plainTex(part)}}`)
    .join("");
}

/** What LaTeX would read as a command, as itself. */
function plainTex(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\{}&%#_^~<>]/g, (character) => special[character]);
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\backslash ",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  "_": "\\_",
  "^": "\\hat{}",
  "~": "\\sim ",
  "<": "}\\lt\\text{",
  ">": "}\\gt\\text{",
};
