import { emittedPlaces } from "./_emitted_places.ts";
import { ownPlace } from "./_own_place.ts";
import type { ErrorOutput } from "./output.ts";
import type { CellOutputs } from "./outputs.ts";

const PLACE = /<anonymous>:(\d+):(\d+)/g;

/** Whether the text names a place in a cell. */
function hasPlace(text: unknown): text is string {
  return typeof text === "string" && text.includes("<anonymous>:");
}

/**
 * An error whose places in the cell are those of its source. The kernel gives those of the
 * JavaScript it made of it.
 */
export async function errorInSource(error: ErrorOutput, source: string): Promise<ErrorOutput> {
  if (!error.traceback.some(hasPlace)) return error;
  const inSource = await translator(source);
  const traceback = error.traceback.map((line) => ownPlace(line, source) ? inSource(line) : line);
  return { ...error, traceback };
}

/** The same for a value that shows an error. */
export async function resultInSource(outputs: CellOutputs, source: string): Promise<void> {
  const last = outputs.last;
  if (last?.output_type !== "execute_result" || !hasPlace(last.data["text/plain"])) return;
  last.data["text/plain"] = (await translator(source))(last.data["text/plain"]);
}

async function translator(source: string): Promise<(text: string) => string> {
  const places = await emittedPlaces(source);
  if (!places) return (text) => text;
  return (text) =>
    text.replace(PLACE, (all, line, column) => {
      const place = places(Number(line), Number(column));
      return place ? `<anonymous>:${place.line}:${place.column}` : all;
    });
}
