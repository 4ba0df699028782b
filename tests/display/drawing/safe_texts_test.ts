import { assertEquals } from "@std/assert";
import { safeTexts } from "../../../src/display/drawing/_safe_texts.ts";

const spec = (channel: object) => ({ mark: "bar", encoding: { x: channel } });

Deno.test("safeTexts() keeps titles of channels from ending an expression", () => {
  const titled = safeTexts(spec({ field: "n", title: 'a "b"\n\\' }));
  assertEquals(titled, spec({ field: "n", title: "a ″b″ ∖" }));
});

Deno.test("safeTexts() gives a channel a title where the name of its field is not safe", () => {
  assertEquals(safeTexts(spec({ field: 'a"b' })), spec({ field: 'a"b', title: "a″b" }));
  assertEquals(safeTexts(spec({ field: "plain" })), spec({ field: "plain" }));
});

Deno.test("safeTexts() leaves other texts but for control and bidirectional characters", () => {
  const data = { values: [{ n: 'a "b"', x: 1.5, missing: null }] };
  assertEquals(safeTexts({ data, mark: "bar" }), { data, mark: "bar" });
  assertEquals(safeTexts({ title: "gnp.\u202eexe" }).title.includes("\u202e"), false);
});
