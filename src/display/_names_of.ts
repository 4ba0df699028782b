/** The names of a row's values, those that its class computes included. */
export function namesOf(row: object): string[] {
  const names = Object.keys(row);
  let of = Object.getPrototypeOf(row);
  while (of !== Object.prototype && of !== null) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(of))) {
      if (get && name !== "__proto__") names.push(name);
    }
    of = Object.getPrototypeOf(of);
  }
  return names;
}
