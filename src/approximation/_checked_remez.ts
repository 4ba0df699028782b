import { checkDomain } from "../calculus/domain.ts";
import { grid } from "../calculus/grid.ts";
import type { RemezOptions } from "./_remez_options.ts";

const mostCoefficients = 60;

/** The domain, if all the input is good. */
export function checkedRemez(
  target: (x: number) => number,
  options: RemezOptions,
): [number, number] {
  const { degree, denominator = 0 } = options;
  const domain = checkDomain("approximate", options.domain);
  if (!domain.every(Number.isFinite)) {
    throw new RangeError(
      `Cannot approximate by polynomials as the domain must be bounded: ` +
        `current value is [${domain[0]}, ${domain[1]}]`,
    );
  }
  for (const [name, value] of Object.entries({ degree, denominator })) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot approximate as ${name} must be an integer >= 0: current value is ${value}`,
    );
  }
  if (degree + denominator + 1 > mostCoefficients) {
    throw new RangeError(
      `Cannot approximate as the number of coefficients must be <= ${mostCoefficients}: ` +
        `current value is ${degree + denominator + 1}`,
    );
  }
  for (const x of grid(...domain, 200)) {
    const value = target(x);
    if (Number.isFinite(value)) continue;
    throw new RangeError(
      `Cannot approximate as the target must be finite in the domain: ` +
        `current value is ${value} at ${x}`,
    );
  }
  checkWeight(options, domain);
  return domain;
}

function checkWeight({ weight }: RemezOptions, domain: readonly [number, number]): void {
  if (!weight) return;
  for (const x of grid(...domain, 200)) {
    const value = weight(x);
    if (value > 0 && value < Infinity) continue;
    throw new RangeError(
      `Cannot approximate as the weight must be finite and above 0 in the domain, so a relative ` +
        `error needs a target without zeros, or a family that has them too (fitFamily): ` +
        `current value is ${value} at ${x}`,
    );
  }
}
