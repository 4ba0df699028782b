import { type Asked, placeOf } from "./_asked.ts";
import { nameStart } from "./_name_at.ts";
import { offsetAt } from "./_positions.ts";
import type { CompletionItem, CompletionList, Range } from "./_protocol.ts";

/** What may stand at a place. */
export interface Completions {
  /** The part of the cell that a completion replaces, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly Completion[];
}

/** One of them. */
export interface Completion {
  /** What replaces the part. */
  readonly text: string;
  /** "function", "method", "property", "variable", "class", "interface", "keyword" … */
  readonly kind: string;
}

/** By the numbers of the protocol. */
const KINDS = (" text method function constructor field variable class interface module property " +
  "unit value enum keyword snippet color file reference folder enumMember constant struct event " +
  "operator typeParameter").split(" ");

/** What the language server proposes at an offset of the cell. */
export async function complete(asked: Asked, offset: number): Promise<Completions> {
  const answer = await asked.server.request<CompletionList | CompletionItem[] | null>(
    "textDocument/completion",
    placeOf(asked, offset),
  );
  const proposals = Array.isArray(answer) ? answer : answer?.items ?? [];
  const word = nameStart(asked.code.slice(0, offset), offset) ?? offset;
  const fitting = proposals
    .map((item) => placedItem(asked, item, word, offset))
    .filter(({ text, start }) => text.startsWith(asked.code.slice(start, offset)))
    .toSorted((a, b) => compare(a.order, b.order) || compare(a.text, b.text));
  // A proposal that replaces more than the word, such as a path, is for a string.
  const start = Math.min(word, ...fitting.map(({ start }) => start));
  const items = fitting.map(({ text, kind, start: own }) => ({
    text: asked.code.slice(start, own) + text,
    kind,
  }));
  return { start, end: offset, items: distinct(items) };
}

const compare = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;

function distinct(items: readonly Completion[]): Completion[] {
  return [...new Map(items.toReversed().map((item) => [item.text, item])).values()].reverse();
}

function placedItem({ code, module }: Asked, item: CompletionItem, start: number, end: number) {
  const { label, sortText = label, kind = 1, textEdit } = item;
  const own = { order: sortText, kind: KINDS[kind] ?? "", start };
  if (!textEdit) return { ...own, text: item.insertText ?? label.replace(/\?$/, "") };
  const range: Range = "range" in textEdit ? textEdit.range : textEdit.insert;
  const place = module.inCell(range.start);
  const from = place ? Math.min(end, offsetAt(code, place)) : start;
  return { ...own, text: textEdit.newText, start: from };
}
