import { type Asked, placeOf } from "./_asked.ts";
import { nameStart } from "./_name_at.ts";
import type { Hover, SignatureHelp } from "./_protocol.ts";

/**
 * What is known about a place in the cell, as Markdown: the type and the documentation of the name
 * there, and between the parentheses of a call its signature with the parameter that is due.
 */
export async function hover(asked: Asked, offset: number): Promise<string | undefined> {
  const { server, code } = asked;
  const [name, call] = await Promise.all([
    server.request<Hover | null>(
      "textDocument/hover",
      placeOf(asked, nameStart(code, offset) ?? offset),
    ),
    server.request<SignatureHelp | null>("textDocument/signatureHelp", placeOf(asked, offset)),
  ]);
  const parts = [name && hoverText(name), call && signatureText(call)].filter((part) => part);
  return parts.length > 0 ? parts.join("\n\n---\n\n") : undefined;
}

function hoverText({ contents }: Hover): string {
  const parts = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => typeof part === "string" ? part : part.value).join("\n\n")
    .replace(/^```tsx?$/gm, "```typescript").trim();
}

function signatureText({ signatures, activeSignature, activeParameter }: SignatureHelp): string {
  const signature = signatures[activeSignature ?? 0];
  if (!signature) return "";
  const { label, documentation, parameters = [] } = signature;
  const parameter = parameters[signature.activeParameter ?? activeParameter ?? -1];
  const due = parameter && `**${parameter.label}** ${documented(parameter.documentation)}`.trim();
  return [fenced(label), documented(documentation), due].filter((part) => part).join("\n\n");
}

const fenced = (code: string) => "```typescript\n" + code + "\n```";

const documented = (text?: string | { readonly value: string }) =>
  (typeof text === "string" ? text : text?.value ?? "").trim();
