import {
  type CellOutput,
  type CellResult,
  Session,
  type SessionOptions,
} from "../../src/session/mod.ts";

/** What a cell showed, in few words. */
export interface Seen {
  readonly result: CellResult;
  readonly outputs: CellOutput[];
  /** All that it printed. */
  readonly text: string;
  /** The plain form of its value. */
  readonly value?: string;
  /** The traceback of its first error. */
  readonly traceback?: string;
}

/** Runs a cell and gathers what it shows. */
export async function run(
  session: Session,
  code: string,
  options: Parameters<Session["run"]>[1] = {},
): Promise<Seen> {
  const outputs: CellOutput[] = [];
  const result = await session.run(code, {
    onOutput: (output) => outputs.push(output),
    ...options,
  });
  const of = (type: string) => outputs.filter((output) => output.type === type);
  return {
    result,
    outputs,
    text: of("stream").map(({ content }) => content.text).join(""),
    value: of("execute_result").at(-1)?.content.data["text/plain"],
    traceback: of("error")[0]?.content.traceback.join("\n"),
  };
}

/** A session in a folder of its own, with files in it; both go away at the end. */
export async function sessionIn(
  files: Readonly<Record<string, string>> = {},
  options: Partial<SessionOptions> = {},
): Promise<{ session: Session; folder: string } & AsyncDisposable> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-session-" }));
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const session = await Session.start({ cwd: folder, colours: false, ...options });
  return {
    session,
    folder,
    async [Symbol.asyncDispose]() {
      await session.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Waits until something holds, for a machine that is busy. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 300_000;
  while (!await holds()) {
    if (Date.now() > deadline) throw new Error("It did not come about within five minutes");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
