/**
 * Processes that never outlive the tests: each ends when we say so, when the test ends, and, where
 * the system has `setpriv`, when the test runner dies.
 *
 * @module
 */

const setpriv = await Deno.stat("/usr/bin/setpriv").then(() => true, () => false);

/** A command that gets SIGTERM when the thread that started it ends, however that happens. */
export function tethered(
  command: string,
  args: string[],
  options: Deno.CommandOptions,
): Deno.Command {
  return setpriv
    ? new Deno.Command("/usr/bin/setpriv", {
      ...options,
      args: ["--pdeathsig", "TERM", command, ...args],
    })
    : new Deno.Command(command, { ...options, args });
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

/** The ids of the processes that have a folder of ours in their command line. */
async function processesNaming(folder: string): Promise<number[]> {
  const ids: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    if (line.includes(folder)) ids.push(Number(name));
  }
  return ids;
}

/** Kills what still runs on a temporary folder of ours, such as a kernel whose server is gone. */
export async function sweep(folder: string): Promise<void> {
  if (Deno.build.os !== "linux") return;
  for (const id of await processesNaming(folder)) {
    try {
      Deno.kill(id, "SIGKILL");
    } catch { /* it ended meanwhile */ }
  }
}
