import { assertEquals } from "@std/assert";
import { OrderedWriter } from "../../src/session/ordered_writer.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Takes at most so many bytes at a time, and remembers each write. */
function sink(most = Infinity) {
  const writes: string[] = [];
  return {
    writes,
    async write(given: Uint8Array) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const taken = given.subarray(0, most);
      writes.push(new TextDecoder().decode(taken));
      return taken.length;
    },
  };
}

Deno.test("what is written in one moment, or during a write, leaves together and in order", async () => {
  const target = sink(), writer = new OrderedWriter(target);
  writer.write(bytes("a"));
  writer.write(bytes("b"));
  await new Promise((resolve) => setTimeout(resolve, 0));
  writer.write(bytes("c"));
  await writer.write(bytes("d"));
  assertEquals(target.writes.join(""), "abcd");
  assertEquals(target.writes[0], "ab");
});

Deno.test("a sink that takes little at a time gets everything, and long ones by themselves", async () => {
  const target = sink(999), writer = new OrderedWriter(target), long = "x".repeat(20_000);
  const all = ["short", long, "one", "two", long, long, "end"];
  for (const each of all) writer.write(bytes(each));
  await writer.write(bytes("!"));
  assertEquals(target.writes.join(""), all.join("") + "!");
});

Deno.test("what is written when the last write has just ended is written too", async () => {
  const target = sink(), writer = new OrderedWriter(target);
  for (let i = 0; i < 100; i++) {
    const written = writer.write(bytes(`${i} `));
    for (let turn = 0; turn < i % 10; turn++) await undefined;
    await written;
    for (let turn = 0; turn < i % 7; turn++) await undefined;
  }
  assertEquals(target.writes.join(""), Array.from({ length: 100 }, (_, i) => `${i} `).join(""));
});

Deno.test("a sink that is gone is written to in vain, without an error", async () => {
  let tries = 0;
  const writer = new OrderedWriter({
    write() {
      tries++;
      return Promise.reject(new Error("gone"));
    },
  });
  await writer.write(bytes("a"));
  await writer.write(bytes("b"));
  assertEquals(tries, 2);
});
