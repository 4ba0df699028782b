/**
 * Jupyter messages on the wire: five JSON-or-bytes parts, signed with HMAC-SHA256
 * (https://jupyter-client.readthedocs.io/en/stable/messaging.html).
 *
 * @module
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Multipart } from "./zmtp.ts";

/** What identifies a message and says what its content means. */
export interface Header {
  /** Unique for each message. */
  readonly msg_id: string;
  /** What the message is about, such as "execute_request". */
  readonly msg_type: string;
  /** The same for all messages of one client or kernel. */
  readonly session: string;
  /** The name of the sender. */
  readonly username: string;
  /** When it was made, in ISO 8601. */
  readonly date: string;
  /** The version of the message protocol. */
  readonly version: string;
}

/** A Jupyter message, decoded. */
export interface Message {
  /** What identifies the message. */
  readonly header: Header;
  /** The header of the request that caused this message; empty when there is none. */
  readonly parent: Partial<Header>;
  /** What no part of the protocol needs. */
  readonly metadata: Record<string, unknown>;
  /** The message itself; its fields depend on the type. */
  // deno-lint-ignore no-explicit-any
  readonly content: any;
}

const text = new TextEncoder();
const decoder = new TextDecoder();
const DELIMITER = "<IDS|MSG>";

/**
 * A new header.
 *
 * @param type The message type, such as "execute_request"
 * @param session Any string, the same for all messages of one client
 * @returns A header with a fresh id
 * @internal
 */
export function header(type: string, session: string): Header {
  return {
    msg_id: crypto.randomUUID(),
    msg_type: type,
    session,
    username: "actbook",
    date: new Date().toISOString(),
    version: "5.3",
  };
}

/**
 * The signature: HMAC-SHA256 over header, parent header, metadata and content, in hexadecimal.
 *
 * @param key The key of the connection file
 * @param parts The four signed parts
 * @returns 64 hexadecimal digits
 * @internal
 */
export function sign(key: string, parts: readonly Uint8Array[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/**
 * A message as it travels.
 *
 * @param message What to send
 * @param key The key of the connection file
 * @returns The parts, delimiter first
 * @internal
 */
export function encodeMessage(message: Message, key: string): Multipart {
  const { header, parent, metadata, content } = message;
  const parts = [header, parent, metadata, content].map((part) =>
    text.encode(JSON.stringify(part))
  );
  return [text.encode(DELIMITER), text.encode(sign(key, parts)), ...parts];
}

/**
 * The message that arrived. Parts before the delimiter (topics, identities) and buffers after the
 * content are dropped.
 *
 * @param parts The parts as received
 * @param key The key of the connection file
 * @returns The decoded message
 * @throws {Error} If the parts are not a Jupyter message or the signature is wrong
 * @internal
 */
export function decodeMessage(parts: Multipart, key: string): Message {
  const at = parts.findIndex((part) => decoder.decode(part) === DELIMITER);
  const signed = parts.slice(at + 2, at + 6);
  if (at < 0 || signed.length < 4) {
    throw new Error("Cannot read a kernel message: it is damaged");
  }
  const expected = text.encode(sign(key, signed));
  const given = parts[at + 1];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error("Cannot read a kernel message: its signature is wrong");
  }
  const [head, parent, metadata, content] = signed.map((part) => JSON.parse(decoder.decode(part)));
  return { header: head, parent, metadata, content };
}
