/**
 * Calls that the store refused because another connection is writing (an import, in its thread): nothing
 * was done, and each is tried again, in the order in which they came, without keeping the thread.
 *
 *     const calls = new BusyCalls(isBusy);
 *     await calls.run(() => handler(input));     // throws what the handler throws, busy only after a long while
 *
 * A call that comes while others wait lets them have their turn first: of two edits the later one stays
 * the later one.
 */
import { setTimeout as delay } from 'node:timers/promises';

type Waiting = { attempt: () => Promise<void>; reject: (error: unknown) => void; until: number };

const EVERY_MS = 15;
/** Longer than any import holds the store. */
const LONGEST_MS = 60_000;

export class BusyCalls {
  readonly #isBusy: (error: unknown) => boolean;
  readonly #longestMs: number;
  readonly #waiting: Waiting[] = [];
  /** In which all that wait are tried once. */
  #round: Promise<void> = Promise.resolve();

  constructor(isBusy: (error: unknown) => boolean, longestMs = LONGEST_MS) {
    this.#isBusy = isBusy;
    this.#longestMs = longestMs;
  }

  async run<T>(call: () => T | Promise<T>): Promise<T> {
    if (this.#waiting.length > 0) await this.#round;
    try {
      return await call();
    } catch (error) {
      if (!this.#isBusy(error)) throw error;
    }
    return new Promise((resolve, reject) => {
      const until = performance.now() + this.#longestMs;
      this.#waiting.push({ attempt: async () => resolve(await call()), reject, until });
      if (this.#waiting.length === 1) this.#round = this.#tryInTurn();
    });
  }

  async #tryInTurn(): Promise<void> {
    await delay(EVERY_MS);
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
      try {
        await next.attempt();
      } catch (error) {
        if (this.#isBusy(error) && performance.now() < next.until) break;
        next.reject(error);
      }
      this.#waiting.shift();
    }
    if (this.#waiting.length > 0) this.#round = this.#tryInTurn();
  }
}
