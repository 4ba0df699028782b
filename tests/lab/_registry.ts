/**
 * A registry of npm on this machine with the package in it, made from this checkout; all other
 * packages come from the registry of the world.
 *
 * @module
 */

import { pack } from "../package/pack.ts";
import { cache } from "./_environment.ts";
import { end, tethered } from "./_processes.ts";

/** Verdaccio asks for a version of this dependency by a tag that not every mirror has. */
const registryPackage = {
  private: true,
  dependencies: { verdaccio: "6.2.1" },
  overrides: { "node-fetch": "2.7.0" },
};

/** A registry that runs. */
export interface Registry extends AsyncDisposable {
  /** What a `.npmrc` needs to find the package there. */
  readonly npmrc: string;
  /** The version of the package. */
  readonly version: string;
  /** The folder that was published. */
  readonly folder: string;
}

/** What a program said, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a folder to its end. */
export async function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const output = await tethered(command, [...args], {
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const text = new TextDecoder();
  return {
    code: output.code,
    stdout: text.decode(output.stdout),
    stderr: text.decode(output.stderr),
  };
}

/** The same, where it must end well. */
export async function runWell(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const ran = await run(cwd, command, args, env);
  if (ran.code === 0) return ran;
  throw new Error(
    `${[command, ...args].join(" ")} ended with ${ran.code}:\n${ran.stdout}${ran.stderr}`,
  );
}

/** The program of the registry, installed if it is not there yet. */
async function verdaccio(): Promise<string> {
  const folder = `${cache}/verdaccio`;
  await Deno.mkdir(folder, { recursive: true });
  using lock = await Deno.open(`${folder}/lock`, { create: true, write: true });
  await lock.lock(true);
  const wanted = JSON.stringify(registryPackage);
  const stamp = `${folder}/installed.txt`;
  if (await Deno.readTextFile(stamp).catch(() => "") !== wanted) {
    await Deno.writeTextFile(`${folder}/package.json`, wanted);
    await runWell(folder, "npm", ["install", "--no-audit", "--no-fund"]);
    await Deno.writeTextFile(stamp, wanted);
  }
  return `${folder}/node_modules/.bin/verdaccio`;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Starts a registry, makes the package, and publishes it there. */
export async function startRegistry(): Promise<Registry> {
  const program = await verdaccio();
  const home = await Deno.makeTempDir({ prefix: "actbook-registry-" });
  const address = `127.0.0.1:${freePort()}`;
  await Deno.writeTextFile(
    `${home}/config.yaml`,
    JSON.stringify({
      storage: `${home}/storage`,
      packages: { "@actbook/*": { access: "$all", publish: "$all" } },
      max_body_size: "50mb",
      log: { type: "stdout", level: "error" },
    }),
  );
  const child = tethered(program, ["--config", `${home}/config.yaml`, "--listen", address], {
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const stop = async () => {
    await end(child);
    await Deno.remove(home, { recursive: true });
  };
  try {
    await answers(`http://${address}/-/ping`, child);
    const folder = `${home}/package`;
    await pack(folder);
    const token = `${home}/npmrc`;
    await Deno.writeTextFile(token, `//${address}/:_authToken=nobody\n`);
    await runWell(folder, "npm", [
      "publish",
      "--registry",
      `http://${address}`,
      "--userconfig",
      token,
    ]);
    const { version } = JSON.parse(await Deno.readTextFile(`${folder}/package.json`));
    return {
      npmrc: `@actbook:registry=http://${address}\n`,
      version,
      folder,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(url: string, child: Deno.ChildProcess): Promise<void> {
  let ended = false;
  child.status.then(() => ended = true);
  while (!ended) {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("Cannot start the registry as its process ended");
}
