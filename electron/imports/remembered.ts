/**
 * What was worked out of a text before: a file says the same few thousand a million times. One that says something
 * else in each of its rows must not fill the memory: where there is no more room, all is forgotten and worked out anew.
 */
const MOST = 100_000;

export class Remembered<V> {
  readonly #values = new Map<string, V>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  get(text: string): V | undefined {
    return this.#values.get(text);
  }

  set(text: string, value: V): void {
    if (this.#values.size >= this.#most) this.#values.clear();
    this.#values.set(text, value);
  }
}
