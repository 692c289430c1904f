/** A store with securities, and price files read and imported into it without a thread of their own. */
import { join } from 'node:path';
import { type BarImportOrder, importBarFile } from '../../electron/imports/bars/import-bars.ts';
import { previewBarFile } from '../../electron/imports/bars/preview-bars.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { readBars } from '../../electron/store/price-bars.ts';
import type { BarImportOutcome, BarImportPreview, BarMapping } from '../../shared/bar-import.ts';
import { formatMessage } from '../../shared/messages.ts';
import { labelAt } from '../../shared/periods.ts';
import type { Adjustment, Bars } from '../../shared/price-bars.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { putSecurityForTest } from '../store/security-for-test.ts';

export type Change = Partial<BarMapping> | ((preview: BarImportPreview) => Partial<BarMapping>);
export type Given = { mode?: BarImportOrder['mode']; change?: Change };

/** What the user would say, were they asked: prices are unadjusted where the file does not say. */
export function answered(preview: BarImportPreview, change: Change = {}): BarMapping {
  const said = typeof change === 'function' ? change(preview) : change;
  return { ...preview.mapping, adjustment: preview.mapping.adjustment ?? 'none', ...said };
}

const CURRENCIES: Record<string, string> = { HK: 'HKD', US: 'USD' };

export class PriceStore {
  readonly #home = folderForTest();
  readonly store: Store = openStore(this.#home);

  constructor(...securityIds: string[]) {
    for (const id of securityIds) {
      putSecurityForTest(this.store.db, id, { currency: CURRENCIES[id.split('.')[1]] ?? 'CNY' });
    }
  }

  preview(path: string, mapping?: BarMapping): BarImportPreview {
    return previewBarFile({ path, mapping, store: this.store.file });
  }

  /** With the mapping that is guessed or remembered, changed as the user would. */
  import(path: string, { mode = 'all-or-nothing', change }: Given = {}): BarImportOutcome {
    const mapping = answered(this.preview(path), change);
    const temporaryFolder = join(this.#home, 'waiting');
    const order = { path, mapping, mode, store: this.store.file, temporaryFolder, at: '2026-01-01T00:00:00.000Z' };
    return importBarFile(order, () => {});
  }

  bars(securityId: string, adjustment: Adjustment = 'none'): Bars {
    return readBars(this.store.db, securityId, adjustment);
  }

  /** Close by day. */
  closes(securityId: string, adjustment: Adjustment = 'none'): Record<string, number> {
    return closesIn(this.bars(securityId, adjustment));
  }
}

export function closesIn({ days, close }: Bars): Record<string, number> {
  return Object.fromEntries(days.map((day, at) => [labelAt('day', day), close[at]]));
}

/** `row column: reason`, in English. */
export function reasonsOf({ badRows }: Pick<BarImportOutcome, 'badRows'>): string[] {
  return badRows.map(({ row, column, reason }) => `${row} ${column}: ${formatMessage(reason, 'en')}`);
}
