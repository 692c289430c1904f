/**
 * Locks an open vault when its user has been away: after the minutes without activity that its header says, after
 * the machine slept, and when another process of the user asks for it (lock-request.ts).
 *
 *     const autoLock = new AutoLock(vault, isLockAsked);
 *     autoLock.keepOpen();       // the user did something
 *     autoLock.stop();
 */
import type { Vault } from './vault.ts';

const TICK_MS = 1000;
/** Between two ticks: the machine was asleep. A program that is merely busy locks the vault at worst. */
const SLEEP_MS = 60_000;

export class AutoLock {
  readonly #vault: Vault;
  readonly #isLockAsked: () => boolean;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | null = null;
  #activeAt = 0;
  #tickedAt = 0;

  constructor(vault: Vault, isLockAsked: () => boolean = () => false) {
    this.#vault = vault;
    this.#isLockAsked = isLockAsked;
    this.#unsubscribe = vault.subscribe((isOpen) => (isOpen ? this.#start() : this.#end()));
  }

  keepOpen(): void {
    this.#activeAt = Date.now();
  }

  stop(): void {
    this.#unsubscribe();
    this.#end();
  }

  #start(): void {
    this.keepOpen();
    this.#tickedAt = Date.now();
    // The program may end although the vault is open.
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref();
  }

  #end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    const now = Date.now();
    const wasAsleep = now - this.#tickedAt > SLEEP_MS;
    const isIdle = now - this.#activeAt > this.#vault.header.autoLockMinutes * 60_000;
    this.#tickedAt = now;
    if (wasAsleep || isIdle || this.#isLockAsked()) this.#vault.lock();
  }
}
