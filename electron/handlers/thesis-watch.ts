/**
 * Checks theses by itself: those whose figures an edit or import may have changed, all of them when the vault is
 * opened and when the day changes.
 *
 * Edits come in bursts (a driver that is dragged), and an import tells of each of its series: what they concern
 * is gathered, and checked when it has been quiet for a moment.
 */
import type { WorkbenchEvent } from '../../shared/contract.ts';
import { localDay } from '../../shared/local-day.ts';
import type { Thesis } from '../../shared/theses.ts';
import { isBusy } from '../store/sqlite.ts';
import { type Cited, citedBy } from './conditions.ts';
import type { Context } from './context.ts';
import { MOST_TOLD } from './edit-facts.ts';
import { checkTheses } from './theses.ts';

type Concerns = (cited: Cited) => boolean;

const QUIET_MS = 200;
/** The store was busy with an import. */
const AGAIN_MS = 5000;
const DAY_CHECK_MS = 30_000;

export class ThesisWatch {
  readonly #context: Context;
  readonly #unsubscribe: () => void;
  readonly #days: NodeJS.Timeout;
  #concerns: Concerns[] = [];
  #timer: NodeJS.Timeout | null = null;
  /** The local day of the last check of all. */
  #day = '';

  constructor(context: Context) {
    this.#context = context;
    this.#unsubscribe = context.vault.subscribe((isOpen) => {
      if (isOpen) this.#checkAll();
      else this.#concerns = [];
    });
    this.#days = setInterval(() => this.checkDay(), DAY_CHECK_MS).unref();
  }

  /** What the workbench tells its clients. */
  note(event: WorkbenchEvent): void {
    const concerns = concernsOf(event);
    if (concerns === null || !this.#context.vault.isOpen) return;
    this.#concerns.push(concerns);
    this.#checkIn(QUIET_MS);
  }

  /** Checks all where the day is another one than at the last check of all. */
  checkDay(): void {
    if (this.#context.vault.isOpen && localDay(this.#context.now()) !== this.#day) this.#checkAll();
  }

  close(): void {
    this.#unsubscribe();
    clearInterval(this.#days);
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #checkAll(): void {
    this.#day = localDay(this.#context.now());
    this.#concerns.push(() => true);
    this.#checkIn(0);
  }

  #checkIn(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), milliseconds).unref();
  }

  #check(): void {
    this.#timer = null;
    const { vault, host } = this.#context;
    const concerns = this.#concerns.splice(0);
    if (!vault.isOpen) return;
    try {
      checkTheses(this.#context, ({ condition }: Thesis) => {
        const cited = citedBy(condition);
        return concerns.some((concern) => concern(cited));
      });
    } catch (error) {
      if (isBusy(error)) {
        this.#concerns.push(...concerns);
        this.#checkIn(AGAIN_MS);
        return;
      }
      // Without its message: that may be of something private.
      host.log(`Theses were not checked: ${error instanceof Error ? error.name : typeof error}`);
    }
  }
}

/** Closed sheets take facts and series as well, and no event tells of them. */
function concernsOf(event: WorkbenchEvent): Concerns | null {
  switch (event.event) {
    case 'factsEdited': {
      const isAll = event.factIds.length >= MOST_TOLD;
      return ({ factIds, sheetIds }) => isAll || sheetIds.size > 0 || event.factIds.some((id) => factIds.has(id));
    }
    case 'seriesEdited':
      return ({ seriesIds, sheetIds }) => sheetIds.size > 0 || event.seriesIds.some((id) => seriesIds.has(id));
    case 'sheetEdited':
      return ({ sheetIds }) => sheetIds.has(event.result.sheetId);
    case 'sheetRecalculated':
      return ({ sheetIds }) => sheetIds.has(event.sheetId);
    case 'sheetsListed':
      return ({ sheetIds }) => sheetIds.size > 0;
    default:
      return null;
  }
}
