/** Raised and lowered signs, and what they stand for. */
const raised = new Map(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ˣⁿⁱᵏᵇᵃᵖ", "0123456789-+xnikbap"));
const lowered = new Map(zip("₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₙₚₓₐ", "0123456789+-ijknpxa"));

const signs: Readonly<Record<string, string>> = {
  "−": "-",
  "·": "\\cdot ",
  "×": "\\times ",
  "½": "\\tfrac12 ",
  "¼": "\\tfrac14 ",
  "Σ": "\\sum ",
  "′": "'",
  "″": "''",
  "≤": "\\le ",
  "≥": "\\ge ",
  "→": "\\to ",
  "∞": "\\infty ",
};

/** Names that TeX has. */
const known = /^(?:exp|ln|log|sin|cos|tan|sinh|cosh|tanh|max|min|lim)$/;

/** Signs that mathematics has and TypeScript has not. */
const mathematics = /[α-ωΑ-Ω⁰¹²³⁴⁵⁶⁷⁸⁹⁻ˣⁿᵢⱼₖₙₚ₀₁₂√½¼−·∞≤≥∫′″]/;
const program = /[{}[\]"'`;\\$#@]|=>|\.\w*[a-z]|===|\/\//;

/** Whether a text in the font of code is mathematics, as in `gelu(x) = x Φ(x)`. */
export function isFormula(text: string): boolean {
  if (program.test(text)) return false;
  return mathematics.test(text) || /^[a-zA-Z0-9]+\(x\) = /.test(text);
}

/**
 * Mathematics as people type it, in TeX.
 *
 * @param text such as `softplus(x) = ln(1 + e^(β x))/β`
 * @returns TeX for the middle of a line
 */
export function texOfText(text: string): string {
  let tex = "";
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const [run] = /^[a-zA-Z]+[a-zA-Z0-9]*|^\d[\d.]*|^\s+|^[^]/u.exec(rest)!;
    at += run.length;
    if (raised.has(run) || lowered.has(run)) {
      const [map, sign] = raised.has(run) ? [raised, "^"] as const : [lowered, "_"] as const;
      let all = map.get(run)!;
      while (map.has(text[at])) all += map.get(text[at++])!;
      tex += `${sign}{${all}}`;
    } else if (run === "^" || run === "√") {
      const length = text[at] === "(" ? inBrackets(text.slice(at)) : atom(text.slice(at));
      const inner = text.slice(at, at + length);
      at += length;
      const part = texOfText(inner.startsWith("(") ? inner.slice(1, -1) : inner);
      tex += run === "^" ? `^{${part}}` : `\\sqrt{${part}}`;
    } else if (/^\s/.test(run)) {
      // A space between factors; operators bring their own.
      tex += /[\w)}|α-ωΑ-Ω]$/.test(tex) && /^[\w(|√½α-ωΑ-Ω]/.test(text.slice(at)) ? "\\," : " ";
    } else if (/^[a-zA-Z]\w/.test(run)) {
      tex += known.test(run) ? `\\${run} ` : `\\operatorname{${run}}`;
    } else tex += signs[run] ?? run;
  }
  return tex.trim();
}

/** How long what stands in brackets is, with them. */
function inBrackets(text: string): number {
  let depth = 0;
  for (let k = 0; k < text.length; k++) {
    if (text[k] === "(") depth++;
    if (text[k] === ")" && --depth === 0) return k + 1;
  }
  return text.length;
}

/** How long what a root or a power takes is: a function of something, a number, or a letter with its marks. */
function atom(text: string): number {
  const [name] = /^[a-zA-Z]{2,}(?=\()/.exec(text) ?? [];
  if (name) return name.length + inBrackets(text.slice(name.length));
  const [found] = /^[-−]?(?:\d+(?:\.\d+)?|[a-zA-Zα-ωΑ-Ω])[ᵢⱼₖₙ⁰¹²³]*|^[^]?/u.exec(text)!;
  return found.length;
}

function zip(a: string, b: string): [string, string][] {
  return [...a].map((letter, k) => [letter, b[k]]);
}
