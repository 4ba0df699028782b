import { assertEquals } from "@std/assert";
import { run, sessionIn } from "./_run.ts";

/** A cell that gives a name a meaning, and what the name is worth then. */
const kinds: Record<string, (name: string, value: number) => string> = {
  const: (name, value) => `const ${name} = ${value};`,
  let: (name, value) => `let ${name} = ${value};`,
  var: (name, value) => `var ${name} = ${value};`,
  function: (name, value) => `function ${name}() { return ${value}; }`,
  class: (name, value) => `class ${name} { static value = ${value}; }`,
  import: (name, value) => `import { v${value} as ${name} } from "./values.ts";`,
  enum: (name, value) => `enum ${name} { A = ${value} }`,
};
const worth: Record<string, (name: string) => string> = {
  function: (name) => `${name}()`,
  class: (name) => `${name}.value`,
  enum: (name) => `${name}.A + Object.keys(${name}).length - 2`,
};
const files = { "values.ts": "export const v1 = 1, v2 = 2, v3 = 3;" };

Deno.test("a name can be declared again as any kind, in every ordered pair of kinds", async () => {
  await using place = await sessionIn(files);
  const wrong: string[] = [];
  let pairs = 0;
  for (const [first, declareFirst] of Object.entries(kinds)) {
    for (const [second, declareSecond] of Object.entries(kinds)) {
      const name = `name${pairs++}`, value = (worth[second] ?? ((name) => name))(name);
      await run(place.session, declareFirst(name, 1));
      const seen = await run(place.session, `${declareSecond(name, 2)}\n${value}`);
      const again = await run(place.session, `${declareSecond(name, 3)}\n${value}`);
      if (seen.value !== "2" || again.value !== "3") {
        wrong.push(`${first} → ${second}: ${seen.value}, ${again.value} ${seen.traceback ?? ""}`);
      }
    }
  }
  assertEquals(pairs, 49);
  assertEquals(wrong, []);
});

Deno.test("a name whose cell failed can be declared again as any kind", async () => {
  await using place = await sessionIn(files);
  for (const [kind, declare] of Object.entries(kinds)) {
    const name = `after_${kind}`;
    await run(place.session, `const ${name} = (() => { throw new Error("no value") })();`);
    const value = (worth[kind] ?? ((name) => name))(name);
    assertEquals((await run(place.session, `${declare(name, 1)}\n${value}`)).value, "1", kind);
  }
});

Deno.test("names of both kinds in one statement, patterns and loops keep their values", async () => {
  await using place = await sessionIn();
  const cells: [string, string | undefined][] = [
    ["function f() {}; let g = 1", undefined],
    ["const f = 2, g = 3; [f, g].join()", '"2,3"'],
    ["const { f, g } = { f: 4, g: 5 }; [f, g].join()", '"4,5"'],
    ["let i = 7; const sum = 0", undefined],
    ["for (var i = 0, sum = 0; i < 3; i++) sum += i; [i, sum].join()", '"3,3"'],
    ["for (var [i] of [[8]]) {} i", "8"],
    ["if (false) { var i = 1 } i", "8"],
    ["var i: number = 9; var i: number; i", "9"],
    ["early(); function early() { return 'hoisted' }; let other = 1; early()", '"hoisted"'],
    ["early()\nlet later = 1\nfunction other() { return early() }\nother()", '"hoisted"'],
  ];
  for (const [code, value] of cells) {
    const seen = await run(place.session, code);
    assertEquals(seen.value, value, `${code} ${seen.traceback}`);
  }
});

Deno.test("a global that a cell declares anew stays as it was for modules", async () => {
  await using place = await sessionIn({ "m.ts": "export const kind = () => typeof fetch;" });
  await run(place.session, "function fetch() { return 5 }\nvar crypto = 6");
  const seen = await run(
    place.session,
    "import { kind } from './m.ts'; [fetch(), crypto, kind(), fetch.name].join()",
  );
  assertEquals(seen.value, '"5,6,function,fetch"');
});
