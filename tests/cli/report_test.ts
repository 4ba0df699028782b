import { assertEquals, assertStringIncludes } from "@std/assert";
import { withNotebooks } from "../notebook/_notebooks.ts";
import { actbook } from "./_actbook.ts";

const cells = ["1", "// a <b>\n\nthrow new Error('50 % & \\n more: no');"];

Deno.test("--report github annotates the line of the file where the cell's line stands", async () => {
  await withNotebooks({ a: cells }, async (folder) => {
    const path = `${folder}/a.ipynb`;
    const text = await Deno.readTextFile(path);
    const json = JSON.parse(text);
    json.cells[1].source = cells[1].split(/(?<=\n)/);
    await Deno.writeTextFile(path, JSON.stringify(json, null, 1));
    // The file as it was committed, which is what GitHub shows.
    const lines = (await Deno.readTextFile(path)).split("\n");
    const { exit, out } = await actbook(["run", path, "--report", "github"]);
    assertEquals(exit, 1);
    const line = lines.findIndex((each) => each.includes('"throw new Error')) + 1;
    const title = path.replaceAll(",", "%2C") + "%2C cell 2";
    assertStringIncludes(
      out,
      `::error file=${path},line=${line},title=${title}::Error: 50 %25 & %0A more: no%0Aline 3: throw`,
    );
  });
});

Deno.test("--report writes JUnit and JSON files, with the seconds of each cell", async () => {
  await withNotebooks({ a: cells, b: ["2"] }, async (folder) => {
    const xml = `${folder}/report.xml`, json = `${folder}/report.json`;
    const options = ["--report", xml, "--report", json];
    assertEquals((await actbook(["run", folder, ...options])).exit, 1);
    const junit = await Deno.readTextFile(xml);
    assertStringIncludes(junit, '<testsuites tests="3" failures="1"');
    assertStringIncludes(junit, `<testsuite name="${folder}/a.ipynb"`);
    assertStringIncludes(junit, "Error: 50 % &amp;");
    const report = JSON.parse(await Deno.readTextFile(json));
    assertEquals([report.ok, report.notebooks.length], [false, 2]);
    const [{ cells: times, findings: [finding] }] = report.notebooks;
    assertEquals(times.map(({ cell }: { cell: number }) => cell), [1, 2]);
    assertEquals(times.every(({ seconds }: { seconds: number }) => seconds >= 0), true);
    assertEquals([finding.kind, finding.cell, finding.line], ["failure", 2, 3]);
  });
});

Deno.test("--report json writes JSON alone to standard output; check and verify report too", async () => {
  await withNotebooks({ a: ["const s: string = 1;"] }, async (folder) => {
    const checked = JSON.parse((await actbook(["check", folder, "--report", "json"])).out);
    const [{ findings: [problem] }] = checked.notebooks;
    assertEquals([problem.kind, problem.cell, problem.index, problem.line], ["problem", 1, 0, 1]);
    await Deno.writeTextFile(
      `${folder}/a.ipynb`,
      (await Deno.readTextFile(`${folder}/a.ipynb`)).replace("const s: string = 1;", "1"),
    );
    const verified = JSON.parse((await actbook(["verify", folder, "--report", "json"])).out);
    const [{ findings: [difference] }] = verified.notebooks;
    assertEquals([difference.kind, difference.cell, difference.lines.length], ["difference", 1, 2]);
  });
});

Deno.test("a report of an unknown kind is refused", async () => {
  const { exit, err } = await actbook(["run", "x.ipynb", "--report", "pdf"]);
  assertEquals(exit, 1);
  assertStringIncludes(err, "github, json, or a file that ends in .xml or .json");
});
