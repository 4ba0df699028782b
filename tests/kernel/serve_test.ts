import { assertEquals, assertMatch } from "@std/assert";
import type { Connection } from "../../src/kernel/connection.ts";
import { startCommand } from "../../src/kernel/kernelspec.ts";
import { Client, execution, freeConnection, portOf } from "./_client.ts";

/** A kernel as front ends start it: a process and its connection file. */
interface Started extends AsyncDisposable {
  readonly process: Deno.ChildProcess;
  readonly client: Client;
  readonly folder: string;
}

function fileOf(connection: Connection): string {
  const port = (channel: keyof Connection["addresses"]) => portOf(connection, channel);
  return JSON.stringify({
    transport: "tcp",
    ip: "127.0.0.1",
    key: connection.key,
    signature_scheme: "hmac-sha256",
    shell_port: port("shell"),
    iopub_port: port("iopub"),
    stdin_port: port("stdin"),
    control_port: port("control"),
    hb_port: port("hb"),
  });
}

async function connected(connection: Connection): Promise<Client> {
  const deadline = Date.now() + 60_000;
  while (true) {
    try {
      return await Client.connect(connection);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function start(
  files: Record<string, string> = {},
  { flags = [], env = {} }: { flags?: string[]; env?: Record<string, string> } = {},
): Promise<Started> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-serve-" }));
  const connection = freeConnection();
  for (const [name, text] of Object.entries({ ...files, "connection.json": fileOf(connection) })) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const [command, ...args] = startCommand("1");
  const process = new Deno.Command(command, {
    args: [...args, `${folder}/connection.json`, ...flags],
    cwd: folder,
    env: { ACTBOOK_HISTORY: "off", NO_COLOR: "1", JPY_SESSION_NAME: `${folder}/n.ipynb`, ...env },
    stdin: "null",
    stdout: "null",
  }).spawn();
  const client = await connected(connection);
  return {
    process,
    client,
    folder,
    async [Symbol.asyncDispose]() {
      client.close();
      try {
        process.kill("SIGKILL");
      } catch {
        // It has ended.
      }
      await process.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

const value = async (client: Client, code: string) =>
  (await client.execute(code)).outputs.find(([type]) => type === "execute_result")?.[1]
    .data["text/plain"];

Deno.test("a front end starts the kernel in the notebook's folder, and ends it by a message", async () => {
  await using started = await start({ "m.ts": "export const v: number = 41;" });
  const { client, process } = started;
  assertEquals(await value(client, "import { v } from './m.ts'; v + 1"), "42");
  client.send("shutdown_request", { restart: false }, "control");
  assertEquals((await process.status).code, 0);
});

Deno.test({
  name: "SIGINT interrupts the cell, SIGTERM ends the kernel",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using started = await start();
    const { client, process } = started;
    await client.execute("const kept = 7");
    const running = client.send("execute_request", execution("console.log('on'); for (;;) {}"));
    await client.until(() => client.published.some(({ content }) => content.text === "on\n"));
    process.kill("SIGINT");
    assertEquals((await client.answerTo(running)).reply.ename, "Interrupted");
    assertEquals(await value(client, "kept"), "7");
    const cells = Number(await value(client, "Deno.pid"));
    process.kill("SIGTERM");
    await process.status;
    assertEquals(isAlive(cells), false);
  },
});

Deno.test({
  name: "a kernel whose front end is killed ends, and with it the process of its cells",
  ignore: Deno.build.os === "windows",
  async fn() {
    const frontEnd = new Deno.Command("sleep", { args: ["600"] }).spawn();
    await using started = await start({}, { env: { JPY_PARENT_PID: `${frontEnd.pid}` } });
    const cells = Number(await value(started.client, "Deno.pid"));
    started.client.send("execute_request", execution("for (;;) {}"));
    frontEnd.kill("SIGKILL");
    await frontEnd.status;
    await started.process.status;
    for (let i = 0; isAlive(cells) && i < 1000; i++) await new Promise((r) => setTimeout(r, 20));
    assertEquals(isAlive(cells), false);
  },
});

Deno.test("permissions come from the kernelspec, or else from the notebook", async () => {
  const notebook = JSON.stringify({ metadata: { actbook: { permissions: ["--allow-read=."] } } });
  await using byNotebook = await start({ "n.ipynb": notebook });
  const read = await byNotebook.client.execute("Deno.readTextFileSync('n.ipynb').length");
  assertEquals(read.reply.status, "ok");
  const refused = await byNotebook.client.execute("Deno.env.get('HOME')");
  assertEquals(refused.reply.ename, "NotCapable");
  await using bySpec = await start({ "n.ipynb": notebook }, { flags: ["--allow-env"] });
  assertEquals((await bySpec.client.execute("Deno.env.get('HOME')")).reply.status, "ok");
  assertMatch(
    (await bySpec.client.execute("Deno.readTextFileSync('n.ipynb')")).reply.evalue,
    /^Requires read/,
  );
});

function isAlive(pid: number): boolean {
  try {
    Deno.kill(pid, 0 as unknown as Deno.Signal);
    return true;
  } catch {
    return false;
  }
}
