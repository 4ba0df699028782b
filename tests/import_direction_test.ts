import { assertEquals } from "@std/assert";
import { walk } from "./_walk.ts";

/** What each folder of src/ may import from, besides itself; `type` means types only. */
const allowed: Record<string, readonly string[]> = {
  options: [],
  special: [],
  display: [],
  reading: ["display"],
  session: [],
  calculus: ["special"],
  wire: ["session"],
  notebook: ["session", "wire"],
  kernel: ["session", "wire"],
  widgets: ["display"],
  activations: ["special", "calculus", "type display"],
  arrays: ["special", "calculus", "activations"],
  approximation: ["special", "calculus", "activations"],
  comparison: ["special", "calculus", "activations", "arrays"],
  network: ["special", "calculus", "activations", "arrays"],
  workbench: ["special", "calculus", "activations", "network", "approximation", "comparison"],
  article: ["special", "calculus", "activations", "approximation", "comparison"],
  gallery: [
    "special",
    "calculus",
    "activations",
    "arrays",
    "network",
    "approximation",
    "comparison",
    "workbench",
    "article",
    "display",
  ],
  // What was measured and tried lies beside the scripts that did it; the whole runs in a page.
  site: [
    "tests",
    "mod.ts",
    "special",
    "calculus",
    "activations",
    "arrays",
    "approximation",
    "comparison",
    "network",
    "workbench",
    "article",
    "display",
    "gallery",
    "notebook",
    "export",
  ],
  export: ["notebook", "display", "options"],
  cli: ["notebook", "export", "kernel"],
};

/** Where imports come from everywhere: the checks of options. */
const common = ["options"];

const statement = /^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm;

/** Lines such as `src/special/x.ts imports activations` for each import against the direction. */
function violations(path: string, source: string): string[] {
  const folder = path.split("/")[1];
  if (!(folder in allowed)) return [`${path} lies in no known folder`];
  const found: string[] = [];
  for (const [, typeOnly, from, dynamic] of source.matchAll(statement)) {
    const target = from ?? dynamic;
    if (!target.startsWith(".")) {
      if (target.startsWith("@actbook/")) found.push(`${path} imports ${target}`);
      continue;
    }
    const resolved = new URL(target, `file:///${path}`).pathname.slice(1).split("/");
    const other = resolved[0] === "src" ? resolved[1] : resolved[0];
    const fine = other === folder || [...allowed[folder], ...common].includes(other) ||
      (typeOnly && allowed[folder].includes(`type ${other}`));
    if (!fine) found.push(`${path} imports ${other}`);
  }
  return found;
}

Deno.test("imports run one way only", async () => {
  const wrong: string[] = [];
  for await (const path of walk("src", ".ts")) {
    wrong.push(...violations(path, await Deno.readTextFile(path)));
  }
  assertEquals(wrong, []);
});

Deno.test("the import test sees every form of import that runs the wrong way", () => {
  const cases = [
    'import { gelu } from "../activations/gelu.ts";',
    'export * from "../display/chart.ts";',
    'import {\n  gelu,\n} from "../activations/gelu.ts";',
    'const late = await import("../gallery/plot.ts");',
    'import { gelu } from "@actbook/actbook";',
    'import { all } from "../../mod.ts";',
  ];
  for (const source of cases) {
    assertEquals(violations("src/special/x.ts", source).length, 1, source);
  }
  const typeOnly = 'import type { Displayable } from "../display/bundle.ts";';
  assertEquals(violations("src/activations/x.ts", typeOnly), []);
  assertEquals(violations("src/activations/x.ts", typeOnly.replace("type ", "")).length, 1);
  assertEquals(violations("src/nowhere/x.ts", ""), ["src/nowhere/x.ts lies in no known folder"]);
});
