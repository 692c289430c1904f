/** Scales, brokers' ratings, chosen indexes and the analyst's own ratings, through the contract. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { formatMessage } from '../../shared/messages.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const STOCK = '688111.SH';
const PASSPHRASE = 'lantern orchid gravel sixteen';

type Rating = Input<'putRating'>['rating'];
const SAID: Rating = {
  securityId: STOCK,
  brokerId: 'tianfeng',
  scaleId: 'tianfeng/stock',
  gradeId: 'buy',
  date: '2024-03-09',
  targetPrice: 330,
  currency: 'CNY',
  sourceId: '004',
  note: '',
};

type OwnRating = Input<'putOwnRating'>['rating'];
const OWN: OwnRating = {
  securityId: STOCK,
  scaleId: 'guosen/stock',
  gradeId: 'outperform',
  date: '2024-03-20',
  targetPrice: 300,
  currency: 'CNY',
  note: 'quarterlywhale',
};

const listed = async (workbench: TestWorkbench, securityId = STOCK, day = '2024-06-01') =>
  (await workbench.call('listRatings', { securityId, day })).map(({ rating, standing }) =>
    [rating.brokerId, rating.gradeId, rating.date, standing.state].join(' '),
  );

describe('bundled scales and ratings', () => {
  it('are there on first start, with the words of the reports', async () => {
    const { scales } = await new TestWorkbench().call('listScales', {});
    expect(scales.map(({ id, origin }) => `${id} ${origin}`)).toEqual([
      'guosen/stock bundled',
      'guosen/industry bundled',
      'huafu/company bundled',
      'huafu/industry bundled',
      'sinolink/industry bundled',
      'tianfeng/stock bundled',
      'tianfeng/industry bundled',
    ]);
    expect(scales[2].grades[1]).toEqual({
      id: 'hold',
      name: { zh: '持有', en: 'Hold' },
      band: { low: 0.1, high: 0.2 },
      words: '未来 6 个月内，个股相对市场基准指数涨幅介于 10%与 20%之间',
      factId: '001/投资评级声明/公司:持有:评级说明:grade',
    });
  });

  it('say when they lapse, and that most have no date', async () => {
    expect(await listed(new TestWorkbench(), 'industry/computer', '2024-09-09')).toEqual([
      'tianfeng outperform 2024-03-09 in-force',
      'guosen outperform  undated',
      'huafu outperform  undated',
      'sinolink buy  undated',
    ]);
    expect(await listed(new TestWorkbench(), 'industry/computer', '2024-09-10')).toContain(
      'tianfeng outperform 2024-03-09 lapsed',
    );
  });

  it('are dated by the user where the report has no date, and only there', async () => {
    const workbench = new TestWorkbench();
    const dated = await workbench.call('setRatingDate', { ratingId: '000/computer', date: '2024-07-25' });
    expect(dated).toMatchObject({ date: '2024-07-25', isDatedByUser: true, origin: 'bundled' });
    expect(await listed(workbench, 'industry/computer', '2024-08-01')).toContain(
      'guosen outperform 2024-07-25 in-force',
    );
    workbench.restart();
    expect(await listed(workbench, 'industry/computer', '2024-08-01')).toContain(
      'guosen outperform 2024-07-25 in-force',
    );
    await workbench.call('setRatingDate', { ratingId: '000/computer', date: '' });
    expect(await listed(workbench, 'industry/computer')).toContain('guosen outperform  undated');
    const refused = await workbench.refusal('setRatingDate', { ratingId: '004/computer', date: '2024-07-25' });
    expect(formatMessage(refused.message, 'en')).toBe(
      'The report of this rating has a date, 2024-03-09: it is given no other one.',
    );
  });
});

describe('a rating that the user records', () => {
  it('is listed, changed and deleted, each undone and done again', async () => {
    const workbench = new TestWorkbench();
    const { id, origin } = await workbench.call('putRating', { rating: SAID });
    expect(origin).toBe('own');
    await workbench.call('putRating', { rating: { ...SAID, id, gradeId: 'hold' } });
    expect(await listed(workbench)).toEqual(['tianfeng hold 2024-03-09 in-force']);
    await workbench.call('deleteRating', { ratingId: id });
    expect(await listed(workbench)).toEqual([]);
    for (const expected of [['tianfeng hold'], ['tianfeng buy'], []]) {
      expect(await workbench.call('undoRatings', {})).not.toBeNull();
      expect((await listed(workbench)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected);
    }
    expect(await workbench.call('undoRatings', {})).toBeNull();
    const { redo } = await workbench.call('getRatingsState', {});
    expect(redo && formatMessage(redo, 'zh')).toBe('天风证券对金山办公的评级');
    await workbench.call('redoRatings', {});
    expect(await listed(workbench)).toEqual(['tianfeng buy 2024-03-09 in-force']);
  });

  it('is replaced by the next of the same broker', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('putRating', { rating: SAID });
    await workbench.call('putRating', { rating: { ...SAID, date: '2024-05-01', gradeId: 'accumulate' } });
    expect(await listed(workbench)).toEqual([
      'tianfeng accumulate 2024-05-01 in-force',
      'tianfeng buy 2024-03-09 replaced',
    ]);
  });

  it('keeps its source from being deleted', async () => {
    const workbench = new TestWorkbench();
    const source = { id: 'call', title: 'Call', publisher: '', date: '', language: 'en' as const, link: '' };
    await workbench.call('putSource', { source });
    const { id } = await workbench.call('putRating', { rating: { ...SAID, sourceId: 'call' } });
    const { message } = await workbench.refusal('deleteSource', { sourceId: 'call' });
    expect(formatMessage(message, 'en')).toContain('1 ratings refer to it');
    const undoing = await workbench.refusal('undoFacts', {});
    expect(formatMessage(undoing.message, 'en')).toContain('1 ratings refer to it');
    await workbench.call('deleteRating', { ratingId: id });
    await workbench.call('undoFacts', {});
    await workbench.call('redoFacts', {});
    await workbench.call('deleteSource', { sourceId: 'call' });
  });

  it.each<[step: 'undoRatings' | 'redoRatings', before: (workbench: TestWorkbench, id: string) => Promise<unknown>]>([
    ['redoRatings', (workbench) => workbench.call('undoRatings', {})],
    ['undoRatings', (workbench, ratingId) => workbench.call('deleteRating', { ratingId })],
  ])('is not put back by %s while its source is deleted', async (step, before) => {
    const workbench = new TestWorkbench();
    const source = { id: 'call', title: 'Call', publisher: '', date: '', language: 'en' as const, link: '' };
    await workbench.call('putSource', { source });
    const { id } = await workbench.call('putRating', { rating: { ...SAID, sourceId: 'call' } });
    await before(workbench, id);
    await workbench.call('deleteSource', { sourceId: 'call' });
    const state = await workbench.call('getRatingsState', {});
    const { message } = await workbench.refusal(step, {});
    expect(formatMessage(message, 'en')).toBe(
      'This step cannot be done: its source call was deleted. Undo the deletion of the source first.',
    );
    expect(await listed(workbench)).toEqual([]);
    expect(await workbench.call('getRatingsState', {})).toEqual(state);
    await workbench.call('undoFacts', {});
    await workbench.call(step, {});
    expect(await listed(workbench)).toEqual(['tianfeng buy 2024-03-09 in-force']);
  });

  it('tells the other clients', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('putRating', { rating: SAID }, 'me');
    expect(workbench.events).toContainEqual({ event: { event: 'ratingsEdited' }, except: 'me' });
  });

  test.each<[string, Partial<Rating>, string]>([
    [
      'of a security that is not there',
      { securityId: '999999.SH' },
      'There is no security 999999.SH. Add it to the watchlist first.',
    ],
    [
      'of an index',
      { securityId: '000300.SH' },
      'CSI 300 is an index and has no rating. Choose a stock or an industry.',
    ],
    [
      'by a scale of another broker',
      { scaleId: 'guosen/stock' },
      'Guosen Securities, stocks is the scale of Guosen Securities, not of TF Securities. Choose another scale or broker.',
    ],
    [
      'by a scale for industries',
      { scaleId: 'tianfeng/industry' },
      'TF Securities, industries is not for Kingsoft Office: stocks and industries have scales of their own. Choose another scale.',
    ],
    ['by no scale', { scaleId: 'x' }, 'There is no rating scale x'],
    [
      'with a grade of another scale',
      { gradeId: 'reduce' },
      'TF Securities, stocks has no grade reduce. Choose one of buy (买入), accumulate (增持), hold (持有), sell (卖出).',
    ],
    ['by a measure', { brokerId: 'rating' }, 'Rating is not an organisation. Choose a broker, or add it first.'],
    ['on a day that is not', { date: '2024-02-30' }, '2024-02-30 is no date that exists. Write it like 2024-07-19.'],
    [
      'by a source that is not there',
      { sourceId: 'nowhere' },
      'There is no source nowhere. Choose one of the sources that there are, or leave it out.',
    ],
    ['with a target without a currency', { currency: '' }, 'A target price needs a currency, such as CNY, HKD or USD.'],
  ])('is refused %s', async (_, given, said) => {
    const workbench = new TestWorkbench();
    const { message } = await workbench.refusal('putRating', { rating: { ...SAID, ...given } });
    expect(formatMessage(message, 'en')).toBe(said);
    expect(await listed(workbench)).toEqual([]);
  });

  it('is refused of a day to come', async () => {
    const { message } = await new TestWorkbench().refusal('putRating', { rating: { ...SAID, date: '9999-01-01' } });
    expect(message.key).toBe('rating.future');
  });

  it('does not take the place of a bundled one, which is not deleted either', async () => {
    const workbench = new TestWorkbench();
    const rating = { ...SAID, id: '004/computer' };
    expect((await workbench.refusal('putRating', { rating })).message.key).toBe('rating.bundled');
    expect((await workbench.refusal('deleteRating', { ratingId: '004/computer' })).message.key).toBe('rating.bundled');
  });
});

describe('a scale of the user’s own', () => {
  const text = (said: string) => ({ zh: said, en: said });
  const grade = (id: string, low: number | null, high: number | null) => ({
    id,
    name: text(id),
    band: { low, high },
    words: '',
    factId: null,
  });
  const scale: Input<'putScale'>['scale'] = {
    id: 'mine',
    brokerId: '',
    subjectKind: 'stock',
    name: text('Mine'),
    sourceId: '',
    horizon: { from: null, to: 3, words: '', factIds: [] },
    grades: [grade('up', 0, null), grade('down', null, 0)],
    benchmarks: [{ market: 'A', securityIds: ['000300.SH'], words: '', factId: null }],
    note: text(''),
  };

  it('is kept, used, and deleted when nothing uses it', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('putScale', { scale });
    const { id } = await workbench.call('putRating', { rating: { ...SAID, scaleId: 'mine', gradeId: 'up' } });
    expect((await workbench.refusal('deleteScale', { scaleId: 'mine' })).message.key).toBe('rating.scaleInUse');
    const renamed = { ...scale, grades: [grade('above', 0, null), grade('down', null, 0)] };
    expect((await workbench.refusal('putScale', { scale: renamed })).message.key).toBe('rating.gradeInUse');
    await workbench.call('deleteRating', { ratingId: id });
    await workbench.call('setBenchmark', { scaleId: 'mine', market: 'HK', securityId: 'HSI.HI' });
    await workbench.call('deleteScale', { scaleId: 'mine' });
    const { scales, choices } = await workbench.call('listScales', {});
    expect([scales.length, choices.length]).toEqual([7, 0]);
    await workbench.call('undoRatings', {});
    expect((await workbench.call('listScales', {})).choices).toHaveLength(1);
  });

  it('is refused where its bands leave a gap, or where it is a report’s', async () => {
    const workbench = new TestWorkbench();
    const gap = { ...scale, grades: [grade('up', 0.1, null), grade('down', null, 0)] };
    expect((await workbench.refusal('putScale', { scale: gap })).message.key).toBe('rating.scaleFault.bands-leave-gap');
    const { message } = await workbench.refusal('putScale', { scale: { ...scale, id: 'tianfeng/stock' } });
    expect(message.key).toBe('rating.scaleBundled');
  });
});

describe('indexes that the user chooses', () => {
  it('are kept for a market of a scale and for an industry, and taken back', async () => {
    const workbench = new TestWorkbench();
    const choice = { scaleId: 'sinolink/industry', market: 'A' as const, securityId: '000300.SH' };
    expect(await workbench.call('setBenchmark', choice)).toEqual([choice]);
    const index = { industryId: 'industry/computer', securityId: '000300.SH' };
    expect(await workbench.call('setIndustryIndex', index)).toEqual([index]);
    await workbench.call('undoRatings', {});
    await workbench.call('undoRatings', {});
    expect(await workbench.call('listScales', {})).toMatchObject({ choices: [], industryIndexes: [] });
  });

  it('are indexes', async () => {
    const workbench = new TestWorkbench();
    const choice = { scaleId: 'sinolink/industry', market: 'A', securityId: STOCK };
    expect((await workbench.refusal('setBenchmark', choice)).message.key).toBe('rating.notIndex');
    const index = { industryId: STOCK, securityId: '000300.SH' };
    expect((await workbench.refusal('setIndustryIndex', index)).message.key).toBe('rating.notIndustry');
  });
});

describe('the analyst’s own ratings', () => {
  it('ask for the vault', async () => {
    const workbench = new TestWorkbench();
    for (const [method, input] of [
      ['listOwnRatings', {}],
      ['putOwnRating', { rating: OWN }],
      ['deleteOwnRating', { ratingId: 'x' }],
      ['getScorecard', { include: 'all' }],
    ] as const) {
      expect((await workbench.refusal(method, input)).code).toBe('vault-missing');
    }
    await workbench.call('createVault', { passphrase: PASSPHRASE });
    await workbench.call('lockVault', {});
    expect((await workbench.refusal('putOwnRating', { rating: OWN })).code).toBe('vault-locked');
  });

  it('keep what was said before, and put back what was deleted', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('createVault', { passphrase: PASSPHRASE });
    const first = await workbench.call('putOwnRating', { rating: OWN });
    await workbench.call('putOwnRating', {
      rating: { ...OWN, date: '2024-05-01', gradeId: 'neutral', targetPrice: null },
    });
    const own = async () =>
      (await workbench.call('listOwnRatings', { securityId: STOCK, day: '2024-06-01' })).map(
        ({ rating, standing }) => `${rating.date} ${rating.gradeId} ${standing.state}`,
      );
    const both = ['2024-05-01 neutral in-force', '2024-03-20 outperform replaced'];
    expect(await own()).toEqual(both);
    expect((await workbench.refusal('putOwnRating', { rating: first })).message.key).toBe('rating.ownKept');
    const deleted = await workbench.call('deleteOwnRating', { ratingId: first.id });
    expect(await own()).toEqual(['2024-05-01 neutral in-force']);
    await workbench.call('putOwnRating', { rating: deleted });
    expect(await own()).toEqual(both);
    expect(await workbench.call('listOwnRatings', { securityId: '000300.SH' })).toEqual([]);
  });

  it('leave no word outside the vault', async () => {
    const workbench = new TestWorkbench();
    await workbench.call('createVault', { passphrase: PASSPHRASE });
    await workbench.call('putOwnRating', { rating: OWN });
    const bytes = ['plumbline.sqlite', 'plumbline.sqlite-wal'].map((file) => readFileSync(join(workbench.home, file)));
    expect(bytes.some((each) => each.includes('quarterlywhale'))).toBe(false);
    expect(JSON.stringify(workbench.events)).not.toContain(STOCK);
    expect(workbench.logged).toEqual([]);
  });
});
