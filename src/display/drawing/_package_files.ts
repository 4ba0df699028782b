import { createRequire } from "node:module";

/**
 * Finds files of npm packages on disk. Deno tells no module where a package lies, and imports
 * neither binary files nor those that a package does not export; but an error thrown in a package
 * names its place, and from there the others are found.
 *
 * @param fail calls something in a package, such that it throws
 * @returns what finds a package's file by its specifier
 * @throws Error if the package is not on this machine's disk
 */
export function packageFiles(fail: () => unknown): (specifier: string) => string {
  try {
    fail();
  } catch (error) {
    const place = /file:\S+?\.[cm]?[jt]s/.exec((error as Error).stack ?? "")?.[0];
    if (place) return createRequire(place).resolve;
  }
  throw new Error("Cannot find the files of npm packages as they must be on disk");
}
