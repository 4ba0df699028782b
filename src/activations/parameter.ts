/**
 * The numbers that shape an activation, and which values they take.
 *
 * @module
 */

import type { NamedNumbers } from "../calculus/named_numbers.ts";

/** A number that shapes a function. */
export interface Parameter {
  /** The default value. */
  readonly value: number;
  /** What it does, in a few words. */
  readonly meaning: string;
  /** The smallest allowed value. */
  readonly min: number;
  /** The largest allowed value. Values are finite, whatever the bounds. */
  readonly max: number;
  /** True if the bounds themselves are left out. */
  readonly exclusive?: boolean;
  /** The smallest allowed magnitude of values other than 0. */
  readonly smallest?: number;
  /** True if 0 is left out. */
  readonly nonzero?: boolean;
}

/** Parameters by name. */
type Parameters<Name extends string> = Readonly<Record<Name, Parameter>>;

/**
 * The default values.
 *
 * @param id whose they are, for what errors say
 * @throws RangeError if one is out of its range
 * @internal
 */
export function defaultsOf<Name extends string>(
  id: string,
  parameters: Parameters<Name>,
): NamedNumbers<Name> {
  const entries = Object.entries<Parameter>(parameters).map(([name, parameter]) => {
    checkRange(id, name, parameter, parameter.value);
    return [name, parameter.value];
  });
  return Object.fromEntries(entries);
}

/**
 * Values with some of them changed.
 *
 * @throws RangeError if there is no such parameter, or its value is out of range
 * @internal
 */
export function changed<Name extends string>(
  id: string,
  parameters: Parameters<Name>,
  values: NamedNumbers<Name>,
  changes: Readonly<Partial<Record<string, number>>>,
): NamedNumbers<Name> {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(parameters, name)) {
      const known = Object.keys(parameters).join(", ") || "none";
      throw new RangeError(`Cannot set ${name} of ${id} as its parameters are: ${known}`);
    }
    checkRange(id, name, parameters[name as Name], value);
  }
  return { ...values, ...changes } as NamedNumbers<Name>;
}

function checkRange(id: string, name: string, parameter: Parameter, value: unknown): void {
  const { min, max, exclusive, smallest = 0, nonzero = false } = parameter;
  const inside = typeof value === "number" && Number.isFinite(value) &&
    (exclusive ? value > min && value < max : value >= min && value <= max);
  const size = Math.abs(value as number);
  if (inside && (size === 0 ? !nonzero : size >= smallest)) return;
  if (inside) {
    const zero = nonzero ? "" : `${name} = 0 or `;
    const rule = smallest > 0
      ? `${zero}|${name}| >= ${smallest} must hold`
      : `${name} must not be 0`;
    throw new RangeError(`Cannot set ${name} of ${id} as ${rule}: current value is ${value}`);
  }
  const sign = exclusive ? "<" : "<=";
  const low = min === -Infinity ? "" : `${min} ${sign} `;
  const high = max === Infinity ? "" : ` ${sign} ${max}`;
  const rule = low || high ? `${low}${name}${high} must hold` : `${name} must be finite`;
  throw new RangeError(`Cannot set ${name} of ${id} as ${rule}: current value is ${value}`);
}
