import type { Child } from "./child.ts";

/** `prompt`, `confirm` and `alert` ask the front end, and wait for its answer. */
export function installInput(child: Child): void {
  const ANSWERS = 3;
  const decoder = new TextDecoder();
  child.answer = () => {
    const bytes = new Uint8Array(65_536), { readSync } = child.node();
    let line = "";
    while (!line.endsWith("\n")) {
      const count = readSync(ANSWERS, bytes);
      if (!count) return null;
      line += decoder.decode(bytes.subarray(0, count), { stream: true });
    }
    return JSON.parse(line);
  };
  const ask = (prompt: string, password: boolean): string | null => {
    // Nobody would answer: a cell that was interrupted asks nothing more.
    if (child.stopped.has(child.context.getStore() ?? child.current)) {
      throw new Error("The cell was interrupted");
    }
    child.send("input", { prompt, password });
    const { answer, error } = child.answer() ?? { answer: null };
    if (error) throw new Error(error);
    return answer;
  };
  // deno-lint-ignore no-explicit-any
  const scope = globalThis as any;
  scope.prompt = (message = "Prompt", value = "", { password = false } = {}) => {
    const answer = ask(
      value === "" || value === null ? `${message} ` : `${message} [${value}] `,
      password,
    );
    return answer === "" ? value : answer;
  };
  scope.confirm = (message = "Confirm") => /^y(es)?$/i.test(ask(`${message} [y/N] `, false) ?? "");
  scope.alert = (message = "Alert") => void ask(`${message} [Enter] `, false);
}
