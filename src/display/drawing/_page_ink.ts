import type { Spec } from "./_drawing.ts";

/** Elements above which drawing as SVG takes so long that it is felt. */
const tooMany = 3_000;

/**
 * A spec that is drawn as SVG by front ends that draw it anew, if its ink is that of the page: so it
 * follows when the page turns dark or light. A canvas keeps the ink it was drawn with, but is faster
 * where there are thousands of marks.
 *
 * @param spec with its theme
 * @param svg the still picture of it
 */
export function withPageInk(spec: Spec, svg: string): Spec {
  if (!JSON.stringify(spec.config ?? {}).includes('"currentColor"')) return spec;
  if (elementsIn(svg) > tooMany) return spec;
  const { embedOptions, ...rest } = (spec.usermeta ?? {}) as { readonly embedOptions?: object };
  return { ...spec, usermeta: { ...rest, embedOptions: { renderer: "svg", ...embedOptions } } };
}

function elementsIn(svg: string): number {
  let count = 0;
  for (let at = svg.indexOf("<"); at >= 0; at = svg.indexOf("<", at + 1)) {
    if (svg[at + 1] !== "/") count++;
  }
  return count;
}
