import { everywhere, expressions, isPart, type Part } from "../drawing/_everywhere.ts";

/**
 * A part of a combined chart with a number behind the names of its parameters and layers, as each
 * name can be there only once.
 */
export function numbered(spec: Part, index: number): Part {
  const names = new Set<string>();
  everywhere(spec, (part) => {
    // What a slider is called is no name, though it has that key.
    if (typeof part.name === "string" && !("input" in part)) names.add(part.name);
    return part;
  });
  const own = (name: unknown) =>
    typeof name === "string" && names.has(name) ? `${name}_${index + 1}` : name;
  const word = /(?<![\w.'"])[A-Za-z_]\w*/g;
  const renamed = everywhere(spec, (part) =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => {
        if (key === "param" || (key === "name" && !("input" in part))) return [key, own(value)];
        if (typeof value !== "string" || !expressions.has(key)) return [key, value];
        return [key, value.replace(word, (name) => `${own(name)}`)];
      }),
    ));
  return renamed as Part;
}

/** Sliders belong to the whole: takes them out of the parts. */
export function hoisted(parts: readonly Part[]): { parts: Part[]; params: unknown[] } {
  const params: unknown[] = [];
  const without = parts.map((part) => {
    if (!Array.isArray(part.params)) return part;
    const [own, whole] = [true, false].map((keep) =>
      (part.params as Part[]).filter((param) => "select" in param === keep)
    );
    params.push(...whole);
    const { params: _params, ...rest } = part;
    return own.length > 0 ? { ...rest, params: own } : rest;
  });
  return { parts: without, params };
}

/** Layers share their colours: gives all of them all names, and a legend if there are several. */
export function withSharedColours(parts: readonly Part[]): Part[] {
  const domains = new Set<unknown>();
  const domainOf = ({ color }: Part): unknown[] => {
    const scale = isPart(color) && isPart(color.scale) ? color.scale : {};
    return Array.isArray(scale.domain) ? scale.domain : [];
  };
  everywhere(parts, (part) => {
    domainOf(part).forEach((name) => domains.add(name));
    return part;
  });
  return everywhere(parts, (part) => {
    if (domainOf(part).length === 0 || domains.size < 2) return part;
    const color = part.color as Part;
    const scale = { ...(color.scale as Part), domain: [...domains] };
    return { ...part, color: { ...color, scale, legend: { title: null } } };
  }) as Part[];
}

/** Layers share their scales, which one parameter is enough to move. */
export function withoutZoom(part: Part): Part {
  return everywhere(part, (inner) => {
    if (!Array.isArray(inner.params)) return inner;
    return { ...inner, params: inner.params.filter((param) => param.bind !== "scales") };
  }) as Part;
}
