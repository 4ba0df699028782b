import type { V8 } from "./_protocol.ts";

/** Characters of a value that a list of variables shows. */
const LONGEST = 200;

/** A value in one line, as a console would show it. */
export function valueText(value: V8.Runtime.RemoteObject): string {
  return shortened(textOf(value));
}

function textOf(value: V8.Runtime.RemoteObject): string {
  switch (value.type) {
    case "string":
      return JSON.stringify(value.value);
    case "undefined":
      return "undefined";
    case "function":
      return functionText(value.description ?? "");
    case "object":
      if (value.subtype === "null") return "null";
      if (value.subtype === "error") return value.description?.split("\n")[0] ?? "Error";
      return value.preview ? previewText(value.preview) : value.description ?? "";
    default:
      return value.unserializableValue ?? value.description ?? String(value.value);
  }
}

/** The name of a value's class, or its kind: "string", "Map", "Point". */
export function typeText({ type, subtype, className }: V8.Runtime.RemoteObject): string {
  return subtype === "null" ? "null" : className ?? type;
}

/** "class C extends B", or the name and the parameters; erased types have left blanks. */
function functionText(source: string): string {
  if (source.startsWith("class")) return source.replace(/\s*\{[^]*$/, "");
  const head = source.replace(/^(async\s+)?function\s*\*?\s*/, "$1");
  const open = head.indexOf("(");
  const end = open < 0 || /^[\w$\s]*=>/.test(head) ? head.indexOf("=>") : closing(head, open);
  const words = head.slice(0, end).replace(/\s+/g, " ").replace(/ (?=[,)])|(?<=\() /g, "");
  return `ƒ ${words.trim()}`;
}

/** Where the parenthesis that opens at a place is closed. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}

function previewText(preview: V8.Runtime.ObjectPreview): string {
  const { description = "", subtype, properties, entries, overflow } = preview;
  const more = overflow ? [", …"] : [];
  if (entries) {
    const each = entries.map(({ key, value }) =>
      key ? `${previewText(key)} → ${previewText(value)}` : previewText(value)
    );
    return `${description} {${each.join(", ")}${more}}`;
  }
  if (preview.type !== "object" && preview.type !== "function") {
    return preview.type === "string" ? JSON.stringify(description) : description;
  }
  if (subtype === "array" || subtype === "typedarray") {
    const each = properties.map((property) =>
      /^\d+$/.test(property.name)
        ? propertyText(property)
        : `${property.name}: ${propertyText(property)}`
    );
    const length = /\((\d+)\)$/.exec(description)?.[1];
    return `${subtype === "array" ? `(${length})` : description} [${each.join(", ")}${more}]`;
  }
  if (subtype && properties.length === 0) return description;
  const each = properties.map((property) => `${property.name}: ${propertyText(property)}`);
  const name = description === "Object" ? "" : `${description} `;
  return `${name}{${each.join(", ")}${more}}`;
}

function propertyText({ type, value = "", subtype }: V8.Runtime.PropertyPreview): string {
  if (type === "string") return JSON.stringify(value);
  if (type === "function") return "ƒ";
  if (type === "accessor") return "…";
  return subtype === "null" ? "null" : value;
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
