import type { ChildProcess } from "./_child_process.ts";
import type { InputRequest } from "./output.ts";
import { INTERRUPTED, type Running } from "./_running.ts";

/** Answers a cell that waits for a line of text: by what its caller says, or by a refusal. */
export async function answerInput(
  child: ChildProcess,
  running: Running | undefined,
  request: InputRequest,
): Promise<void> {
  const onInput = running?.options.onInput;
  if (!onInput) {
    return child.answer(refusal("Cannot ask for input: nobody can answer here"));
  }
  const asked = onInput(request)
    .then((answer) => ({ answer }), (error) => refusal(`${error?.message ?? error}`));
  const stopped = running.interrupted.then(() => refusal(INTERRUPTED.evalue));
  child.answer(await Promise.race([asked, stopped]));
}

function refusal(error: string) {
  return { answer: null, error };
}
