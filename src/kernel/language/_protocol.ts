/** The shapes of the language server protocol that are used here. */
export type {
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  LocationLink,
  Position,
  Range,
  SignatureHelp,
} from "npm:vscode-languageserver-types@3.18.5";
