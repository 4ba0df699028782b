import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { Inspector } from "../../src/session/mod.ts";
import { run, sessionIn } from "./_run.ts";

/** The port on which a process of this machine listens, from the system's tables. */
async function listeningPorts(pid: number): Promise<number[]> {
  const sockets = new Set<string>();
  for await (const { name } of Deno.readDir(`/proc/${pid}/fd`)) {
    const target = await Deno.readLink(`/proc/${pid}/fd/${name}`).catch(() => "");
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode) sockets.add(inode);
  }
  const table = await Deno.readTextFile("/proc/net/tcp");
  return table.split("\n").slice(1).map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === "0A" && sockets.has(inode))
    .map(([, local]) => {
      const [address, port] = local.split(":");
      assertEquals(address, "0100007F", "it listens beyond this machine");
      return parseInt(port, 16);
    });
}

Deno.test({
  name: "the inspector's address is told to nobody but the session",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using place = await sessionIn();
    const ports = await listeningPorts(place.session.pid);
    assertEquals(ports.length, 1);
    const [port] = ports;
    for (const path of ["/json", "/json/list", "/json/version", "/"]) {
      const text = await fetch(`http://127.0.0.1:${port}${path}`).then((r) => r.text());
      assertEquals(/[\da-f]{8}-[\da-f]{4}-/.test(text), false, `${path} tells it: ${text}`);
    }
    for (const guess of ["", "/", `/${crypto.randomUUID()}`, "/ws", "/devtools/page/1"]) {
      await assertRejects(() => Inspector.connect(`ws://127.0.0.1:${port}${guess}`));
    }
    const { value } = await run(place.session, "1 + 1");
    assertEquals(value, "2");
  },
});

Deno.test("a cell finds neither the address of the inspector nor the way to the session", async () => {
  await using place = await sessionIn();
  const { value } = await run(
    place.session,
    "JSON.stringify([Deno.args, Object.keys(globalThis).filter((k) => /actbook/i.test(k)), " +
      "Object.values(Deno.env.toObject()).filter((v) => v.includes('ws://'))])",
  );
  assertEquals(value, '"[[],[],[]]"');
});

Deno.test("permissions can be restricted; what oversteps gets Deno's error", async () => {
  await using place = await sessionIn({ "a.txt": "inside", "m.ts": "export const v = 1;" }, {
    permissions: ["--allow-read=."],
  });
  const { session } = place;
  assertEquals((await run(session, "Deno.readTextFileSync('a.txt')")).value, '"inside"');
  assertEquals((await run(session, "import { v } from './m.ts'; v")).value, "1");
  const cells = [
    "Deno.readTextFileSync('/etc/hostname')",
    "Deno.writeTextFileSync('b.txt', '')",
    "Deno.env.get('HOME')",
    "new Deno.Command('echo').outputSync()",
    "await Deno.connect({ port: 1 })",
  ];
  for (const code of cells) {
    const { result } = await run(session, code);
    assertEquals(result.error?.ename, "NotCapable", code);
    assertMatch(result.error!.evalue, /^Requires \w+ access/);
  }
  const asked = await run(session, "prompt('Who?')", { onInput: () => Promise.resolve("me") });
  assertEquals(asked.value, '"me"');
  assert((await run(session, "console.log('x')")).text === "x\n");
});
