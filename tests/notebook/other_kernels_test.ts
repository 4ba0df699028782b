import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  checkNotebook,
  NotebookKernelError,
  runNotebook,
  verifyNotebook,
} from "../../src/notebook/mod.ts";
import { code, withNotebooks } from "./_notebooks.ts";

/** Writes a notebook with this metadata, and uses its path. */
async function withMetadata<T>(metadata: unknown, use: (path: string) => Promise<T>): Promise<T> {
  return await withNotebooks({}, async (folder) => {
    const stored = [{ output_type: "stream", name: "stdout", text: ["kept\n"] }];
    const cells = [code("print(1)", stored), code("1", stored)];
    const path = `${folder}/n.ipynb`;
    await Deno.writeTextFile(path, JSON.stringify({ cells, metadata, nbformat: 4 }, null, 1));
    return await use(path);
  });
}

const python = { name: "python3", display_name: "Python 3", language: "python" };

for (
  const [what, metadata, word] of [
    ["Python", { kernelspec: python }, "python3 (python)"],
    ["R", { kernelspec: { name: "ir", display_name: "R", language: "R" } }, "ir (r)"],
    ["only a language", { language_info: { name: "julia" } }, "(julia)"],
    [
      "another kernel of TypeScript",
      { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
      "tslab (typescript); --kernel",
    ],
  ] as const
) {
  Deno.test(`a notebook is refused and stays as it is if it names ${what}`, async () => {
    await withMetadata(metadata, async (path) => {
      const before = await Deno.readTextFile(path);
      for (const act of [runNotebook, verifyNotebook, checkNotebook]) {
        const error = await assertRejects(() => act(path), NotebookKernelError);
        assertStringIncludes((error as Error).message, word);
      }
      assertEquals(await Deno.readTextFile(path), before);
    });
  });
}

for (
  const [what, metadata] of [
    ["nothing", {}],
    ["no metadata", undefined],
    ["Deno", { kernelspec: { name: "deno", display_name: "Deno", language: "typescript" } }],
    ["Deno by another name", {
      kernelspec: { name: "my-deno", display_name: "D", language: "typescript" },
    }],
    ["a language only", { language_info: { name: "typescript" } }],
    ["Actbook", {
      kernelspec: { name: "actbook", display_name: "TypeScript (Actbook)", language: "typescript" },
    }],
  ] as const
) {
  Deno.test(`a notebook that names ${what} is run`, async () => {
    await withMetadata(metadata, async (path) => {
      const { failure } = await runNotebook(path);
      assertStringIncludes(failure!.message, "print is not defined");
    });
  });
}

Deno.test("another kernel of TypeScript is run if a kernel is chosen, another language is not", async () => {
  await withMetadata({ kernelspec: { name: "tslab", language: "typescript" } }, async (path) => {
    assertEquals((await runNotebook(path, { kernel: "deno" })).ran, 1);
  });
  await withMetadata({ kernelspec: python }, async (path) => {
    await assertRejects(() => runNotebook(path, { kernel: "deno" }), NotebookKernelError);
  });
});
