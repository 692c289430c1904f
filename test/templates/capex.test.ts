/**
 * The bundled sheet of capital expenditure against the report's statements, done here by hand in plain numbers.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { unstoredFacts } from '../../electron/handlers/unstored-facts.ts';
import { unstoredSeries } from '../../electron/handlers/unstored-series.ts';
import { dataFolder } from '../../electron/paths.ts';
import { bundledFacts } from '../../electron/store/bundled-facts.ts';
import { documentOfDefinition } from '../../shared/definition-document.ts';
import { reconcile } from '../../shared/reconciliation.ts';
import { readDefinition, writeDefinition } from '../../shared/sheet-definition.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import { asPrinted, findReportText, TEXT_IS_ABSENT } from '../data/report-text.ts';

const FILE = new URL('../../data/templates/004-capex.json', import.meta.url);
const json = readFileSync(FILE, 'utf8');
const bundled = bundledFacts(dataFolder);

let lastId = 0;
const document = documentOfDefinition(readDefinition(json), {
  id: '004-capex',
  templateId: '004-capex',
  nextId: () => {
    lastId += 1;
    return lastId;
  },
});
const model = SheetModel.build(document, unstoredFacts(bundled), unstoredSeries(bundled));
const lines = document.lines.filter(({ kind }) => kind === 'line');

function valueAt(name: string, period: string, scenario = 0): CellValue {
  const lineId = lines.find((line) => line.name === name)?.id ?? 0;
  return model.valueOf({ lineId, scenarioId: document.scenarios[scenario].id, period });
}

const META_2023 = [70.87, 63.54, 67.63, 78.99];
const META_SUM = 281.03;

describe('capital expenditure in 2023 and guidance for 2024', () => {
  test.each<[name: string, period: string, base: number | boolean, low: number | boolean, high: number | boolean]>([
    ['Meta全年2024', '2024Q1', 335, 300, 370],
    ['Meta资本支出', '2023Q4', 78.99, 78.99, 78.99],
    [
      'Meta资本支出',
      '2024Q4',
      (335 * META_2023[3]) / META_SUM,
      (300 * META_2023[3]) / META_SUM,
      (370 * META_2023[3]) / META_SUM,
    ],
    ['Meta全年', '2023Q4', META_SUM, META_SUM, META_SUM],
    ['Meta全年', '2024Q4', 335, 300, 370],
    ['微软资本支出', '2024Q2', 97.35 * 1.03 ** 2, 97.35, 97.35 * 1.06 ** 2],
    ['谷歌资本支出', '2023Q4', 110.19, 110.19, 110.19],
    ['谷歌资本支出', '2024Q4', 110.19 * 1.03 ** 4, 110.19, 110.19 * 1.06 ** 4],
    ['亚马逊全年', '2023Q4', 527.29, 527.29, 527.29],
    ['亚马逊全年变动', '2023Q4', 527.29 - 636.45, 527.29 - 636.45, 527.29 - 636.45],
    ['四家合计', '2023Q4', 432.41, 432.41, 432.41],
    ['微软新高', '2023Q4', true, true, true],
    ['微软新高_现金', '2023Q4', false, false, false],
    ['谷歌增加', '2024Q4', true, true, true],
    ['亚马逊增加', '2024Q4', true, true, true],
  ])('%s in %s', (name, period, ...expected) => {
    expected.forEach((value, scenario) => {
      const found = valueAt(name, period, scenario);
      if (typeof value === 'number') expect(found).toBeCloseTo(value, 8);
      else expect(found).toBe(value);
    });
  });

  test('what the report prints agrees or differs as found', () => {
    const verdicts = lines.flatMap(({ name, reported }) => {
      if (reported === null) return [];
      const verdict = reconcile(valueAt(name, reported.period), reported);
      return [[name, verdict.kind, verdict.kind === 'differs' ? verdict.relative?.toPrecision(3) : null]];
    });
    expect(verdicts).toEqual([
      ['谷歌资本支出', 'agrees-as-rounded', null],
      ['亚马逊全年', 'differs', '0.0894'],
      ['亚马逊全年变动', 'differs', '-0.0702'],
    ]);
  });

  test('no cell of any scenario is an error, and every line has a value', () => {
    expect(model.allValues().flatMap(({ values }) => values.filter(isCalcError))).toEqual([]);
    const periods = ['2023Q4', '2024Q1', '2024Q4'];
    const empty = lines.filter(({ name }) => periods.every((period) => valueAt(name, period) === null));
    expect(empty.map(({ name }) => name)).toEqual([]);
  });

  test('low is below base and base below high in every quarter of 2024', () => {
    for (const period of ['2024Q1', '2024Q2', '2024Q3', '2024Q4']) {
      const [base, low, high] = [0, 1, 2].map((scenario) => Number(valueAt('四家合计', period, scenario)));
      expect([low < base, base < high]).toEqual([true, true]);
    }
  });

  test('every figure is a fact, a series, or follows from one; the one assumption says what it is', () => {
    const typed = document.cells.filter(({ content }) => !content.startsWith('='));
    const names = new Set(typed.map(({ lineId }) => lines.find(({ id }) => id === lineId)?.name));
    expect([...names]).toEqual(['季环比']);
    expect(lines.find(({ name }) => name === '季环比')?.note.zh).toMatch(/不是报告的数字/);
    expect(model.usedFacts()).toHaveLength(2);
    expect(model.usedSeries().toSorted()).toEqual([
      'capex/amazon/purchases-of-pe',
      'capex/google/purchases-of-pe',
      'capex/meta/incl-finance-lease-principal',
      'capex/microsoft/additions-to-pe',
      'capex/microsoft/incl-finance-leases',
    ]);
  });

  test('its file is as the workbench writes it', () => {
    expect(writeDefinition(readDefinition(json))).toBe(json);
  });

  test('its wordings occur in the report’s text', ({ skip }) => {
    const report = findReportText('004');
    if (report === undefined) return skip(TEXT_IS_ABSENT);
    const text = asPrinted(report);
    const wordings = lines.flatMap(({ sources }) => sources.map(({ wording }) => wording));
    expect(wordings.length).toBeGreaterThan(8);
    expect(wordings.filter((wording) => !text.includes(asPrinted(wording)))).toEqual([]);
  });
});
