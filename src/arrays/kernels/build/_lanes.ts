/**
 * Vectors of numbers as expressions: a value that is used twice is computed once.
 *
 * @module
 */

/** What the lanes of a vector are. */
export type Lane = "f32" | "f64" | "i32" | "i64";

/** Codes of the vector instructions in use, after their prefix. */
const codes = {
  f32: {
    splat: 0x13,
    ...{ eq: 0x41, ne: 0x42, lt: 0x43, gt: 0x44, le: 0x45, ge: 0x46 },
    ...{ abs: 0xe0, neg: 0xe1, sqrt: 0xe3, add: 0xe4, sub: 0xe5, mul: 0xe6, div: 0xe7 },
    ...{ pmin: 0xea, pmax: 0xeb },
  },
  f64: {
    splat: 0x14,
    ...{ eq: 0x47, ne: 0x48, lt: 0x49, gt: 0x4a, le: 0x4b, ge: 0x4c },
    ...{ abs: 0xec, neg: 0xed, sqrt: 0xef, add: 0xf0, sub: 0xf1, mul: 0xf2, div: 0xf3 },
    ...{ pmin: 0xf6, pmax: 0xf7 },
  },
  i32: { splat: 0x11, ne: 0x38, gt: 0x3b, shl: 0xab, shr: 0xac, add: 0xae, sub: 0xb1 },
  i64: { splat: 0x12, shl: 0xcb, add: 0xce },
} as const;

const NOT = 0x4d, AND = 0x4e, ANDNOT = 0x4f, OR = 0x50, XOR = 0x51, SELECT = 0x52;
const CONVERT = 0xfa;
const DEMOTE = 0x5e, PROMOTE = 0x5f, SHUFFLE = 0x0d, CONST = 0x0c;

/** A vector of 128 bits: an instruction and its operands. */
export class Lanes {
  constructor(
    readonly lane: Lane,
    /** The instruction, or the name of a local that is set before. */
    readonly code: number | string,
    readonly operands: readonly Lanes[] = [],
    /** Bytes after the instruction. */
    readonly immediate: readonly number[] = [],
    /** A whole number that goes on the stack after the operands, for shifts. */
    readonly count?: number,
  ) {}

  private two(name: string, other: Lanes): Lanes {
    const code = (codes[this.lane] as Readonly<Record<string, number>>)[name];
    if (code === undefined || other.lane !== this.lane) {
      throw new TypeError(`Cannot ${name} ${this.lane} and ${other.lane}`);
    }
    return new Lanes(this.lane, code, [this, other]);
  }

  private one(name: "abs" | "neg" | "sqrt"): Lanes {
    return new Lanes(this.lane, codes[this.lane as "f32"][name], [this]);
  }

  plus(other: Lanes): Lanes {
    return this.two("add", other);
  }

  minus(other: Lanes): Lanes {
    return this.two("sub", other);
  }

  times(other: Lanes): Lanes {
    return this.two("mul", other);
  }

  over(other: Lanes): Lanes {
    return this.two("div", other);
  }

  /** The smaller, `other` where this is NaN: the single instruction of most processors. */
  least(other: Lanes): Lanes {
    return other.two("pmin", this);
  }

  /** The larger, `other` where this is NaN. */
  greatest(other: Lanes): Lanes {
    return other.two("pmax", this);
  }

  get magnitude(): Lanes {
    return this.one("abs");
  }

  get negated(): Lanes {
    return this.one("neg");
  }

  get root(): Lanes {
    return this.one("sqrt");
  }

  /** All bits set in the lanes where it holds. */
  is(relation: "eq" | "ne" | "lt" | "gt" | "le" | "ge", other: Lanes): Lanes {
    return this.two(relation, other);
  }

  /** This where a mask is set, `other` elsewhere. */
  where(mask: Lanes, other: Lanes): Lanes {
    return new Lanes(this.lane, SELECT, [this, other, mask]);
  }

  and(other: Lanes): Lanes {
    return new Lanes(this.lane, AND, [this, other]);
  }

  or(other: Lanes): Lanes {
    return new Lanes(this.lane, OR, [this, other]);
  }

  xor(other: Lanes): Lanes {
    return new Lanes(this.lane, XOR, [this, other]);
  }

  andNot(other: Lanes): Lanes {
    return new Lanes(this.lane, ANDNOT, [this, other]);
  }

  get not(): Lanes {
    return new Lanes(this.lane, NOT, [this]);
  }

  /** The same bits as lanes of another kind. */
  as(lane: Lane): Lanes {
    return new Lanes(lane, this.code, this.operands, this.immediate, this.count);
  }

  /** Whole numbers: shifted to the left. */
  shifted(bits: number): Lanes {
    return new Lanes(this.lane, codes[this.lane as "i32"].shl, [this], [], bits);
  }

  /** Whole numbers with a sign: shifted to the right. */
  shiftedRight(bits: number): Lanes {
    return new Lanes(this.lane, codes[this.lane as "i32"].shr, [this], [], bits);
  }

  /** Bytes of this (0 to 15) and of another (16 to 31) in any order. */
  shuffled(other: Lanes, bytes: readonly number[]): Lanes {
    return new Lanes(this.lane, SHUFFLE, [this, other], bytes);
  }

  /** The lower two of four singles, and the upper two, as doubles. */
  get halves(): [Lanes, Lanes] {
    const upper = this.shuffled(this, range(8, 8, 8));
    return [new Lanes("f64", PROMOTE, [this]), new Lanes("f64", PROMOTE, [upper])];
  }

  /** Whole numbers, each rounded to a single. */
  get converted(): Lanes {
    return new Lanes("f32", CONVERT, [this]);
  }

  /** Two pairs of doubles, each rounded to a single. */
  static joined(low: Lanes, high: Lanes): Lanes {
    const [a, b] = [low, high].map((half) => new Lanes("f32", DEMOTE, [half]));
    return a.shuffled(b, range(0, 16, 8));
  }

  /** The lower words of two pairs of 64-bit lanes. */
  static lowWords(low: Lanes, high: Lanes): Lanes {
    const bytes = [0, 8, 16, 24].flatMap((first) => [0, 1, 2, 3].map((k) => first + k));
    return low.as("i32").shuffled(high.as("i32"), bytes);
  }

  /** The same number in every lane. */
  static constant(lane: "f32" | "f64", value: number): Lanes {
    const lanes = lane === "f32"
      ? new Float32Array(4).fill(value)
      : new Float64Array(2).fill(value);
    return new Lanes(lane, CONST, [], [...new Uint8Array(lanes.buffer)]);
  }

  /** The same whole number in every lane. */
  static whole(value: number): Lanes {
    return new Lanes("i32", CONST, [], [...new Uint8Array(new Int32Array(4).fill(value).buffer)]);
  }
}

/** `count` numbers from the first on, then as many from the second on. */
function range(first: number, second: number, count: number): number[] {
  return [first, second].flatMap((start) => Array.from({ length: count }, (_, k) => start + k));
}

/** Whether an instruction is a constant. */
export function isConstant({ code }: Lanes): boolean {
  return code === CONST;
}
