/** The scorecard through the contract, over bars that are written to the store. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { ordinalOf } from '../../shared/periods.ts';
import type { Adjustment } from '../../shared/price-bars.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const STOCK = '688111.SH';

function putBars(
  { store: { db } }: TestWorkbench,
  securityId: string,
  closes: Record<string, number>,
  adjustment: Adjustment = 'none',
): void {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO bar_series (security_id, adjustment, currency, first_day, last_day, bar_count)
        VALUES (?, ?, 'CNY', 0, 0, 1)`,
    )
    .run(securityId, adjustment);
  const insert = db.prepare('INSERT INTO price_bar (series_key, day, close, import_id) VALUES (?, ?, ?, 1)');
  for (const [day, close] of Object.entries(closes)) insert.run(lastInsertRowid, ordinalOf('day', day), close);
}

/** 30 % up in six months, the index 5 %. */
const PRICES = { '2023-01-10': 10, '2023-04-10': 12, '2023-07-10': 13, '2023-07-11': 13 };
const INDEX = { '2023-01-10': 4000, '2023-04-10': 4200, '2023-07-10': 4200, '2023-07-11': 4200 };

const SAID: Input<'putRating'>['rating'] = {
  securityId: STOCK,
  brokerId: 'tianfeng',
  scaleId: 'tianfeng/stock',
  gradeId: 'buy',
  date: '2023-01-10',
  targetPrice: 12.5,
  currency: 'CNY',
  sourceId: '',
  note: '',
};

async function rated(): Promise<TestWorkbench> {
  const workbench = new TestWorkbench();
  putBars(workbench, STOCK, PRICES);
  putBars(workbench, '000300.SH', INDEX);
  await workbench.call('putRating', { rating: SAID });
  return workbench;
}

const rowsOf = async (workbench: TestWorkbench, filter: Input<'getScorecard'> = { securityId: STOCK }) =>
  (await workbench.call('getScorecard', filter)).rows;

describe('the scorecard', () => {
  it('says of the bundled ratings why nothing can be told', async () => {
    const { rows, groups } = await new TestWorkbench().call('getScorecard', {});
    expect(rows.map(({ id, outcome, benchmarkId }) => [id, outcome.untold, benchmarkId])).toEqual([
      ['004/computer', 'no-prices', '000300.SH'],
      ['000/computer', 'undated', '000300.SH'],
      ['001/computer', 'undated', '000300.SH'],
      ['002/computer', 'undated', null],
    ]);
    expect(groups[0]).toMatchObject({ by: 'all', ratings: 4, ended: 0, untold: 4, conclusion: null });
  });

  it('says what happened, from which closes', async () => {
    const [row] = await rowsOf(await rated());
    expect(row).toMatchObject({
      benchmarkId: '000300.SH',
      priceId: STOCK,
      standing: { state: 'lapsed', to: '2023-07-10' },
      outcome: {
        untold: null,
        start: { day: '2023-01-10', close: 10, benchmarkClose: 4000 },
        atFrom: null,
        atTo: { state: 'ended', reading: { day: '2023-07-10', excess: 0.25, inBand: true, earnedGradeId: 'buy' } },
        target: { state: 'reached', day: '2023-07-10', promised: 0.25 },
      },
      remarks: ['unadjusted'],
    });
  });

  it('prefers adjusted prices', async () => {
    const workbench = await rated();
    putBars(workbench, STOCK, { ...PRICES, '2023-07-10': 12.5 }, 'forward');
    const [{ outcome, remarks }] = await rowsOf(workbench);
    expect([outcome.adjustment, outcome.soFar?.excess, remarks]).toEqual(['forward', 0.2, []]);
  });

  it('draws the excess return over the horizon', async () => {
    const workbench = await rated();
    const [{ id }] = await rowsOf(workbench);
    expect(await workbench.call('getRatingPath', { ratingId: id, isOwn: false })).toEqual({
      untold: null,
      path: {
        days: ['2023-01-10', '2023-04-10', '2023-07-10'],
        excess: [0, 0.15, 0.25],
        securityReturn: [0, 0.2, 0.3],
        benchmarkReturn: [0, 0.05, 0.05],
      },
    });
    const nothing = await workbench.call('getRatingPath', { ratingId: '000/computer', isOwn: false });
    expect(nothing).toMatchObject({ untold: 'undated', path: { days: [] } });
  });

  it.each<[string, Input<'getScorecard'>, number]>([
    ['of a broker', { brokerIds: ['tianfeng'] }, 2],
    ['of another', { brokerIds: ['guosen'] }, 1],
    ['of a grade', { gradeId: 'outperform' }, 3],
    ['from a day', { from: '2023-06-01' }, 1],
    ['to a day', { to: '2023-01-10' }, 1],
    ['of all', {}, 5],
  ])('is filtered: ratings %s', async (_, filter, count) => {
    expect(await rowsOf(await rated(), filter)).toHaveLength(count);
  });

  it('measures an industry by the index that the user chose, against the benchmark that they chose', async () => {
    const workbench = new TestWorkbench();
    putBars(workbench, 'HSI.HI', { '2024-03-08': 100, '2024-09-09': 104 });
    putBars(workbench, '000300.SH', { '2024-03-08': 100, '2024-09-09': 100 });
    await workbench.call('setIndustryIndex', { industryId: 'industry/computer', securityId: 'HSI.HI' });
    const [row] = await rowsOf(workbench, { brokerIds: ['tianfeng'] });
    expect(row).toMatchObject({
      priceId: 'HSI.HI',
      outcome: {
        start: { day: '2024-03-08' },
        atTo: { reading: { excess: 0.04, inBand: false, earnedGradeId: 'neutral' } },
      },
      remarks: ['old-start'],
    });
    await workbench.call('setRatingDate', { ratingId: '002/computer', date: '2024-03-09' });
    expect((await rowsOf(workbench, { brokerIds: ['sinolink'] }))[0].outcome.untold).toBe('no-benchmark');
    await workbench.call('setBenchmark', { scaleId: 'sinolink/industry', market: 'A', securityId: '000300.SH' });
    expect((await rowsOf(workbench, { brokerIds: ['sinolink'] }))[0]).toMatchObject({
      outcome: { untold: null, atTo: { reading: { excess: 0.04, earnedGradeId: 'neutral' } } },
      remarks: ['old-start', 'dated-by-user'],
    });
  });

  it('marks ratings that repeat each other within the horizon', async () => {
    const workbench = await rated();
    await workbench.call('putRating', { rating: { ...SAID, date: '2023-04-10' } });
    expect((await rowsOf(workbench)).map(({ remarks }) => remarks.includes('overlaps'))).toEqual([true, true]);
  });

  it('is stopped where its caller stops it, and asked for again', async () => {
    const workbench = await rated();
    const asked = workbench.refusal('getScorecard', { jobId: 'score' });
    expect(await workbench.call('cancelJob', { jobId: 'score' })).toEqual({ cancelled: true });
    expect(await asked).toMatchObject({ code: 'cancelled', message: { key: 'rating.scoringStopped' } });
    expect(await rowsOf(workbench, { securityId: STOCK, jobId: 'score' })).toHaveLength(1);
  });

  it('has own ratings only while the vault is open, and says which were written down later', async () => {
    const workbench = await rated();
    await workbench.call('createVault', { passphrase: 'lantern orchid gravel sixteen' });
    const { securityId, scaleId, gradeId, date, targetPrice, currency, note } = SAID;
    const own = { securityId, scaleId, gradeId, date, targetPrice, currency, note };
    await workbench.call('putOwnRating', { rating: own });
    const { rows, groups } = await workbench.call('getScorecard', { include: 'all', securityId: STOCK });
    expect(rows.map(({ isOwn, remarks }) => [isOwn, remarks])).toEqual([
      [false, ['unadjusted']],
      [true, ['unadjusted', 'recorded-later']],
    ]);
    expect(groups.filter(({ by }) => by === 'all').map(({ isOwn, ratings }) => [isOwn, ratings])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(await rowsOf(workbench)).toHaveLength(1);
    await workbench.call('lockVault', {});
    expect((await workbench.refusal('getScorecard', { include: 'own' })).code).toBe('vault-locked');
  });
});
