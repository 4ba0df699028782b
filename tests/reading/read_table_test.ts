import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { curves, readTable, scatter } from "@actbook/actbook";
import { displaySymbol } from "../../src/display/bundle.ts";
import type { ColumnType } from "../../src/reading/column_facts.ts";

const fixtures = new URL("../fixtures/reading/", import.meta.url);

/** Reads a text as a file with an ending. */
async function read(
  ending: string,
  content: string | Uint8Array,
  types?: Record<string, ColumnType>,
) {
  const path = await Deno.makeTempFile({ prefix: "table-", suffix: `.${ending}` });
  try {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(path, bytes);
    return await readTable(path, types ? { types } : {});
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("readTable() guesses the types of columns from all of their values", async () => {
  const { rows, columns } = await read(
    "csv",
    [
      "\ufeffday,when,n,code,big,yes,name,mixed,none",
      '2024-05-01,2024-05-01 12:30,1.5,007,12345678901234567890,true,"a, ""b""",1,',
      "2024-05-02,NA,-2e3,010,1,FALSE,NA,x,NaN",
      "",
    ].join("\r\n"),
  );
  assertEquals(columns.map(({ name, type, missing }) => [name, type, missing]), [
    ["day", "date", 0],
    ["when", "date", 1],
    ["n", "number", 0],
    ["code", "text", 0],
    ["big", "text", 0],
    ["yes", "truth", 0],
    ["name", "text", 1],
    ["mixed", "text", 0],
    ["none", "text", 2],
  ]);
  assertEquals(rows[0], {
    day: new Date("2024-05-01"),
    when: new Date("2024-05-01T12:30:00Z"),
    n: 1.5,
    code: "007",
    big: "12345678901234567890",
    yes: true,
    name: 'a, "b"',
    mixed: "1",
    none: null,
  });
  assertEquals([rows[1].n, rows[1].when, rows[1].name], [-2000, null, null]);
});

Deno.test("readTable() finds semicolons, tabs and bars in the head, and not in its quotes", async () => {
  const expected = [{ "a,b": 1, c: "x;y" }];
  for (const [separator, head] of [[";", '"a,b";c'], ["\t", '"a,b"\tc'], ["|", '"a,b"|c']]) {
    const row = `1${separator}"x;y"`;
    assertEquals((await read("csv", `\ufeff${head}\r\n${row}\r\n`)).rows, expected);
  }
  assertEquals((await read("csv", '"a;b;c",d\n1,2\n')).rows, [{ "a;b;c": 1, d: 2 }]);
  assertEquals((await read("csv", "one\n1\n")).rows, [{ one: 1 }]);
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(path, "a;b,c\n1;2,3\n");
  assertEquals((await readTable(path, { separator: "," })).rows, [{ "a;b": "1;2", c: 3 }]);
  await assertRejects(() => readTable(path, { separator: "::" }), TypeError, "one character");
  await Deno.remove(path);
});

Deno.test("readTable() reads decimal commas, and says so", async () => {
  const table = await read(
    "csv",
    "Tag;Preis;Summe;Zahl;Text\n2024-05-01;3,5;1.234,50;1;1,5x\n2024-05-02;NA;-2;2;2,5\n",
  );
  assertEquals(table.rows[0], {
    Tag: new Date("2024-05-01"),
    Preis: 3.5,
    Summe: 1234.5,
    Zahl: 1,
    Text: "1,5x",
  });
  assertEquals(table.rows[1].Preis, null);
  assertEquals(table.columns.map(({ type, decimalComma }) => [type, decimalComma ?? false]), [
    ["date", false],
    ["number", true],
    ["number", true],
    ["number", false],
    ["text", false],
  ]);
  assertStringIncludes(table.facts().toString(), "number, decimal comma");
});

Deno.test("readTable() takes 1,234 between commas for a text, as nobody knows what it means", async () => {
  assertEquals((await read("csv", 'a,b\n"1,234","1,5"\n')).rows, [{ a: "1,234", b: 1.5 }]);
});

Deno.test("readTable() takes the types that it is told", async () => {
  const { rows } = await read("csv", "zip,n\n12345,1\n", { zip: "text" });
  assertEquals(rows, [{ zip: "12345", n: 1 }]);
});

Deno.test("readTable() keeps columns of one name apart, and names those without", async () => {
  const { rows } = await read("csv", "a,a,,a\n1,2,3,4\n");
  assertEquals(rows, [{ a: 1, "a (2)": 2, "column 3": 3, "a (3)": 4 }]);
});

Deno.test("readTable() names line and column of what it cannot read", async () => {
  const cases: readonly (readonly [string, string, string, Record<string, ColumnType>?])[] = [
    ["csv", 'a,b\n1,2\n\n"x\ny",2\n3\n', "line 6 has 1 values, and the head names 2"],
    ["csv", "a;b\n1;2\n3\n", 'they were taken to be separated by ";"'],
    [
      "csv",
      'a,b\n1,"2\n',
      "Quote Not Closed: the parsing is finished with an opening quote at line 2",
    ],
    ["csv", "a,b\n1,2\n3,x\n", 'line 3, column b must be a number: current value is "x"', {
      b: "number",
    }],
    ["csv", "a\n1\n", "no column c: its columns are a", { c: "number" }],
    ["csv", "", "no head"],
    ["json", '[{"a": 1},\n {"a": }]', "line 2, column 8"],
    ["json", "3", "a list of rows, or columns of one length"],
    ["json", "[1]", "row 1 must be an object: current value is 1"],
    ["jsonl", '{"a": 1}\n{"a": \n', "line 2"],
    ["parquet", "not parquet", "parquet"],
    ["npz", "not a zip", "zip"],
  ];
  for (const [ending, content, message, types] of cases) {
    await assertRejects(() => read(ending, content, types), SyntaxError, message);
  }
  await assertRejects(() => readTable("x.xlsx"), TypeError, ".csv, .tsv, .json");
  await assertRejects(() => readTable("nowhere.csv"), Deno.errors.NotFound);
  await assertRejects(() => readTable("x.csv", { type: {} } as never), TypeError, "perhaps types");
});

Deno.test("readTable() reads tabs, JSON by rows and by columns, and a row on each line", async () => {
  const expected = [{ day: new Date("2024-05-01"), n: 1 }, {
    day: new Date("2024-05-02"),
    n: null,
  }];
  const files = [
    ["tsv", "day\tn\n2024-05-01\t1\n2024-05-02\t\n"],
    ["json", '[{"day":"2024-05-01","n":1},{"day":"2024-05-02","n":null}]'],
    ["json", '{"day":["2024-05-01","2024-05-02"],"n":[1,null]}'],
    ["jsonl", '{"day":"2024-05-01","n":1}\n{"day":"2024-05-02","n":null}\n'],
  ] as const;
  for (const [ending, content] of files) {
    const { rows, columns } = await read(ending, content);
    assertEquals(rows, expected);
    assertEquals(columns.map(({ type, missing }) => [type, missing]), [["date", 0], ["number", 1]]);
  }
});

Deno.test("readTable() reads Parquet as Apache Arrow writes it", async () => {
  for (const file of ["runs.parquet", "runs-zstd.parquet"]) {
    const { rows, columns } = await readTable(new URL(file, fixtures));
    assertEquals(rows.length, 6);
    assertEquals(rows[1], {
      run: 1,
      loss: 0.5,
      name: "relu",
      day: new Date("2024-05-02"),
      done: false,
      gap: null,
    });
    assertEquals(columns.map(({ name, type, missing }) => `${name} ${type} ${missing}`), [
      "run number 0",
      "loss number 0",
      "name text 0",
      "day date 0",
      "done truth 0",
      "gap number 3",
    ]);
  }
});

Deno.test("readTable() reads the arrays of NumPy, of both orders and one axis or two", async () => {
  const { rows } = await readTable(new URL("runs.npz", fixtures));
  assertEquals(rows[1], {
    step: 1,
    loss: 0.5,
    half: 0.25,
    "by row 0": 2,
    "by row 1": 3,
    "by column 0": 2,
    "by column 1": 3,
  });
  assertEquals(rows.length, 4);
  await assertRejects(
    () => readTable(new URL("uneven.npz", fixtures)),
    SyntaxError,
    "current shapes are a (2), b (3)",
  );
});

Deno.test("charts take a table as it was read, and showing it says what its columns are", async () => {
  const prices = await read("csv", "day,price,market\n2024-05-01,1,a\n2024-05-02,2,b\n");
  for (const draw of [scatter, curves]) {
    const chart = draw(prices, { x: "day", y: "price", colour: "market" });
    assertStringIncludes(chart.alt, "from 2024-05-01 to 2024-05-02");
  }
  const { "text/plain": text } = await prices[displaySymbol]();
  assertStringIncludes(`${text}`, "2 rows, 3 columns");
  assertStringIncludes(`${text}`, "date");
});

Deno.test("readTable() reads UTF-8 and UTF-16, and says so of what is neither", async () => {
  const text = "\ufeffname,v\nGröße,1\n";
  for (const swapped of [false, true]) {
    const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
    const halves = [...text].flatMap((_, i) => {
      const code = text.charCodeAt(i);
      return swapped ? [code >> 8, code & 255] : [code & 255, code >> 8];
    });
    assertEquals((await read("csv", Uint8Array.from(halves))).rows, [{ name: "Größe", v: 1 }]);
    await assertRejects(() => read("csv", bytes.slice(1)), SyntaxError, "text must be in UTF-8");
  }
  assertEquals((await read("csv", text)).rows, [{ name: "Größe", v: 1 }]);
});
