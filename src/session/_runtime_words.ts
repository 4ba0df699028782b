/** What Deno itself says on stderr about its debugger and about packages that it fetches. */
const CHATTER = new RegExp(
  String.raw`^(Debugger (session (started|ended).*|listening on ws:.*)|Visit chrome:.*` +
    String.raw`|Deno is waiting for debugger.*|Waiting for the debugger to disconnect.*` +
    String.raw`|(\x1b\[\d+m)*(Download|Initialize)(\x1b\[\d+m)* (https?://|npm:)\S+)\n+`,
  "gm",
);

/** With this V8 begins its farewell when memory runs out; nothing of the program's follows. */
const FAREWELL = /\n?(<--- Last few GCs --->|#\n# Fatal JavaScript out of memory)/;

/** Characters of stderr that are kept to tell why a process ended. */
const KEPT = 4096;

/** Tells on stderr what the runtime says from what the program does. */
export class RuntimeWords {
  #ending = false;
  /** The last of what was said, but for the chatter. */
  log = "";

  /** What of a text is the program's. */
  without(text: string): string {
    const rest = text.replace(CHATTER, "");
    this.log = (this.log + rest).slice(-KEPT);
    if (this.#ending) return "";
    const farewell = FAREWELL.exec(rest);
    this.#ending = farewell !== null;
    return farewell ? rest.slice(0, farewell.index) : rest;
  }
}
