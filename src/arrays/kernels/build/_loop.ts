import { LIST } from "../_layout.ts";
import { Frame } from "./_frame.ts";
import * as op from "./_instructions.ts";
import { Lanes } from "./_lanes.ts";
import { type Func, signed, unsigned } from "./_wasm.ts";

/** What a kernel does to one vector. */
export interface Step {
  /** Four singles, or two doubles, in their place. */
  readonly result: Lanes;
  /** Bits set where one of four singles is to be settled elsewhere. */
  readonly doubt?: Lanes;
}

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
  frame.code.push(op.GET, place);
  frame.push(result);
  frame.store();
  if (doubt) {
    frame.push(doubt);
    frame.list(listed, place);
  }
  const start = [op.I32_CONST, ...signed(LIST), op.SET, listed];
  return frame.func(name, place, start, "i32", [op.GET, listed]);
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
  frame.code.push(op.GET, ...unsigned(sum));
  frame.push(added);
  frame.code.push(op.PREFIX, ...unsigned(op.F64X2_ADD), op.SET, ...unsigned(sum));
  const lane = (k: number) => [op.GET, ...unsigned(sum), op.PREFIX, op.F64X2_LANE, k];
  return frame.func(name, place, [], "f64", [...lane(0), ...lane(1), op.F64_ADD]);
}
