/** The variables by which a shell forces or forbids colours. */
const COLOURS = ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"];

function inherited(): Record<string, string> {
  const variables = Deno.env.toObject();
  for (const name of COLOURS) delete variables[name];
  return { ...variables, DENO_NO_UPDATE_CHECK: "1", RUST_BACKTRACE: "0" };
}

/** The environment of the Deno processes that are asked something: this one's, with no colours. */
export function plainEnvironment(): Record<string, string> {
  return { ...inherited(), NO_COLOR: "1" };
}

/**
 * The environment of kernels: this one's, but the same whatever the user's shell says about colours.
 * A program that asks whether there are colours hears what it hears in JupyterLab.
 */
export function kernelEnvironment(): Record<string, string> {
  return inherited();
}
