import type { Handler } from "../context.ts";

/** Cells that were run before. */
export const history: Handler = ({ history }, { content }) => ({
  status: "ok",
  history: history.find(content).map(({ session, line, code, output }) => [
    session,
    line,
    content.output ? [code, output ?? null] : code,
  ]),
});
