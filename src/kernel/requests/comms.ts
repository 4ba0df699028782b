import type { Handler } from "../context.ts";

/** A message to a comm. What it leads to is published with the header of the cell that made the comm. */
export const comm: Handler = async (context, message) => {
  const { header: { msg_type: type }, content, buffers = [] } = message;
  const session = await context.session();
  await session.comm(type, content, buffers, ({ type, content, metadata, buffers }) => {
    context.publish(type, content, message, { metadata, buffers });
  });
};

/** The comms that are open, of one name if it is given. */
export const commInfo: Handler = async (context, { content: { target_name: name } }) => {
  const all = Object.entries(await (await context.session()).comms());
  const asked = all.filter(([, { target_name }]) => !name || target_name === name);
  return { status: "ok", comms: Object.fromEntries(asked) };
};
