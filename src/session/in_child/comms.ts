import type { Child } from "./child.ts";

/**
 * Comms: pairs of ends, one here and one in the front end, that send messages to each other. What is
 * called for a message runs in the name of the cell that made the end here, so that its outputs and
 * errors are shown there. Programs find them as `globalThis[Symbol.for("actbook.comms")]`.
 */
export function installComms(child: Child): void {
  const { context, forCells } = child;
  // deno-lint-ignore no-explicit-any
  type Any = any;
  type Receive = (data: Any, buffers: readonly Uint8Array[]) => unknown;
  const ends = new Map<
    string,
    { target: string; cell: number; receive: Receive; closed: Receive }
  >();
  const targets = new Map<string, { cell: number; opened: (comm: Any, data: Any) => unknown }>();
  const here = () => context.getStore() ?? child.current;
  const packed = (buffers: readonly Any[]) =>
    buffers.map((each) =>
      (ArrayBuffer.isView(each)
        ? new Uint8Array(each.buffer, each.byteOffset, each.byteLength)
        : new Uint8Array(each) as Any).toBase64()
    );
  const publish = (type: string, content: object, { metadata = {}, buffers = [] }: Any = {}) => {
    const extra = buffers.length > 0 ? { buffers: packed(buffers) } : {};
    child.send(type, content, { metadata, ...extra });
  };
  const endOf = (id: string) => ({
    id,
    send: (data: object, options?: Any) => publish("comm_msg", { comm_id: id, data }, options),
    close(data: object = {}) {
      if (ends.delete(id)) publish("comm_close", { comm_id: id, data });
    },
    /** What is called with the data and the buffers of each message. */
    onMessage: (receive: Receive) => void Object.assign(ends.get(id) ?? {}, { receive }),
    onClose: (closed: Receive) => void Object.assign(ends.get(id) ?? {}, { closed }),
  });
  const begin = (id: string, target: string) => {
    ends.set(id, { target, cell: here(), receive: () => {}, closed: () => {} });
    return endOf(id);
  };
  const comms = {
    open(target: string, data: object = {}, options?: Any) {
      const comm = begin(crypto.randomUUID().replaceAll("-", ""), target);
      publish("comm_open", { comm_id: comm.id, target_name: target, data }, options);
      return comm;
    },
    /** What is called with each end that the front end opens under a name. */
    register: (target: string, opened: (comm: Any, data: Any) => unknown) =>
      void targets.set(target, { cell: here(), opened }),
  };
  Object.defineProperty(globalThis, Symbol.for("actbook.comms"), { value: comms });

  const inCell = (cell: number, work: () => unknown) =>
    new Promise<void>((resolve) =>
      context.run(cell, async () => {
        try {
          await work();
        } catch (error) {
          child.send("error", child.report(error));
        }
        child.flush();
        resolve();
      })
    );
  Object.assign(forCells, {
    comms: () => [...ends].map(([id, { target }]) => [id, { target_name: target }]),
    async comm(type: string, content: Any, coded: readonly string[]) {
      const { comm_id: id, target_name: name, data } = content;
      const buffers = coded.map((each) => (Uint8Array as Any).fromBase64(each));
      const end = ends.get(id);
      if (type === "comm_msg" && end) await inCell(end.cell, () => end.receive(data, buffers));
      if (type === "comm_close" && end) {
        ends.delete(id);
        await inCell(end.cell, () => end.closed(data, buffers));
      }
      if (type !== "comm_open") return;
      const target = targets.get(name);
      if (!target) return publish("comm_close", { comm_id: id, data: {} });
      await inCell(target.cell, () => target.opened(begin(id, name), data));
    },
  });
}
