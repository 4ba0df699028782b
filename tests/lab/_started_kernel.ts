import { Client, freeConnection, portOf } from "../kernel/_client.ts";
import { tethered } from "./_processes.ts";

const channels = ["shell", "iopub", "stdin", "control", "hb"] as const;

/** A kernel that was started as front ends do, by what its specification says. */
export interface StartedKernel extends AsyncDisposable {
  readonly client: Client;
}

/** Starts the kernel of a `kernel.json` in a folder, and connects a client. */
export async function startKernel(
  specification: string,
  folder: string,
  env: Record<string, string>,
): Promise<StartedKernel> {
  const connection = freeConnection(), file = await Deno.makeTempFile();
  const ports = channels.map((name) => [`${name}_port`, portOf(connection, name)]);
  const { key } = connection, ip = "127.0.0.1", signature_scheme = "hmac-sha256";
  const content = { key, ip, transport: "tcp", signature_scheme, ...Object.fromEntries(ports) };
  await Deno.writeTextFile(file, JSON.stringify(content));
  const { argv } = JSON.parse(await Deno.readTextFile(specification));
  const [command, ...args] = argv.map((each: string) => each.replace("{connection_file}", file));
  const options = { cwd: folder, env, stdin: "null", stdout: "null", stderr: "piped" } as const;
  const child = tethered(command, args, options).spawn();
  const output = child.output();
  let ended = false;
  child.status.then(() => ended = true);
  for (;;) {
    const client = await Client.connect(connection).catch(() => undefined);
    if (client) {
      return {
        client,
        async [Symbol.asyncDispose]() {
          await client.ask("shutdown_request", { restart: false }, "control");
          client.close();
          await output;
          await Deno.remove(file);
        },
      };
    }
    if (ended) {
      throw new Error(`${argv.join(" ")}:\n${new TextDecoder().decode((await output).stderr)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
