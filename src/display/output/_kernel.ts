import type { Bundle } from "../bundle.ts";

/** What Deno's kernel offers to a notebook; only what is used here. */
export interface Kernel {
  broadcast(
    type: "display_data" | "update_display_data",
    content: {
      data: Bundle;
      metadata: Record<string, unknown>;
      transient?: { display_id?: string };
    },
  ): Promise<void>;
}

/** The kernel this code runs in, if it does. */
export function kernel(): Kernel | undefined {
  try {
    // Outside the kernel the getter throws; outside Deno there is none.
    return (globalThis as { Deno?: { jupyter?: Kernel } }).Deno?.jupyter;
  } catch {
    return undefined;
  }
}
