/**
 * Ends a process, with all it started, when this one ends in whatever way. A shell waits for the end
 * of its input, which the system closes with us; a program in an endless loop could not watch itself.
 * Elsewhere than on Unix there is none.
 *
 * @param pid The leader of a process group
 * @returns A function that ends the watch
 */
export function watchOver(pid: number): () => void {
  if (Deno.build.os === "windows") return () => {};
  // Deno marks its end of the pipe so that no other child inherits it.
  const shell = new Deno.Command("/bin/sh", {
    args: ["-c", `trap "" INT TERM HUP; read -r done || kill -9 -${pid}`],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    detached: true,
  }).spawn();
  shell.unref();
  const writer = shell.stdin.getWriter();
  return () => {
    writer.write(new TextEncoder().encode("done\n")).then(() => writer.close()).catch(() => {});
  };
}
