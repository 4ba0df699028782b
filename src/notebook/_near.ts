const NUMBER = /[-+\u2212]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Whether two numbers are the same but for a relative error. */
export function near(a: number, b: number, tolerance: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether two texts are the same but for numbers that are near each other. */
export function nearText(a: string, b: string, tolerance: number): boolean {
  const words = (text: string) => text.split(NUMBER).map((each) => each.replace(/ +/g, " "));
  const numbers = (text: string) =>
    (text.match(NUMBER) ?? []).map((each) => Number(each.replace("\u2212", "-")));
  const [first, second] = [numbers(a), numbers(b)];
  return words(a).join("\0") === words(b).join("\0") &&
    first.every((value, i) => near(value, second[i], tolerance));
}
