/** Settings of facts in both languages. */
import { describe, expect, test } from 'vitest';
import { settingIn } from '../../shared/setting-words.ts';
import { facts } from '../data/bundled-data.ts';

test.each([
  ['', '', ''],
  ['5-shot, CoT', '5-shot, CoT', '5-shot, CoT'],
  ['own cluster, before rounding', '自有集群, 取整前', 'own cluster, before rounding'],
  ['家电, 一级能效', '家电, 一级能效', 'appliances, efficiency grade 1'],
  ['purchases of P&E, net of proceeds', '购置固定资产，扣除处置所得', 'purchases of P&E, net of proceeds'],
  ['GSM8K, vs. GPT-4', 'GSM8K, 与 GPT-4 相比', 'GSM8K, vs. GPT-4'],
  ['vs. the generation before', '与上一代相比', 'vs. the generation before'],
  ['与 GPT-3.5 Turbo 相比', '与 GPT-3.5 Turbo 相比', 'vs. GPT-3.5 Turbo'],
  ['优点 2', '优点 2', 'advantage 2'],
  ['Planned', '计划', 'planned'],
  ['我自己的口径', '我自己的口径', '我自己的口径'],
  ['constructor', 'constructor', 'constructor'],
])('%s', (setting, zh, en) => {
  expect([settingIn(setting, 'zh'), settingIn(setting, 'en')]).toEqual([zh, en]);
});

describe('settings of bundled facts', () => {
  const settings = [...new Set(facts.map(({ setting }) => setting))];

  test('have English words', () => {
    const left = settings.filter((setting) => /\p{Script=Han}/u.test(settingIn(setting, 'en')));
    expect(left).toEqual([]);
  });

  test('have Chinese words, but for names and marks', () => {
    const name =
      /^[A-Z\d*][\w.@*:-]*( [A-Z\d][\w.()-]*)*$|^\d+k$|^\d+-shot|、|LongBench|^(non-CoT|pass@1|maj1@32|Minerva prompt|chat preamble)$/;
    const left = settings.flatMap((setting) =>
      settingIn(setting, 'zh')
        .split(', ')
        .filter((part) => !/\p{Script=Han}/u.test(part) && part !== '' && !name.test(part)),
    );
    expect([...new Set(left)]).toEqual([]);
  });

  test('that differ in one language differ in the other', () => {
    const both = new Set(settings.map((setting) => `${settingIn(setting, 'zh')} | ${settingIn(setting, 'en')}`));
    const distinct = (['zh', 'en'] as const).map(
      (language) => new Set(settings.map((each) => settingIn(each, language))),
    );
    expect(distinct.map(({ size }) => size)).toEqual([both.size, both.size]);
  });
});
