/**
 * Our kernel beside Deno's, in pairs that alternate: from the start to the first value, per awaited
 * cell, ten thousand lines, memory; and ours over thousands of cells:
 *
 *     deno run -A --lock=tests/deno.lock tests/bench/kernel.ts [pairs = 5] [cells of a long session = 3000]
 */
import { startCommand } from "../../src/kernel/kernelspec.ts";
import { Client, freeConnection, portOf } from "../kernel/_client.ts";

const [pairs, long] = [Number(Deno.args[0] ?? 5), Number(Deno.args[1] ?? 3000)];
const commands = {
  ours: startCommand("").slice(1), // as it is installed
  deno: ["jupyter", "--kernel", "--conn"],
};
const folder = await Deno.makeTempDir();

/** Starts a kernel as a front end does; gives a client, and milliseconds to the first value. */
async function start(command: readonly string[]) {
  const connection = freeConnection(), file = `${folder}/connection.json`;
  const ports = (["shell", "iopub", "stdin", "control", "hb"] as const)
    .map((name) => [`${name}_port`, portOf(connection, name)]);
  const rest = { ip: "127.0.0.1", transport: "tcp", signature_scheme: "hmac-sha256" };
  const content = { key: connection.key, ...rest, ...Object.fromEntries(ports) };
  await Deno.writeTextFile(file, JSON.stringify(content));
  const began = performance.now();
  const env = { NO_COLOR: "1", ACTBOOK_HISTORY: "off" };
  const child = new Deno.Command(Deno.execPath(), {
    args: [...command, file],
    cwd: folder,
    env,
    stdout: "null",
    stderr: "null",
  }).spawn();
  let client: Client | undefined;
  while (!client) {
    client = await Client.connect(connection, false).catch(() => undefined);
    if (!client) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const id = client.send("execute_request", { code: "6 * 7", silent: false, allow_stdin: false });
  await client.until(() => client.replies.some(({ parent }) => parent.msg_id === id));
  return { client, child, first: performance.now() - began };
}

/** MiB that a process and those it started hold; a page that several hold is divided among them. */
async function memory(pid: number): Promise<number> {
  const rollup = await Deno.readTextFile(`/proc/${pid}/smaps_rollup`);
  const children = await Deno.readTextFile(`/proc/${pid}/task/${pid}/children`);
  const below = await Promise.all(
    children.trim().split(" ").filter(Boolean).map(Number).map(memory),
  );
  const own = Number(/^Pss:\s+(\d+)/m.exec(rollup)![1]) / 1024;
  return below.reduce((sum, part) => sum + part, own);
}

async function replyTo(client: Client, code: string): Promise<void> {
  const id = client.send("execute_request", { code, silent: false, allow_stdin: false });
  await client.until(() => client.replies.at(-1)?.parent.msg_id === id);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const found: Record<string, Record<"ours" | "deno", number[]>> = {};
const note = (what: string, whose: "ours" | "deno", value: number) =>
  (found[what] ??= { ours: [], deno: [] })[whose].push(value);

for (let pair = 0; pair < pairs; pair++) {
  for (const whose of pair % 2 ? ["ours", "deno"] as const : ["deno", "ours"] as const) {
    const { client, child, first } = await start(commands[whose]);
    note("start to first value, ms", whose, first);
    let since = performance.now();
    for (let i = 0; i < 100; i++) {
      await replyTo(client, `await new Promise((r) => setTimeout(r, 1)); ${i}`);
    }
    note("awaited cell, ms", whose, (performance.now() - since) / 100);
    since = performance.now();
    await replyTo(client, "for (let i = 0; i < 10000; i++) console.log('line ' + i)");
    note("10,000 lines until the reply, ms", whose, performance.now() - since);
    note("memory, MiB", whose, await memory(child.pid));
    client.send("shutdown_request", { restart: false }, "control");
    await child.status;
    client.close();
  }
}
for (const [what, { ours, deno }] of Object.entries(found)) {
  const ratio = median(ours.map((value, i) => value / deno[i]));
  console.log(
    `${what}: ours ${median(ours).toFixed(1)}, Deno ${median(deno).toFixed(1)}, ratio of pairs ${
      ratio.toFixed(2)
    }`,
  );
}
if (long > 0) {
  const { client, child } = await start(commands.ours);
  const times: number[] = [], before = await memory(child.pid);
  for (let i = 0; i < long; i++) {
    const since = performance.now();
    await replyTo(client, `const name${i} = { i: ${i}, text: "x".repeat(100) }; name${i}.i`);
    times.push(performance.now() - since);
  }
  const [first, last] = [times.slice(0, 300), times.slice(-300)].map(median);
  console.log(
    `${long} cells: ${first.toFixed(1)} ms each at first, ${last.toFixed(1)} ms at the end; ` +
      `${before.toFixed(0)} MiB before, ${(await memory(child.pid)).toFixed(0)} MiB after`,
  );
  client.send("shutdown_request", { restart: false }, "control");
  await child.status;
  client.close();
}
await Deno.remove(folder, { recursive: true });
