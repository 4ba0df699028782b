import type { Address } from "./socket/listen.ts";

const CHANNELS = ["shell", "iopub", "stdin", "control", "hb"] as const;

/** The channels of a kernel. */
export type Channel = typeof CHANNELS[number];

/** What a front end writes into a connection file. */
export interface Connection {
  /** What messages are signed with. */
  readonly key: string;
  /** Where each channel listens. */
  readonly addresses: Readonly<Record<Channel, Address>>;
}

/**
 * Reads a connection file.
 *
 * @param path Its path
 * @returns The key and the addresses
 * @throws {Error} If it is no connection file, or asks for what there is not
 */
export function readConnection(path: string): Connection {
  const file = JSON.parse(Deno.readTextFileSync(path));
  const { transport = "tcp", ip = "127.0.0.1", key = "", signature_scheme } = file;
  if (key !== "" && signature_scheme !== undefined && signature_scheme !== "hmac-sha256") {
    throw new Error(
      `Cannot use ${path}: signature_scheme must be hmac-sha256: current value is ${signature_scheme}`,
    );
  }
  if (transport !== "tcp" && (transport !== "ipc" || Deno.build.os === "windows")) {
    throw new Error(
      `Cannot use ${path}: transport must be tcp, or ipc on Unix: current value is ${transport}`,
    );
  }
  const address = (channel: Channel): Address => {
    const port = file[`${channel}_port`];
    if (!Number.isInteger(port)) {
      throw new Error(
        `Cannot use ${path}: ${channel}_port must be a whole number: current value is ${port}`,
      );
    }
    return transport === "tcp"
      ? { transport, hostname: ip, port }
      : { transport, path: `${ip}-${port}` };
  };
  const addresses = Object.fromEntries(CHANNELS.map((channel) => [channel, address(channel)]));
  return { key, addresses: addresses as Record<Channel, Address> };
}
