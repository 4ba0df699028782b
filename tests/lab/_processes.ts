/**
 * Processes that never outlive the tests: each ends when we say so, when the test ends, and, where
 * the system has `setpriv`, when the test runner dies.
 *
 * @module
 */

const setpriv = await Deno.stat("/usr/bin/setpriv").then(() => true, () => false);

/** The words before a command that gets a signal when the thread that started it ends. */
export function tether(signal: "TERM" | "KILL"): string[] {
  return setpriv ? ["/usr/bin/setpriv", "--pdeathsig", signal] : [];
}

/** A command that gets SIGTERM when the thread that started it ends, however that happens. */
export function tethered(
  command: string,
  args: string[],
  options: Deno.CommandOptions,
): Deno.Command {
  const [first, ...rest] = [...tether("TERM"), command, ...args];
  return new Deno.Command(first, { ...options, args: rest });
}

/** Ends a child: politely, and after ten seconds not. */
export async function end(child: Deno.ChildProcess): Promise<void> {
  const signal = (name: Deno.Signal) => {
    try {
      child.kill(name);
    } catch { /* it has ended */ }
  };
  signal("SIGTERM");
  const timer = setTimeout(() => signal("SIGKILL"), 10_000);
  await child.status;
  clearTimeout(timer);
}

/** The ids of the processes that name a folder of ours in their command line or environment. */
async function processesNaming(folder: string): Promise<number[]> {
  const ids: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const read = (what: string) => Deno.readTextFile(`/proc/${name}/${what}`).catch(() => "");
    const texts = await Promise.all([read("cmdline"), read("environ")]);
    if (texts.some((text) => text.includes(folder))) ids.push(Number(name));
  }
  return ids;
}

/** Kills what still runs on a temporary folder of ours, such as a kernel whose server is gone. */
export async function sweep(folder: string): Promise<void> {
  if (Deno.build.os !== "linux") return;
  for (const id of await processesNaming(folder)) {
    try {
      if (id !== Deno.pid) Deno.kill(id, "SIGKILL");
    } catch { /* it ended meanwhile */ }
  }
}
