import type { Home } from "./_jupyter.ts";

/** What a notebook says that wants our kernel. */
export const ownKernel = {
  name: "actbook",
  display_name: "TypeScript (Actbook)",
  language: "typescript",
} as const;

/** Tells the Jupyter of a home about our kernel, as a user does. */
export async function installOwnKernel(home: Home): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "src/cli/mod.ts", "kernel", "install", "--user"],
    env: home.env,
    clearEnv: true,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
