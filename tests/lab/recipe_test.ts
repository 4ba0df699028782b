/**
 * Follows the recipe "A function" of `src/README.md` in a copy of the repository, and finds that the
 * files it names are enough.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { walk } from "../_walk.ts";
import { jupyter } from "./_environment.ts";

const source = `import { type Activation, activation } from "./activation.ts";

/**
 * \`clipAt3(x) = min(max(0, x), 3)\`.
 *
 * @param x any number
 * @returns a number of [0, 3]
 *
 * @example
 * \`\`\`ts
 * import { clipAt3 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-1, 2, 4].map(clipAt3), [0, 2, 3]);
 * \`\`\`
 */
export const clipAt3: Activation = activation({
  id: "clipAt3",
  title: "Clip at 3",
  tex: { f: "\\\\min(\\\\max(0, x), 3)", derivative: "[0 < x < 3]", secondDerivative: "0" },
  parameters: {},
  formulas: () => ({
    f: (x) => x >= 3 ? 3 : x > 0 ? x : x <= 0 ? 0 : NaN,
    derivative: (x) => x > 0 && x < 3 ? 1 : Number.isNaN(x) ? NaN : 0,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [0, 3],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 3 } },
  }),
  sources: [{ who: "A newcomer", year: 2026, title: "A recipe that is followed" }],
});
`;

/** In each file: before which text what is put. */
const edits: readonly (readonly [path: string, before: string, added: string])[] = [
  ["src/activations/all.ts", 'export * from "./elu.ts";', 'export * from "./clip_at3.ts";\n'],
  [
    "src/arrays/exact/_formulas.ts",
    "  relu6: () =>",
    "  clipAt3: () => between(0, 3, constant(0), identity, constant(3)),\n",
  ],
  [
    "tests/fixtures/definitions.py",
    '    "relu6": exact(',
    '    "clipAt3": exact([constant(0), identity, constant(3)], [0, 3]),\n',
  ],
  [
    "tests/activations/special_inputs_test.ts",
    "  relu6: [",
    "  clipAt3: [[0, 0, 0, 0, 0, q, 3, 3], [0, 0, 0, 0, 0, 1, 0, 0], nowhere],\n",
  ],
  ["src/site/formulas.ts", "  relu6: { text", '  clipAt3: { text: "min(3, max(0, x))" },\n'],
  ["tests/activations/kinks_test.ts", "  relu6: [", "  clipAt3: [[0, 0, 0, 1], [3, 1, 0, 0]],\n"],
];

const generated = [
  "tests/accuracy/accuracy.md",
  "tests/accuracy/digests.json",
  "tests/fixtures/SHA256SUMS",
  "tests/fixtures/clipAt3.bin.gz",
];

/** Every file that the tests of functions need, with its contents. */
async function files(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const read = async (path: string) => {
    const bytes = await Deno.readFile(join(folder, path));
    found.set(path, bytes.toBase64());
  };
  for (const path of ["mod.ts", "deno.json", "README.md"]) await read(path);
  for (const top of ["src", "tests"]) {
    for await (const path of walk(join(folder, top), "")) {
      const below = path.slice(folder.length + 1);
      if (!/^tests\/lab\/|node_modules|__pycache__/.test(below)) await read(below);
    }
  }
  return found;
}

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const env = { NO_COLOR: "1", PYTHONDONTWRITEBYTECODE: "1" };
  const { success, stdout, stderr } = await new Deno.Command(command, { args, cwd, env }).output();
  const decoder = new TextDecoder();
  const text = decoder.decode(stdout) + decoder.decode(stderr);
  assert(success, `${command} ${args.join(" ")}\n${text.slice(-4000)}`);
  return text;
}

Deno.test("who follows the recipe for a function touches the files it names, and is done", async () => {
  const folder = await Deno.makeTempDir({ prefix: "actbook-recipe-" });
  try {
    const before = await files(Deno.cwd());
    for (const [path, bytes] of before) {
      await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
      await Deno.writeFile(join(folder, path), Uint8Array.fromBase64(bytes));
    }
    await Deno.writeTextFile(join(folder, "src/activations/clip_at3.ts"), source);
    for (const [path, place, added] of edits) {
      const text = await Deno.readTextFile(join(folder, path));
      assertEquals(text.split(place).length, 2, `${path} has one ${place}`);
      await Deno.writeTextFile(join(folder, path), text.replace(place, added + place));
    }
    const deno = Deno.execPath();
    await run(`${await jupyter()}/python`, ["tests/fixtures/generate.py", "clipAt3"], folder);
    await run(deno, ["run", "-A", "tests/accuracy/engines.ts", "--write"], folder);
    await run(deno, ["run", "-A", "tests/accuracy/table.ts", "--write"], folder);

    const after = await files(folder);
    const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    const written = ["src/activations/clip_at3.ts", ...edits.map(([path]) => path)];
    assertEquals(changed.sort(), [...written, ...generated].sort());
    const guide = await Deno.readTextFile("src/README.md");
    const recipe = guide.slice(
      guide.indexOf("### A function"),
      guide.indexOf("### A kind of chart"),
    );
    for (const path of written) {
      assert(recipe.includes(path.replace("clip_at3", "its_name")), `the recipe names ${path}`);
    }

    await run(deno, ["check", "mod.ts"], folder);
    const rooms = ["tests/activations", "tests/accuracy", "tests/arrays", "tests/doors_test.ts"];
    // Those of the new function, and those that go over all.
    const report = await run(deno, [
      "test",
      "-A",
      "--no-check",
      "--filter=/clipAt3|every |the README|the table/",
      ...rooms,
    ], folder);
    assert(report.includes("clipAt3 keeps its promise"), "the new function was tested");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
