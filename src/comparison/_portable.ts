import type { Activation } from "../activations/activation.ts";
import { activations } from "../activations/catalogue.ts";
import type { Certifiable, ModuleFunction } from "./certifiable.ts";
import { type Comparable, nameOf } from "./comparable.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";

/** A function as plain data, which can be sent to a worker. */
export type Portable = ModuleFunction | CatalogueFunction;

/** An activation of the catalogue, or its first or second derivative. */
interface CatalogueFunction {
  readonly activation: string;
  readonly parameters: NamedNumbers;
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
  const id = (f.id ?? "").replace(/[′″]$/, "");
  if (!Object.hasOwn(activations, id)) return null;
  const known = activations[id];
  if (isOf(f, known)) return { activation: id, parameters: f.parameters, order: 0 };
  if (f === known.derivative) return { activation: id, parameters: {}, order: 1 };
  if (f === known.derivative.derivative) return { activation: id, parameters: {}, order: 2 };
  return null;
}

/**
 * Whether a function is one of the catalogue, at whatever parameters. A user's own may bear the same
 * id, but not the very same records of sources.
 */
function isOf(f: Comparable, known: Activation): f is Activation {
  if (f === known) return true;
  const { sources } = f as Partial<Activation>;
  return known.sources.length > 0 && known.sources.every((source, i) => source === sources?.[i]);
}

/** The name to report. */
export function nameOfCertifiable(f: Certifiable): string {
  return typeof f === "function" ? nameOf(f) : f.export;
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
