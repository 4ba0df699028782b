import type { CellError, CellOutput, RunOptions } from "../../session/mod.ts";
import type { Message } from "../../wire/message.ts";
import type { Context, Handler, Reply } from "../context.ts";
import { page } from "./_page.ts";
import { userExpressions } from "./_user_expressions.ts";

/** Runs a cell. Its outputs are published before the reply; late ones carry its header too. */
export const execute: Handler = async (context, message, from) => {
  const { code, silent = false, store_history = !silent, allow_stdin = false } = message.content;
  const counted = !silent && store_history;
  if (counted) context.count++;
  const { count } = context;
  if (!silent) context.publish("execute_input", { code, execution_count: count }, message);
  let value: string | undefined;
  const onOutput = (output: CellOutput) => {
    const { type, metadata, buffers } = output;
    const content = type === "execute_result"
      ? { ...output.content, execution_count: count }
      : output.content;
    if (type === "execute_result") value = content.data["text/plain"];
    context.publish(type, content, message, { metadata, buffers });
  };
  const { cellId } = message.metadata; // as JupyterLab tells it
  const reply = await page(context, code) ?? await run(context, code, {
    label: `${count}`,
    ...(typeof cellId === "string" && { id: cellId }),
    silent,
    onOutput,
    ...(allow_stdin && { onInput: (request) => context.ask(request, from, message) }),
  }, allow_stdin);
  if (counted) context.history.add(count, code, value);
  if (reply.status === "error" && message.content.stop_on_error !== false) context.abortQueue();
  const expressions = reply.status === "ok" && message.content.user_expressions;
  return {
    execution_count: count,
    ...reply,
    ...(expressions && { user_expressions: await userExpressions(context, expressions) }),
  };
};

type Options = RunOptions & {
  label: string;
  id?: string;
  onOutput: (output: CellOutput) => void;
};

async function run(
  context: Context,
  code: string,
  options: Options,
  interactive: boolean,
): Promise<Reply> {
  const { label, id, silent, onOutput } = options, { language, types } = context;
  const checked = silent || code.trim() === "" ? undefined : await types.before({
    code,
    label,
    interactive,
    hurried: context.hurried(),
    colours: context.colours,
    warn: (text) => onOutput({ type: "stream", content: { name: "stderr", text } }),
  });
  if (checked?.refused) return failed(checked.refused, onOutput);
  let result;
  try {
    const session = await context.session();
    result = await session.run(code, options);
  } catch (error) {
    return failed(startError(error), onOutput);
  }
  checked?.end();
  if (result.status === "died") {
    language.forget();
    types.forget();
  }
  if (result.status !== "ok") return { status: "error", ...result.error };
  if (!silent) language.remember(code, { label, id });
  return { status: "ok", payload: [], user_expressions: {} };
}

/** The process of the cells could not be started: deno.json may be broken. */
function startError(error: unknown): CellError {
  const { message } = error as Error;
  return { ename: "StartError", evalue: message.split("\n")[0], traceback: message.split("\n") };
}

function failed(error: CellError, onOutput: (output: CellOutput) => void): Reply {
  onOutput({ type: "error", content: error });
  return { status: "error", ...error };
}

/** The answer to a cell that was not run because one before it failed. */
export function aborted(context: Context): Reply {
  return { status: "aborted", execution_count: context.count };
}

/** Whether a message asks for a cell to be run. */
export const isExecute = ({ header }: Message) => header.msg_type === "execute_request";
