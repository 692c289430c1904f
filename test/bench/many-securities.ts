/**
 * A store with so many securities of made-up companies in one list of nested groups, each with as many price bars,
 * ratings of two brokers, and tags.
 */
import { addBarImport, finishBarImport } from '../../electron/store/bar-imports.ts';
import { putEntity } from '../../electron/store/entities.ts';
import { ensureBarSeries, mergeBars } from '../../electron/store/merge-bars.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { listScales, putRating } from '../../electron/store/ratings.ts';
import { putSecurity, putTags } from '../../electron/store/securities.ts';
import { inTransaction } from '../../electron/store/sqlite.ts';
import { putEntry, putGroup, putWatchList } from '../../electron/store/watch-lists.ts';
import { sameInBoth } from '../../shared/language.ts';
import { ordinalOf } from '../../shared/periods.ts';
import { scratchHome } from '../e2e/workbench-host.ts';
import { openScratchWorkbench } from './scratch-workbench.ts';

export const LIST = 'many';
export const LIST_TITLE = 'Many securities';
const OUTER = 10;
const INNER = 10;
const LAST_DAY = ordinalOf('day', '2026-11-27');

/** A data folder with the program's own data, so many securities, and so many bars of each. */
export function homeWithSecurities(count: number, barsOfEach: number): ReturnType<typeof scratchHome> {
  const home = scratchHome();
  openScratchWorkbench(home.path).close();
  const store = openStore(home.path);
  seedSecurities(store, count, barsOfEach);
  store.close();
  return home;
}

export function securityId(at: number): string {
  return `${600_000 + at}.SH`;
}

export function seedSecurities({ db }: Store, count: number, barsOfEach: number): void {
  const scales = listScales(db).filter(({ subjectKind }) => subjectKind === 'stock');
  inTransaction(db, () => {
    putWatchList(db, {
      id: LIST,
      origin: 'own',
      title: sameInBoth(LIST_TITLE),
      note: sameInBoth(''),
      sourceId: '',
      position: 1,
    });
    for (let outer = 0; outer < OUTER; outer += 1) {
      group(`outer-${outer}`, null, outer);
      for (let inner = 0; inner < INNER; inner += 1) group(`inner-${outer}-${inner}`, `outer-${outer}`, inner);
    }
    for (let at = 0; at < count; at += 1) {
      const name = { zh: `公司${at}`, en: `Company ${at}` };
      const entityId = `seed-company-${at}`;
      const entity = { kind: 'organisation' as const, aliases: [], organisationId: '', unit: '', better: '' as const };
      putEntity(db, { id: entityId, origin: 'own', name, ...entity });
      const id = securityId(at);
      putSecurity(db, {
        id,
        origin: 'own',
        kind: 'stock',
        code: id.slice(0, 6),
        exchange: 'SH',
        name,
        aliases: [],
        sector: at % 2 === 0 ? { zh: '计算机', en: 'Computers' } : { zh: '电子', en: 'Electronics' },
        currency: 'CNY',
        entityId,
        confidence: 'verified',
      });
      putTags(db, id, at % 5 === 0 ? ['重点'] : []);
      const groupId = `inner-${at % OUTER}-${Math.floor(at / OUTER) % INNER}`;
      putEntry(db, { listId: LIST, groupId, securityId: id, position: at, factId: null, note: sameInBoth('') });
      for (const [rank, scale] of scales.slice(0, 2).entries()) {
        putRating(db, {
          id: `seed-rating-${at}-${rank}`,
          origin: 'own',
          securityId: id,
          brokerId: scale.brokerId,
          scaleId: scale.id,
          gradeId: scale.grades[at % scale.grades.length].id,
          date: rank === 0 ? '2026-11-02' : '2024-03-09',
          targetPrice: rank === 0 ? 50 + (at % 90) : null,
          currency: rank === 0 ? 'CNY' : '',
          sourceId: '',
          factId: null,
          note: '',
        });
      }
    }
    const importId = addBarImport(db, {
      at: '2026-11-28T00:00:00.000Z',
      fileName: 'bars.csv',
      sha256: '',
      mapping: '{}',
    });
    for (let at = 0; at < count; at += 1) fill(importId, at);
    finishBarImport(db, importId, {
      rowCount: count * barsOfEach,
      added: count * barsOfEach,
      changed: 0,
      unchanged: 0,
    });
  });

  function group(id: string, parentId: string | null, position: number): void {
    putGroup(db, { id, listId: LIST, parentId, title: sameInBoth(`Group ${id}`), position });
  }

  function fill(importId: number, at: number): void {
    const seriesKey = ensureBarSeries(db, { securityId: securityId(at), adjustment: 'none', currency: 'CNY' });
    const days = Array.from({ length: barsOfEach }, (_, day) => LAST_DAY - barsOfEach + 1 + day);
    const close = days.map((day) => 20 + ((day * 7919 + at * 104_729) % 9000) / 100);
    mergeBars(
      db,
      { seriesKey, importId },
      {
        days,
        open: close,
        high: close.map((price) => price + 1),
        low: close.map((price) => price - 1),
        close,
        volume: days.map((day) => 1e6 + (day % 1000)),
        marketCap: close.map((price) => price * 1e9),
      },
    );
  }
}
