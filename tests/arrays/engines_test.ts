import { assertEquals, assertLess } from "@std/assert";
import { gelu } from "../../src/activations/gelu.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
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

Deno.test("ten thousand calls leave nothing in memory", () => {
  const xs = new Float32Array(1000).fill(0.3);
  const out = new Float32Array(1000);
  const calls = () => {
    for (let i = 0; i < 10_000; i++) {
      evaluate(gelu, xs, { out, accuracy: i % 2 ? "fast" : "nearest" });
    }
  };
  calls();
  const before = Deno.memoryUsage();
  calls();
  const after = Deno.memoryUsage();
  assertLess(after.external - before.external, 2 ** 20);
  // Four bytes a call would show.
  assertLess(after.rss - before.rss, 32 * 2 ** 20);
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
