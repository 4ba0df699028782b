/**
 * The frames of ZeroMQ's wire protocol (ZMTP 3.0, https://rfc.zeromq.org/spec/23/): what a client and
 * a server of Jupyter's protocol both need, with the mechanism NULL.
 *
 * @module
 */

import type { ExactReader } from "../session/exact_reader.ts";

/** The kinds of sockets: a client opens DEALER and SUB, a kernel ROUTER, PUB and REP. */
export type SocketType = "DEALER" | "SUB" | "REQ" | "ROUTER" | "PUB" | "REP";

/** One message: its parts in order. */
export type Multipart = Uint8Array[];

/** One frame, as it was read. */
export interface Frame {
  /** Whether more parts of the message follow. */
  readonly more: boolean;
  /** Whether it is a command and no part of a message. */
  readonly command: boolean;
  /** Its content. */
  readonly body: Uint8Array;
}

const MORE = 1, LONG = 2, COMMAND = 4;
const GREETING_LENGTH = 64;
/** No message of Jupyter is larger; a larger length means that the stream is out of step. */
const MAX_MESSAGE = 2 ** 30;
/** Nor has one so many parts. */
const MAX_PARTS = 10_000;

const ascii = new TextEncoder();

/**
 * The 64 bytes each side sends first: signature, version 3.0, mechanism NULL.
 *
 * @returns The greeting
 */
export function greeting(): Uint8Array {
  const bytes = new Uint8Array(GREETING_LENGTH);
  bytes[0] = 0xff;
  bytes[8] = 1; // the old 2.0 length field, as libzmq fills it
  bytes[9] = 0x7f;
  bytes[10] = 3;
  bytes.set(ascii.encode("NULL"), 12);
  return bytes;
}

/**
 * Reads the other end's greeting.
 *
 * @param reader Where it comes from
 * @returns Whether it speaks ZMTP 3 with the mechanism NULL
 */
export async function readGreeting(reader: ExactReader): Promise<boolean> {
  const theirs = await reader.take(GREETING_LENGTH);
  if (theirs === null || theirs[0] !== 0xff || theirs[9] !== 0x7f || theirs[10] < 3) return false;
  return new TextDecoder().decode(theirs.subarray(12, 32)).replace(/\0+$/, "") === "NULL";
}

/**
 * The READY command that ends the NULL handshake: a list of named properties.
 *
 * @param type The kind of this end's socket
 * @param identity By what name the other end routes messages to a DEALER
 * @returns The command as one frame
 */
export function ready(type: SocketType, identity = ""): Uint8Array {
  const properties: [string, string][] = [["Socket-Type", type]];
  if (type === "DEALER") properties.push(["Identity", identity]);
  const body: number[] = [5, ...ascii.encode("READY")];
  for (const [name, value] of properties) {
    body.push(name.length, ...ascii.encode(name));
    body.push(0, 0, 0, value.length, ...ascii.encode(value));
  }
  return frame(new Uint8Array(body), COMMAND);
}

/**
 * The properties of the other end's READY command.
 *
 * @param frame The first frame after the greeting
 * @returns The properties by their names in lower case, or undefined if it is no READY command
 */
export function readyProperties({ command, body }: Frame): Map<string, string> | undefined {
  const text = new TextDecoder("latin1").decode(body);
  if (!command || !text.startsWith("\x05READY")) return;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const properties = new Map<string, string>();
  for (let at = 6; at < body.length;) {
    const nameEnd = at + 1 + body[at];
    if (nameEnd + 4 > body.length) return;
    const valueEnd = nameEnd + 4 + view.getUint32(nameEnd);
    if (valueEnd > body.length) return;
    properties.set(text.slice(at + 1, nameEnd).toLowerCase(), text.slice(nameEnd + 4, valueEnd));
    at = valueEnd;
  }
  return properties;
}

/**
 * One frame: flags, length in one byte or in eight, then the body.
 *
 * @param body The content, of any length
 * @param flags 1 when more parts follow, 4 for a command, 0 otherwise
 * @returns The bytes to send
 */
export function frame(body: Uint8Array, flags: number): Uint8Array {
  const bytes = new Uint8Array(frameLength(body));
  writeFrame(bytes, 0, body, flags);
  return bytes;
}

const frameLength = (body: Uint8Array) => (body.length > 255 ? 9 : 2) + body.length;

function writeFrame(into: Uint8Array, at: number, body: Uint8Array, flags: number): number {
  const long = body.length > 255, head = long ? 9 : 2;
  into[at] = flags | (long ? LONG : 0);
  if (long) {
    new DataView(into.buffer, into.byteOffset).setBigUint64(at + 1, BigInt(body.length));
  } else into[at + 1] = body.length;
  into.set(body, at + head);
  return at + head + body.length;
}

/**
 * The frames of a message, ready to send in one write.
 *
 * @param parts At least one part
 * @returns The bytes to send
 */
export function encode(parts: Multipart): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + frameLength(part), 0));
  let at = 0;
  parts.forEach((part, i) => {
    at = writeFrame(bytes, at, part, i < parts.length - 1 ? MORE : 0);
  });
  return bytes;
}

/**
 * Reads one frame.
 *
 * @param reader Where it comes from
 * @returns The frame, or null at the end
 * @throws {Error} If it is no frame, or too long
 */
export async function readFrame(reader: ExactReader): Promise<Frame | null> {
  const head = await reader.take(2);
  if (head === null) return null;
  const [flags, short] = head;
  if (flags > (MORE | LONG | COMMAND)) throw notZmtp();
  let length = short;
  if (flags & LONG) {
    const rest = await reader.take(7);
    if (rest === null) return null;
    const bytes = new Uint8Array([short, ...rest]);
    length = Number(new DataView(bytes.buffer).getBigUint64(0));
  }
  if (length > MAX_MESSAGE) throw notZmtp();
  const body = await reader.take(length);
  return body && { more: (flags & MORE) !== 0, command: (flags & COMMAND) !== 0, body };
}

/**
 * Reads one message.
 *
 * @param reader Where it comes from
 * @param onCommand Called with the commands between its parts
 * @returns Its parts, or null at the end
 * @throws {Error} If what comes is not ZMTP, or too much for one message
 */
export async function readMessage(
  reader: ExactReader,
  onCommand: (body: Uint8Array) => void = () => {},
): Promise<Multipart | null> {
  const parts: Multipart = [];
  for (let size = 0;;) {
    const next = await readFrame(reader);
    if (next === null) return null;
    if (next.command) {
      onCommand(next.body);
      continue;
    }
    size += next.body.length;
    if (parts.push(next.body) > MAX_PARTS || size > MAX_MESSAGE) throw notZmtp();
    if (!next.more) return parts;
  }
}

function notZmtp(): Error {
  return new Error("Cannot read what arrived: it is not ZMTP");
}
