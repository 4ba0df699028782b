/** One end of a talk with the front end. */
export interface Comm {
  readonly id: string;
  send(data: object, options?: { readonly buffers?: readonly Uint8Array[] }): void;
  close(): void;
  onMessage(receive: (data: Message) => unknown): void;
}

/** What a widget's view sends. */
export interface Message {
  readonly method?: string;
  readonly state?: Readonly<Record<string, unknown>>;
  readonly content?: unknown;
}

interface Comms {
  open(target: string, data: object, options: { readonly metadata: object }): Comm;
}

/**
 * Opens a comm.
 *
 * @throws Error if the kernel has none, or there is no kernel
 */
export function openComm(target: string, data: object, metadata: object): Comm {
  const comms = (globalThis as { [key: symbol]: Comms | undefined })[Symbol.for("actbook.comms")];
  if (comms) return comms.open(target, data, { metadata });
  throw new Error(
    "Cannot make a widget as the kernel must be TypeScript (Actbook), which " +
      "`actbook kernel install` installs: this is another kernel, or no notebook",
  );
}
