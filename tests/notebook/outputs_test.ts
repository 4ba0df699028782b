import { assertEquals } from "@std/assert";
import { CellOutputs, Displays, type OutputMessage } from "../../src/notebook/outputs.ts";

const message = (type: string, content: unknown): OutputMessage => ({ type, content });
const stream = (text: string, name = "stdout") => message("stream", { name, text });
const display = (text: string, id?: string, type = "display_data") =>
  message(type, { data: { "text/plain": text }, metadata: {}, transient: { display_id: id } });
const clear = (wait: boolean) => message("clear_output", { wait });

/** The outputs of a cell, as short texts. */
function shown(cell: CellOutputs): string[] {
  return cell.outputs.map((output) => {
    if (output.output_type === "stream") return `${output.name}: ${output.text}`;
    return output.output_type === "error" ? output.evalue : String(output.data["text/plain"]);
  });
}

function collect(...messages: OutputMessage[]): string[] {
  const cell = new CellOutputs(new Displays());
  for (const each of messages) cell.add(each);
  return shown(cell);
}

Deno.test("consecutive texts of one stream become one output", () => {
  assertEquals(collect(stream("a\n"), stream("b\n"), stream("e", "stderr"), stream("c")), [
    "stdout: a\nb\n",
    "stderr: e",
    "stdout: c",
  ]);
});

Deno.test("a display between two texts keeps them apart", () => {
  assertEquals(collect(stream("a"), display("x"), stream("b")), ["stdout: a", "x", "stdout: b"]);
});

Deno.test("carriage returns and backspaces overwrite, across messages too", () => {
  assertEquals(collect(stream("10 %"), stream("\r100 %\n"), stream("ab\bc")), [
    "stdout: 100 %\nac",
  ]);
  assertEquals(collect(stream("long line\rshort")), ["stdout: shortline"]);
  assertEquals(collect(stream("dos\r\nends\r\n")), ["stdout: dos\nends\n"]);
});

Deno.test("update_display_data changes outputs in place, in other cells too", () => {
  const displays = new Displays();
  const first = new CellOutputs(displays), second = new CellOutputs(displays);
  first.add(display("0 %", "p"));
  first.add(display("other", "q"));
  second.add(display("100 %", "p", "update_display_data"));
  assertEquals([shown(first), shown(second)], [["100 %", "other"], []]);
});

Deno.test("showing a display id again shows it there and updates where it was", () => {
  assertEquals(collect(display("old", "p"), display("new", "p")), ["new", "new"]);
});

Deno.test("an update with an unknown display id shows nothing", () => {
  assertEquals(collect(display("x", "p", "update_display_data")), []);
});

Deno.test("clear_output empties the cell at once", () => {
  assertEquals(collect(stream("a"), clear(false), stream("b")), ["stdout: b"]);
  assertEquals(collect(stream("a"), clear(false)), []);
});

Deno.test("clear_output with wait empties the cell when the next output comes", () => {
  assertEquals(collect(stream("a"), clear(true)), ["stdout: a"]);
  assertEquals(collect(stream("a"), clear(true), stream("b"), stream("c")), ["stdout: bc"]);
  assertEquals(collect(display("a"), clear(true), display("b"), display("c")), ["b", "c"]);
});

Deno.test("errors are kept, messages about other things are not", () => {
  const error = message("error", { ename: "E", evalue: "bad", traceback: ["E: bad"] });
  assertEquals(collect(message("comm_open", {}), error), ["bad"]);
});
