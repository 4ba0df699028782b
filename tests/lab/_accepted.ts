/** Console errors that are not ours to mend, with the reason. */
const accepted: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^Failed to load resource: net::ERR_FAILED \(https:\/\/cdnjs\.cloudflare\.com\//,
    reason:
      "nbconvert's page asks a server elsewhere for MathJax and require.js, and gets none here",
  },
  {
    pattern: /^uncaught TypeError: .* \(reading 'schema'\)[^]*\/static\/notebook\/notebook_core/,
    reason:
      "Notebook 7 stumbles over its own settings when it starts; the stack names its files only",
  },
  {
    pattern: /^Failed to load resource: .* status of 500 .*\/api\/kernels\?/,
    reason:
      "the server trips over a kernel that ends while it lists all of them, and is asked again",
  },
];

/** The complaints that are left. */
export function unaccepted(complaints: readonly string[]): string[] {
  return complaints.filter((text) => !accepted.some(({ pattern }) => pattern.test(text)));
}
