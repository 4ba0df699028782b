import { assertEquals } from "@std/assert";
import { askedModule } from "../../../src/kernel/language/_asked_module.ts";
import { RanCells } from "../../../src/kernel/language/_ran_cells.ts";

/** Where every character of the asked cell lies in the module, if it is the same character. */
function misplaced(ran: string[], code: string): string[] {
  const module = askedModule(ran, code), lines = module.text.split("\n");
  return code.split("\n").flatMap((text, line) =>
    [...text.matchAll(/\S/gu)].flatMap(({ 0: letter, index: character }) => {
      const place = module.inModule({ line, character });
      return lines[place.line].startsWith(letter, place.character) ? [] : [`${line}:${character}`];
    })
  );
}

const sources = (ran: RanCells) => ran.without("").map(({ source }) => source);

Deno.test("each character of the asked cell has its place in the module", () => {
  const ran = ["const a = 1;\nlet b = 2;", 'import { one } from "./m.ts"; one'];
  const cells = [
    "a + b",
    "const a = 2;\n\na;",
    '  import { two } from "./m.ts";\ntwo.',
    'import {\n  three,\n  four,\n} from "./m.ts";\nconst a = three.',
    'import {\n  five,\n} from "./m.ts";\nconst a = five;',
    "{ a: 1 }",
    "",
  ];
  for (const cell of cells) assertEquals(misplaced(ran, cell), [], cell);
});

Deno.test("places of the module are told by cell", () => {
  const module = askedModule(["const a = 1;", "const a = 2;"], "a;\na.");
  const line = module.text.split("\n").indexOf("a.");
  assertEquals(module.inCell({ line, character: 2 }), { cell: 2, line: 1, character: 2 });
  assertEquals(module.inCell({ line: line - 2, character: 0 }), undefined);
});

Deno.test("cells that later ones took the place of count no longer", () => {
  const ran = new RanCells();
  for (const [code, id] of [["let a = 1", "x"], ["a + 1", "y"], ["let a = 2, c", "x"], ["let b"]]) {
    ran.add(code, { id });
  }
  ran.add("let b");
  assertEquals(sources(ran), ["a + 1", "let a = 2, c", "let b"]);
  ran.add("let 1b", { id: "x" });
  ran.add("let a = 3; const { b } = {}");
  assertEquals(sources(ran), ["a + 1", "let a = 2, c", "let a = 3; const { b } = {}"]);
  ran.add('import a, { c } from "m"');
  assertEquals(sources(ran).length, 3);
  assertEquals(ran.without("a + 1").length, 2); // asked about again
  ran.clear();
  assertEquals(sources(ran), []);
});

Deno.test("what comes after a cell that threw can still be reached", () => {
  const ran = new RanCells();
  ran.add("let a = 1; throw new Error(); function f() { throw 1 }");
  assertEquals(sources(ran), ["let a = 1; void  new Error(); function f() { throw 1 }"]);
});

Deno.test("comments for the compiler stand at the top, and shift no place", () => {
  const head = "/** @jsxImportSource npm:preact@10.29.7 */\nconst a = <b/>;";
  assertEquals(
    askedModule([head], "a;").text.split("\n")[0],
    "/** @jsxImportSource npm:preact@10.29.7 */",
  );
  assertEquals(misplaced([head], "a;\n  a."), []);
});
