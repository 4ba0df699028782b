/**
 * Jupyter messages on the wire: five JSON-or-bytes parts, signed with HMAC-SHA256
 * (https://jupyter-client.readthedocs.io/en/stable/messaging.html).
 *
 * @module
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Multipart } from "./frames.ts";

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
  /** Binary data that goes with it. */
  readonly buffers?: readonly Uint8Array[];
}

const text = new TextEncoder();
const decoder = new TextDecoder();
const DELIMITER = text.encode("<IDS|MSG>");

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
 * @param key The key of the connection file; with an empty one, messages are not signed
 * @param parts The four signed parts
 * @returns 64 hexadecimal digits, or nothing
 * @internal
 */
export function sign(key: string, parts: readonly Uint8Array[]): string {
  if (key === "") return "";
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
  const { header, parent, metadata, content, buffers = [] } = message;
  const parts = [header, parent, metadata, content].map((part) =>
    text.encode(JSON.stringify(part))
  );
  return [DELIMITER, text.encode(sign(key, parts)), ...parts, ...buffers];
}

/**
 * Where a message begins: before it stand the topic, or the names of those it came through.
 *
 * @param parts The parts as received
 * @returns The index of the delimiter, -1 if there is none
 * @internal
 */
export function delimiterIndex(parts: Multipart): number {
  return parts.findIndex((part) =>
    part.length === DELIMITER.length && DELIMITER.every((byte, i) => byte === part[i])
  );
}

/**
 * The message that arrived.
 *
 * @param parts The parts as received
 * @param key The key of the connection file
 * @returns The decoded message
 * @throws {Error} If the parts are not a Jupyter message or the signature is wrong
 * @internal
 */
export function decodeMessage(parts: Multipart, key: string): Message {
  const at = delimiterIndex(parts), signed = parts.slice(at + 2, at + 6);
  if (at < 0 || signed.length < 4) throw damaged();
  const expected = text.encode(sign(key, signed)), given = parts[at + 1];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error("Cannot read a Jupyter message: its signature is wrong");
  }
  const [header, parent, metadata, content] = signed.map(parsed);
  if (typeof header.msg_id !== "string" || typeof header.msg_type !== "string") throw damaged();
  const buffers = parts.slice(at + 6);
  return {
    header: header as unknown as Header,
    parent,
    metadata,
    content,
    ...(buffers.length > 0 && { buffers }),
  };
}

function parsed(part: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(decoder.decode(part));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Not even JSON.
  }
  throw damaged();
}

function damaged(): Error {
  return new Error("Cannot read a Jupyter message: it is damaged");
}
