import { assertEquals, assertThrows } from "@std/assert";
import { decodeMessage, encodeMessage, header, sign } from "../../src/notebook/message.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("sign() is HMAC-SHA256 over the parts in order (RFC 4231, test case 2)", () => {
  const parts = ["what do ya ", "want ", "for ", "nothing?"].map(bytes);
  assertEquals(
    sign("Jefe", parts),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

Deno.test("a message survives the wire, with topics before and buffers after it", () => {
  const content = { code: "1 + 1 // ü" };
  const message = { header: header("execute_request", "s"), parent: {}, metadata: {}, content };
  const parts = encodeMessage(message, "key");
  const received = [bytes("topic"), ...parts, new Uint8Array([1, 2])];
  assertEquals(decodeMessage(received, "key"), message);
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
});
