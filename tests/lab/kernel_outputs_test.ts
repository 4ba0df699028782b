import { assertEquals } from "@std/assert";
import { jupyter } from "./_environment.ts";
import { notebookOf } from "./_ipynb.ts";
import { type Home, makeHome, runJupyter } from "./_jupyter.ts";
import { installOwnKernel, ownKernel } from "./_own_kernel.ts";
import { tethered } from "./_processes.ts";

/** How many cells each program runs, and how many endless loops run beside it. */
const cells = Number(Deno.env.get("LAB_CELLS") ?? 200);
const busy = Number(Deno.env.get("LAB_BUSY") ?? 0);

const sources = Array.from({ length: cells }, (_, i) => {
  const wait = i % 2 ? " await new Promise((r) => setTimeout(r, 1));" : "";
  return `console.log("L${i}");${wait} ${i}`;
});

/** Sends all cells at once, as "Run All" does, and writes them with their outputs, by their parents. */
const pipelined = `
import json, sys
from jupyter_client.manager import start_new_kernel
notebook = json.load(open("n.ipynb"))
manager, client = start_new_kernel(kernel_name="actbook")
cells = notebook["cells"]
by_id = {client.execute("".join(cell["source"])): cell for cell in cells}
idle = 0
while idle < len(cells):
    message = client.get_iopub_msg(timeout=300)
    cell = by_id.get(message["parent_header"].get("msg_id"))
    kind, content = message["header"]["msg_type"], message["content"]
    if cell is None: continue
    if kind == "status" and content["execution_state"] == "idle":
        idle += 1
        cell["idle"] = True
    elif kind in ("stream", "execute_result"):
        cell["outputs"].append({"after idle": True} if "idle" in cell else content)
for _ in cells: client.get_shell_msg(timeout=300)
client.stop_channels()
manager.shutdown_kernel(now=True)
json.dump(notebook, open("out.ipynb", "w"))
`;

const nbconvert = [
  "nbconvert",
  "--execute",
  "--to",
  "notebook",
  "--output",
  "out.ipynb",
  "n.ipynb",
];
const programs: Record<string, (home: Home) => Promise<unknown>> = {
  nbconvert: (home) => runJupyter(home, nbconvert),
  nbclient: (home) =>
    python(home, [
      "-c",
      "import nbclient, nbformat; n = nbformat.read('n.ipynb', 4); nbclient.execute(n); " +
      "nbformat.write(n, 'out.ipynb')",
    ]),
  papermill: (home) =>
    python(home, ["-m", "papermill", "--no-progress-bar", "n.ipynb", "out.ipynb"]),
  "a client that sends all cells at once": (home) => python(home, ["-c", pipelined]),
};

async function python(home: Home, args: string[]): Promise<void> {
  const { success, stderr } = await tethered(`${await jupyter()}/python`, args, {
    cwd: home.notebooks,
    env: home.env,
    clearEnv: true,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** Keeps some cores busy until it is disposed of. */
function busyLoops(count: number): Disposable {
  const url = "data:text/javascript,for (;;);";
  const workers = Array.from({ length: count }, () => new Worker(url, { type: "module" }));
  return { [Symbol.dispose]: () => workers.forEach((worker) => worker.terminate()) };
}

for (const [name, execute] of Object.entries(programs)) {
  Deno.test(`${name} loses no output of our kernel and files none under another cell`, async () => {
    await using home = await makeHome();
    await installOwnKernel(home);
    const notebook = notebookOf(sources.map((code) => ({ code })), ownKernel);
    await Deno.writeTextFile(`${home.notebooks}/n.ipynb`, notebook);
    using _busy = busyLoops(busy);
    await execute(home);
    const out = JSON.parse(await Deno.readTextFile(`${home.notebooks}/out.ipynb`));
    assertEquals(out.cells.length, cells);
    const wrong: string[] = [];
    // deno-lint-ignore no-explicit-any
    out.cells.forEach(({ outputs }: any, i: number) => {
      const shown = outputs.map((
        { text, data }: { text?: string[]; data?: Record<string, string[]> },
      ) => [text ?? data?.["text/plain"]].flat().join(""));
      if (shown.join("|") !== `L${i}\n|${i}`) wrong.push(`${i}: ${JSON.stringify(outputs)}`);
    });
    assertEquals(wrong, []);
  });
}
