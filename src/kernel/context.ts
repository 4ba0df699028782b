import type { Session } from "../session/mod.ts";
import type { Message } from "../wire/message.ts";
import type { Debugger } from "./debugger/debugger.ts";
import type { History } from "./history.ts";
import type { LanguageService } from "./language/language_service.ts";
import type { TypesBefore } from "./language/types_before.ts";
import type { Patience } from "./patience.ts";

/** Whoever sent a message: on which connection, and how an answer gets back. */
export interface Sender {
  /** The same on all channels of a client. */
  readonly identity: string;
}

/** What the handlers of messages work with. */
export interface Context {
  /** The session; it is there once its process has started. */
  session(): Promise<Session>;
  readonly language: LanguageService;
  readonly types: TypesBefore;
  readonly debugger: () => Promise<Debugger>;
  readonly history: History;
  /** Whether values and errors have terminal colours. */
  readonly colours: boolean;
  /** How many cells have been counted. */
  count: number;
  /** How long the language service is waited for. */
  readonly patience: Patience;
  /** Whether it has let the last question pass. */
  late: boolean;
  /** What this is, for `kernel_info_request`. */
  readonly version: string;
  /** Sends a message to all front ends; `parent` is what caused it. */
  publish(
    type: string,
    content: unknown,
    parent: Message,
    more?: { metadata?: unknown; buffers?: readonly Uint8Array[] },
  ): void;
  /** Asks a client for a line of text. */
  ask(
    request: { prompt: string; password: boolean },
    from: Sender,
    parent: Message,
  ): Promise<string>;
  /** Whether other cells wait for the running one to end. */
  waiting(): boolean;
  /** Gives up the cells that wait, after one has failed. */
  abortQueue(): void;
  /** Ends the running cell. */
  interrupt(): Promise<void>;
  /** Ends the kernel, once the messages that wait have left. */
  stop(): void;
}

/** What a request is answered with; the kind of the answer follows from the request's. */
// deno-lint-ignore no-explicit-any
export type Reply = Record<string, any>;

/** Answers one kind of request; without a reply there is none. */
export type Handler = (
  context: Context,
  message: Message,
  from: Sender,
) => Promise<Reply | void> | Reply | void;
