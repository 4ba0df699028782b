/**
 * A WebAssembly module as bytes: functions that take numbers and share one memory.
 *
 * @module
 */

/** Value types by their codes. */
export const type = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** The name of a value type. */
export type ValueType = keyof typeof type;

/** A function of a module. */
export interface Func {
  /** The name it is exported by. */
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** Types of the locals after the parameters. */
  readonly locals: readonly ValueType[];
  /** The instructions, without the `end` of the function. */
  readonly code: readonly number[];
}

/** A whole number without sign, seven bits a byte. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(rest % 128 + (rest >= 128 ? 128 : 0));
  }
  return bytes;
}

/** A whole number with a sign, seven bits a byte. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value;;) {
    const low = rest & 127;
    rest >>= 7;
    if ((rest === 0 && low < 64) || (rest === -1 && low >= 64)) return [...bytes, low];
    bytes.push(low | 128);
  }
}

/** A module that takes its memory as `kernels.memory`, and exports its functions. */
export function moduleOf(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const signatures = functions.map(({ parameters, results }) => [
    0x60,
    ...list(parameters.map((name) => [type[name]])),
    ...list(results.map((name) => [type[name]])),
  ]);
  const kinds = [...new Set(signatures.map(String))];
  const exports = functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(kinds.map((kind) => kind.split(",").map(Number)))),
    ...section(2, list([[...text("kernels"), ...text("memory"), 2, 0, 1]])),
    ...section(3, list(signatures.map((kind) => unsigned(kinds.indexOf(String(kind)))))),
    ...section(7, list(exports)),
    ...section(10, list(functions.map(body))),
  ]);
}

function body({ locals, code }: Func): number[] {
  const declared = list(locals.map((name) => [1, type[name]]));
  const bytes = [...declared, ...code, 0x0b];
  return [...unsigned(bytes.length), ...bytes];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
}
