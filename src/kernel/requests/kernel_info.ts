import type { Handler } from "../context.ts";

/** Who the kernel is. */
export const kernelInfo: Handler = ({ version }) => ({
  status: "ok",
  protocol_version: "5.4",
  implementation: "actbook",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: Deno.version.typescript,
    mimetype: "text/x.typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "typescript",
    nbconvert_exporter: "script",
  },
  banner: `TypeScript on Deno ${Deno.version.deno} (Actbook ${version})`,
  help_links: [
    { text: "Deno", url: "https://docs.deno.com" },
    { text: "TypeScript", url: "https://www.typescriptlang.org/docs" },
  ],
  debugger: true,
  supported_features: ["debugger"],
});
