import { assertEquals } from "@std/assert";
import { lineText } from "@actbook/actbook";

Deno.test("lineText() writes lines as one does", () => {
  assertEquals(lineText(null), "none");
  assertEquals(lineText({ slope: 0, intercept: -1 }), "y = −1");
  assertEquals(lineText({ slope: 0, intercept: -0 }), "y = 0");
  assertEquals(lineText({ slope: 1, intercept: 0 }), "y = x");
  assertEquals(lineText({ slope: -1, intercept: 1 }), "y = −x + 1");
  assertEquals(lineText({ slope: 2, intercept: -3 }), "y = 2x − 3");
});
