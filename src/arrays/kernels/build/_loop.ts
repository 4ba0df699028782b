import { LIST } from "../_layout.ts";
import { isConstant, Lanes } from "./_lanes.ts";
import { type Func, signed, unsigned, type ValueType } from "./_wasm.ts";

/** What a kernel does to one vector. */
export interface Step {
  /** Four singles, or two doubles, in their place. */
  readonly result: Lanes;
  /** Bits set where one of four singles is to be settled elsewhere. */
  readonly doubt?: Lanes;
}

const PREFIX = 0xfd, LOAD = 0x00, STORE = 0x0b, ANY_TRUE = 0x53, BITMASK = 0xa4;
const BLOCK = 0x02, LOOP = 0x03, IF = 0x04, END = 0x0b, BRANCH_IF = 0x0d, VOID = 0x40;
const GET = 0x20,
  SET = 0x21,
  TEE = 0x22,
  I32_CONST = 0x41,
  I32_ADD = 0x6a,
  I32_LT = 0x49,
  I32_OR = 0x72;
const I32_STORE = 0x36, EQZ = 0x45, ALIGN_16 = 4;
const F64X2_ADD = 0xf0, F64X2_LANE = 0x21, F64_ADD = 0xa0;

/** Where the number of bytes is. */
const LENGTH = 0;

/**
 * A function that goes over the numbers at the start of the memory, 16 bytes at a time.
 *
 * It takes how many bytes there are; it gives where the list of doubtful places ends: each a multiple
 * of 16, plus 1, 2, 4 and 8 for the lanes in doubt.
 *
 * @param name the name it is exported by
 * @param lane what the numbers are
 * @param step from the vector at the place to the one to put there
 * @param parameters how many more numbers it takes, doubles, which the step gets in every lane
 * @param beside how many bytes farther on a second vector lies, which the step gets after the first; 0
 *   for none
 */
export function loopOver(
  name: string,
  lane: "f32" | "f64",
  step: (x: Lanes, ...more: Lanes[]) => Step,
  parameters = 0,
  beside = 0,
): Func {
  const [place, listed] = [parameters + 1, parameters + 2];
  const frame = new Frame(lane, parameters, ["i32", "i32"]);
  const other = new Lanes(lane, "other");
  const { result, doubt } = step(frame.x, ...(beside ? [other] : []), ...frame.given);
  frame.prepare(doubt ? [result, doubt] : [result]);
  frame.load(place);
  if (beside) frame.load(place, other, beside);
  frame.code.push(GET, place);
  frame.push(result);
  frame.code.push(PREFIX, STORE, ALIGN_16, 0);
  if (doubt) {
    frame.push(doubt);
    const mask = frame.local();
    frame.code.push(TEE, ...unsigned(mask), PREFIX, ANY_TRUE, IF, VOID);
    frame.code.push(GET, listed, GET, place, GET, ...unsigned(mask));
    frame.code.push(PREFIX, ...unsigned(BITMASK), I32_OR, I32_STORE, 2, 0);
    frame.code.push(GET, listed, I32_CONST, 4, I32_ADD, SET, listed, END);
  }
  const start = [I32_CONST, ...signed(LIST), SET, listed];
  return frame.func(name, place, start, "i32", [GET, listed]);
}

/**
 * A function that adds up a term over the numbers at the start of the memory: it takes how many bytes
 * there are and gives a double.
 *
 * @param name the name it is exported by
 * @param term from four float32 to two doubles
 * @param parameters how many more numbers it takes, doubles, which the term gets in every lane
 */
export function sumOver(
  name: string,
  term: (x: Lanes, ...parameters: Lanes[]) => Lanes,
  parameters: number,
): Func {
  const place = parameters + 1;
  const frame = new Frame("f32", parameters, ["i32"]);
  const sum = frame.local();
  const added = term(frame.x, ...frame.given);
  frame.prepare([added]);
  frame.load(place);
  frame.code.push(GET, ...unsigned(sum));
  frame.push(added);
  frame.code.push(PREFIX, ...unsigned(F64X2_ADD), SET, ...unsigned(sum));
  const lane = (k: number) => [GET, ...unsigned(sum), PREFIX, F64X2_LANE, k];
  return frame.func(name, place, [], "f64", [...lane(0), ...lane(1), F64_ADD]);
}

/** The variables and the code of a function under construction. */
class Frame {
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
      this.before.push(GET, k + 1, PREFIX, 0x14, SET, place);
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
        this.before.push(PREFIX, ...unsigned(node.code as number), ...node.immediate);
        this.before.push(SET, ...unsigned(constants.get(key)!));
      }
      this.set.set(node, constants.get(key)!);
    }
  }

  /** Loads the vector at a place, or so many bytes farther on. */
  load(place: number, { code }: Lanes = this.x, offset = 0): void {
    const name = code as string;
    if (!this.set.has(name)) this.set.set(name, this.local());
    const local = unsigned(this.set.get(name)!);
    this.code.push(GET, place, PREFIX, LOAD, ALIGN_16, ...unsigned(offset), SET, ...local);
  }

  /** Computes a value, or fetches it. */
  push(node: Lanes): void {
    const known = this.set.get(typeof node.code === "string" ? node.code : node);
    if (known !== undefined) {
      this.code.push(GET, ...unsigned(known));
      return;
    }
    node.operands.forEach((operand) => this.push(operand));
    if (node.count !== undefined) this.code.push(I32_CONST, ...signed(node.count));
    this.code.push(PREFIX, ...unsigned(node.code as number), ...node.immediate);
    if (this.uses.get(node)! > 1) {
      const place = this.local();
      this.set.set(node, place);
      this.code.push(TEE, ...unsigned(place));
    }
  }

  /** The function: a loop over places, unless there are none. */
  func(
    name: string,
    place: number,
    start: readonly number[],
    result: ValueType,
    end: readonly number[],
  ): Func {
    const next = [
      GET,
      place,
      I32_CONST,
      16,
      I32_ADD,
      TEE,
      place,
      GET,
      LENGTH,
      I32_LT,
      BRANCH_IF,
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
        ...[BLOCK, VOID, GET, LENGTH, EQZ, BRANCH_IF, 0],
        ...[LOOP, VOID, ...this.code, ...next, END, END],
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
