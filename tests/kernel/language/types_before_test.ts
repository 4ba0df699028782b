import { assertEquals, assertMatch } from "@std/assert";
import type {
  LanguageService,
  TypeProblem,
} from "../../../src/kernel/language/language_service.ts";
import { TypesBefore } from "../../../src/kernel/language/types_before.ts";

const problem = (cell?: string): TypeProblem => ({
  code: "TS1",
  message: "wrong",
  ...(cell && { cell }),
  line: 1,
  column: 1,
  endColumn: 2,
  text: "x",
});

/** A checker whose service answers when it is told to. */
function withAnswers(warm = true) {
  const warnings: string[] = [];
  let answer: (found: TypeProblem[]) => void = () => {};
  let asked = 0;
  const language = {
    warm,
    problems: () => {
      asked++;
      return new Promise((resolve) => answer = resolve);
    },
  } as unknown as LanguageService;
  const types = new TypesBefore(language);
  const cell = (label: string, more: { interactive?: boolean; hurried?: boolean } = {}) =>
    types.before({
      code: "x",
      label,
      interactive: true,
      hurried: false,
      ...more,
      warn: (text) => warnings.push(text),
    });
  return {
    types,
    cell,
    warnings,
    answer: (...all: TypeProblem[]) => answer(all),
    asked: () => asked,
  };
}

Deno.test("a warning is told before the cell runs, where somebody sits in front of it", async () => {
  const { cell, warnings, answer, asked } = withAnswers();
  await cell("1", { interactive: false });
  assertEquals(asked(), 0);
  const checked = cell("2");
  answer(problem(), problem("1"));
  assertEquals((await checked).refused, undefined);
  assertEquals(warnings.length, 1);
  assertMatch(warnings[0], /^TS1 wrong\n\s+at cell 2:1:1\n/);
  (await checked).end();
  assertEquals(warnings.length, 1);
});

Deno.test("cells that others wait for are told with the last of them", async () => {
  const { cell, warnings, answer, asked } = withAnswers();
  (await cell("1", { hurried: true })).end();
  (await cell("2", { hurried: true })).end();
  assertEquals(asked(), 0);
  const last = cell("3");
  answer(problem("1"), problem());
  await last;
  assertMatch(warnings[0], /cell 1:1:1[^]*cell 3:1:1/);
  const next = cell("4");
  answer(problem("1"));
  await next;
  assertEquals(warnings.length, 1);
});

Deno.test("nobody waits for a service that starts: it tells at the end, or with the next cell", async () => {
  const { cell, warnings, answer } = withAnswers(false);
  const first = await cell("1");
  answer(problem());
  await 0; // the answer arrives while the cell runs
  await 0;
  first.end();
  assertEquals(warnings.length, 1);
  (await cell("2")).end();
  const third = await cell("3");
  answer(problem("2"), problem("1"));
  await 0;
  await 0;
  third.end();
  assertMatch(warnings[1], /cell 2:1:1/);
  assertEquals(warnings[1].includes("cell 1:"), false);
});

Deno.test("with errors, a cell that has some does not run", async () => {
  const { types, cell, answer } = withAnswers(false);
  types.mode = "error";
  const refused = cell("1", { interactive: false });
  answer(problem());
  const { ename, traceback } = (await refused).refused!;
  assertEquals([ename, traceback[0]], ["TypeCheckError", "TS1 wrong"]);
  const fine = cell("2");
  answer(problem("1"));
  assertEquals((await fine).refused, undefined);
  types.mode = "off";
  assertEquals((await cell("3")).refused, undefined);
});
