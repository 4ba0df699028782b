/**
 * Things with titles, and no two of a group with the same one: the second `f` is `f (2)`.
 *
 * @internal
 */
export function uniqueTitles<T extends { readonly title: string; readonly group?: string }>(
  things: readonly T[],
): readonly T[] {
  const all = new Set(things.map(({ title, group }) => JSON.stringify([title, group])));
  if (all.size === things.length) return things;
  const taken = new Set<string>();
  return things.map((thing) => {
    let [title, n] = [thing.title, 1];
    const key = () => JSON.stringify([title, thing.group]);
    while (taken.has(key()) || (n > 1 && all.has(key()))) title = `${thing.title} (${++n})`;
    taken.add(key());
    return title === thing.title ? thing : { ...thing, title };
  });
}
