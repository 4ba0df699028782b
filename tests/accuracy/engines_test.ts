import { assertEquals, assertNotEquals } from "@std/assert";
import { digest, points } from "./digest.ts";
import {
  differing,
  hasNode,
  onDeno,
  onNode,
  type Recorded,
  recordFile,
  testedPoints,
} from "./engines.ts";

const deno = await onDeno(testedPoints);

Deno.test("every bit of f, f′ and f″ is as recorded", async () => {
  const recorded: Recorded = JSON.parse(await Deno.readTextFile(recordFile));
  const advice =
    "if a change of a function is meant: deno run -A tests/accuracy/engines.ts --write";
  assertEquals(differing(recorded[testedPoints], deno.digests), [], advice);
});

Deno.test({
  name: "Node gives the same bits as Deno",
  ignore: !await hasNode(),
  fn: async () => {
    const node = await onNode(testedPoints);
    assertNotEquals(node.engine, deno.engine);
    assertEquals(differing(node.digests, deno.digests), []);
  },
});

Deno.test("a digest sees a single bit, and not how a NaN is written", () => {
  const xs = points(100);
  const changed = xs.slice();
  changed[50] = changed[50] * (1 + Number.EPSILON);
  const same = (x: number) => x;
  assertNotEquals(digest(same, xs), digest(same, changed));
  assertNotEquals(digest(() => 0, xs), digest(() => -0, xs));
  assertEquals(digest(() => NaN, xs), digest(() => -NaN, xs));
});
