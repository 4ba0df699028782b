import { assertEquals } from "@std/assert";
import { BINDING, bootScript } from "../../src/session/_boot_script.ts";

Deno.test("the program of the child waits for its way to the session, however late it comes", async () => {
  const settings = {
    baseUrl: import.meta.resolve("./"),
    colours: false,
    mark: "mark",
    lastWords: undefined,
    valueLimit: 100,
    outputLimit: 100,
  };
  const late = `const { exit } = Deno, { log } = console; setTimeout(() => {
    globalThis.${BINDING} = (text) => {
      log(JSON.parse(text).type);
      exit(0);
    };
  }, 200);`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-config", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(late + bootScript(settings)));
  await writer.close();
  const { stdout, stderr } = await child.output();
  const text = new TextDecoder();
  assertEquals(text.decode(stderr), "");
  assertEquals(text.decode(stdout), "ready\n");
});
