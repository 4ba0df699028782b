/** Who a connection on this machine belongs to, as far as the system tells: "other" is refused. */
export async function peerUser(
  local: Deno.NetAddr,
  remote: Deno.NetAddr,
): Promise<"own" | "other" | "unknown"> {
  if (Deno.build.os !== "linux") return "unknown";
  const table = await read(remote.hostname.includes(":") ? "/proc/net/tcp6" : "/proc/net/tcp");
  const [own, theirs] = [endpoint(local), endpoint(remote)];
  for (const line of table.split("\n")) {
    // sl local_address rem_address st tx_queue:rx_queue tr:when retransmits uid
    const [, from, to, , , , , user] = line.trim().split(/\s+/);
    if (from !== theirs || to !== own) continue;
    return [0, Deno.uid()].includes(Number(user)) ? "own" : "other";
  }
  return "unknown"; // it is elsewhere, or the system does not say
}

async function read(path: string): Promise<string> {
  return await Deno.readTextFile(path).catch(() => "");
}

/** As the kernel's table writes an address of IPv4: the bytes of a little-endian number, and a port. */
function endpoint({ hostname, port }: Deno.NetAddr): string {
  const hex = (value: number, length: number) =>
    value.toString(16).toUpperCase().padStart(length, "0");
  const bytes = hostname.split(".").map((byte) => hex(Number(byte), 2));
  return `${bytes.toReversed().join("")}:${hex(port, 4)}`;
}
