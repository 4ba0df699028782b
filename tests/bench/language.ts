/**
 * How long the language service takes at a hundred cells, and how much memory its server holds:
 *
 *     deno run -A tests/bench/language.ts
 */
import { LanguageService } from "../../src/kernel/language/language_service.ts";

const cells = Array.from(
  { length: 100 },
  (_, i) =>
    `interface Row${i} { count: number; words: string[] }
const row${i}: Row${i} = { count: ${i}, words: ["${i}"] };
const scaled${i} = row${i}.words.map((word) => word.length * row${Math.max(0, i - 1)}.count);
function wrap${i}<T>(value: T): { value: T; list: number[] } {
  return { value, list: scaled${i} };
}
wrap${i}(row${i}).list.reduce((a, b) => a + b, 0);`,
);

/** Milliseconds that each of many calls took, one after another. */
async function times(count: number, call: (i: number) => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await call(i);
    found.push(performance.now() - start);
  }
  return found.toSorted((a, b) => a - b);
}

const quantile = (sorted: readonly number[], q: number) =>
  `${sorted[Math.floor(q * (sorted.length - 1))].toFixed(0)} ms`;

const service = new LanguageService({ folder: Deno.cwd() });
try {
  const [cold] = await times(1, () => service.complete("Math.", 5));
  console.log(`start and first completion: ${cold.toFixed(0)} ms`);
  for (const cell of cells) service.remember(cell);
  const code = (i: number) => `const fresh${i} = row99.words;\nfresh${i}.`;
  await service.complete(code(0), code(0).length);
  const check = (cell: string) => service.problems(cell, { ownAlone: true });
  const tasks: [string, (i: number) => Promise<unknown>][] = [
    ["completion", (i) => service.complete(code(i), code(i).length)],
    [
      "hover",
      (i) => service.hover(`const fresh${i} = wrap99(row98);\nfresh${i}`, 33 + `${i}`.length),
    ],
    ["type errors, none", (i) => check(`const fresh${i}: string = row98.words[${i}];`)],
    ["type errors, one", (i) => check(`const fresh${i}: number = row98.words[${i}];`)],
  ];
  for (const [name, task] of tasks) {
    const before = await usage(), found = await times(50, task), after = await usage();
    const cpu = before && after
      ? `, processor ${((after.cpu - before.cpu) / 50).toFixed(0)} ms`
      : "";
    console.log(`${name}: median ${quantile(found, 0.5)}, p95 ${quantile(found, 0.95)}${cpu}`);
  }
  const { memory } = await usage() ?? {};
  if (memory) console.log(`memory of the server: ${memory.toFixed(0)} MiB`);
} finally {
  await service.stop();
}
Deno.exit();

/** What the server has used: milliseconds of all processors, and MiB it holds, of pages
 * that others hold too its part; on Linux only. */
async function usage(): Promise<{ cpu: number; memory: number } | undefined> {
  if (Deno.build.os !== "linux") return undefined;
  const children = await Deno.readTextFile(`/proc/self/task/${Deno.pid}/children`);
  const folder = `/proc/${children.trim().split(" ").at(-1)}`;
  const rollup = await Deno.readTextFile(`${folder}/smaps_rollup`);
  const fields = (await Deno.readTextFile(`${folder}/stat`)).split(") ")[1].split(" ");
  return {
    cpu: 10 * (Number(fields[11]) + Number(fields[12])), // in ticks of 10 ms
    memory: Number(/^Pss:\s+(\d+)/m.exec(rollup)![1]) / 1024,
  };
}
