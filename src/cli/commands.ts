import { checkCommand } from "./check.ts";
import { consoleCommand } from "./console.ts";
import { diffCommand } from "./diff.ts";
import { exportCommand } from "./export.ts";
import { kernelCommand } from "./kernel.ts";
import { newCommand } from "./new.ts";
import { runCommand } from "./run.ts";
import { stripCommand } from "./strip.ts";
import type { AddCommand } from "./_subcommand.ts";
import { translateCommand } from "./translate.ts";
import { verifyCommand } from "./verify.ts";

/** The subcommands, in the order in which `--help` lists them. A new one is a file and a line here. */
export const commands: readonly AddCommand[] = [
  newCommand,
  runCommand,
  verifyCommand,
  checkCommand,
  stripCommand,
  diffCommand,
  exportCommand,
  translateCommand,
  kernelCommand,
  consoleCommand,
];
