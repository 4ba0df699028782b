import type { Activation, Values } from "../activations/activation.ts";
import { activations } from "../activations/catalogue.ts";
import type { Certifiable, ModuleFunction } from "./certifiable.ts";
import { type Comparable, nameOf } from "./comparable.ts";

/** A function as plain data, which can be sent to a worker. */
export type Portable = ModuleFunction | CatalogueFunction;

/** An activation of the catalogue, or its first or second derivative. */
interface CatalogueFunction {
  readonly activation: string;
  readonly parameters: Values;
  readonly order: 0 | 1 | 2;
}

/** The function itself. Throws a TypeError if the module does not export it. */
export async function load(source: Portable): Promise<(x: number) => number> {
  if ("activation" in source) {
    const found = activations[source.activation].with(source.parameters);
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
  if (typeof f !== "function") return f;
  for (const found of candidates(f)) {
    const orders = [found, found.derivative, found.derivative.derivative];
    const order = orders.findIndex((known) => agree(known, f));
    if (order >= 0) {
      return { activation: found.id, parameters: found.parameters, order: order as 0 | 1 | 2 };
    }
  }
  return null;
}

/** The catalogue's entry of that name, at its own and at the function's parameters. */
function candidates(f: Comparable & { readonly parameters?: Values }): Activation[] {
  const id = (f.id ?? "").replace(/[′″]$/, "");
  if (!Object.hasOwn(activations, id)) return [];
  const known = activations[id];
  const names = Object.keys(known.parameters);
  const given = f.parameters ?? {};
  return names.every((name) => name in given) ? [known.with(given)] : [known];
}

/** A user's function may bear a catalogue id: only the same values prove it the same. */
function agree(a: Comparable, b: Comparable): boolean {
  if (a === b) return true;
  return a.id === b.id && probes.every((x) => Object.is(a(x), b(x)));
}

const probes = Array.from({ length: 101 }, (_, i) => (i - 50) * 0.30103);

/** The name to report. */
export function nameOfCertifiable(f: Certifiable): string {
  return typeof f === "function" ? nameOf(f) : f.export;
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
