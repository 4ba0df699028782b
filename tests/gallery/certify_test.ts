import { assertEquals, assertStringIncludes } from "@std/assert";
import { certificateTable, certify, gelu, geluSigmoid } from "@actbook/actbook";
import { displaySymbol } from "@actbook/actbook/display";

Deno.test("a certificate is plain data that shows as a table", async () => {
  const certificate = await certify(gelu, geluSigmoid, { format: "float16", range: [-4, 4] });
  const again = JSON.parse(JSON.stringify(certificate));
  assertEquals({ ...certificate }, again);
  assertEquals(certificateTable(again).rows, certificateTable(certificate).rows);
  const bundle = await certificate[displaySymbol]();
  assertStringIncludes(`${bundle["text/plain"]}`, "a part of the inputs of float16");
  assertStringIncludes(`${bundle["text/plain"]}`, `${certificate.worst!.ulps}`);
});
