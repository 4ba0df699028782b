import { assertEquals, assertLess } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { softmax } from "../../src/activations/vector/softmax.ts";
import { share } from "../../src/arrays/_evaluate_on_threads.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { evaluateRows } from "../../src/arrays/evaluate_rows.ts";
import { MODULES } from "../../src/arrays/kernels/_modules.ts";
import { hasNode } from "../accuracy/engines.ts";

const entry = new URL("engine_entry.ts", import.meta.url).pathname;

async function run(command: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

Deno.test({
  name: "kernels give the same bits on Deno and Node, from one thread and from two",
  ignore: !await hasNode(),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      const file = `${folder}/entry.mjs`;
      const bundle = ["bundle", "--quiet", "--no-lock", "--output", file, entry];
      await run(Deno.execPath(), bundle);
      const deno: Record<string, string[]> = JSON.parse(
        await run(Deno.execPath(), ["run", "--no-lock", "--no-prompt", "--no-check", entry]),
      );
      assertEquals(JSON.parse(await run("node", [file])), deno);
      for (const [name, [one, , two]] of Object.entries(deno)) assertEquals(one, two, name);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

const singles = new Float32Array(1000).fill(0.3), place = new Float32Array(1000);
const doubles = Float64Array.from(singles), widePlace = new Float64Array(1000);
const patterns = new Uint16Array(1000).fill(0x3e9a), patternPlace = new Uint16Array(1000);

const calls: Record<string, (i: number) => unknown> = {
  "of float32": (i) =>
    evaluate(gelu, singles, { out: place, accuracy: i % 2 ? "fast" : "nearest" }),
  "of slopes": () => evaluate(gelu.derivative, singles, { out: place }),
  "of doubles": () => evaluate(gelu, doubles, { out: widePlace, accuracy: "fast" }),
  "of bfloat16": () => evaluate(gelu, patterns, { out: patternPlace, format: "bfloat16" }),
  "with a new array each": () => evaluate(gelu, singles),
  "of short rows": () => evaluateRows(softmax, singles, { width: 10 }),
  "of long rows": () => evaluateRows(softmax, singles, { width: 500 }),
};

for (const [title, call] of Object.entries(calls)) {
  Deno.test(`ten thousand calls ${title} leave nothing in memory`, () => {
    const all = () => {
      for (let i = 0; i < 10_000; i++) call(i);
    };
    // What the collector has not come to yet counts as used, but not in every round.
    const growth = Array.from({ length: 5 }, () => {
      const before = Deno.memoryUsage();
      all();
      const after = Deno.memoryUsage();
      return after.external + after.heapUsed - before.external - before.heapUsed;
    });
    // Four kilobytes a call, an array, would be 40 million bytes.
    assertLess(Math.min(...growth), 2 ** 22);
  });
}

Deno.test("calls on threads leave nothing in memory, and the threads end", async () => {
  const xs = new Float32Array(20_000).fill(0.3);
  const all = async () => {
    for (let i = 0; i < 300; i++) await share(gelu, xs, xs, "nearest", 2);
  };
  await all();
  const before = Deno.memoryUsage();
  await all();
  assertLess(Deno.memoryUsage().rss - before.rss, 38 * 2 ** 20);
  // Idle threads end on their own; the test would be told of one that does not.
  await new Promise((resolve) => setTimeout(resolve, 600));
});

Deno.test("the modules are small: all, and each", () => {
  const sizes = Object.values(MODULES).map((text) => atob(text).length);
  assertLess(sizes.reduce((sum, size) => sum + size, 0), 225_000);
  assertLess(Math.max(...sizes), 7500);
});

Deno.test("importing the module compiles no WebAssembly", async () => {
  const source = `
    const { Module } = WebAssembly;
    let compiled = 0;
    WebAssembly.Module = new Proxy(Module, {
      construct: (target, args) => (compiled++, new target(...args)),
    });
    const { evaluate, gelu } = await import(${JSON.stringify(import.meta.resolve("../../mod.ts"))});
    const before = compiled;
    evaluate(gelu, new Float32Array(1));
    evaluate(gelu, new Float32Array(1));
    console.log(before, compiled);
  `;
  const module = `data:text/typescript,${encodeURIComponent(source)}`;
  const config = new URL("../../deno.json", import.meta.url).pathname;
  const counts = await run(Deno.execPath(), ["run", "-A", "--no-lock", "--config", config, module]);
  assertEquals(counts.trim(), "0 1");
});
