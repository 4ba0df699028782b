/**
 * What the tests need from the machine, made once and kept in `.cache`: a Python environment with
 * the pinned Jupyter, and the place of Chromium. What is missing is named, never skipped over.
 *
 * @module
 */

const here = import.meta.dirname!;

/** Kept between runs and ignored by git. */
export const cache = `${here}/.cache`;

/** Where Debian puts it; `CHROMIUM` names another. */
const chromiumPath = Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium";

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** The path of Chromium, or an error that says what to install. */
export async function chromium(): Promise<string> {
  if (await exists(chromiumPath)) return chromiumPath;
  throw new Error(
    `Cannot find Chromium at ${chromiumPath}: install it (apt-get install chromium), or set ` +
      "CHROMIUM to its path",
  );
}

async function run(command: string, args: string[], advice: string): Promise<void> {
  const output = await new Deno.Command(command, { args, stdin: "null" }).output().catch(
    (error) => {
      throw new Error(`Cannot run ${command}: ${advice}`, { cause: error });
    },
  );
  if (output.success) return;
  const text = new TextDecoder();
  throw new Error(
    `Cannot run ${[command, ...args].join(" ")}: ${advice}\n` +
      text.decode(output.stdout) + text.decode(output.stderr),
  );
}

/** The folder of the commands of the pinned Jupyter, installed if it is not there yet. */
export function jupyter(): Promise<string> {
  return pythonEnvironment("venv");
}

/** What each environment has in it. */
const requirements = {
  venv: "requirements.txt",
  builders: "requirements-builders.txt",
  "jupyter-book": "requirements-jupyter-book.txt",
  languages: "requirements-languages.txt",
} as const;

const made = new Map<string, Promise<string>>();

/** The folder of the commands of an environment of Python. */
export function pythonEnvironment(name: keyof typeof requirements): Promise<string> {
  const known = made.get(name) ?? make(name);
  made.set(name, known);
  return known;
}

async function make(name: keyof typeof requirements): Promise<string> {
  await Deno.mkdir(cache, { recursive: true });
  // Test files run side by side: the first installs, the others wait.
  using lock = await Deno.open(`${cache}/lock`, { create: true, write: true });
  await lock.lock(true);
  const venv = `${cache}/${name}`;
  const stamp = `${venv}/installed.txt`;
  const list = `${here}/${requirements[name]}`;
  const wanted = await Deno.readTextFile(list);
  const installed = await Deno.readTextFile(stamp).catch(() => "");
  if (installed !== wanted || !await exists(`${venv}/bin/python`)) {
    const venvAdvice = "install Python with venv (apt-get install python3-venv)";
    await run("python3", ["-m", "venv", "--clear", venv], venvAdvice);
    await run(
      `${venv}/bin/python`,
      ["-m", "pip", "install", "--quiet", "--requirement", list],
      `what ${requirements[name]} lists could not be installed from PyPI`,
    );
    await Deno.writeTextFile(stamp, wanted);
  }
  return `${venv}/bin`;
}
