/**
 * How many instructions kernels take, read from the modules as they are shipped, and the page that says
 * so: `deno run -A tests/bench/instructions.ts`
 *
 * @module
 */

import { table } from "@actbook/actbook";
import { MODULES } from "../../src/arrays/kernels/_modules.ts";
import { writeBlock } from "../_page.ts";

/** What a loop does for a vector of 128 bits, by what a processor does it with. */
export interface Counts {
  /** Multiplications, additions and comparisons of floating-point numbers, and conversions. */
  readonly arithmetic: number;
  readonly divisions: number;
  /** Masks, shifts, shuffles, whole numbers. */
  readonly bits: number;
  readonly memory: number;
}

const PREFIX = 0xfd, LOOP = 0x03, IF = 0x04, END = 0x0b, I32_STORE = 0x36, CODE = 10;
const LOAD = 0x00, STORE = 0x0b, CONST = 0x0c, SHUFFLE = 0x0d, LANE = 0x21;
/** Of float32 and doubles, and square roots. */
const divisions = [0xe3, 0xe7, 0xef, 0xf3];
/** Instructions with a whole number behind them: blocks, branches, locals, constants, stores. */
const takesNumber = [0x02, LOOP, IF, 0x0d, 0x20, 0x21, 0x22, I32_STORE, 0x41];

/**
 * Counts the instructions in the loop of a module, for one of the vectors that it does abreast; what is
 * listed in doubt is so rare that it does not count.
 */
export function countsOf(name: string): Counts {
  const code = new Reader(Uint8Array.from(atob(MODULES[name]), (text) => text.charCodeAt(0)));
  code.toInstructions();
  const counts = { arithmetic: 0, divisions: 0, bits: 0, memory: 0 };
  let inLoop = false, vectors = 0;
  const each = () =>
    Object.fromEntries(Object.entries(counts).map(([kind, n]) => [kind, n / vectors]));
  for (let depth = 0;;) {
    const instruction = code.byte();
    if (instruction === LOOP) inLoop = true;
    if (instruction === IF) depth++;
    if (instruction === END && inLoop && depth-- === 0) return each() as unknown as Counts;
    if (instruction === PREFIX) {
      const vector = code.number();
      if (vector === LOAD || vector === STORE) code.number(), code.number();
      if (vector === CONST || vector === SHUFFLE) code.at += 16;
      if (vector === LANE) code.at++;
      if (inLoop && depth === 0) counts[kindOf(vector)]++;
      if (inLoop && vector === STORE) vectors++;
    } else if (takesNumber.includes(instruction)) {
      code.number();
      if (instruction === I32_STORE) code.number();
    }
  }
}

function kindOf(vector: number): keyof Counts {
  if (vector === LOAD || vector === STORE) return "memory";
  if (divisions.includes(vector)) return "divisions";
  const arithmetic = vector >= 0x41 && vector <= 0x4c || vector >= 0x5e && vector <= 0x5f ||
    vector >= 0xe0 && vector <= 0xf7;
  return arithmetic ? "arithmetic" : "bits";
}

/** Reads a module. */
class Reader {
  /** After the eight bytes that every module begins with. */
  at = 8;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++];
  }

  /** A whole number, seven bits a byte. */
  number(): number {
    for (let value = 0, unit = 1;; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  /** Goes on to the instructions of the only function, behind its locals. */
  toInstructions(): void {
    for (;;) {
      const section = this.byte();
      const length = this.number();
      if (section === CODE) break;
      this.at += length;
    }
    // How many functions, and how long the first is.
    this.number();
    this.number();
    for (let left = this.number(); left > 0; left--) {
      this.number();
      this.byte();
    }
  }
}

/** Vector instructions a cycle that processors of the last ten years start, at most. */
const WIDTH = 3;

/** The functions in the table. */
const shown = [
  "relu",
  "exponential",
  "sigmoid",
  "silu",
  "tanh",
  "gelu",
  "geluTanh",
  "mish",
  "softplus",
  "elu",
  "selu",
  "softsign",
  "hardSwish",
  "squareplus",
];

/** Instructions for four numbers, and the fewest cycles for one. */
export function instructionsTable(): string {
  const row = (accuracy: string) => (id: string) => {
    const name = `${id}0 ${accuracy}`;
    const counts = countsOf(name in MODULES ? name : `${id}0 fast`);
    const { arithmetic, divisions, bits } = counts;
    const cycles = (arithmetic + divisions + bits) / WIDTH / 4;
    return { function: id, ...counts, "cycles a number, at least": cycles.toFixed(1) };
  };
  const tables = ["nearest", "fast"].map((accuracy) =>
    `\`"${accuracy}"\`, vector instructions for four numbers:\n\n` +
    table(shown.map(row(accuracy))).markdown().trim()
  );
  return [
    "Counted in the modules as they are shipped. A processor of today starts three vector instructions a " +
    "cycle at most, of them two multiplications; conversions between float32 and doubles count as two " +
    'and more. `"nearest"` works on doubles, two at a time. PyTorch\'s AVX-512 does sixteen float32 ' +
    "with one instruction, and multiplies and adds with the same one, which 128-bit WebAssembly may not " +
    "where bits have to be the same on every machine.",
    ...tables,
  ].join("\n\n");
}

/** Where the tables stand. */
export const page: URL = new URL("arrays.md", import.meta.url);

if (import.meta.main) await writeBlock(page, "instructions", instructionsTable());
