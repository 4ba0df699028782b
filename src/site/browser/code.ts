/**
 * Approximations as code: what is chosen is written in the page, by Actbook itself.
 *
 * @module
 */

import { codeOf, type Shown } from "../approximations/code_of.ts";
import type { Row } from "../approximations/rows.ts";

/** Lets a reader choose the candidate and the language. */
export async function code(element: HTMLElement): Promise<void> {
  const { code: address, id } = element.dataset as { code: string; id: string };
  const [row, language] = ["row", "language"].map((name) =>
    element.querySelector<HTMLSelectElement>(`[name=${name}]`)!
  );
  const copy = element.querySelector("button")!;
  const text = element.querySelector("code")!;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent ?? "");
    copy.textContent = "Copied";
    setTimeout(() => copy.textContent = "Copy", 2000);
  });
  const rows: readonly Row[] = await (await fetch(address)).json();
  const write = () => {
    text.textContent = codeOf(id, rows[Number(row.value)], language.value as Shown);
  };
  for (const select of [row, language]) select.addEventListener("change", write);
  write();
  element.dataset.started = "yes";
}
