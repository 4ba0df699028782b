import { fingerprint } from "./_fingerprint.ts";
import type { Theme } from "./theme.ts";

/**
 * A picture that is dark where the reader's browser asks for that: the colours of one theme are
 * replaced by those of another, in a style of its own.
 *
 * @param svg a picture in the light theme
 */
export function followScheme(
  svg: string,
  { light, dark }: { readonly light: Theme; readonly dark: Theme },
): string {
  const pairs = [
    [light.background, dark.background],
    [light.ink, dark.ink],
    [light.grid, dark.grid],
    [light.zero, dark.zero],
    ...light.palette.map((colour, i) => [colour, dark.palette[i] ?? colour]),
  ];
  const name = `a${fingerprint(svg)}`;
  const rules = [...new Map(pairs.filter(([from, to]) => from !== to) as [string, string][])]
    .flatMap(([from, to]) =>
      (["fill", "stroke"] as const).flatMap((what) =>
        svg.includes(`${what}="${from}"`) ? [`#${name} [${what}="${from}"]{${what}:${to}}`] : []
      )
    );
  if (rules.length === 0) return svg;
  const style = `<style>@media (prefers-color-scheme:dark){${rules.join("")}}</style>`;
  return svg.replace(/^<svg([^>]*)>/, `<svg$1 id="${name}">${style}`);
}
