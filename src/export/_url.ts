/**
 * What notebooks write where a link or a picture leads.
 *
 * @module
 */

/** An address in its parts: a path, and the name of a place behind `#`. */
export function partsOf(url: string): { readonly path: string; readonly name?: string } {
  const [, path, name] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url)!;
  return { path: decoded(path), name: name && decoded(name) };
}

/** An address as a name of files; as it is where it is none that was encoded. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether an address leads away from the files beside a notebook. */
export function isElsewhere(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url);
}

/** Whether an address runs something, or is a page by itself, where it is opened. */
export function isProgram(url: string): boolean {
  // As browsers read it: without spaces before it, and line ends and tabs anywhere.
  return /^(?:javascript|vbscript|data|blob):/i.test(url.replace(/^[\0-\x20]+|[\t\r\n]/g, ""));
}
