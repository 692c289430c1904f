/** Price bars of securities: read, and their imports listed and taken back. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { isPeriodLabel, ordinalOf } from '../../shared/periods.ts';
import type { Handlers } from '../dispatch.ts';
import { runReading } from '../jobs/run-job.ts';
import { findBarImport, listStoredBarImports, type StoredBarImport } from '../store/bar-imports.ts';
import { findQuotes, listBarSeries, readBars } from '../store/price-bars.ts';
import { withdrawBarImport } from '../store/withdraw-bar-import.ts';
import type { Context } from './context.ts';

type BarMethod = 'getBars' | 'listBarSeries' | 'getQuotes' | 'listBarImports' | 'withdrawBarImport';

/** Under 50 ms. */
const WITHDRAWN_AT_ONCE = 3000;

export function barHandlers(context: Context): Pick<Handlers, BarMethod> {
  const { db } = context.store;
  return {
    getBars: ({ securityId, adjustment, from, to }) => readBars(db, securityId, adjustment, dayOf(from), dayOf(to)),
    listBarSeries: ({ securityIds }) => listBarSeries(db, securityIds),
    getQuotes: ({ securityIds }) => [...findQuotes(db, securityIds).values()],
    listBarImports: () => listStoredBarImports(db),
    withdrawBarImport: async ({ importId }) => {
      const found = findBarImport(db, importId);
      if (found === undefined) throw new AppError('not-found', message('bars.importNotFound', { importId }));
      if (found.isWithdrawn) throw new AppError('invalid-value', message('bars.importWithdrawn', { importId }));
      context.emit({ event: 'barsEdited', securityIds: await withdraw(context, found) }, null);
      return {};
    },
  };
}

/** A large one in a thread of its own; a few bars at once. */
async function withdraw({ store }: Context, { id, added, changed }: StoredBarImport): Promise<string[]> {
  if (added + changed <= WITHDRAWN_AT_ONCE) return withdrawBarImport(store.db, id);
  return runReading('withdraw-bars', { importId: id, store: store.file });
}

/** Days since 1970. Throws AppError 'invalid-value' where there is no such day. */
function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!isPeriodLabel('day', text)) throw new AppError('invalid-value', message('import.noDate', { date: text }));
  return ordinalOf('day', text);
}
