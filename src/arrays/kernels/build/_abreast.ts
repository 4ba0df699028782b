import { LIST } from "../_layout.ts";
import { Frame } from "./_frame.ts";
import * as op from "./_instructions.ts";
import { isConstant, Lanes } from "./_lanes.ts";
import type { Step } from "./_loop.ts";
import { type Func, signed, unsigned } from "./_wasm.ts";

/** How many vectors. */
const COUNT = 4;

/**
 * The same as a loop over single vectors of float32, but each instruction is done for four of them in
 * turn: a processor looks ahead only so far, and so it finds more that need not wait for one another.
 *
 * Where numbers are in doubt it looks at all four at once.
 *
 * @param name the name it is exported by
 * @param step from the vector at the place to the one to put there
 */
export function loopAbreast(name: string, step: (x: Lanes) => Step): Func {
  const [place, listed] = [1, 2];
  const frame = new Frame("f32", 0, ["i32", "i32"]);
  const inputs = Array.from({ length: COUNT }, (_, k) => new Lanes("f32", `x ${k}`));
  const steps = inputs.map(step);
  const results = steps.map(({ result }) => result);
  const doubts = steps.flatMap(({ doubt }) => doubt ?? []);
  frame.prepare([...results, ...doubts]);
  inputs.forEach((x, k) => frame.load(place, x, 16 * k));
  const orders = steps.map(inOrder);
  orders[0].forEach((_, at) => orders.forEach((order) => frame.compute(order[at])));
  results.forEach((result, k) => {
    frame.code.push(op.GET, place);
    frame.push(result);
    frame.store(16 * k);
  });
  if (doubts.length) {
    doubts.forEach((doubt, k) => {
      frame.push(doubt);
      if (k > 0) frame.code.push(op.PREFIX, ...unsigned(op.VECTOR_OR));
    });
    frame.code.push(op.PREFIX, op.ANY_TRUE, op.IF, op.VOID);
    doubts.forEach((doubt, k) => {
      frame.push(doubt);
      frame.list(listed, place, 16 * k);
    });
    frame.code.push(op.END);
  }
  const start = [op.I32_CONST, ...signed(LIST), op.SET, listed];
  return frame.func(name, place, start, "i32", [op.GET, listed], 16 * COUNT);
}

/** What is to be computed, operands first. */
function inOrder({ result, doubt }: Step): Lanes[] {
  const order = new Set<Lanes>();
  const visit = (node: Lanes) => {
    if (order.has(node) || isConstant(node) || typeof node.code === "string") return;
    node.operands.forEach(visit);
    order.add(node);
  };
  visit(result);
  if (doubt) visit(doubt);
  return [...order];
}
