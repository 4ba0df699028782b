/**
 * The environment of the Deno processes that are started: this one's, but with no colours, whatever
 * the user's shell says, and no notices. Colours would get into outputs.
 */
export function plainEnvironment(): Record<string, string> {
  const { FORCE_COLOR: _force, CLICOLOR_FORCE: _cliForce, ...inherited } = Deno.env.toObject();
  return { ...inherited, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", RUST_BACKTRACE: "0" };
}
