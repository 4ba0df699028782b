const encoder = new TextEncoder();

/** Writes a text to standard output. Whoever reads may have had enough, as `head` does. */
export function write(text: string): void {
  const bytes = encoder.encode(text);
  try {
    for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

/** Writes a line to standard output. */
export function print(line: string): void {
  write(`${line}\n`);
}
