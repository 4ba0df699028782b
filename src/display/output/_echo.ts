/**
 * Knows when a message has left the kernel. Deno's kernel sends outputs in the background and says
 * "idle" without waiting for them, so that an output can be lost or land in the next cell; no timer is
 * long enough on a busy machine. But a kernel can listen to itself: it subscribes to its own outputs
 * (ZMTP 3.0, https://rfc.zeromq.org/spec/23/), and what comes back has been sent.
 *
 * @module
 */

const ascii = new TextEncoder();

/** How long a message may take to come back before it is taken for lost on the way. */
const patience = 1000;

/** Until the kernel has taken note of the subscription, nothing comes back. */
const settling = 20;

/** Listens to what this kernel sends. */
export interface Echo {
  /** A text to put anywhere in a message, so that it is known again. */
  mark(): string;
  /** Waits until a message with the mark has been sent; `false` if it does not come back. */
  sent(mark: string): Promise<boolean>;
}

let opened: Promise<Echo | undefined> | undefined;

/** The echo of this kernel; nothing where it cannot be heard. */
export function echo(): Promise<Echo | undefined> {
  return opened ??= open().catch(() => undefined);
}

/** The file in which the kernel was told its ports. */
async function connectionFile(): Promise<string> {
  if (Deno.build.os === "linux") {
    const words = (await Deno.readTextFile("/proc/self/cmdline")).split("\0");
    return after(words, "--conn");
  }
  const ps = new Deno.Command("ps", { args: ["-ww", "-o", "args=", "-p", `${Deno.pid}`] });
  const line = new TextDecoder().decode((await ps.output()).stdout);
  return after(line.trim().split(/ (?=--)|(?<=--conn) /), "--conn");
}

function after(words: readonly string[], word: string): string {
  const place = words.indexOf(word);
  if (place < 0) throw new Error("Cannot hear a kernel as this is none");
  return words[place + 1];
}

async function open(): Promise<Echo> {
  const { ip, iopub_port, transport } = JSON.parse(
    await Deno.readTextFile(await connectionFile()),
  );
  if (transport !== "tcp") throw new Error(`Cannot listen to ${transport}`);
  const connection = await Deno.connect({ hostname: ip, port: iopub_port });
  const writer = connection.writable.getWriter();
  await writer.write(greeting());
  await writer.write(ready());
  await writer.write(new Uint8Array([0, 1, 1])); // a message of one byte: subscribe to everything
  const waiting = new Map<string, () => void>();
  listen(connection.readable, waiting).catch(() => opened = undefined);
  await pause(settling);
  const name = crypto.randomUUID();
  let count = 0;
  let misses = 0;
  return {
    mark: () => `${name}-${++count}.`,
    async sent(mark) {
      if (misses > 2) return false;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => resolve(false), patience);
      waiting.set(mark, () => resolve(true));
      const found = await promise;
      clearTimeout(timer);
      waiting.delete(mark);
      misses = found ? 0 : misses + 1;
      return found;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Signature, version 3.0, no encryption. */
function greeting(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3]);
  bytes.set(ascii.encode("NULL"), 12);
  return bytes;
}

/** The command that says which kind of socket this is. */
function ready(): Uint8Array<ArrayBuffer> {
  const body = ascii.encode("\x05READY\x0bSocket-Type\0\0\0\x03SUB");
  return new Uint8Array([4, body.length, ...body]);
}

/** Looks for the marks that are waited for in all that arrives. */
async function listen(
  stream: ReadableStream<Uint8Array>,
  waiting: ReadonlyMap<string, () => void>,
): Promise<void> {
  const latin1 = new TextDecoder("latin1");
  let end = "";
  for await (const bytes of stream) {
    const text = end + latin1.decode(bytes);
    for (const [mark, found] of waiting) if (text.includes(mark)) found();
    end = text.slice(-64); // a mark may be cut in two
  }
}
