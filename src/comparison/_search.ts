// Places found to the last bit by plain halving: slow per call, but it cannot miss.

/** Where `g` changes sign between `a` and `b`, where its signs differ, to neighbouring doubles. */
export function bisect(g: (x: number) => number, a: number, b: number): number {
  const rising = g(b) > 0;
  for (;;) {
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) break;
    const y = g(middle);
    if (y === 0) return middle;
    if (y > 0 === rising) b = middle;
    else a = middle;
  }
  return Math.abs(g(a)) <= Math.abs(g(b)) ? a : b;
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Where `g` is largest between `a` and `b`, if it has one maximum there: to half the digits. */
export function maximise(g: (x: number) => number, a: number, b: number): number {
  let [p, q] = [b - golden * (b - a), a + golden * (b - a)];
  let [gp, gq] = [g(p), g(q)];
  for (let i = 0; i < 80 && p < q; i++) {
    if (gp >= gq) {
      [b, q, gq] = [q, p, gp];
      p = b - golden * (b - a);
      gp = g(p);
    } else {
      [a, p, gp] = [p, q, gq];
      q = a + golden * (b - a);
      gq = g(q);
    }
  }
  return gp >= gq ? p : q;
}
