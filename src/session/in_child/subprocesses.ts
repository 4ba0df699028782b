import type { Child } from "./child.ts";

/** What was printed before a subprocess starts comes before what it prints. */
export function installSubprocesses(child: Child): void {
  const { deno, dress, dressed } = child;
  dress.Command = {
    value: class Command extends deno.Command {
      spawn() {
        child.flush();
        return super.spawn();
      }
      output() {
        child.flush();
        return super.output();
      }
      outputSync() {
        child.flush();
        return super.outputSync();
      }
    },
    enumerable: true,
  };
  const starters = ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"];
  child.dressModule = (specifier, module) => {
    if (!/^(node:)?child_process$/.test(specifier)) return;
    for (const name of starters) {
      // deno-lint-ignore no-explicit-any
      const original = module[name] as (...args: any[]) => unknown;
      if (dressed.has(original)) continue;
      const wrapped = (...args: unknown[]) => {
        child.flush();
        return original(...args);
      };
      Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
      dressed.set(original, wrapped);
    }
  };
}
