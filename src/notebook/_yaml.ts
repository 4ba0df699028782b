import { parse } from "npm:yaml@2.9.1";

/** The value that a YAML text stands for. */
export function parseYaml(text: string): unknown {
  return parse(text);
}
