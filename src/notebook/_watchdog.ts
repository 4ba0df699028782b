/**
 * Kills a process as soon as this one is gone, however it went: a shell waits on a pipe that closes
 * when this process ends. A kernel that loops would otherwise loop for ever. Not on Windows.
 *
 * @param pid The process to watch over
 * @returns What ends the watch
 */
export function watchOver(pid: number): () => Promise<void> {
  if (Deno.build.os === "windows") return () => Promise.resolve();
  // Its own group, or Ctrl-C would end the watch first.
  const script = 'trap "" INT HUP TERM; read -r line || kill -9 "$1" 2>/dev/null';
  const shell = new Deno.Command("/bin/sh", {
    args: ["-c", script, "actbook-watch", `${pid}`],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    cwd: "/",
  }).spawn();
  shell.unref();
  return async () => {
    shell.ref(); // or a program with nothing else to do would end here
    try {
      shell.kill("SIGKILL");
    } catch {
      // Ended before.
    }
    await shell.stdin.close().catch(() => {});
    await shell.status;
  };
}
