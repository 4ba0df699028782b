/**
 * Constants and conversion in fixed point: a number v stands as the integer round(v·2^bits). Used
 * to evaluate exact expressions that cancel, to as many digits as it takes.
 *
 * @module
 */

/** The largest integer whose square is at most `n`, by Newton's method from above. */
export function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  root += 1n;
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** arctan(1/n)·2^bits by its Taylor series. */
function arctanOfInverse(n: bigint, bits: bigint): bigint {
  let power = (1n << bits) / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= -n * n;
    sum += power / k;
  }
  return sum;
}

/** π·2^bits by Machin's formula π/4 = 4 arctan(1/5) − arctan(1/239), right to the last bit or two. */
export function pi(bits: bigint): bigint {
  const guard = bits + 16n;
  return 4n * (4n * arctanOfInverse(5n, guard) - arctanOfInverse(239n, guard)) >> 16n;
}

/** The double nearest to n/2^bits, if it is a normal one. */
export function toDouble(n: bigint, bits: bigint): number {
  const magnitude = n < 0n ? -n : n;
  const surplus = BigInt(Math.max(0, magnitude.toString(2).length - 80));
  const double = Number(magnitude >> surplus) * 2 ** Number(surplus - bits);
  return n < 0n ? -double : double;
}
