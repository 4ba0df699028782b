/**
 * The Deno that runs cells: the one that runs this program. A program of one file made by
 * `deno compile` holds none that could run other programs, so it needs one: `ACTBOOK_DENO`, or the one
 * on the PATH.
 */
export function denoPath(): string {
  return Deno.build.standalone ? Deno.env.get("ACTBOOK_DENO") ?? "deno" : Deno.execPath();
}
