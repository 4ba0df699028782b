/** A Python: "python3" or what ACTBOOK_PYTHON names. */
export const python: string = Deno.env.get("ACTBOOK_PYTHON") ?? "python3";

/** Whether it has mpmath. */
export const hasMpmath: boolean = await new Deno.Command(python, {
  args: ["-c", "import mpmath"],
  stdout: "null",
  stderr: "null",
}).output().then(({ success }) => success, () => false);
