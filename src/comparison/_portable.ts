import { activations } from "../activations/catalogue.ts";
import { type Origin, originOf } from "../activations/origin.ts";
import type { Certifiable, ModuleFunction } from "./certifiable.ts";
import { nameOf } from "./name_of.ts";

/** A function as plain data, which can be sent to a worker. */
export type Portable = ModuleFunction | Origin;

/** The function itself. Throws a TypeError if the module does not export it. */
export async function load(source: Portable): Promise<(x: number) => number> {
  if ("id" in source) {
    const found = activations[source.id].with(source.parameters);
    return [found, found.derivative, found.derivative.derivative][source.order];
  }
  if (!URL.canParse(source.module)) {
    throw new TypeError(
      `Cannot load ${source.export} as module must be an absolute URL: ` +
        `current value is ${source.module}`,
    );
  }
  const loaded = (await import(source.module))[source.export];
  if (typeof loaded === "function") return loaded;
  throw new TypeError(
    `Cannot load ${source.export} as ${
      shortened(source.module)
    } must export a function of that name`,
  );
}

/** How to load a function elsewhere, or `null` if it is a closure that cannot leave its thread. */
export function portable(f: Certifiable): Portable | null {
  return typeof f === "function" ? originOf(f) ?? null : f;
}

/** The name to report. */
export function nameOfCertifiable(f: Certifiable): string {
  return typeof f === "function" ? nameOf(f) : f.export;
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
