import { assertEquals } from "@std/assert";
import { withNotebooks } from "../notebook/_notebooks.ts";
import { actbook } from "./_actbook.ts";

/** Runs the command in a folder with a cache of its own; gives the results by notebook. */
async function results(command: string, folder: string, ...options: string[]) {
  const args = [command, folder, "--report", "json", "--exclude", "**/out/**", ...options];
  const { out } = await actbook(args, { ACTBOOK_CACHE: `${folder}/cache` });
  const { notebooks } = JSON.parse(out);
  return notebooks.map(({ result }: { result: string }) => result);
}

const cells = ['import { twice } from "./a.ts";', "twice(2)"];

/** A notebook that imports a module, which imports another. */
async function withModules(use: (folder: string) => Promise<void>): Promise<void> {
  await withNotebooks({ n: cells }, async (folder) => {
    await Deno.writeTextFile(`${folder}/a.ts`, 'export { twice } from "./b.ts";');
    await Deno.writeTextFile(`${folder}/b.ts`, "export const twice = (x: number) => 2 * x;");
    await Deno.writeTextFile(`${folder}/deno.json`, "{}");
    await Deno.writeTextFile(`${folder}/data.csv`, "1");
    await use(folder);
  });
}

for (const command of ["run", "verify"]) {
  Deno.test(`${command}: what is unchanged is not run again, unless --fresh says so`, async () => {
    await withModules(async (folder) => {
      await results("run", folder, "--fresh");
      if (command === "verify") assertEquals(await results(command, folder), ["ok"]);
      assertEquals(await results(command, folder), ["unchanged"]);
      assertEquals(await results(command, folder, "--fresh"), ["ok"]);
      assertEquals(await results(command, folder, "--allow-errors"), ["ok"]);
    });
  });
}

Deno.test("a change of anything that a notebook hangs on runs it again", async () => {
  await withModules(async (folder) => {
    const depends = ["--depends", `${folder}/data.csv`];
    const again = async (path: string, change: (text: string) => string) => {
      assertEquals(await results("run", folder, ...depends), ["unchanged"], `before ${path}`);
      const text = await Deno.readTextFile(`${folder}/${path}`);
      await Deno.writeTextFile(`${folder}/${path}`, change(text));
      assertEquals(await results("run", folder, ...depends), ["ok"], path);
    };
    assertEquals(await results("run", folder, ...depends), ["ok"]);
    await again("n.ipynb", (text) => text.replace("twice(2)", "twice(3)"));
    // The notebook is the same: who hashes it alone would show what is no longer true.
    await again("b.ts", (text) => text.replace("2 * x", "x + x + 1"));
    const { cells: [, { outputs: [{ data }] }] } = JSON.parse(
      await Deno.readTextFile(`${folder}/n.ipynb`),
    );
    assertEquals(data["text/plain"], ["7"]);
    await again("deno.json", () => '{ "imports": {} }');
    await again("data.csv", () => "2");
    await again("n.ipynb", (text) => text.replace('"7"', '"8"'));
  });
});

Deno.test("what failed, or imports what cannot be had, is run again", async () => {
  await withModules(async (folder) => {
    await Deno.writeTextFile(`${folder}/b.ts`, "export const twice = () => { throw 1; };");
    for (let time = 0; time < 2; time++) {
      assertEquals(await results("run", folder), ["failed in cell 2"]);
    }
    await Deno.remove(`${folder}/b.ts`);
    for (let time = 0; time < 2; time++) {
      assertEquals(await results("run", folder), ["failed in cell 1"]);
    }
  });
});

Deno.test("an output elsewhere must be what was written there", async () => {
  await withModules(async (folder) => {
    const output = ["--output", `${folder}/out`];
    assertEquals(await results("run", folder, ...output), ["ok"]);
    assertEquals(await results("run", folder, ...output), ["unchanged"]);
    await Deno.remove(`${folder}/out`, { recursive: true });
    assertEquals(await results("run", folder, ...output), ["ok"]);
  });
});
