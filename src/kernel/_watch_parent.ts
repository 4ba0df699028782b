/** Calls `gone` once when the front end that started this process has ended. */
export function watchParent(gone: () => void): void {
  const first = Deno.ppid, told = Number(Deno.env.get("JPY_PARENT_PID") ?? 0);
  const timer = setInterval(() => {
    if (Deno.ppid === first && (told === 0 || exists(told))) return;
    clearInterval(timer);
    gone();
  }, 1000);
  Deno.unrefTimer(timer);
}

/** Whether a process exists; a signal that does nothing tells. */
function exists(pid: number): boolean {
  if (Deno.build.os === "windows") return true; // there the parent's id alone is watched
  try {
    Deno.kill(pid, 0 as unknown as Deno.Signal);
    return true;
  } catch (error) {
    return error instanceof Deno.errors.PermissionDenied;
  }
}
