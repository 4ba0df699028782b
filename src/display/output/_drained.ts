import { echo } from "./_echo.ts";
import type { Kernel } from "./_kernel.ts";

/** For the kernel to send its outputs, where it cannot be heard when it has. */
const drainMilliseconds = 20;

/**
 * Waits until all that was shown has left the kernel. A message that every front end ignores, an
 * update of an output that is not there, is sent behind it; when that comes back, the rest has gone.
 */
export async function drained(kernel: Kernel): Promise<void> {
  const heard = await echo();
  if (heard) {
    const mark = heard.mark();
    const sent = heard.sent(mark);
    const transient = { display_id: mark };
    await kernel.broadcast("update_display_data", { data: {}, metadata: {}, transient });
    if (await sent) return;
  }
  await new Promise((resolve) => setTimeout(resolve, drainMilliseconds));
}
