import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { link, table } from "@actbook/actbook";

Deno.test("link() leads to a relative path or a web address, and nowhere else", () => {
  assertEquals(link("a", "b.ipynb#c").href, "b.ipynb#c");
  assertEquals(link("a", "https://example.org/x").href, "https://example.org/x");
  const refused = [
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/etc",
    "a b",
    'a"b',
  ];
  for (const href of refused) assertThrows(() => link("a", href), TypeError, "relative");
});

Deno.test("a table shows a link in every format, its text as text", () => {
  const linked = table([{ see: link("<b>|x", "a.ipynb") }]);
  assertStringIncludes(linked.html(), '<a href="a.ipynb">&lt;b&gt;|x</a>');
  assertStringIncludes(linked.markdown(), "](<a.ipynb>)");
  assertStringIncludes(linked.toString(), "<b>|x");
});

Deno.test("an object that only looks like a link is shown as data", () => {
  const html = table([{ see: { text: "click", href: "javascript:alert(1)" } }]).html();
  assert(!html.includes("<a "));
});
