import { expect, test } from 'vitest';
import {
  fieldsOf,
  guessedAnew,
  meaningOf,
  withAllFigures,
  withConstant,
  withMeaning,
  withShape,
} from '../../renderer/features/series-import/mapping-changes.ts';
import type { SeriesMapping } from '../../shared/series-import.ts';

/** 日期, 应用, 数值, 备注 */
const LONG: SeriesMapping = {
  shape: 'long',
  encoding: 'utf-8',
  delimiter: ',',
  worksheet: '',
  skippedRows: 0,
  columns: { period: 0, subject: 1, value: 2 },
  valueColumns: [],
  constants: { metric: 'downloads' },
  grain: 'day',
  dateOrder: null,
  year: null,
  fiscalYearEnd: 12,
  origin: 'own',
};
const ACROSS: SeriesMapping = {
  ...LONG,
  shape: 'series-across',
  columns: { period: 0 },
  valueColumns: [1, 2],
};

const meanings = (mapping: SeriesMapping) => [0, 1, 2, 3].map((column) => meaningOf(mapping, column)).join(' ');

test.each<[string, SeriesMapping, string]>([
  ['as guessed', LONG, 'period subject value '],
  ['a field leaves the column it was in', withMeaning(LONG, 3, 'value'), 'period subject  value'],
  ['a column left out', withMeaning(LONG, 1, ''), 'period  value '],
  ['a field over another', withMeaning(LONG, 2, 'subject'), 'period  subject '],
  ['figures over a field', withMeaning(ACROSS, 0, 'figures'), 'figures figures figures '],
  ['a field over figures', withMeaning(ACROSS, 1, 'unit'), 'period unit figures '],
  ['to a column for each series', withShape(LONG, 'series-across', 4), 'period subject figures figures'],
  ['to a column for each period', withShape(LONG, 'periods-across', 4), 'figures subject figures figures'],
  ['to one figure a row', withShape(ACROSS, 'long', 4), 'period value  '],
  ['all others are figures', withAllFigures({ ...ACROSS, valueColumns: [] }, 4), 'period figures figures figures'],
  ['guessed anew', guessedAnew(LONG), '   '],
])('%s', (_, mapping, expected) => expect(meanings(mapping)).toBe(expected));

test('figures stay in the order of the file', () => {
  expect(withMeaning({ ...ACROSS, valueColumns: [2, 3] }, 1, 'figures').valueColumns).toEqual([1, 2, 3]);
});

test('a constant is trimmed, and an empty one is none', () => {
  const said = withConstant(LONG, 'vendor', ' 点点数据 ');
  expect(said.constants).toEqual({ metric: 'downloads', vendor: '点点数据' });
  expect(withConstant(said, 'vendor', '  ').constants).toEqual({ metric: 'downloads' });
});

test('each shape offers what one column can say in it', () => {
  expect(fieldsOf('long')).toContain('value');
  expect(fieldsOf('series-across')).not.toContain('value');
  expect(fieldsOf('periods-across')).not.toContain('period');
});
