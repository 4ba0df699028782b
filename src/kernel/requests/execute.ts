import type { CellError, CellOutput, RunOptions as SessionRunOptions } from "../../session/mod.ts";
import type { Message } from "../../wire/message.ts";
import type { Context, Handler, Reply } from "../context.ts";
import { magic } from "./_magic.ts";
import { page } from "./_page.ts";
import { setTypes } from "./_set_types.ts";
import { userExpressions } from "./_user_expressions.ts";

/** Runs a cell. Its outputs are published before the reply; late ones carry its header too. */
export const execute: Handler = async (context, message, from) => {
  const { code, silent = false, store_history = !silent, allow_stdin = false } = message.content;
  if (typeof code !== "string") {
    throw new TypeError(
      `Cannot run a cell as code must be a text: current value is ${JSON.stringify(code)}`,
    );
  }
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
  const options: RunOptions = {
    label: `${count}`,
    silent,
    onOutput,
    ...(allow_stdin && { onInput: (request) => context.ask(request, from, message) }),
  };
  const reply = await answer(context, message, options)
    .catch((error) => failed(startError(error), options));
  if (counted) context.history.add(count, code, value);
  if (reply.status === "error" && message.content.stop_on_error !== false) context.abortQueue();
  const expressions = reply.status === "ok" && message.content.user_expressions;
  return {
    execution_count: count,
    ...reply,
    ...(expressions && { user_expressions: await userExpressions(context, expressions) }),
  };
};

async function answer(context: Context, message: Message, options: RunOptions): Promise<Reply> {
  const { code } = message.content;
  return setTypes(context, code, options.onOutput) ?? await page(context, code) ??
    await magic(context, code, options) ?? await run(context, message, options);
}

type RunOptions = SessionRunOptions & Required<Pick<SessionRunOptions, "label" | "onOutput">>;

async function run(context: Context, message: Message, options: RunOptions): Promise<Reply> {
  const { code } = message.content, { label, silent, onOutput } = options;
  const types = silent ? undefined : await context.types.before({
    code,
    label,
    interactive: options.onInput !== undefined,
    hurried: context.waiting(),
    colours: context.colours,
    warn: (text) => onOutput({ type: "stream", content: { name: "stderr", text } }),
  });
  if (types?.refused) return failed(types.refused, options);
  const session = await context.session();
  const result = await session.run(code, options);
  if (result.status === "died") {
    context.language.forget();
    context.types.forget();
  } else if (!silent) {
    // A cell that failed has declared its names all the same.
    const id = message.metadata.cellId;
    context.language.remember(code, { label, ...(typeof id === "string" && { id }) });
  }
  types?.end();
  return result.status === "ok"
    ? { status: "ok", payload: [], user_expressions: {} }
    : { status: "error", ...result.error };
}

/** The process of the cells could not be started: deno.json may be broken. */
function startError(error: unknown): CellError {
  const { message } = error as Error, lines = message.split("\n");
  const traceback = [...lines, "", "Once that is mended, restart the kernel"];
  return { ename: "StartError", evalue: lines[0], traceback };
}

function failed(error: CellError, options: RunOptions): Reply {
  options.onOutput({ type: "error", content: error });
  return { status: "error", ...error };
}

/** The answer to a cell that was not run because one before it failed: it has no number. */
export const ABORTED: Reply = { status: "aborted" };

/** Whether a message asks for a cell to be run. */
export const isExecute = ({ header }: Message) => header.msg_type === "execute_request";
