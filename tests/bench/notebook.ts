/**
 * What the runner costs: 20 trivial cells through it, against the bare kernel that is asked the same
 * without waiting for outputs, and against `jupyter nbconvert --execute`. Paired runs, the order
 * alternates; the medians of the ratios and their range are printed.
 *
 *     deno run -A tests/bench/notebook.ts [pairs]
 *
 * nbconvert is left out if there is no `jupyter` on the PATH.
 */

import { connectionInfo, KernelProcess } from "../../src/notebook/_process.ts";
import { executeNotebook, parseNotebook } from "../../src/notebook/mod.ts";
import { decodeMessage, encodeMessage, header } from "../../src/wire/message.ts";
import { type SocketType, ZmtpConnection } from "../../src/notebook/zmtp.ts";

const CELLS = 20;
const pairs = Number(Deno.args[0] ?? 10);
const folder = await Deno.makeTempDir({ prefix: "actbook-bench-" });
const sources = Array.from({ length: CELLS }, (_, i) => `${i}`);
const path = `${folder}/n.ipynb`;
const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" };
const text = JSON.stringify({
  cells: sources.map((source, i) => ({
    cell_type: "code",
    execution_count: null,
    id: `c${i}`,
    metadata: {},
    outputs: [],
    source,
  })),
  metadata: { kernelspec },
  nbformat: 4,
  nbformat_minor: 5,
});

async function connect(port: number, type: SocketType): Promise<ZmtpConnection> {
  while (true) {
    try {
      return await ZmtpConnection.connect(port, type);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Start, each cell's reply, shutdown: nothing waits for an output. */
async function bare(): Promise<void> {
  const info = connectionInfo();
  const process = new KernelProcess(info, folder);
  const shell = await connect(info.shell_port, "DEALER");
  const control = await connect(info.control_port, "DEALER");
  const iopub = await connect(info.iopub_port, "SUB");
  const drained = (async () => {
    while (await iopub.receive().catch(() => null));
  })();
  const send = (connection: ZmtpConnection, type: string, content: unknown) =>
    connection.send(
      encodeMessage(
        { header: header(type, "bench"), parent: {}, metadata: {}, content },
        info.key,
      ),
    );
  for (const code of sources) {
    await send(shell, "execute_request", { code, silent: false, store_history: true });
    decodeMessage((await shell.receive())!, info.key);
  }
  await send(control, "shutdown_request", { restart: false });
  await process.ended;
  for (const connection of [shell, control, iopub]) connection.close();
  await drained;
}

async function ours(): Promise<void> {
  const { failure, results } = await executeNotebook(parseNotebook(text, path));
  const outputs = [...results.values()].flatMap(({ outputs }) => outputs);
  if (failure || outputs.length !== CELLS) throw new Error("Cannot time a run that failed");
}

async function command(program: string, args: string[], env: Record<string, string> = {}) {
  const { success, stderr } = await new Deno.Command(program, {
    args,
    env,
    stdout: "null",
    stderr: "piped",
  })
    .output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function compare(
  names: [string, string],
  first: () => Promise<void>,
  second: () => Promise<void>,
) {
  const times: [number, number][] = [];
  await first();
  await second();
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % 2 === 0) times.push([await seconds(first), await seconds(second)]);
    else {
      const b = await seconds(second);
      times.push([await seconds(first), b]);
    }
  }
  const ratios = times.map(([a, b]) => a / b);
  const [a, b] = [0, 1].map((i) => median(times.map((each) => each[i])).toFixed(3));
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  console.log(`${names[0]} ${a} s, ${names[1]} ${b} s (medians of ${pairs})`);
  console.log(`  ratio ${median(ratios).toFixed(2)} (${range})`);
}

async function hasJupyter(): Promise<boolean> {
  try {
    await command("jupyter", ["nbconvert", "--version"]);
    return true;
  } catch {
    return false;
  }
}

try {
  await Deno.writeTextFile(path, text);
  await compare([`runner, ${CELLS} cells`, "bare kernel"], ours, bare);
  if (await hasJupyter()) {
    await Deno.mkdir(`${folder}/jupyter/kernels/deno`, { recursive: true });
    const argv = [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"];
    await Deno.writeTextFile(
      `${folder}/jupyter/kernels/deno/kernel.json`,
      JSON.stringify({ argv, display_name: "Deno", language: "typescript" }),
    );
    const env = { JUPYTER_PATH: `${folder}/jupyter`, JUPYTER_DATA_DIR: `${folder}/data` };
    const convert = ["nbconvert", "--execute", "--to", "notebook", "--output", "converted", path];
    const cli = ["run", "-A", "src/cli/mod.ts", "run", path, "--output", `${folder}/ours.ipynb`];
    await compare(
      ["nbconvert --execute", "actbook run"],
      () => command("jupyter", convert, env),
      () => command(Deno.execPath(), cli),
    );
  } else console.log("nbconvert: left out, there is no jupyter on the PATH");
} finally {
  await Deno.remove(folder, { recursive: true });
}
