/**
 * A store with so many observations of made-up downloads: 5,000 series of apps, markets and platforms, days
 * up to the end of 2024, written as imports write them, the last 30 of each restated a month later; and one
 * series of 100,000 days, of another vendor.
 */
import { putEntity } from '../../electron/store/entities.ts';
import { mergeObservations } from '../../electron/store/observations.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { ensureSeries } from '../../electron/store/series.ts';
import { addSeriesImport } from '../../electron/store/series-imports.ts';
import { inTransaction } from '../../electron/store/sqlite.ts';
import { ordinalOf } from '../../shared/periods.ts';
import { scratchHome } from '../e2e/workbench-host.ts';
import { openScratchWorkbench } from './scratch-workbench.ts';

const SERIES = 5000;
const MARKETS = ['中国', '海外'];
const PLATFORMS = ['ios', 'android', ''];
const LAST_DAY = ordinalOf('day', '2024-12-31');
export const LONG = 'long-app';
const LONG_DAYS = 100_000;
const RESTATED_DAYS = 30;

/** From Thursday, the weekday of day 0. */
const WEEK = [0.97, 1.02, 1.14, 1.12, 0.98, 0.96, 0.96];
const DAYS_OF_WAVE = 400;

/** As apps have them: of a size of their own, in waves of more than a year, a week's rhythm, and chance of a tenth. */
function downloadsOn(ordinal: number, seed: number): number {
  const size = 2000 + ((seed * 104_729) % 90_000);
  const wave = 1 + 0.6 * Math.sin((ordinal + seed * 37) / (DAYS_OF_WAVE / (2 * Math.PI)));
  const chance = 0.9 + (((ordinal * 7919 + seed * 104_729) % 1000) / 1000) * 0.2;
  return Math.round(size * wave * WEEK[((ordinal % 7) + 7) % 7] * chance);
}

/** A data folder with the program's own facts and so many observations. */
export function homeWithObservations(count: number): ReturnType<typeof scratchHome> {
  const home = scratchHome();
  openScratchWorkbench(home.path).close();
  const store = openStore(home.path);
  seedObservations(store, count);
  store.close();
  return home;
}

export function seedObservations(store: Store, count: number): void {
  const { db } = store;
  const app = (at: number) => `seed-app-${Math.floor(at / (MARKETS.length * PLATFORMS.length))}`;
  inTransaction(db, () => {
    for (const id of new Set([LONG, ...Array.from({ length: SERIES }, (_, at) => app(at))])) {
      const name = { zh: `应用 ${id}`, en: `App ${id}` };
      putEntity(db, { id, origin: 'own', kind: 'app', name, aliases: [], organisationId: '', unit: '', better: '' });
    }
    const first = importOf('2025-01-02');
    const second = importOf('2025-02-02');
    for (let at = 0; at < SERIES; at += 1) {
      const market = MARKETS[at % MARKETS.length];
      const platform = PLATFORMS[Math.floor(at / MARKETS.length) % PLATFORMS.length];
      fill(first, app(at), market, platform, count / SERIES, at);
      fill(second, app(at), market, platform, RESTATED_DAYS, at + 1);
    }
    fill(first, LONG, '', '', LONG_DAYS, 1);

    function importOf(knownFrom: string): number {
      return addSeriesImport(db, { kind: 'file', at: `${knownFrom}T00:00:00.000Z`, knownFrom });
    }

    function fill(
      importId: number,
      subjectId: string,
      market: string,
      platform: string,
      length: number,
      seed: number,
    ): void {
      const dimensions = {
        subjectId,
        metricId: 'downloads',
        market,
        platform,
        vendor: subjectId === LONG ? '七麦数据' : '点点数据',
        definition: '',
      };
      const rest = { grain: 'day' as const, unit: '', fiscalYearEnd: 12, note: { zh: '', en: '' } };
      const { key } = ensureSeries(db, { origin: 'own', ...dimensions, ...rest }, importId);
      const ordinals = Array.from({ length }, (_, day) => LAST_DAY - length + 1 + day);
      const values = ordinals.map((ordinal) => downloadsOn(ordinal, seed));
      mergeObservations(db, { seriesKey: key, importId }, { ordinals, values });
    }
  });
}
