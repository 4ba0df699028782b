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

/** Where the function's own variables are. */
const LENGTH = 0, PLACE = 1, LISTED = 2, FIRST = 3;

/**
 * A function that goes over the numbers at the start of the memory, 16 bytes at a time.
 *
 * It takes how many bytes there are; it gives where the list of doubtful places ends: each a multiple
 * of 16, plus 1, 2, 4 and 8 for the lanes in doubt. Constants are set before the loop: an engine would
 * build them anew in it.
 *
 * @param name the name it is exported by
 * @param lane what the numbers are
 * @param step from the vector at the place to the one to put there
 * @param parameter whether it takes one more number, a double, as `parameter`
 */
export function loopOver(
  name: string,
  lane: "f32" | "f64",
  step: (x: Lanes, parameter: Lanes) => Step,
  parameter = false,
): Func {
  const first = parameter ? FIRST + 1 : FIRST;
  // With a parameter every variable is one further on.
  const [place, listed] = parameter ? [PLACE + 1, LISTED + 1] : [PLACE, LISTED];
  const locals: ValueType[] = ["i32", "i32"];
  const local = () => first + locals.push("v128") - 1 - 2;
  const x = new Lanes(lane, "x");
  const given = new Lanes("f64", "parameter");
  const { result, doubt } = step(x, given);

  const set = new Map<Lanes | string, number>([["x", local()]]);
  const before = [I32_CONST, ...signed(LIST), SET, listed];
  if (parameter) {
    set.set("parameter", local());
    before.push(GET, 1, PREFIX, 0x14, SET, set.get("parameter")!);
  }
  const uses = countUses(doubt ? [result, doubt] : [result]);
  const constants = new Map<string, number>();
  for (const node of uses.keys()) {
    if (!isConstant(node)) continue;
    const key = String(node.immediate);
    if (!constants.has(key)) {
      constants.set(key, local());
      before.push(PREFIX, ...unsigned(node.code as number), ...node.immediate);
      before.push(SET, ...unsigned(constants.get(key)!));
    }
    set.set(node, constants.get(key)!);
  }

  const code: number[] = [];
  const push = (node: Lanes): void => {
    const known = set.get(typeof node.code === "string" ? node.code : node);
    if (known !== undefined) {
      code.push(GET, ...unsigned(known));
      return;
    }
    node.operands.forEach(push);
    if (node.count !== undefined) code.push(I32_CONST, ...signed(node.count));
    code.push(PREFIX, ...unsigned(node.code as number), ...node.immediate);
    if (uses.get(node)! > 1) {
      set.set(node, local());
      code.push(TEE, ...unsigned(set.get(node)!));
    }
  };

  code.push(GET, place, PREFIX, LOAD, ALIGN_16, 0, SET, ...unsigned(set.get("x")!));
  code.push(GET, place);
  push(result);
  code.push(PREFIX, STORE, ALIGN_16, 0);
  if (doubt) {
    push(doubt);
    const mask = local();
    code.push(TEE, ...unsigned(mask), PREFIX, ANY_TRUE, IF, VOID);
    code.push(GET, listed, GET, place, GET, ...unsigned(mask));
    code.push(PREFIX, ...unsigned(BITMASK), I32_OR, I32_STORE, 2, 0);
    code.push(GET, listed, I32_CONST, 4, I32_ADD, SET, listed, END);
  }
  code.push(GET, place, I32_CONST, 16, I32_ADD, TEE, place, GET, LENGTH, I32_LT, BRANCH_IF, 0);
  return {
    name,
    parameters: parameter ? ["i32", "f64"] : ["i32"],
    results: ["i32"],
    locals,
    code: [
      ...before,
      ...[BLOCK, VOID, GET, LENGTH, EQZ, BRANCH_IF, 0],
      ...[LOOP, VOID, ...code, END, END],
      ...[GET, listed],
    ],
  };
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
