import { assertEquals } from "@std/assert";
import { History } from "../../src/kernel/history.ts";

async function withFile(use: (path: string) => void): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-history-" });
  try {
    use(`${folder}/deep/history.jsonl`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const codes = (history: History, request: Parameters<History["find"]>[0]) =>
  history.find(request).map(({ code }) => code);

Deno.test("the history is kept on disk, with a number for each session", async () => {
  await withFile((path) => {
    const first = History.open(path);
    first.add(1, "a");
    first.add(2, "b\nc", "the value");
    const second = History.open(path), third = History.open(path);
    assertEquals([first.session, second.session, third.session], [1, 2, 3]);
    second.add(1, "d");
    const later = History.open(path);
    assertEquals(codes(later, { hist_access_type: "tail", n: 2 }), ["b\nc", "d"]);
    assertEquals(codes(later, { hist_access_type: "range", session: 1, start: 1, stop: 2 }), ["a"]);
    assertEquals(codes(later, { hist_access_type: "range", session: -2, start: 0 }), ["d"]);
    assertEquals(later.find({ hist_access_type: "tail", n: 3 })[1], {
      session: 1,
      line: 2,
      code: "b\nc",
      output: "the value",
    });
    if (Deno.build.os !== "windows") assertEquals(Deno.statSync(path).mode! & 0o777, 0o600);
  });
});

Deno.test("a search takes * and ?, and leaves out what comes twice if asked", () => {
  const history = History.open();
  ["let a", "let b", "let a", "x(1)"].forEach((code, i) => history.add(i + 1, code));
  const search = (pattern: string, more = {}) =>
    codes(history, { hist_access_type: "search", pattern, ...more });
  assertEquals(search("let*"), ["let a", "let b", "let a"]);
  assertEquals(
    search("let*", { unique: true }),
    ["let b", "let a"].toSorted((a) => a === "let a" ? -1 : 1),
  );
  assertEquals(search("let*", { n: 1 }), ["let a"]);
  assertEquals(search("x(?)"), ["x(1)"]);
  assertEquals(search("x"), []);
});

Deno.test("a file that is damaged, or cannot be written, stops nobody", async () => {
  await withFile((path) => {
    const history = History.open(path);
    history.add(1, "a");
    Deno.writeTextFileSync(path, '{"session": 1, "li', { append: true });
    const next = History.open(path);
    assertEquals([next.session, codes(next, { hist_access_type: "tail" })], [2, ["a"]]);
    const nowhere = History.open(`${path}/below/a/file`);
    nowhere.add(1, "b");
    assertEquals(codes(nowhere, { hist_access_type: "range" }), ["b"]);
  });
});
