/**
 * LaTeX of sums of q·√2ʲ·√πᵏ.
 *
 * @module
 */

import type { Term } from "./term.ts";
import { gcd } from "./_gcd.ts";

/** What is printed before the bracket, by power of √2 and parity of the power of √π. */
const roots: Record<string, string> = {
  "0,0": "",
  "1,0": "\\sqrt{2}",
  "0,1": "", // its 1/√π goes below the fraction bar
  "1,1": "\\sqrt{\\frac{2}{\\pi}}",
};

/** The sum in LaTeX: for each irrational root a fraction of polynomials in π. */
export function texOfTerms(terms: readonly Term[]): string {
  if (terms.length === 0) return "0";
  const groups = Map.groupBy(terms, (term) => `${term.rootTwo},${Math.abs(term.rootPi % 2)}`);
  const parts = [...groups].map(([root, group]) =>
    product(roots[root], fraction(group, root === "0,1" ? "\\sqrt{\\pi}" : ""))
  );
  return parts.reduce((sum, part) => part.startsWith("-") ? sum + part : `${sum}+${part}`);
}

/** `root·rest`, where a rest of ±1 is not printed. */
function product(root: string, rest: string): string {
  if (root === "" || rest === "0") return rest;
  if (rest === "1") return root;
  if (rest === "-1") return `-${root}`;
  if (rest.startsWith("-")) return `-${root}${rest.slice(1)}`;
  return root + rest;
}

/** The group without its root, over a common denominator: an integer polynomial in π by n·πᵏ·root. */
function fraction(group: readonly Term[], rootBelow: string): string {
  // √π⁻¹ is in the root, so an odd power k leaves π^((k+1)/2)
  const powers = group.map(({ rootPi }) => Math.ceil(rootPi / 2));
  const lowest = Math.min(0, ...powers);
  const denominator = group.reduce((lcm, { factor }) => {
    const d = factor.denominator;
    return lcm / gcd(lcm, d) * d;
  }, 1n);
  const numerators = group
    .map(({ factor }, i) => ({
      power: powers[i] - lowest,
      n: factor.numerator * (denominator / factor.denominator),
    }))
    .sort((a, b) => a.power - b.power);
  const above = numerators.map(({ n, power }, i) => monomial(n, power, i > 0)).join("");
  const plain = denominator === 1n && lowest === 0 ? "" : monomial(denominator, -lowest, false);
  const below = plain + rootBelow;
  if (below === "") return numerators.length > 1 ? `\\left(${above}\\right)` : above;
  return numerators.length === 1 && above.startsWith("-")
    ? `-\\frac{${above.slice(1)}}{${below}}`
    : `\\frac{${above}}{${below}}`;
}

/** `3\pi^{2}`, with a plus sign in front where it follows another term. */
function monomial(n: bigint, power: number, follows: boolean): string {
  const sign = n < 0n ? "-" : follows ? "+" : "";
  const magnitude = n < 0n ? -n : n;
  if (power === 0) return `${sign}${magnitude}`;
  const symbol = power === 1 ? "\\pi" : `\\pi^{${power}}`;
  return `${sign}${magnitude === 1n ? "" : magnitude}${symbol}`;
}
