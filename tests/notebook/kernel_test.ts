import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { CellTimeoutError, Kernel, KernelDiedError } from "../../src/notebook/mod.ts";
import { alive } from "./_notebooks.ts";

const cwd = await Deno.makeTempDir({ prefix: "actbook-test-" });
addEventListener("unload", () => Deno.removeSync(cwd));

Deno.test("close() ends the process, also when called twice", async () => {
  const kernel = await Kernel.start({ cwd });
  assertEquals(alive(kernel.pid), true);
  await kernel.close();
  assertEquals(alive(kernel.pid), false);
  await kernel.close();
});

Deno.test("await using closes the kernel", async () => {
  let pid: number;
  {
    await using kernel = await Kernel.start({ cwd });
    pid = kernel.pid;
  }
  assertEquals(alive(pid), false);
});

Deno.test("execute() gives status and count; what the runner adds is not counted", async () => {
  await using kernel = await Kernel.start({ cwd });
  const good = await kernel.execute("1");
  const bad = await kernel.execute("throw new TypeError('no')");
  assertEquals([good.status, good.executionCount], ["ok", 1]);
  assertEquals([bad.status, bad.executionCount, bad.ename], ["error", 2, "TypeError"]);
});

Deno.test("a cell past its limit is stopped, and with it the process", async () => {
  await using kernel = await Kernel.start({ cwd });
  const late = () => kernel.execute("await new Promise(() => {})", { timeout: 0.2 });
  await assertRejects(late, CellTimeoutError, "longer than 0.2 s");
  await assertRejects(() => kernel.execute("1"), CellTimeoutError);
  await kernel.close();
  assertEquals(alive(kernel.pid), false);
});

Deno.test("a killed process is noticed, in a cell and between cells", async () => {
  await using kernel = await Kernel.start({ cwd });
  const running = kernel.execute("await new Promise(() => {})");
  setTimeout(() => Deno.kill(kernel.pid, "SIGKILL"), 50);
  await assertRejects(() => running, KernelDiedError, "exit code 137");
  await assertRejects(() => kernel.execute("1"), KernelDiedError);
});

Deno.test("a process that a cell started does not keep the end of the kernel from being seen", async () => {
  const kernel = await Kernel.start({ cwd });
  const source =
    `console.log(String(new Deno.Command(Deno.execPath(), { args: ["eval", "setTimeout(() => {}, 9e8)"] })
    .spawn().pid))`;
  let child = "";
  await kernel.execute(source, { onOutput: ({ content }) => child = content.text });
  try {
    await assertRejects(() => kernel.execute("Deno.exit(4)"), KernelDiedError, "exit code 4");
    await kernel.close();
  } finally {
    Deno.kill(Number(child), "SIGKILL");
  }
});

Deno.test("an aborted signal stops the kernel, before and after its start", async () => {
  const controller = new AbortController();
  const kernel = await Kernel.start({ cwd, signal: controller.signal });
  const running = kernel.execute("for (;;);");
  controller.abort(new Error("enough"));
  await assertRejects(() => running, Error, "enough");
  await kernel.close();
  assertEquals(alive(kernel.pid), false);
  await assertRejects(() => Kernel.start({ cwd, signal: controller.signal }), Error, "enough");
});

Deno.test("a kernel that cannot start says where", async () => {
  const nowhere = `${cwd}/nowhere`;
  const error = await assertRejects(() => Kernel.start({ cwd: nowhere }), Error);
  assertStringIncludes((error as Error).message, nowhere);
});

Deno.test("importing the entry point needs no permission and prints nothing", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--quiet", "--no-check", "src/notebook/mod.ts"],
    stdout: "piped",
    stderr: "piped",
  }).output();
  const text = new TextDecoder().decode(new Uint8Array([...stdout, ...stderr]));
  assertEquals([code, text], [0, ""]);
});
