import { type Command, InvalidArgumentError } from "./_commander.ts";

/** A number of seconds that a timer can wait. */
export function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 2 ** 31 / 1000) return value;
  throw new InvalidArgumentError("It must be a number of seconds above 0 and below 2147483.");
}

/** A count. */
export function whole(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

/** Gives a subcommand the notebooks it is about. */
export function takesNotebooks(command: Command): Command {
  return command
    .argument("<notebook or folder...>", "notebooks, and folders to search for .ipynb files")
    .option("--jobs <n>", "notebooks at a time", whole, navigator.hardwareConcurrency);
}

/** Gives a subcommand the limit of time for a cell. */
export function takesTimeout(command: Command): Command {
  return command.option("--timeout <seconds>", "stop a cell that runs longer", seconds, 600);
}
