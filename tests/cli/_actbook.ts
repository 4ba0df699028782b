const decoder = new TextDecoder();

/** The options that run the command, before its arguments. */
export const actbookArgs = ["run", "--quiet", "--no-check", "-A", "src/cli/mod.ts"];

/** Starts the command with a cache of its own, or none that lasts. */
export function spawn(args: string[], env: Record<string, string> = {}): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...actbookArgs, ...args],
    env: { NO_COLOR: "1", ACTBOOK_CACHE: "/dev/null/none", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs the command; gives its exit code and what it wrote. */
export async function actbook(args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await spawn(args, env).output();
  return { exit: code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

/** The final table, with runs of spaces made one and seconds made 0.0. */
export function table(out: string): string[] {
  const rows = out.split("\n\n")[0].trim().split("\n");
  return rows.map((row) => row.replaceAll(/ +/g, " ").replace(/ \d+\.\d /, " 0.0 "));
}
