/** The title of a spec, with remarks on how it was drawn below. */
export function notedTitle(title: unknown, notes: readonly string[]): object {
  const known = typeof title === "object" && title !== null && "text" in title
    ? title
    : { text: title ?? "" };
  const { subtitle = [] } = known as { subtitle?: string | readonly string[] };
  const below = [subtitle, notes].flat(2);
  // Vega draws no line below a title that is not there.
  if (known.text === "") return { ...known, text: below, fontSize: 12, fontWeight: "normal" };
  return { ...known, subtitle: below };
}
