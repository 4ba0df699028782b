/** The values of tests/special/values.txt, and errors against them. */

/** f(x) = hi + lo·ulp(hi), where |lo| is at most a half. */
export interface Value {
  readonly x: number;
  readonly hi: number;
  readonly lo: number;
}

/** The values of each function by name, x rising. */
export const values: ReadonlyMap<string, readonly Value[]> = read(
  await Deno.readTextFile(new URL("values.txt", import.meta.url)),
);

function read(text: string): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const section of text.split("\n# ").slice(1)) {
    const [name, ...lines] = section.trimEnd().split("\n");
    found.set(
      name,
      lines.map((line) => {
        const [x, hi, lo] = line.split(" ").map(Number);
        return { x, hi, lo: lo / 2 ** 26 };
      }),
    );
  }
  return found;
}

/** The distance from |x| to the next double away from 0: 2⁻¹⁰⁷⁴ where x is subnormal. */
export function ulp(x: number): number {
  const size = Math.abs(x);
  let exponent = Math.max(Math.floor(Math.log2(size)), -1022);
  if (2 ** exponent > size && exponent > -1022) exponent--;
  else if (2 ** (exponent + 1) <= size) exponent++;
  return 2 ** Math.max(exponent - 52, -1074);
}

/** The error of `actual + low` in units in the last place of the value. */
export function ulpError(actual: number, value: Value, low = 0): number {
  const unit = ulp(value.hi);
  return Math.abs((actual - value.hi) / unit + (low / unit - value.lo));
}
