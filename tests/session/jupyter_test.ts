import { assertEquals, assertMatch } from "@std/assert";
import { Kernel } from "../../src/notebook/mod.ts";
import { run, sessionIn } from "./_run.ts";

const png = "new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2])";
const jpeg = "new Uint8Array([255, 216, 1, 2, 255, 217])";

/** Cells that show the same in Deno's own kernel. */
const same = [
  "await Deno.jupyter.display({ a: 1 })",
  "await Deno.jupyter.display({ 'text/plain': 'raw', 'text/html': '<b>' }, { raw: true })",
  "await Deno.jupyter.display([1], { raw: true })",
  "await Deno.jupyter.display('text', { display_id: 'd' })",
  "await Deno.jupyter.display(2, { display_id: 'd', update: true })",
  "await Deno.jupyter.display(null)",
  "await Deno.jupyter.display(NaN)",
  "Deno.jupyter.md`# ${'title'} ${undefined} ${0}`",
  "Deno.jupyter.html`<b>${1}</b>`",
  "Deno.jupyter.svg`<svg/>`",
  "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 'own' }) })",
  "({ [Deno.jupyter.$display]: async () => ({ 'text/plain': 'own, later' }) })",
  png,
  jpeg,
  `Deno.jupyter.image(${png})`,
  `Deno.jupyter.image(${jpeg})`,
  "({ toDataURL: () => 'data:image/png;base64,AAAA' })",
  "({ outerHTML: '<svg></svg>' })",
  "({ outerHTML: '<p></p>' })",
  "({ toSpec: () => ({ $schema: 'https://vega.github.io/schema/vega/v5.json' }), name: 'vega' })",
  "await Deno.jupyter.format(5)",
  "await Deno.jupyter.format(Deno.jupyter.md`x`)",
  "await Deno.jupyter.broadcast('display_data', { data: { 'text/plain': 'x' }, metadata: { m: 1 }, transient: {} })",
  "Object.keys(Deno.jupyter).sort()",
  "({ schema: { 'a<b': { toJSON: () => ({ DataType: 'Int64' }) }, s: { toJSON: () => ({ DataType: 'Utf8' }) } }, " +
  "head: () => ({ toRecords: () => [{ 'a<b': 1, s: '<i>' }] }), toRecords: () => [] })",
  "new Map([[1, { a: [1, 2, { b: new Set(['x']) }] }]])",
  "console.log('%s is %d', 'x', 5)",
  "console.error('e')",
  "[1, 2, 3].map((x) => x ** 2)",
  "class Q { x = 1 }; new Q()",
  "'a string\\nof two lines'",
  "new Error('shown')",
  "() => 1",
];

type Shown = [string, Record<string, unknown>][];

/** What two kernels may say in different ways: the numbering, and how the text of a value is cut. */
function comparable(type: string, content: Record<string, unknown>): Shown[number] {
  const { execution_count: _, transient, ...rest } = content;
  return [type, { ...rest, ...(Object.keys(transient ?? {}).length > 0 && { transient }) }];
}

Deno.test("Deno.jupyter and values show what they show in Deno's own kernel", async () => {
  await using place = await sessionIn({}, { colours: true });
  const kernel = await Kernel.start({ cwd: place.folder });
  try {
    for (const code of same) {
      const theirs: Shown = [], ours: Shown = [];
      await kernel.execute(code, {
        onOutput: ({ header, content }) => theirs.push(comparable(header.msg_type, content)),
      });
      for (const { type, content } of (await run(place.session, code)).outputs) {
        ours.push(comparable(type, content));
      }
      if (/Error/.test(code)) continue; // places differ: a cell has its number here
      // A chart has a plain form here; entities differ in their spelling only.
      const data = ours[0]?.[1].data as Record<string, unknown> | undefined;
      if (/toSpec/.test(code)) delete data!["text/plain"];
      const spelt = JSON.stringify(ours).replaceAll("&#60;", "&lt;").replaceAll("&#62;", "&gt;");
      assertEquals(spelt, JSON.stringify(theirs), code);
    }
  } finally {
    await kernel.close();
  }
});

Deno.test("what Deno's own kernel does not show of Deno.jupyter is shown", async () => {
  await using place = await sessionIn();
  const { session } = place;
  const own =
    "Object.assign(() => 1, { [Deno.jupyter.$display]: () => ({ 'text/plain': 'a function' }) })";
  assertEquals((await run(session, own)).value, "a function");
  const spec =
    "({ toSpec: () => ({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json' }) })";
  const { outputs } = await run(session, spec);
  assertEquals(Object.keys(outputs[0].content.data), [
    "application/vnd.vegalite.v6+json",
    "text/plain",
  ]);
  const metadata = await run(session, "await Deno.jupyter.display(1, { metadata: { m: 2 } })");
  assertEquals(metadata.outputs[0].content.metadata, { m: 2 });
  const wrong = await run(session, "Deno.jupyter.image(new Uint8Array(3))");
  assertMatch(wrong.traceback!, /^TypeError: Cannot show it as an image/);
});
