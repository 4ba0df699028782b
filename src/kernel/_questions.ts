import { within } from "../session/within.ts";
import type { Multipart } from "../wire/frames.ts";
import type { Message } from "../wire/message.ts";
import type { Peer } from "./socket/listen.ts";

/** A question that waits for its answer. */
interface Question {
  readonly identity: string;
  readonly id: string;
  readonly answer: PromiseWithResolvers<string>;
}

/** Milliseconds that a front end has to connect the channel for questions. */
const CONNECTING = 5_000;

/** Questions of cells to the front ends that run them, one at a time. */
export class Questions {
  readonly #peers = new Map<string, Peer>();
  readonly #expected = new Map<string, (peer: Peer) => void>();
  #question?: Question;

  /** A front end can be asked. */
  opened(peer: Peer): void {
    this.#peers.set(peer.identity, peer);
    this.#expected.get(peer.identity)?.(peer);
  }

  /** A front end is gone: what it was asked stays without an answer. */
  closed(peer: Peer): void {
    if (this.#peers.get(peer.identity) === peer) this.#peers.delete(peer.identity);
    if (this.#question?.identity !== peer.identity) return;
    this.#question.answer.reject(new Error("Cannot ask for input: the front end is gone"));
  }

  /** An answer has come. Not every front end says to which question; one to an older question is late. */
  answered({ parent, content }: Message): void {
    const { msg_id: id = this.#question?.id } = parent;
    if (id === this.#question?.id) this.#question?.answer.resolve(String(content.value ?? ""));
  }

  /**
   * Asks a front end.
   *
   * @param identity Which one
   * @param id The question's
   * @param parts The question
   * @throws {Error} If it cannot be asked, or goes away
   */
  async ask(identity: string, id: string, parts: Multipart): Promise<string> {
    const peer = this.#peers.get(identity) ?? await this.#connecting(identity);
    if (!peer) throw new Error("Cannot ask for input: the front end has no channel for it");
    const answer = Promise.withResolvers<string>();
    this.#question = { identity, id, answer };
    peer.send(parts);
    return await answer.promise;
  }

  /** A front end that has just begun may not have connected all its channels. */
  async #connecting(identity: string): Promise<Peer | undefined> {
    const { promise, resolve } = Promise.withResolvers<Peer>();
    this.#expected.set(identity, resolve);
    try {
      return await within(CONNECTING, promise, undefined);
    } finally {
      this.#expected.delete(identity);
    }
  }
}
