/** Promises waited for by key; all of them fail together when the kernel is gone. */
export class Waiting<T> {
  readonly #waiting = new Map<string, PromiseWithResolvers<T>>();
  #failure?: Error;

  /** The value that will be delivered under `key`. */
  wait(key: string): Promise<T> {
    if (this.#failure) return Promise.reject(this.#failure);
    const deferred = Promise.withResolvers<T>();
    deferred.promise.catch(() => {}); // whoever waits handles it; nobody may wait any more
    this.#waiting.set(key, deferred);
    return deferred.promise;
  }

  /** Gives a value to whoever waits for it; says whether anybody did. */
  deliver(key: string | undefined, value: T): boolean {
    if (key === undefined) return false;
    this.#waiting.get(key)?.resolve(value);
    return this.#waiting.delete(key);
  }

  /** Fails everything waited for, now and later. The first failure stays. */
  fail(error: Error): void {
    this.#failure ??= error;
    for (const deferred of this.#waiting.values()) deferred.reject(this.#failure);
    this.#waiting.clear();
  }
}
