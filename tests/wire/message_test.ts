import { assertEquals, assertThrows } from "@std/assert";
import { createHmac } from "node:crypto";
import {
  decodeMessage,
  delimiterIndex,
  encodeMessage,
  type Header,
  header,
  sign,
} from "../../src/wire/message.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("sign() is HMAC-SHA256 over the parts in order (RFC 4231, test case 2)", () => {
  const parts = ["what do ya ", "want ", "for ", "nothing?"].map(bytes);
  assertEquals(
    sign("Jefe", parts),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

Deno.test("sign() takes a key longer than a block of the hash as Node's does", () => {
  const key = "ä".repeat(131);
  const parts = ["Test Using Larger Than Block-Size Key - Hash Key First"].map(bytes);
  const expected = createHmac("sha256", key).update(parts[0]).digest("hex");
  assertEquals(sign(key, parts), expected);
  assertEquals(sign("k", parts), createHmac("sha256", "k").update(parts[0]).digest("hex"));
});

Deno.test("a message survives the wire, with topics before and buffers after it", () => {
  const content = { code: "1 + 1 // ü" };
  const buffers = [new Uint8Array([1, 2]), new Uint8Array()];
  const head = header("execute_request", "s");
  const message = { header: head, parent: {}, metadata: {}, content, buffers };
  const received = [bytes("topic"), ...encodeMessage(message, "key")];
  assertEquals(decodeMessage(received, "key"), message);
  assertEquals(delimiterIndex(received), 1);
});

Deno.test("decodeMessage() refuses a changed content", () => {
  const message = { header: header("status", "s"), parent: {}, metadata: {}, content: { a: 1 } };
  const parts = encodeMessage(message, "key");
  parts[5] = bytes('{"a":2}');
  assertThrows(() => decodeMessage(parts, "key"), Error, "signature is wrong");
  assertThrows(() => decodeMessage(encodeMessage(message, "other"), "key"), Error, "signature");
});

Deno.test("decodeMessage() refuses parts that are no message", () => {
  assertThrows(() => decodeMessage([bytes("x")], "key"), Error, "damaged");
  const parts = encodeMessage(
    { header: {} as Header, parent: {}, metadata: {}, content: 1 },
    "key",
  );
  assertThrows(() => decodeMessage(parts, "key"), Error, "damaged");
});

Deno.test("with an empty key, messages are not signed", () => {
  const message = { header: header("status", "s"), parent: {}, metadata: {}, content: { a: 1 } };
  const parts = encodeMessage(message, "");
  assertEquals(parts[1].length, 0);
  assertEquals(decodeMessage(parts, ""), message);
});
