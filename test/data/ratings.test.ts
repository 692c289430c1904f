/** The bundled rating scales and ratings: every one agrees with the facts that it names, and with their words. */
import { describe, expect, it, test } from 'vitest';
import { earnedGrade } from '../../electron/engine/scorecard.ts';
import { readBundledRatings } from '../../electron/store/bundled-ratings.ts';
import type { Fact } from '../../shared/facts.ts';
import { scaleFault } from '../../shared/rating-changes.ts';
import type { Grade, RatingScale } from '../../shared/ratings.ts';
import { entities, facts, filesOf, reports } from './bundled-data.ts';

const factById = new Map(facts.map((fact) => [fact.id, fact]));
const { scales, ratings } = readBundledRatings(
  filesOf('ratings/').map(({ text }) => text),
  facts,
);
const securityIds = new Set(
  filesOf('securities/').flatMap(({ text }) => [...text.matchAll(/^\{"id": "([^"]+)"/gm)].map(([, id]) => id)),
);

const getFact = (id: string | null): Fact => {
  const fact = factById.get(id ?? '');
  if (fact === undefined) throw new Error(`There is no fact ${id}`);
  return fact;
};

/** `low…high, the printed words`, in %. */
const printed = ({ grades }: RatingScale) =>
  grades.map(({ name, band, words }) => {
    const bound = (share: number | null | undefined, open: string) => (share === null ? open : `${(share ?? 0) * 100}`);
    return `${name.zh} ${band === null ? '-' : `${bound(band.low, '')}…${bound(band.high, '')}`}: ${words}`;
  });

const grades = scales.flatMap((scale) =>
  scale.grades.map((grade): [string, Grade, RatingScale] => [`${scale.id} ${grade.id}`, grade, scale]),
);

/** Facts of the same row of the same table as the grade's words. */
function boundOf({ factId }: Grade, side: 'return-from' | 'return-to'): number | null {
  const fact = factById.get((factId ?? '').replace(/:grade$/, `:${side}`));
  return fact === undefined || fact.id === factId ? null : (fact.value ?? Number.NaN) / 100;
}

describe('the scales of the reports', () => {
  it('are those of four brokers, for stocks and industries', () => {
    const found = scales.map(({ id, horizon, benchmarks, brokerId, sourceId }) => [
      id,
      `${brokerId} ${sourceId}`,
      `${horizon.from ?? ''}…${horizon.to}`,
      benchmarks.map(({ market, securityIds: ids }) => `${market}: ${ids.join(' ')}`.trim()).join(', '),
    ]);
    const chinese = 'A: 000300.SH';
    const foreign = 'HK: HSI.HI, US: SPX.GI IXIC.GI';
    expect(found).toEqual([
      ['guosen/stock', 'guosen 000', '6…12', `${chinese}, NEEQ: 899001.GSI, ${foreign}`],
      ['guosen/industry', 'guosen 000', '6…12', `${chinese}, NEEQ: 899001.GSI, ${foreign}`],
      ['huafu/company', 'huafu 001', '6…12', `${chinese}, ${foreign}`],
      ['huafu/industry', 'huafu 001', '6…12', `${chinese}, ${foreign}`],
      ['sinolink/industry', 'sinolink 002', '3…6', 'A:, HK:, US:'],
      ['tianfeng/stock', 'tianfeng 004', '…6', chinese],
      ['tianfeng/industry', 'tianfeng 004', '…6', chinese],
    ]);
  });

  it('say what the reports print', () => {
    expect(scales.flatMap(printed)).toEqual([
      '优于大市 10…: 股价表现优于市场代表性指数10%以上',
      '中性 -10…10: 股价表现介于市场代表性指数±10%之间',
      '弱于大市 …-10: 股价表现弱于市场代表性指数10%以上',
      '无评级 -: 股价与市场代表性指数相比无明确观点',
      '优于大市 10…: 行业指数表现优于市场代表性指数10%以上',
      '中性 -10…10: 行业指数表现介于市场代表性指数±10%之间',
      '弱于大市 …-10: 行业指数表现弱于市场代表性指数10%以上',
      '买入 20…: 未来 6 个月内，个股相对市场基准指数涨幅在 20%以上',
      '持有 10…20: 未来 6 个月内，个股相对市场基准指数涨幅介于 10%与 20%之间',
      '中性 -10…10: 未来 6 个月内，个股相对市场基准指数涨幅介于-10%与 10%之间',
      '回避 -20…-10: 未来 6 个月内，个股相对市场基准指数涨幅介于-20%与-10%之间',
      '卖出 …-20: 未来 6 个月内，个股相对市场基准指数涨幅在-20%以下',
      '强于大市 5…: 未来 6 个月内，行业整体回报高于市场基准指数 5%以上',
      '跟随大市 -5…5: 未来 6 个月内，行业整体回报介于市场基准指数-5%与 5%之间',
      '弱于大市 …-5: 未来 6 个月内，行业整体回报低于市场基准指数-5%以下',
      '买入 15…: 预期未来 3—6 个月内该行业上涨幅度超过大盘在 15%以上',
      '增持 5…15: 预期未来 3—6 个月内该行业上涨幅度超过大盘在 5%—15%',
      '中性 -5…5: 预期未来 3—6 个月内该行业变动幅度相对大盘在 -5%—5%',
      '减持 …-5: 预期未来 3—6 个月内该行业下跌幅度超过大盘在 5%以上',
      '买入 20…: 预期股价相对收益 20%以上',
      '增持 10…20: 预期股价相对收益 10%-20%',
      '持有 -10…10: 预期股价相对收益 -10%-10%',
      '卖出 …-10: 预期股价相对收益 -10%以下',
      '强于大市 5…: 预期行业指数涨幅 5%以上',
      '中性 -5…5: 预期行业指数涨幅 -5%-5%',
      '弱于大市 …-5: 预期行业指数涨幅 -5%以下',
    ]);
  });

  it.each(grades)('%s has the bounds that its facts have', (_, grade, scale) => {
    const { band, name, factId } = grade;
    const fact = getFact(factId);
    expect([fact.metricId, fact.subjectId, fact.sourceId]).toEqual(['rating-grade', scale.brokerId, scale.sourceId]);
    expect(fact.setting).toContain(name.zh);
    expect([band?.low ?? null, band?.high ?? null]).toEqual([
      boundOf(grade, 'return-from'),
      boundOf(grade, 'return-to'),
    ]);
  });

  it.each(scales.map((scale): [string, RatingScale] => [scale.id, scale]))(
    '%s covers every return once',
    (_, scale) => {
      expect(scaleFault(scale)).toBeNull();
      const bounds = scale.grades
        .flatMap(({ band }) => [band?.low, band?.high])
        .filter((bound) => typeof bound === 'number');
      for (const excess of [-1, 3, ...bounds, ...bounds.map((bound) => bound - 0.001)]) {
        const earning = scale.grades.filter((grade) => earnedGrade({ grades: [grade] }, excess) !== undefined);
        expect(earning.length, String(excess)).toBe(1);
      }
    },
  );

  it.each(scales.map((scale): [string, RatingScale] => [scale.id, scale]))(
    '%s has the horizon and indexes of its facts',
    (_, scale) => {
      const { horizon, benchmarks } = scale;
      const months = horizon.factIds.map((id) => getFact(id).value);
      expect(horizon.factIds.every((id) => getFact(id).metricId === 'rating-horizon')).toBe(true);
      expect([Math.min(...months.map(Number)), Math.max(...months.map(Number))]).toEqual([
        horizon.from ?? horizon.to,
        horizon.to,
      ]);
      for (const { factId, securityIds: ids } of benchmarks) {
        expect(getFact(factId).metricId).toBe('benchmark-index');
        expect(ids.filter((id) => !securityIds.has(id))).toEqual([]);
      }
    },
  );

  it('are of organisations, in reports that are there', () => {
    const organisations = new Set(entities.filter(({ kind }) => kind === 'organisation').map(({ id }) => id));
    const sources = new Set(reports.map(({ report }) => report.source.id));
    expect(scales.filter(({ brokerId, sourceId }) => !organisations.has(brokerId) || !sources.has(sourceId))).toEqual(
      [],
    );
  });
});

test('the ratings are those that the reports give, with the dates that they have', () => {
  const found = ratings.map(({ id, securityId, brokerId, scaleId, gradeId, date, note }) => {
    const grade = scales.find((scale) => scale.id === scaleId)?.grades.find((each) => each.id === gradeId);
    return [id, securityId, brokerId, grade?.name.zh, date, note];
  });
  expect(found).toEqual([
    ['000/computer', 'industry/computer', 'guosen', '优于大市', '', '投资评级：优于大市（维持）'],
    ['001/computer', 'industry/computer', 'huafu', '强于大市', '', '强于大市（维持评级）'],
    ['002/computer', 'industry/computer', 'sinolink', '买入', '', '买入（维持评级）'],
    ['004/computer', 'industry/computer', 'tianfeng', '强于大市', '2024-03-09', '强于大市(维持评级)'],
  ]);
});

test.each(ratings.map((rating): [string, (typeof ratings)[number]] => [rating.id, rating]))(
  '%s is the rating of its fact, on the date of its source',
  (_, { factId, securityId, scaleId, gradeId, date, sourceId }) => {
    const fact = getFact(factId);
    const scale = scales.find(({ id }) => id === scaleId);
    expect([fact.metricId, fact.subjectId, fact.sourceId]).toEqual(['rating', 'computer-industry', sourceId]);
    expect(fact.text).toContain(scale?.grades.find(({ id }) => id === gradeId)?.name.zh);
    expect(date).toBe(reports.find(({ report }) => report.source.id === sourceId)?.report.source.date);
    expect([...securityIds]).toContain(securityId);
  },
);
