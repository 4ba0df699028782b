/**
 * A number with its first and second derivative over {@linkcode Real}: f′ and f″ come from the
 * formula of f alone, by the product and chain rules.
 *
 * @module
 */

import * as elementary from "./_elementary.ts";
import { Real } from "./_real.ts";

const one = Real.of(1);
const zero = Real.of(0);

/** Value, first and second derivative. */
export class Jet {
  constructor(readonly a: Real, readonly b: Real, readonly c: Real) {}

  /** The variable itself, at a double. */
  static variable(x: number): Jet {
    return new Jet(Real.of(x), one, zero);
  }

  static constant(value: number | Real): Jet {
    return new Jet(typeof value === "number" ? Real.of(value) : value, zero, zero);
  }

  /** f, f′ and f″. */
  get orders(): [Real, Real, Real] {
    return [this.a, this.b, this.c];
  }

  plus(other: Jet | number): Jet {
    const { a, b, c } = lifted(other);
    return new Jet(this.a.plus(a), this.b.plus(b), this.c.plus(c));
  }

  minus(other: Jet | number): Jet {
    return this.plus(lifted(other).negated);
  }

  get negated(): Jet {
    return new Jet(this.a.negated, this.b.negated, this.c.negated);
  }

  times(other: Jet | number | Real): Jet {
    if (!(other instanceof Jet)) {
      const k = typeof other === "number" ? Real.of(other) : other;
      return new Jet(this.a.times(k), this.b.times(k), this.c.times(k));
    }
    const { a, b, c } = other;
    return new Jet(
      this.a.times(a),
      this.a.times(b).plus(this.b.times(a)),
      this.a.times(c).plus(this.b.times(b).scaled(1)).plus(this.c.times(a)),
    );
  }

  over(other: Jet | number): Jet {
    if (typeof other === "number") {
      const k = Real.of(other);
      return new Jet(this.a.over(k), this.b.over(k), this.c.over(k));
    }
    const inverse = one.over(other.a);
    const square = inverse.times(inverse);
    return this.times(other.through(inverse, square.negated, square.times(inverse).scaled(1)));
  }

  /** g of this, from g, g′ and g″ at its value. */
  through(g: Real, g1: Real, g2: Real): Jet {
    return new Jet(
      g,
      g1.times(this.b),
      g2.times(this.b.times(this.b)).plus(g1.times(this.c)),
    );
  }
}

function lifted(value: Jet | number): Jet {
  return typeof value === "number" ? Jet.constant(value) : value;
}

/** eᵘ. */
export function exp(u: Jet): Jet {
  const e = elementary.exp(u.a);
  return u.through(e, e, e);
}

/** eᵘ − 1. */
export function expm1(u: Jet): Jet {
  const e = elementary.exp(u.a);
  return u.through(elementary.expm1(u.a), e, e);
}

/** ln(1 + u). */
export function log1p(u: Jet): Jet {
  const inverse = one.over(one.plus(u.a));
  return u.through(elementary.log1p(u.a), inverse, inverse.times(inverse).negated);
}

/** √u. */
export function sqrt(u: Jet): Jet {
  const root = u.a.root;
  const slope = one.over(root.scaled(1));
  return u.through(root, slope, slope.over(u.a.scaled(1)).negated);
}

/** sin u. */
export function sine(u: Jet): Jet {
  const [s, c] = elementary.sineAndCosine(u.a);
  return u.through(s, c, s.negated);
}

/** Φ(u). */
export function normalCdf(u: Jet): Jet {
  const density = elementary.normalDensity(u.a);
  return u.through(elementary.normalCdf(u.a), density, density.times(u.a).negated);
}
