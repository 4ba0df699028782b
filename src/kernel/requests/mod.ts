import { isComplete } from "../../session/code/is_complete.ts";
import type { Handler } from "../context.ts";
import { comm, commInfo } from "./comms.ts";
import { complete } from "./complete.ts";
import { execute } from "./execute.ts";
import { history } from "./history.ts";
import { inspect } from "./inspect.ts";
import { kernelInfo } from "./kernel_info.ts";

/** What is asked on the shell channel, one after another. */
export const shell: Readonly<Record<string, Handler>> = {
  execute_request: execute,
  kernel_info_request: kernelInfo,
  complete_request: complete,
  inspect_request: inspect,
  is_complete_request: (_, { content }) => ({ ...isComplete(content.code) }),
  history_request: history,
  comm_info_request: commInfo,
  comm_open: comm,
  comm_msg: comm,
  comm_close: comm,
};

/** What is asked on the control channel, also while a cell is running. */
export const control: Readonly<Record<string, Handler>> = {
  kernel_info_request: kernelInfo,
  interrupt_request: async (context) => {
    await context.interrupt();
    return { status: "ok" };
  },
  shutdown_request: (context, message) => {
    const reply = { status: "ok", restart: message.content.restart === true };
    context.publish("shutdown_reply", reply, message);
    context.stop();
    return reply;
  },
  debug_request: async (context, { content }) => await (await context.debugger()).request(content),
};
