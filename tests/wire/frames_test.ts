import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { ExactReader } from "../../src/session/exact_reader.ts";
import {
  encode,
  frame,
  greeting,
  readFrame,
  readGreeting,
  readMessage,
  ready,
  readyProperties,
} from "../../src/wire/frames.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A source that gives these bytes, at most `size` at a time. */
function source(all: Uint8Array, size = Infinity) {
  let at = 0;
  return {
    read(into: Uint8Array) {
      const count = Math.min(size, into.length, all.length - at);
      if (count === 0) return Promise.resolve(null);
      into.set(all.subarray(at, at += count));
      return Promise.resolve(count);
    },
  };
}

const reader = (all: Uint8Array, size?: number) => new ExactReader(source(all, size));

Deno.test("greeting() is 64 bytes: signature, version 3.0, mechanism NULL", () => {
  const sent = greeting();
  assertEquals(sent.length, 64);
  assertEquals([sent[0], sent[9], sent[10], sent[11]], [0xff, 0x7f, 3, 0]);
  assertEquals(new TextDecoder().decode(sent.subarray(12, 16)), "NULL");
  assert(sent.subarray(16).every((byte) => byte === 0));
});

Deno.test("frame() writes a short length in one byte", () => {
  assertEquals([...frame(bytes("hi"), 0)], [0, 2, 104, 105]);
  assertEquals([...frame(new Uint8Array(255), 1).subarray(0, 2)], [1, 255]);
});

Deno.test("frame() writes a length above 255 in eight bytes and says so", () => {
  const sent = frame(new Uint8Array(256), 1);
  assertEquals([...sent.subarray(0, 9)], [3, 0, 0, 0, 0, 0, 0, 1, 0]);
  assertEquals(sent.length, 265);
});

Deno.test("encode() marks every part but the last as followed by more", () => {
  assertEquals([...encode([bytes("a"), bytes("b")])], [1, 1, 97, 0, 1, 98]);
});

Deno.test("ready() names the socket type", () => {
  const text = new TextDecoder().decode(ready("SUB"));
  assert(text.includes("\x05READY\x0bSocket-Type\0\0\0\x03SUB"), JSON.stringify(text));
});

Deno.test("readyProperties() reads what ready() wrote, and nothing else", async () => {
  const sent = await readFrame(reader(ready("DEALER", "me")));
  assertEquals(readyProperties(sent!), new Map([["socket-type", "DEALER"], ["identity", "me"]]));
  const cut = { ...sent!, body: sent!.body.subarray(0, -1) };
  assertEquals(readyProperties(cut), undefined);
  assertEquals(readyProperties({ ...sent!, command: false }), undefined);
  assertEquals(readyProperties({ ...sent!, body: bytes("\x05ERROR") }), undefined);
});

Deno.test("readGreeting() takes ZMTP 3 with the mechanism NULL alone", async () => {
  const changed = (at: number, value: number) => {
    const sent = greeting();
    sent[at] = value;
    return readGreeting(reader(sent));
  };
  assertEquals(await readGreeting(reader(greeting())), true);
  for (const [at, value] of [[0, 0], [9, 0], [10, 2], [12, 67], [16, 76]]) {
    assertEquals(await changed(at, value), false, `byte ${at}`);
  }
  assertEquals(await readGreeting(reader(greeting().subarray(1))), false);
});

const message = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 8 });

Deno.test("messages survive the wire, in pieces of any size", async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(message, { maxLength: 5 }),
    fc.integer({ min: 1, max: 700 }),
    async (messages, size) => {
      const sent = new Uint8Array(messages.flatMap((each) => [...encode(each)]));
      const from = reader(sent, size);
      for (const each of messages) assertEquals(await readMessage(from), each);
      assertEquals(await readMessage(from), null);
    },
  ));
});

Deno.test("whatever bytes arrive, they are messages, an end or an error", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (sent) => {
    const from = reader(sent);
    try {
      while (await readMessage(from) !== null);
    } catch (error) {
      assert((error as Error).message === "Cannot read what arrived: it is not ZMTP");
    }
  }));
});

Deno.test("a frame that announces too much is refused, one that does not send it takes no memory", async () => {
  const head = (length: bigint) => {
    const sent = new Uint8Array(9);
    sent[0] = 2;
    new DataView(sent.buffer).setBigUint64(1, length);
    return sent;
  };
  await assertRejects(() => readFrame(reader(head(2n ** 63n))), Error, "not ZMTP");
  await assertRejects(() => readFrame(reader(head(2n ** 30n + 1n))), Error, "not ZMTP");
  const before = Deno.memoryUsage().external;
  assertEquals(await readFrame(reader(head(2n ** 30n))), null);
  assert(Deno.memoryUsage().external - before < 2 ** 28);
});

Deno.test("large frames arrive whole", async () => {
  const large = crypto.getRandomValues(new Uint8Array(65_536));
  const all = new Uint8Array(5_000_000).map((_, i) => large[i % large.length]);
  const from = reader(encode([all, bytes("end")]), 100_000);
  const [first, second] = (await readMessage(from))!;
  assert(first.length === all.length && first.every((byte, i) => byte === all[i]));
  assertEquals(second, bytes("end"));
});
