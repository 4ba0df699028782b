/**
 * Times outputs of the checkout that is named: reads what to time, a name on each line, and writes
 * the milliseconds of processor time that making it took, and drawing it if it is a chart.
 */

import process from "node:process";
import { charts, texts } from "./_display_makers.ts";

/** Of the processor, as others may use the machine. */
async function milliseconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Done so often in a row that the clock of the processor is fine enough. */
async function repeated(work: () => unknown): Promise<number> {
  let [times, all] = [0, 0];
  while (all < 20 && times < 100) {
    all += await milliseconds(work);
    times++;
  }
  return all / times;
}

const [root] = Deno.args;
const actbook = await import(`${root}/mod.ts`);
const [drawn, written] = [charts(actbook), texts(actbook)];

for await (const chunk of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const name = chunk.trim();
  const making = await repeated(drawn[name] ?? written[name]);
  const chart = drawn[name]?.();
  console.log(JSON.stringify([making, chart ? await repeated(() => chart.svg()) : null]));
}
