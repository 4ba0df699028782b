import type { Multipart } from "../../wire/frames.ts";
import { type Address, listen, type Peer } from "./listen.ts";

const text = new TextDecoder();

/** A PUB socket: each client gets the messages whose topic begins with what it subscribed to. */
export class Publisher {
  readonly #subscriptions = new Map<Peer, Set<string>>();
  /** Closes the socket and its connections. */
  readonly close: () => void;

  /**
   * Listens.
   *
   * @param address Where
   * @param onSubscribe Called when a client subscribes, with what it gets first
   */
  constructor(address: Address, onSubscribe: (topic: string) => Multipart) {
    this.close = listen(address, "PUB", {
      onOpen: (peer) => this.#subscriptions.set(peer, new Set()),
      onClose: (peer) => this.#subscriptions.delete(peer),
      onMessage: (peer, [body]) => {
        const topics = this.#subscriptions.get(peer)!, topic = text.decode(body?.subarray(1));
        if (body?.[0] === 0) topics.delete(topic);
        if (body?.[0] !== 1) return;
        topics.add(topic);
        peer.send(onSubscribe(topic));
      },
    });
  }

  /** Sends a message, whose first part is its topic, to whom it concerns. */
  publish(parts: Multipart): void {
    const topic = text.decode(parts[0]);
    for (const [peer, topics] of this.#subscriptions) {
      if ([...topics].some((each) => topic.startsWith(each))) peer.send(parts);
    }
  }
}
