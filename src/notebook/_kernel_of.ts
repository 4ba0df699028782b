import type { Notebook } from "./ipynb.ts";

/** What can run the cells: Deno's own kernel, or Actbook's. */
export type KernelName = "deno" | "actbook";

/** Raised for a notebook in another language than Deno's. */
export class NotebookKernelError extends Error {
  /** The name of the class. */
  override name = "NotebookKernelError";
}

/**
 * The kernel a notebook names; Deno's if it names none.
 *
 * @param notebook The notebook
 * @param chosen Taken in its place, if the notebook's language is Deno's
 * @throws {NotebookKernelError} If it names one of another language, or one that is not Deno's and
 *     none was chosen
 */
export function kernelOf({ path, kernel }: Notebook, chosen?: KernelName): KernelName {
  const { name, displayName, language } = kernel;
  const deno = ["", "typescript", "javascript"].includes(language);
  if (deno) {
    if (chosen) return chosen;
    if (/actbook/i.test(`${name} ${displayName}`)) return "actbook";
    if (name === "" || /deno/i.test(`${name} ${displayName}`)) return "deno";
  }
  const named = [name || displayName || "without a name", language && `(${language})`];
  const hint = deno ? "; --kernel runs it all the same" : "";
  throw new NotebookKernelError(
    `Cannot take ${path} as a notebook of Deno: its kernel is ${named.join(" ").trim()}${hint}`,
  );
}
