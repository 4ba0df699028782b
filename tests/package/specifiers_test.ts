import { assert, assertEquals, assertMatch } from "@std/assert";
import { walk } from "../_walk.ts";

const decoder = new TextDecoder();

/** Every `npm:` specifier in src, with the files that name its package. */
async function packages(): Promise<Map<string, { specifiers: Set<string>; files: Set<string> }>> {
  const found = new Map<string, { specifiers: Set<string>; files: Set<string> }>();
  for await (const path of walk("src", ".ts")) {
    const source = await Deno.readTextFile(path);
    for (const [, version, name] of source.matchAll(/"npm:((@?[^@"]+)@[^/"]+)/g)) {
      if (!found.has(name)) found.set(name, { specifiers: new Set(), files: new Set() });
      found.get(name)!.specifiers.add(version);
      found.get(name)!.files.add(path);
    }
  }
  return found;
}

Deno.test("src names each package of npm in one file, at one exact version", async () => {
  const found = await packages();
  assert(found.has("vega") && found.has("commander"), [...found.keys()].join());
  for (const [name, { specifiers, files }] of found) {
    assertEquals([...files].length, 1, `${name} is named in ${[...files].join(" and ")}`);
    assertEquals([...specifiers].length, 1, [...specifiers].join(" and "));
    assertMatch([...specifiers][0], /@\d+\.\d+\.\d+$/);
  }
});

Deno.test("src takes nothing from the import map, which a path import does not bring along", async () => {
  const bare: string[] = [];
  for await (const path of walk("src", ".ts")) {
    const source = (await Deno.readTextFile(path)).replace(/^ *\*.*$/gm, "");
    const statements = source.matchAll(
      /(?:^(?:import|export)\s(?:[^;"`]*\sfrom\s)?|\bimport\()"([^"]+)"/gm,
    );
    for (const [, from] of statements) {
      if (!/^(?:\.\.?\/|npm:|node:)/.test(from)) bare.push(`${path} imports ${from}`);
    }
  }
  assertEquals(bare, []);
});

Deno.test("tests use the packages of src at the versions of src", async () => {
  const { imports, scopes } = JSON.parse(await Deno.readTextFile("deno.json"));
  const found = await packages();
  const mapped: Record<string, string> = { ...imports, ...scopes["./tests/"] };
  let shared = 0;
  for (const [name, { specifiers }] of found) {
    if (!(name in mapped)) continue;
    assertEquals(mapped[name], `npm:${[...specifiers][0]}`);
    shared++;
  }
  assert(shared > 0);
});

Deno.test("importing mod.ts downloads nothing", async () => {
  const cache = await Deno.makeTempDir({ prefix: "actbook-test-" });
  try {
    const { stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "mod.ts"],
      env: { DENO_DIR: cache, NO_COLOR: "1" },
    }).output();
    assertEquals(new TextDecoder().decode(stderr), "");
    const kept = await Array.fromAsync(walk(cache, ""));
    assert(kept.some((path) => path.endsWith("mod.ts.js")));
    assertEquals(kept.filter((path) => /(?:npm|remote)\//.test(path.slice(cache.length))), []);
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});

Deno.test("notebooks have the doors of the package, and packages of their own", async () => {
  const { exports, scopes } = JSON.parse(await Deno.readTextFile("deno.json"));
  const { imports } = JSON.parse(await Deno.readTextFile("notebooks/deno.json"));
  const doors = Object.entries<string>(exports)
    .map(([door, file]) => [`@actbook/actbook${door.slice(1)}`, `.${file}`]);
  const names = Object.entries<string>(imports);
  assertEquals(names.filter(([name]) => name.startsWith("@actbook/")), doors);
  for (const [name, specifier] of names.slice(doors.length)) {
    assert(!(name in scopes["./tests/"]) || scopes["./tests/"][name] === specifier, name);
  }
});

Deno.test("the lock of the notebooks holds what they and the command take, not what tests take", async () => {
  const { specifiers } = JSON.parse(await Deno.readTextFile("notebooks/deno.lock"));
  const { imports } = JSON.parse(await Deno.readTextFile("notebooks/deno.json"));
  const ofSrc = [...(await packages()).values()].flatMap((found) => [...found.specifiers]);
  const known = new Set([...ofSrc.map((name) => `npm:${name}`), ...Object.values(imports)]);
  assert("npm:vega@6.4.0" in specifiers);
  assertEquals(Object.keys(specifiers).filter((each) => !known.has(each)), []);
});

Deno.test("the lock of the notebooks is up to date: a run of theirs leaves it as it is", async () => {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--frozen", "--config=notebooks/deno.json", "src/cli/mod.ts", "--version"],
    env: { NO_COLOR: "1" },
  }).output();
  assert(success, `write it anew with "deno task actbook --version": ${decoder.decode(stderr)}`);
});
