/**
 * A real JupyterLab: started, opened in a browser, a notebook run in it, its outputs described.
 *
 * @module
 */

import type { Browser, WatchedPage } from "./_browser.ts";
import type { Output } from "./_output.ts";
import { type Home, startJupyter } from "./_jupyter.ts";
import { end } from "./_processes.ts";

/** A notebook opened in JupyterLab. */
export interface OpenNotebook extends WatchedPage {
  /** Takes all outputs away. */
  clear(): Promise<void>;
  /** Runs every cell, and resolves once the kernel is idle and what it sent is drawn. */
  runAll(): Promise<void>;
  /** What is seen of each output, in order. */
  outputs(): Promise<Output[]>;
  /** Whether JupyterLab trusts every cell. */
  trusted(): Promise<boolean>;
  /** Writes the notebook to its file. */
  save(): Promise<void>;
  /** Switches to the light or the dark theme. */
  theme(name: "light" | "dark"): Promise<void>;
  /** Puts a picture of the whole notebook into `screenshots`, two of a very long one. */
  screenshot(name: string): Promise<void>;
  /** Closes the notebook, ends its kernel, closes the page. */
  close(): Promise<void>;
}

/** A running JupyterLab. */
export interface Lab extends AsyncDisposable {
  /** Opens a notebook of the home in a page of the browser. */
  open(browser: Browser, name: string): Promise<OpenNotebook>;
}

const screenshots = `${import.meta.dirname}/screenshots`;

/** Pixels above which Chromium makes no picture without a graphics processor. */
const tallest = 16_000;

async function startedAt(runtime: string, child: Deno.ChildProcess): Promise<URL> {
  let alive = true;
  child.status.then(() => alive = false);
  for (let waited = 0; alive && waited < 240_000; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    for await (const { name } of Deno.readDir(runtime)) {
      if (!/^jpserver-\d+\.json$/.test(name)) continue;
      const text = await Deno.readTextFile(`${runtime}/${name}`);
      if (!text.endsWith("}")) continue; // still being written
      const { url, token } = JSON.parse(text);
      return new URL(`?token=${token}`, url);
    }
  }
  throw new Error("JupyterLab did not start");
}

/** The programs that show notebooks: where a notebook is, and the class that is configured. */
const programs = {
  lab: { path: "lab/tree", app: "LabApp" },
  notebook: { path: "notebooks", app: "JupyterNotebookApp" },
} as const;

/** Starts JupyterLab, or Notebook 7, on a free port, for this machine only, with its own token. */
export async function startLab(home: Home, program: keyof typeof programs = "lab"): Promise<Lab> {
  const { path, app } = programs[program];
  const runtime = home.env.JUPYTER_RUNTIME_DIR;
  await Deno.mkdir(runtime, { recursive: true });
  const child = await startJupyter(home, [
    program,
    "--no-browser",
    "--allow-root",
    "--ServerApp.port=0",
    `--ServerApp.root_dir=${home.notebooks}`,
    `--${app}.expose_app_in_browser=True`,
    `--LabApp.extension_manager=readonly`,
  ]);
  let log = "";
  const reading = Promise.all([child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) log += text;
  }));
  const stop = async () => {
    await end(child);
    await reading;
  };
  try {
    const url = await startedAt(runtime, child);
    return {
      open: (browser, name) => {
        const address = new URL(url);
        address.pathname += `${path}/${name}`;
        address.searchParams.set("reset", ""); // no workspace of an earlier page
        return openNotebook(browser, address);
      },
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`JupyterLab did not start:\n${log}`, { cause: error });
  }
}

async function openNotebook(browser: Browser, url: URL): Promise<OpenNotebook> {
  const watched = await browser.newPage();
  const { page } = watched;
  await page.goto(url.href);
  await page.waitForFunction("globalThis.jupyterapp && actbook.ready()", undefined, {
    timeout: 300_000,
  });
  const call = <T>(expression: string) => page.evaluate<T>(expression);
  const drawn = () =>
    page.waitForFunction("actbook.drawn()", undefined, { timeout: 300_000, polling: 100 });
  await drawn();
  return {
    ...watched,
    clear: () => call<void>("actbook.clear()"),
    async runAll() {
      await call("actbook.runAll()");
      // The longest notebook trains a hundred networks.
      await page.waitForFunction("actbook.idle()", undefined, { timeout: 300_000 });
      await drawn();
    },
    async outputs() {
      await drawn();
      return await call<Output[]>("actbook.outputs()");
    },
    trusted: () => call<boolean>("actbook.trusted()"),
    save: () => call<void>("actbook.save()"),
    async theme(name) {
      await call(`actbook.theme(${JSON.stringify(name)})`);
      await page.waitForFunction(`actbook.hasTheme(${JSON.stringify(name)})`);
      await drawn();
    },
    async screenshot(name) {
      const before = page.viewportSize()!;
      // What has not been in sight yet has a guessed height, so look again.
      let height = 0;
      for (let turn = 0; turn < 5; turn++) {
        await call("actbook.onlyNotebook()");
        const end = Math.ceil(await call<number>("actbook.end()")) + 60;
        if (end === height) break;
        height = end;
        await page.setViewportSize({ width: 1000, height: Math.min(tallest, height) });
        await page.waitForTimeout(200); // for the layout
      }
      await drawn();
      await page.screenshot({ path: `${screenshots}/${name}.png` });
      if (height > tallest) {
        await call("actbook.toEnd()");
        await page.waitForTimeout(200);
        await page.screenshot({ path: `${screenshots}/${name}-end.png` });
      }
      await page.setViewportSize(before);
    },
    async close() {
      await call("actbook.close()");
      await page.close();
    },
  };
}
