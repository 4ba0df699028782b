import { ExactReader } from "../../session/exact_reader.ts";
import { OrderedWriter } from "../../session/ordered_writer.ts";
import {
  encode,
  frame,
  greeting,
  type Multipart,
  readFrame,
  readGreeting,
  readMessage,
  ready,
  readyProperties,
  type SocketType,
} from "../../wire/frames.ts";
import { peerUser } from "./_peer_user.ts";

/** Where a socket listens. */
export type Address =
  | { readonly transport: "tcp"; readonly hostname: string; readonly port: number }
  | { readonly transport: "ipc"; readonly path: string };

/** One client of a socket. */
export interface Peer {
  /** What it calls itself; something unique if it does not say. */
  readonly identity: string;
  /** Sends one message, after those before. */
  send(parts: Multipart): void;
}

/** What happens on a socket. */
export interface SocketEvents {
  /** A client has shaken hands. */
  readonly onOpen?: (peer: Peer) => void;
  /** A client has sent a message. */
  readonly onMessage: (peer: Peer, parts: Multipart) => void;
  /** A client is gone. */
  readonly onClose?: (peer: Peer) => void;
}

/** Which sockets may talk to a kind of ours. */
const PARTNERS = {
  ROUTER: ["DEALER", "REQ", "ROUTER"],
  PUB: ["SUB", "XSUB"],
  REP: ["REQ", "DEALER"],
};

/** A client that has not shaken hands by then is sent away. */
const HANDSHAKE_LIMIT = 30_000;
const COMMAND = 4;

/**
 * Listens on a ZeroMQ socket. Bytes that are no ZMTP close their connection and touch no other.
 *
 * @returns A function that closes the socket and all its connections
 * @throws {Deno.errors.AddrInUse} If something listens there already
 */
export function listen(
  address: Address,
  type: keyof typeof PARTNERS,
  events: SocketEvents,
): () => void {
  const listener = address.transport === "tcp"
    ? Deno.listen({ hostname: address.hostname, port: address.port })
    : listenIpc(address.path);
  const connections = new Set<Deno.Conn>();
  const accept = async () => {
    for await (const connection of listener) {
      connections.add(connection);
      serve(connection, type, events).catch(() => {}).then(() => {
        connections.delete(connection);
        close(connection);
      });
    }
  };
  accept().catch(() => {});
  return () => {
    close(listener);
    for (const connection of connections) close(connection);
    if (address.transport === "ipc") removeQuietly(address.path);
  };
}

function listenIpc(path: string): Deno.Listener {
  const listener = Deno.listen({ transport: "unix", path });
  Deno.chmodSync(path, 0o600);
  return listener as unknown as Deno.Listener;
}

async function serve(
  connection: Deno.Conn,
  type: keyof typeof PARTNERS,
  { onOpen, onMessage, onClose }: SocketEvents,
): Promise<void> {
  const welcome = isWelcome(connection); // that takes longer than to shake hands
  if ("setNoDelay" in connection) (connection as Deno.TcpConn).setNoDelay(true);
  const writer = new OrderedWriter(connection), reader = new ExactReader(connection);
  const write = (bytes: Uint8Array) => void writer.write(bytes);
  const limit = setTimeout(() => close(connection), HANDSHAKE_LIMIT);
  let properties: Map<string, string> | undefined;
  try {
    write(greeting());
    if (!await readGreeting(reader)) return;
    write(ready(type as SocketType));
    const first = await readFrame(reader);
    properties = first ? readyProperties(first) : undefined;
  } finally {
    clearTimeout(limit);
  }
  if (!properties || !PARTNERS[type].includes(properties.get("socket-type") ?? "")) return;
  if (!await welcome) return;
  const identity = properties.get("identity") || crypto.randomUUID();
  const peer: Peer = { identity, send: (parts) => write(encode(parts)) };
  onOpen?.(peer);
  try {
    const onCommand = (body: Uint8Array) => pong(body, write);
    for (let parts; (parts = await readMessage(reader, onCommand)) !== null;) {
      onMessage(peer, parts);
    }
  } finally {
    onClose?.(peer);
  }
}

/** Whether a connection on this machine is the user's own: what a kernel publishes is not signed. */
async function isWelcome({ localAddr, remoteAddr }: Deno.Conn): Promise<boolean> {
  if (localAddr.transport !== "tcp" || remoteAddr.transport !== "tcp") return true;
  return await peerUser(localAddr, remoteAddr) !== "other";
}

/** Answers a heartbeat of ZMTP 3.1: what follows its time to live is sent back. */
function pong(body: Uint8Array, write: (bytes: Uint8Array) => void): void {
  const name = new TextEncoder().encode("\x04PING");
  if (!name.every((byte, i) => body[i] === byte)) return;
  write(
    frame(
      new Uint8Array([...new TextEncoder().encode("\x04PONG"), ...body.subarray(7, 23)]),
      COMMAND,
    ),
  );
}

function close(what: { close(): void }): void {
  try {
    what.close();
  } catch {
    // Closed before.
  }
}

function removeQuietly(path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // Gone with the listener.
  }
}
