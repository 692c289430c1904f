/** Scales, ratings and rows of the scorecard for tests of the renderer. */
import type { Output } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { Grade, RatingScale } from '../../shared/ratings.ts';
import type { Reading, ScorecardRow, ScoreGroup } from '../../shared/scorecard.ts';
import type { SecurityView } from '../../shared/securities.ts';

const grade = (id: string, zh: string, en: string, band: Grade['band'], words: string): Grade => ({
  id,
  name: { zh, en },
  band,
  words,
  factId: null,
});

export const SCALE: RatingScale = {
  id: 'tianfeng/stock',
  origin: 'bundled',
  brokerId: 'tianfeng',
  subjectKind: 'stock',
  name: { zh: '天风证券 股票投资评级', en: 'TF Securities, stocks' },
  sourceId: '004',
  horizon: { from: null, to: 6, words: '', factIds: [] },
  grades: [
    grade('buy', '买入', 'Buy', { low: 0.2, high: null }, '预期股价相对收益 20%以上'),
    grade('hold', '持有', 'Hold', { low: -0.1, high: 0.2 }, '预期股价相对收益 -10%-20%'),
    grade('sell', '卖出', 'Sell', { low: null, high: -0.1 }, '预期股价相对收益 -10%以下'),
  ],
  benchmarks: [{ market: 'A', securityIds: ['000300.SH'], words: '相对同期沪深 300 指数', factId: null }],
  note: sameInBoth(''),
};

export function securityOf(id: string, en: string, kind: SecurityView['kind'] = 'stock'): SecurityView {
  return {
    id,
    origin: 'bundled',
    kind,
    code: id.split('.')[0],
    exchange: 'SH',
    name: sameInBoth(en),
    aliases: [],
    sector: sameInBoth(''),
    currency: 'CNY',
    entityId: '',
    confidence: 'verified',
    tags: [],
  };
}

export const STOCK = securityOf('688111.SH', 'Kingsoft Office');
export const INDEX = securityOf('000300.SH', 'CSI 300', 'index');

export function readingOf(excess: number, earnedGradeId: string, inBand: boolean): Reading {
  return {
    day: '2023-07-10',
    close: 13,
    benchmarkClose: 4200,
    securityReturn: excess + 0.05,
    benchmarkReturn: 0.05,
    excess,
    inBand,
    earnedGradeId,
  };
}

/** One that ended in its band. */
export function rowOf(fields: Partial<ScorecardRow> = {}): ScorecardRow {
  const reading = readingOf(0.25, 'buy', true);
  return {
    id: 'r1',
    isOwn: false,
    securityId: STOCK.id,
    brokerId: 'tianfeng',
    scaleId: SCALE.id,
    gradeId: 'buy',
    date: '2023-01-10',
    targetPrice: null,
    currency: '',
    sourceId: '',
    factId: null,
    standing: { state: 'lapsed', from: null, to: '2023-07-10', replacedBy: null },
    priceId: STOCK.id,
    benchmarkId: INDEX.id,
    outcome: {
      untold: null,
      adjustment: 'forward',
      start: { day: '2023-01-10', close: 10, benchmarkClose: 4000 },
      soFar: reading,
      atFrom: null,
      atTo: { on: '2023-07-10', state: 'ended', reading },
      target: null,
      splitDay: null,
    },
    remarks: [],
    ...fields,
  };
}

export function groupOf(fields: Partial<ScoreGroup> = {}): ScoreGroup {
  return {
    isOwn: false,
    by: 'all',
    key: '',
    ratings: 3,
    ended: 2,
    running: 0,
    untold: 1,
    independent: 2,
    conclusion: null,
    ...fields,
  };
}

type Listed = Output<'listRatings'>[number];

export function listedOf(fields: Partial<Listed['rating']> = {}, standing: Partial<Listed['standing']> = {}): Listed {
  return {
    rating: {
      id: 'r1',
      origin: 'own',
      securityId: STOCK.id,
      brokerId: 'tianfeng',
      scaleId: SCALE.id,
      gradeId: 'buy',
      date: '2024-03-09',
      targetPrice: null,
      currency: '',
      sourceId: '',
      factId: null,
      note: '',
      isDatedByUser: false,
      ...fields,
    },
    standing: { state: 'lapsed', from: null, to: '2024-09-09', replacedBy: null, ...standing },
  };
}

export const VAULT: Record<'none' | 'open', Output<'getVaultStatus'>> = {
  none: vaultStatus('none'),
  open: vaultStatus('open'),
};

function vaultStatus(state: 'none' | 'open'): Output<'getVaultStatus'> {
  return {
    state,
    createdAt: null,
    changedAt: null,
    recordCount: 0,
    faults: [],
    keyStore: 'unavailable',
    autoLockMinutes: 10,
  };
}
