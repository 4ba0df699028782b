import type { Child } from "./child.ts";

/** `Deno.jupyter` as Deno's own kernel has it, and the rich forms of values it knows. */
export function installJupyter(child: Child): void {
  const { deno, settings, dress } = child;
  const $display = Symbol.for("Jupyter.display");
  // deno-lint-ignore no-explicit-any
  type Any = any;
  type Bundle = Record<string, unknown>;
  const isObject = (value: unknown): value is Any =>
    value !== null && (typeof value === "object" || typeof value === "function");
  const starts = (value: unknown, ...bytes: number[]): value is Uint8Array =>
    value instanceof Uint8Array && bytes.every((byte, i) => value[i] === byte);
  const isPng = (value: unknown) => starts(value, 137, 80, 78, 71, 13, 10, 26, 10);
  const isJpeg = (value: unknown): value is Uint8Array =>
    starts(value, 0xff, 0xd8) && value.at(-2) === 0xff && value.at(-1) === 0xd9;
  const escape = (value: unknown) =>
    String(value).replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);

  const plain = (value: unknown): string => {
    const text: string = deno[deno.internal].inspectArgs(["%o", value], {
      colors: settings.colours,
      strAbbreviateSize: Number.MAX_SAFE_INTEGER,
    });
    const more = text.length - settings.valueLimit;
    return more > 0 ? `${text.slice(0, settings.valueLimit)}… ${more} more characters` : text;
  };
  const image = (value: unknown): Bundle | undefined =>
    isPng(value)
      ? { "image/png": (value as Any).toBase64() }
      : isJpeg(value)
      ? { "image/jpeg": (value as Any).toBase64() }
      : undefined;
  const vega = (value: Any): Bundle => {
    const spec = value.toSpec();
    const [, kind, version] = /(vega|vega-lite)\/v(\d+)/.exec(spec?.$schema ?? "") ?? [];
    const mime = kind === "vega-lite" ? `vegalite.v${version}` : `vega.v${version ?? 5}`;
    return { [`application/vnd.${mime}+json`]: spec, "text/plain": plain(value) };
  };
  const types: Record<string, string> = { Null: "null", Bool: "boolean", List: "array" };
  const fieldType = (type: Any): string => {
    const name = String(type?.toJSON?.().DataType ?? type?.variant ?? type);
    return types[name] ??
      (/^U?Int/.test(name)
        ? "integer"
        : /^Float/.test(name)
        ? "number"
        : name === "Struct"
        ? "object"
        : "string");
  };
  const dataFrame = (frame: Any): Bundle => {
    const fields = Object.entries(frame.schema).map(([name, type]) => ({
      name,
      type: fieldType(type),
    }));
    const row = (cells: unknown[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
    const rows = frame.head(10).toRecords().map((each: Any) =>
      row(fields.map(({ name }) => each[name]), "td")
    );
    return {
      "application/vnd.dataresource+json": { data: frame.head(50).toRecords(), schema: { fields } },
      "text/html": `<table><thead>${row(fields.map(({ name }) => name), "th")}</thead><tbody>${
        rows.join("")
      }</tbody></table>`,
    };
  };
  /** Whatever a value throws that is only looked at, it can be shown as a console does. */
  const isReadable = (value: Any): boolean => {
    try {
      for (const name of [$display, "toDataURL", "toSpec", "schema", "outerHTML"]) void value[name];
      return true;
    } catch {
      return false;
    }
  };
  const rich = async (value: Any): Promise<Bundle | undefined> => {
    if (typeof value[$display] === "function") return await value[$display]();
    if (typeof value !== "object") return;
    if (typeof value.toDataURL === "function") {
      const [, mime, data] = /^data:([^;,]+)[^,]*,(.*)$/s.exec(value.toDataURL()) ?? [];
      if (mime) return { [mime]: data };
    }
    if (typeof value.toSpec === "function") return vega(value);
    if (
      isObject(value.schema) && typeof value.head === "function" &&
      typeof value.toRecords === "function"
    ) return dataFrame(value);
    if (typeof value.outerHTML === "string") {
      const svg = value.outerHTML.startsWith("<svg");
      return { [svg ? "image/svg+xml" : "text/html"]: value.outerHTML };
    }
    return image(value);
  };
  const format = async (value: unknown): Promise<Bundle> =>
    (isObject(value) && isReadable(value) && await rich(value)) || { "text/plain": plain(value) };
  child.format = format;

  const bytesOf = (buffer: Any) =>
    ArrayBuffer.isView(buffer)
      ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
      : new Uint8Array(buffer);
  // deno-lint-ignore require-await
  const broadcast = async (type: string, content: unknown, options: Any = {}) => {
    const { metadata = {}, buffers = [] } = options;
    const packed = buffers.map((each: Any) => (bytesOf(each) as Any).toBase64());
    child.send(String(type), content, { metadata, ...(packed.length > 0 && { buffers: packed }) });
  };
  const display = async (value: unknown, options: Any = {}) => {
    const { raw = false, update = false, display_id, metadata = {} } = options;
    const isBundle = isObject(value) && typeof value === "object" && !Array.isArray(value);
    const data = raw && isBundle ? value : await format(value);
    const transient = display_id ? { display_id } : {};
    child.send(update ? "update_display_data" : "display_data", { data, metadata, transient });
  };
  const tag = (mime: string) => (strings: TemplateStringsArray, ...values: unknown[]) => {
    const text = strings.reduce((all, each, i) => all + (values[i - 1] ?? "") + each);
    return { [$display]: () => ({ [mime]: text }) };
  };
  const jupyter = {
    broadcast,
    display,
    format,
    md: tag("text/markdown"),
    html: tag("text/html"),
    svg: tag("image/svg+xml"),
    image(source: unknown) {
      const bundle = image(typeof source === "string" ? deno.readFileSync(source) : source);
      if (bundle) return { [$display]: () => bundle };
      throw new TypeError(
        "Cannot show it as an image: it must be a PNG or a JPEG, or a path to one",
      );
    },
    $display,
  };
  dress.jupyter = { value: jupyter, enumerable: true };
}
