import * as op from "./_instructions.ts";
import { isConstant, Lanes } from "./_lanes.ts";
import { type Func, signed, unsigned, type ValueType } from "./_wasm.ts";

/** Where the number of bytes is. */
const LENGTH = 0;

/** The variables and the code of a function under construction. */
export class Frame {
  readonly x: Lanes;
  readonly given: Lanes[];
  /** What is done before the loop. */
  readonly before: number[] = [];
  /** What is done in it. */
  readonly code: number[] = [];
  private readonly set = new Map<Lanes | string, number>();
  private readonly locals: ValueType[];
  private readonly parameters: number;
  private uses = new Map<Lanes, number>();

  constructor(lane: "f32" | "f64", parameters: number, locals: readonly ValueType[]) {
    this.parameters = parameters;
    this.locals = [...locals];
    this.x = new Lanes(lane, "x");
    this.given = Array.from({ length: parameters }, (_, k) => new Lanes("f64", `parameter ${k}`));
    this.set.set("x", this.local());
    this.given.forEach(({ code }, k) => {
      const place = this.local();
      this.set.set(code as string, place);
      this.before.push(op.GET, k + 1, op.PREFIX, op.SPLAT_F64, op.SET, place);
    });
  }

  /** A new variable for a vector. */
  local(): number {
    return this.parameters + this.locals.push("v128");
  }

  /** Counts how often values are used, and sets constants: an engine would build them anew in a loop. */
  prepare(results: readonly Lanes[]): void {
    this.uses = countUses(results);
    const constants = new Map<string, number>();
    for (const node of this.uses.keys()) {
      if (!isConstant(node)) continue;
      const key = String(node.immediate);
      if (!constants.has(key)) {
        constants.set(key, this.local());
        this.before.push(op.PREFIX, ...unsigned(node.code as number), ...node.immediate);
        this.before.push(op.SET, ...unsigned(constants.get(key)!));
      }
      this.set.set(node, constants.get(key)!);
    }
  }

  /** Loads the vector at a place, or so many bytes farther on. */
  load(place: number, { code }: Lanes = this.x, offset = 0): void {
    const name = code as string;
    if (!this.set.has(name)) this.set.set(name, this.local());
    const local = unsigned(this.set.get(name)!);
    this.code.push(
      op.GET,
      place,
      op.PREFIX,
      op.LOAD,
      op.ALIGN_16,
      ...unsigned(offset),
      op.SET,
      ...local,
    );
  }

  /** Computes a value, or fetches it. */
  push(node: Lanes): void {
    const known = this.set.get(typeof node.code === "string" ? node.code : node);
    if (known !== undefined) {
      this.code.push(op.GET, ...unsigned(known));
      return;
    }
    this.instruct(node);
    if (this.uses.get(node)! > 1) {
      const place = this.local();
      this.set.set(node, place);
      this.code.push(op.TEE, ...unsigned(place));
    }
  }

  /** Computes a value that is used later. */
  compute(node: Lanes): void {
    this.instruct(node);
    const place = this.local();
    this.set.set(node, place);
    this.code.push(op.SET, ...unsigned(place));
  }

  private instruct(node: Lanes): void {
    node.operands.forEach((operand) => this.push(operand));
    if (node.count !== undefined) this.code.push(op.I32_CONST, ...signed(node.count));
    this.code.push(op.PREFIX, ...unsigned(node.code as number), ...node.immediate);
  }

  /** Stores the value on the stack, whose address is below it, or so many bytes farther on. */
  store(offset = 0): void {
    this.code.push(op.PREFIX, op.STORE, op.ALIGN_16, ...unsigned(offset));
  }

  /** Where a mask on the stack has bits set, lists the vector at a place with the lanes that it names. */
  list(listed: number, place: number, offset = 0): void {
    const mask = unsigned(this.local());
    this.code.push(op.TEE, ...mask, op.PREFIX, op.ANY_TRUE, op.IF, op.VOID);
    this.code.push(op.GET, listed, op.GET, place, op.GET, ...mask);
    this.code.push(op.PREFIX, ...unsigned(op.BITMASK), op.I32_OR);
    if (offset) this.code.push(op.I32_CONST, ...signed(offset), op.I32_OR);
    this.code.push(op.I32_STORE, 2, 0);
    this.code.push(op.GET, listed, op.I32_CONST, 4, op.I32_ADD, op.SET, listed, op.END);
  }

  /** The function: a loop over places, unless there are none, so many bytes each. */
  func(
    name: string,
    place: number,
    start: readonly number[],
    result: ValueType,
    end: readonly number[],
    bytes = 16,
  ): Func {
    const next = [
      op.GET,
      place,
      op.I32_CONST,
      ...signed(bytes),
      op.I32_ADD,
      op.TEE,
      place,
      op.GET,
      LENGTH,
      op.I32_LT,
      op.BRANCH_IF,
      0,
    ];
    return {
      name,
      parameters: ["i32", ...this.given.map((): ValueType => "f64")],
      results: [result],
      locals: this.locals,
      code: [
        ...start,
        ...this.before,
        ...[op.BLOCK, op.VOID, op.GET, LENGTH, op.EQZ, op.BRANCH_IF, 0],
        ...[op.LOOP, op.VOID, ...this.code, ...next, op.END, op.END],
        ...end,
      ],
    };
  }
}

/** How often each value is used. */
function countUses(results: readonly Lanes[]): Map<Lanes, number> {
  const uses = new Map<Lanes, number>();
  const visit = (node: Lanes) => {
    uses.set(node, (uses.get(node) ?? 0) + 1);
    if (uses.get(node) === 1) node.operands.forEach(visit);
  };
  results.forEach(visit);
  return uses;
}
