import { describe, expect, test } from 'vitest';
import { entityChoices } from '../../renderer/facts/entity-choice.ts';
import { changedFields, entryOf, fieldsOf, figureOfEntry, NO_ENTRY } from '../../renderer/facts/fact-entry.ts';
import { type FigureLike, figureText } from '../../renderer/facts/figure-text.ts';
import { inLanguage, type Language, sameInBoth } from '../../shared/language.ts';
import { ENTITIES, entityOf, factOf } from './fact-fixture.ts';

const figure = (value: number | null, unit = '', qualifier: FigureLike['qualifier'] = '=', text = ''): FigureLike => ({
  value,
  text,
  unit,
  qualifier,
});

test.each<[FigureLike, Language, string, string]>([
  [figure(88.6, '%'), 'zh', '88.6%', '88.6%'],
  [figure(2048, 'GPU'), 'en', '2,048 GPU', '2,048 GPU'],
  [figure(16000, 'GPU'), 'en', '16,000 GPU', '16k GPU'],
  [figure(650, '亿parameter'), 'zh', '650 亿参数', '650 亿参数'],
  [figure(650, '亿parameter'), 'en', '65bn parameters', '65bn parameters'],
  [figure(405, '十亿parameter'), 'zh', '4,050 亿参数', '4,050 亿参数'],
  [figure(1, 'model'), 'en', '1 model', '1 model'],
  [figure(102.2362, '万GPU*h'), 'en', '1,022,362 GPU*h', '1.022M GPU*h'],
  [figure(74, '万time', '>'), 'zh', '> 74 万次', '> 74 万次'],
  [figure(74, '万time', '>'), 'en', '> 740k', '> 740k'],
  [figure(123456, '次'), 'en', '123,456', '123.5k'],
  [figure(2800, '万CNY', '≈'), 'zh', '≈ 2,800 万元', '≈ 2,800 万元'],
  [figure(28000, '万CNY'), 'zh', '28,000 万元', '28,000 万元'],
  [figure(0.12, '百万CNY/token'), 'en', '120k CNY/token', '120k CNY/token'],
  [figure(4, 'CNY/百万token'), 'en', '4 CNY/million token', '4 CNY/million token'],
  [figure(4, 'CNY/百万token'), 'zh', '4 元/百万词元', '4 元/百万词元'],
  [figure(700, '千瓦'), 'en', '700 kilowatts', '700 kilowatts'],
  [figure(743000, '', '>'), 'zh', '> 743,000', '> 74.3万'],
  [figure(12, 'd', 'peak'), 'zh', '峰值 12 天', '峰值 12 天'],
  [figure(12, 'd', 'peak'), 'en', 'peak 12 d', 'peak 12 d'],
  [figure(null, '', '=', 'Apache 2.0'), 'en', 'Apache 2.0', 'Apache 2.0'],
])('%j in %s is %s, shortened %s', (shown, language, full, compact) => {
  expect(figureText(shown, language)).toBe(full);
  expect(figureText(shown, language, { compact: true })).toBe(compact);
});

test.each([
  ['88.6', { value: 88.6, text: '' }],
  ['92%', { value: 92, text: '', unit: '%' }],
  ['1.6万', { value: 16000, text: '' }],
  ['1,600 GPU', { value: 1600, text: '', unit: 'GPU' }],
  [' Apache 2.0 ', { value: null, text: 'Apache 2.0' }],
  ['', { value: null, text: '' }],
])('%j is typed for %j', (typed, expected) => {
  expect(figureOfEntry(typed)).toEqual(expected);
});

describe('changing a fact', () => {
  const fact = factOf({
    note: { zh: '注', en: 'note' },
    correction: { value: 88.9, text: '', reason: { zh: '印错', en: 'misprint' } },
  });
  const before = entryOf(fact, { subject: 'GPT-4o', metric: 'MMLU', local: (text) => inLanguage(text, 'en') });

  test.each([
    [{}, {}],
    [{ figure: '90' }, { value: 90, text: '' }],
    [{ figure: 'open' }, { value: null, text: 'open' }],
    [
      { figure: '90 GPU', unit: '' },
      { value: 90, text: '', unit: 'GPU' },
    ],
    [{ setting: ' 0-shot ' }, { setting: '0-shot' }],
    [{ note: 'other' }, { note: sameInBoth('other') }],
    [{ corrected: '' }, { correction: null }],
    [{ reason: 'seen' }, { correction: { value: 88.9, text: '', reason: sameInBoth('seen') } }],
  ])('%j sends only %j', (typed, fields) => {
    expect(changedFields(before, { ...before, ...typed })).toEqual(fields);
  });
});

test('a unit typed in its own field counts before one typed with the number', () => {
  expect(fieldsOf({ ...NO_ENTRY, figure: '92%', unit: 'pp' })).toMatchObject({ value: 92, unit: 'pp' });
});

test.each([
  ['GPT-4 omni', 'gpt-4o'],
  ['通义千问', 'qwen'],
  ['ＭＭＬＵ', 'mmlu'],
  ['GPT', undefined],
])('%j names %s', (typed, id) => {
  expect(entityChoices(ENTITIES, 'en').idOf(typed)).toBe(id);
});

test('names are found under their aliases, and two of the same name are told apart', () => {
  const choices = entityChoices([...ENTITIES, entityOf('qwen-app', 'Qwen')], 'en');
  expect(choices.find('千问', 10)).toEqual(['Qwen']);
  expect(choices.find('qwen', 10)).toEqual(['Qwen', 'Qwen (qwen-app)']);
  expect(choices.idOf('Qwen (qwen-app)')).toBe('qwen-app');
});
