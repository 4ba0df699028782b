import { assertEquals, assertThrows } from "@std/assert";
import {
  injectParameters,
  ParameterError,
  ParameterText,
  parseNotebook,
  runNotebook,
} from "../../src/notebook/mod.ts";
import { code, notebookText, withNotebooks } from "./_notebooks.ts";

const declarations = `const alpha = 0.1;
let name: string = "x";
export const flag = false, many: number[] = [];
const big = 1n, either: string | number = 1;
const { a, b } = { a: 1, b: 2 };`;
const cells = [
  "'before'",
  code(declarations, [], ["parameters"]),
  "[alpha, name, flag, many, big]",
];
const notebook = parseNotebook(
  notebookText(cells.map((each) => typeof each === "string" ? code(each) : each)),
);

/** The lines of the injected cell, without the first. */
const injected = (parameters: Record<string, unknown>) =>
  injectParameters(notebook, parameters).cells[2].source.split("\n").slice(1);

Deno.test("parameters are declared anew as they were declared, in a cell after their own", () => {
  const lines = injected({
    alpha: -0.5,
    name: "o'é\"",
    flag: true,
    many: [1, NaN, -0],
    either: "s",
  });
  assertEquals(lines, [
    "const alpha = -0.5;",
    'let name: string = "o\'é\\"";',
    "const flag = true;",
    "const many: number[] = [1, NaN, -0];",
    'const either: string | number = "s";',
  ]);
  const { cells: all } = injectParameters(notebook, { alpha: 1 });
  assertEquals(all.map(({ tags }) => tags), [[], ["parameters"], ["injected-parameters"], []]);
});

Deno.test("an injected cell is replaced, and nothing else of the file changes", () => {
  const once = injectParameters(notebook, { alpha: 1 });
  const twice = injectParameters(once, { alpha: 2 });
  assertEquals(twice.text, once.text.replace("alpha = 1", "alpha = 2"));
  const json = JSON.parse(once.text);
  json.cells.splice(2, 1);
  assertEquals(JSON.stringify(json, null, 1) + "\n", notebook.text);
  assertEquals(injectParameters(notebook, {}).text, notebook.text);
});

Deno.test("texts of a shell become what is declared", () => {
  const text = (text: string) => new ParameterText(text);
  assertEquals(
    injected({ alpha: text("1e-3"), name: text("5"), flag: text("true"), big: text("7") }),
    [
      "const alpha = 0.001;",
      'let name: string = "5";',
      "const flag = true;",
      "const big = 7n;",
    ],
  );
  assertEquals(injected({ many: text("[1, .nan]") }), ["const many: number[] = [1, NaN];"]);
});

Deno.test("unknown names and values of another type are refused", () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ beta: 1 }, "its parameters are alpha, name, flag, many, big, either"],
    [{ a: 1 }, "Cannot set a in"],
    [{ alpha: "0.1" }, 'alpha: it must be a number: current value is "0.1"'],
    [{ alpha: new ParameterText("much") }, 'must be a number: current value is "much"'],
    [{ many: {} }, "must be an array"],
    [{ flag: null }, "must be a boolean: current value is null"],
    [{ big: 1 }, "must be a bigint"],
  ];
  for (const [parameters, message] of cases) {
    assertThrows(() => injectParameters(notebook, parameters), ParameterError, message);
  }
  const none = parseNotebook(notebookText([code("1")]));
  assertThrows(
    () => injectParameters(none, { x: 1 }),
    ParameterError,
    'no cell is tagged "parameters"',
  );
});

Deno.test("a run takes parameters and leaves the notebook as it is", async () => {
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`, output = `${folder}/out.ipynb`;
    const before = await Deno.readTextFile(path);
    const parameters = { alpha: 2, name: "y" };
    const { failure, results } = await runNotebook(path, { output, parameters });
    assertEquals(failure, undefined);
    const [shown] = results.get(3)!.outputs;
    assertEquals("data" in shown && shown.data["text/plain"], '[ 2, "y", false, [], 1n ]');
    assertEquals(await Deno.readTextFile(path), before);
  });
});
