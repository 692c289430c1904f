/** What the pointer shows of a period: its values, and what stands beside them there. */
import { expect, test } from 'vitest';
import { valuesAt } from '../../renderer/charts/point-values.ts';
import type { Language } from '../../shared/language.ts';
import { daysOf, draw, factOf, guidanceOf, seriesOf } from '../shared/charts/chart-fixture.ts';

const meta = seriesOf('meta', { '2023Q4': 7000, '2024Q1': 8000 });
const facts = [guidanceOf('meta', '≥', 300), guidanceOf('meta', '≤', 370)];
const capex = draw([meta], { withGuidance: true, withBounds: true }, { facts });

const doubao = seriesOf('doubao', daysOf('2024-07-18', [1_000_000, 1_200_000]), {
  metricId: 'downloads',
  unit: 'time',
  grain: 'day',
});
const bound = { subjectId: 'doubao', metricId: 'downloads', setting: 'daily', value: 110, unit: '万time' };
const downloads = draw(
  [doubao],
  { withBounds: true },
  { facts: [factOf('001/doubao', { ...bound, qualifier: '>', date: '2024-07-19' })] },
);

test.each<[string, typeof capex, number, Language, string[]]>([
  ['a period without guidance', capex, 0, 'en', ['Meta 7,000 million USD source/meta/2023Q4']],
  [
    'a period with guidance',
    capex,
    1,
    'zh',
    ['Meta 8,000 百万美元 source/meta/2024Q1', 'Meta指引 75亿–92.5亿美元 2024/≥'],
  ],
  ['a day with a bound', downloads, 1, 'en', ['Doubao 1,200,000 source/doubao/2024-07-19', 'Doubao >1.1M 001/doubao']],
])('%s', (_, drawn, at, language, expected) => {
  const values = valuesAt(drawn, at, language, () => '');
  expect(values.map(({ name, text, factId }) => `${name} ${text} ${factId}`)).toEqual(expected);
});
