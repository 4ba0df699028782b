import type { Row } from "./_guess_types.ts";
import { fflate, npyjs } from "./_packages.ts";

/** Reads the arrays of an archive of NumPy's as columns: each of one axis, and all of one length. */
export async function readNpz(bytes: Uint8Array): Promise<Row[]> {
  const [{ unzipSync }, { parse }] = await Promise.all([fflate(), npyjs()]);
  const arrays = Object.entries(unzipSync(bytes)).map(([file, content]) => {
    const name = file.replace(/\.npy$/, "");
    try {
      return { name, ...parse(content.slice().buffer as ArrayBuffer) };
    } catch (cause) {
      throw new SyntaxError(`its array ${name} cannot be read: ${(cause as Error).message}`, {
        cause,
      });
    }
  });
  const shapes = arrays.map(({ name, shape }) => `${name} (${shape.join(" × ")})`).join(", ");
  const columns = arrays.flatMap(columnsOf);
  const lengths = new Set(columns.map(([, values]) => values.length));
  if (lengths.size !== 1 || columns.length === 0) {
    throw new SyntaxError(
      `its arrays must have one length, and one axis or two: current shapes are ${shapes}`,
    );
  }
  const [length] = lengths;
  return Array.from(
    { length },
    (_, i) => Object.fromEntries(columns.map(([name, values]) => [name, plain(values[i])])),
  );
}

type Column = readonly [name: string, values: ArrayLike<unknown>];

/** An array of two axes is a column for each place on its second one. */
function columnsOf(
  { name, shape, data, fortranOrder }: {
    readonly name: string;
    readonly shape: readonly number[];
    readonly data: unknown;
    readonly fortranOrder: boolean;
  },
): Column[] {
  const values = data as ArrayLike<unknown>;
  if (shape.length === 1) return [[name, values]];
  if (shape.length !== 2) return [[name, []], [`${name} has ${shape.length} axes`, [0]]];
  const [rows, width] = shape;
  return Array.from({ length: width }, (_, k) => {
    const at = (i: number) => fortranOrder ? k * rows + i : i * width + k;
    return [`${name} ${k}`, Array.from({ length: rows }, (_, i) => values[at(i)])] as const;
  });
}

function plain(value: unknown): unknown {
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
