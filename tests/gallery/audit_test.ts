import { assertEquals, assertStringIncludes } from "@std/assert";
import { audit } from "@actbook/actbook";
import { statements } from "@actbook/actbook/article";
import { settledElsewhere, settledIn } from "../../src/gallery/_settled.ts";

Deno.test("audit() has a row per statement, with verdict and corrected formula", () => {
  const { rows, table } = audit();
  assertEquals(rows.map(({ id }) => id), statements.map(({ id }) => id));
  assertEquals(table().rows.map(({ verdict }) => verdict), rows.map(({ verdict }) => verdict));
});

Deno.test("audit() shows where a check disagrees with the verdict written down", () => {
  const wrong = statements.filter(({ verdict }) => verdict === "fails")
    .map((statement) => ({ ...statement, verdict: "holds" as const }));
  for (const { verdict } of audit(wrong.slice(0, 2)).table().rows) {
    assertStringIncludes(`${verdict}`, "the check disagrees");
  }
});

Deno.test("audit() links each statement to the notebook that settles it", async () => {
  const ids = statements.map(({ id }) => id);
  assertEquals(settledElsewhere.filter((id) => !ids.includes(id)), []);
  for (const id of ids) await Deno.stat(`notebooks/${settledIn(id)}.ipynb`);
  assertStringIncludes(
    audit().table({ notebooks: "." }).html(),
    'href="./03-where-tanh-comes-from.ipynb"',
  );
});
