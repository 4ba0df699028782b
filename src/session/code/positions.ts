/**
 * For each line of a script, in order, where places on it come from: column of the script, then line
 * and column of the cell. All count from 0.
 */
export type Positions = readonly (readonly (readonly [number, number, number])[])[];

/**
 * Reads the mappings of a source map.
 *
 * @param mappings As a source map writes them
 * @returns Where places on each line come from
 */
export async function readPositions(mappings: string): Promise<Positions> {
  const { decode }: typeof import("npm:@jridgewell/sourcemap-codec@1.5.5") = await import(
    "npm:@jridgewell/sourcemap-codec@1.5.5" as string
  );
  return decode(mappings).map((line) =>
    line.flatMap((segment) =>
      segment.length < 4 ? [] : [[segment[0], segment[2]!, segment[3]!] as [number, number, number]]
    )
  );
}
