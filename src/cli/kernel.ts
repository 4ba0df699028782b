import { several } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { print } from "./_print.ts";
import type { Act } from "./_subcommand.ts";
import { ownVersion } from "./_version.ts";

const HELP = `
The kernel "TypeScript (Actbook)" runs cells in JupyterLab, VS Code and every other front end of
Jupyter. It needs no Python itself. --permissions gives cells no more than it says:

  actbook kernel install --name actbook-read --permissions --allow-read=. --permissions --allow-net

A notebook may ask for fewer permissions too: "actbook": { "permissions": ["--allow-read=."] } in its
metadata.`;

interface InstallOptions {
  readonly name: string;
  readonly displayName?: string;
  readonly prefix?: string;
  readonly permissions?: readonly string[];
}

/** `actbook kernel`. */
export function kernelCommand(program: Command, act: Act): void {
  const kernel = program.command("kernel")
    .description("Install the kernel for JupyterLab, VS Code and other front ends.")
    .addHelpText("after", HELP);
  const name = ["--name <name>", "the name by which notebooks ask for it", "actbook"] as const;
  const prefix = ["--prefix <folder>", "a Python environment or a system's folder"] as const;
  kernel.command("install")
    .description("Tell Jupyter about the kernel.")
    .option(...name)
    .option("--display-name <text>", "what people see")
    .option(...prefix)
    .option("--user", "for this user; so it is without --prefix")
    .option("--permissions <flag>", "a permission flag of Deno; repeat for more", several)
    .action((options: InstallOptions) => act(() => install(options)));
  kernel.command("remove")
    .description("Let Jupyter forget the kernel.")
    .option(...name)
    .option(...prefix)
    .action(({ name, prefix }: InstallOptions) => act(() => remove(name, prefix)));
  kernel.command("list")
    .description("List the kernels of Actbook that are installed.")
    .action(() => act(list));
  kernel.command("start", { hidden: true })
    .description("Run the kernel; front ends do.")
    .argument("<connection file>")
    .argument("[permission flags...]")
    .allowUnknownOption()
    .action(start);
}

async function install({ name, displayName, prefix, permissions }: InstallOptions) {
  const { installKernel, permissionFlags } = await import("../kernel/mod.ts");
  permissionFlags(permissions ?? []);
  const version = await ownVersion();
  const { folder, spec } = installKernel({ name, displayName, prefix, permissions, version });
  print(`Installed "${spec.display_name}" in ${folder}`);
  print(`It starts with: ${spec.argv.join(" ")}`);
  return true;
}

async function remove(name: string, prefix?: string) {
  const { removeKernel } = await import("../kernel/mod.ts");
  print(`Removed ${removeKernel(name, prefix)}`);
  return true;
}

async function list() {
  const { listKernels } = await import("../kernel/mod.ts");
  const all = listKernels();
  for (const { name, folder, spec } of all) print(`${name}\t${spec.display_name}\t${folder}`);
  if (all.length === 0) print("None is installed: actbook kernel install");
  return true;
}

async function start(connectionFile: string, flags: readonly string[]) {
  const { permissionFlags, serveKernel } = await import("../kernel/mod.ts");
  await serveKernel(connectionFile, {
    version: await ownVersion(),
    permissions: permissionFlags(flags),
  });
  Deno.exit(0); // cells may have left something that would keep it
}
