/**
 * The bundled cost models against the report's arithmetic, done here by hand in plain numbers.
 *
 * `value` is what the base scenario must compute; `verdict` is what reconciliation must say of the
 * figure that the report prints for the line (null where it prints none).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SheetModel } from '../../electron/engine/sheet-model.ts';
import { unstoredFacts } from '../../electron/handlers/unstored-facts.ts';
import { dataFolder } from '../../electron/paths.ts';
import { bundledFacts } from '../../electron/store/bundled-facts.ts';
import { documentOfDefinition } from '../../shared/definition-document.ts';
import { isFactAlone } from '../../shared/formula/facts.ts';
import { reconcile } from '../../shared/reconciliation.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import { readDefinition } from '../../shared/sheet-definition.ts';
import { type CellValue, isCalcError } from '../../shared/values.ts';
import { asPrinted, findReportText, TEXT_IS_ABSENT } from '../data/report-text.ts';

const TEMPLATES = new URL('../../data/templates/', import.meta.url);
const bundled = bundledFacts(dataFolder);
const templateIds = readdirSync(TEMPLATES)
  .map((file) => file.replace(/\.json$/, ''))
  .filter((id) => id.startsWith('002-'));

function openTemplate(id: string): { document: SheetDocument; model: SheetModel } {
  let lastId = 0;
  const definition = readDefinition(readFileSync(new URL(`${id}.json`, TEMPLATES), 'utf8'));
  const document = documentOfDefinition(definition, {
    id,
    templateId: id,
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  });
  return { document, model: SheetModel.build(document, unstoredFacts(bundled)) };
}

const RENT_IN_CNY = 1.36 * 6.86;
const COMPUTE = (500 / 14_000) * 1_022_362;
const OWN_COST = (2800 / 5) * (10 / 365);
const ENERGY = (6.5 * 20 * 24 * 10 * 1.2) / 10_000;
const STANDBY_ENERGY = (6.5 * (12 + 0.2 * 12) * 365 * 1.2) / 10_000;
const CLOUD_YEAR = (8 * RENT_IN_CNY * 24 * 365) / 10_000;

/** [template, line, value in the line's unit, what reconciliation says; a number is the relative difference] */
const EXPECTED: [string, string, number | boolean, string | number | null][] = [
  ['002-exhibit-13', '单位算力_7B', 82_432, null],
  ['002-exhibit-13', '单位算力_65B', 1_022_362 / 1.4, null],
  ['002-exhibit-13', '云训练费用_7B', (82_432 * RENT_IN_CNY) / 10_000, null],
  ['002-exhibit-13', '云训练费用_65B', 953.8228, -0.00123],
  ['002-exhibit-13', '训练天数_65B', 1_022_362 / 2048 / 24, 'agrees-as-rounded'],
  ['002-base-model-cost', '训练成本', 953.8228, -0.00123],
  ['002-base-model-cost', '训练时间', 20.8, 'agrees-as-rounded'],
  ['002-base-model-cost', '相对差额', -0.12326, null],
  ['002-base-model-cost', '隐含汇率', 6.8685, null],
  ['002-base-model-cost', '整天GPU小时', 1_032_192, null],
  ['002-base-model-cost', '整天成本', 962.9938, null],
  ['002-exhibit-14', '算力消耗', COMPUTE, 0.0000254],
  ['002-exhibit-14', '算力消耗_取整', 36_512, 'agrees'],
  ['002-exhibit-14', '数据量占PaLM', 6.410256, 'agrees-as-rounded'],
  ['002-exhibit-14', '训练成本', (36_512 * RENT_IN_CNY) / 10_000, 'agrees-as-rounded'],
  ['002-exhibit-14', '训练时间', 36_512 / (2048 * 24), -0.00955],
  ['002-exhibit-14', '训练成本_不取整', (COMPUTE * RENT_IN_CNY) / 10_000, null],
  ['002-exhibit-14', '占基座成本', 500 / 140, null],
  ['002-exhibit-15', 'GPU数量', 153.6, 'agrees'],
  ['002-exhibit-15', 'GPU数量_取整', 160, 'agrees'],
  ['002-exhibit-15', '服务器数', 20, 'agrees'],
  ['002-exhibit-15', '初始投入', 2744, -0.02],
  ['002-exhibit-15', '初始投入_取整', 2800, 'agrees'],
  ['002-exhibit-15', '硬件摊销', OWN_COST, 'agrees-as-rounded'],
  ['002-exhibit-15', '能耗费用', ENERGY, 'agrees-as-rounded'],
  ['002-exhibit-15', '训练费用', 19, 'agrees'],
  ['002-exhibit-15', '未超上限', true, null],
  ['002-exhibit-15', 'GPU数量_算得', 36_512 / 24 / 10, null],
  ['002-exhibit-15', 'GPU数量_算得_取整', 160, null],
  ['002-exhibit-15', '训练费用_不取整', (2744 / 5) * (10 / 365) + ENERGY, 'agrees-as-rounded'],
  ['002-exhibit-16', '推理算力', 36_480, 'agrees'],
  ['002-exhibit-16', '峰值并发', 72.96, 72.96 / 72 - 1],
  ['002-exhibit-16', '峰值并发_取整', 72, 'agrees'],
  ['002-exhibit-16', '每日使用人数', 1080, 'agrees-as-rounded'],
  ['002-exhibit-16', '每日使用人数_取整', 1000, 'agrees'],
  ['002-exhibit-16', '公司总人数', 2000, 'agrees'],
  ['002-exhibit-16', '初始投入', 137.2, 'agrees-as-rounded'],
  ['002-exhibit-16', '初始投入_取整', 140, 'agrees'],
  ['002-exhibit-16', '硬件年成本', 28, 'agrees'],
  ['002-exhibit-16', '能耗年费用', STANDBY_ENERGY, STANDBY_ENERGY / 5.2 - 1],
  ['002-exhibit-16', '离线年费用', 32.1, 32.1 / 33.2 - 1],
  ['002-exhibit-16', '云年费用', CLOUD_YEAR, CLOUD_YEAR / 66 - 1],
  ['002-exhibit-16', '云与离线之比', CLOUD_YEAR / 32.1, null],
  ['002-exhibit-16', '能耗差额', 5.2 - STANDBY_ENERGY, null],
  ['002-exhibit-16', '隐含电价', (1.2 * 5.2) / STANDBY_ENERGY, null],
  ['002-exhibit-16', '隐含待机功率比', (52_000 / (6.5 * 365 * 1.2) - 12) / 12, null],
  ['002-exhibit-16', '离线年费用_不取整', 137.2 / 5 + STANDBY_ENERGY, (27.44 + STANDBY_ENERGY) / 33.2 - 1],
  ['002-exhibit-16', '人均离线年费用', 160.5, null],
];

describe('bundled cost models', () => {
  for (const id of new Set(EXPECTED.map(([template]) => template))) {
    it(`${id}: computes and reconciles as the report's arithmetic does`, () => {
      const { document, model } = openTemplate(id);
      const base = document.scenarios.find((scenario) => scenario.parentId === null)?.id ?? 0;
      const found = document.lines.flatMap((line) => {
        const expected = EXPECTED.find(([template, name]) => template === id && name === line.name);
        if (expected === undefined) return [];
        const value = model.valueOf({ lineId: line.id, scenarioId: base, period: '' });
        return [[line.name, rounded(value), line.reported && verdictOf(value, line.reported)]];
      });
      const wanted = EXPECTED.filter(([template]) => template === id).map(([, name, value, verdict]) => [
        name,
        rounded(value),
        typeof verdict === 'number' ? `differs by ${verdict.toPrecision(3)}` : verdict,
      ]);
      expect(found).toEqual(wanted);
    });
  }

  it.each(templateIds)('%s: every reported figure is in the table above', (id) => {
    const { document } = openTemplate(id);
    const reported = document.lines.filter((line) => line.reported !== null).map((line) => line.name);
    const checked = EXPECTED.filter(([template, , , verdict]) => template === id && verdict !== null);
    expect(reported.toSorted()).toEqual(checked.map(([, name]) => name).toSorted());
  });

  it.each(templateIds)('%s: no cell of any scenario is an error, and every line has a value', (id) => {
    const { model } = openTemplate(id);
    const values = model.allValues().flatMap((block) => block.values);
    expect(values.filter((value) => value === null || isCalcError(value))).toEqual([]);
  });

  it.each(templateIds)('%s: optimistic costs less than base, pessimistic more', (id) => {
    const { document, model } = openTemplate(id);
    const cost = {
      '002-exhibit-13': '云训练费用_65B',
      '002-base-model-cost': '训练成本',
      '002-exhibit-14': '训练成本',
    };
    const more = { '002-exhibit-15': '训练费用', '002-exhibit-16': '离线年费用' };
    const name = new Map(Object.entries({ ...cost, ...more })).get(id);
    const line = document.lines.find((candidate) => candidate.name === name)?.id ?? 0;
    const [base, optimistic, pessimistic] = document.scenarios.map((scenario) =>
      Number(model.valueOf({ lineId: line, scenarioId: scenario.id, period: '' })),
    );
    expect([optimistic < base, base < pessimistic]).toEqual([true, true]);
  });

  it.each(templateIds)('%s: every input has a source with wording, every formula carries its units itself', (id) => {
    const { document } = openTemplate(id);
    const base = document.scenarios.find((scenario) => scenario.parentId === null)?.id;
    const contents = new Map(
      document.cells.filter((cell) => cell.scenarioId === base).map(({ lineId, content }) => [lineId, content]),
    );
    const lines = document.lines.filter((line) => line.kind === 'line');
    const inputs = lines.filter((line) => isInput(contents.get(line.id)));
    expect(inputs.filter((line) => !line.sources.some((source) => source.wording && source.place))).toEqual([]);
    const byHand = [...contents.values()].filter((content) => /^=.*(10000|\b24\b|\b365\b)/.test(content));
    expect(byHand).toEqual([]);
  });
});

describe('inputs of the templates', () => {
  it.each(templateIds)('%s: each that has a source is a fact, read in the same place', (id) => {
    const { document, model } = openTemplate(id);
    const base = document.scenarios.find((scenario) => scenario.parentId === null)?.id ?? 0;
    const sourced = document.lines.filter(({ id: lineId, sources }) => {
      const content = model.contentOf({ lineId, scenarioId: base, period: '' })?.content;
      return sources.length > 0 && isInput(content);
    });
    const placesOf = (lineId: number) =>
      model.factsOf({ lineId, scenarioId: base, period: '' }).map((factId) => bundled.findFact(factId)?.place);
    expect(sourced.length).toBeGreaterThan(3);
    expect(sourced.map((line) => [line.name, placesOf(line.id)])).toEqual(
      sourced.map((line) => [line.name, [line.sources[0].place]]),
    );
  });
});

describe('wordings', () => {
  it('of the templates occur in the report’s text', ({ skip }) => {
    const report = findReportText('002');
    if (report === undefined) return skip(TEXT_IS_ABSENT);
    const text = asPrinted(report);
    const wordings = templateIds.flatMap((id) =>
      openTemplate(id).document.lines.flatMap((line) => line.sources.map((source) => source.wording)),
    );
    expect(wordings.length).toBeGreaterThan(80);
    expect(wordings.filter((wording) => !text.includes(asPrinted(wording)))).toEqual([]);
  });
});

function verdictOf(value: CellValue, reported: Parameters<typeof reconcile>[1]): string {
  const verdict = reconcile(value, reported);
  return verdict.kind === 'differs' ? `differs by ${verdict.relative?.toPrecision(3)}` : verdict.kind;
}

/** A number as typed, or a fact that stands for one. */
function isInput(content: string | undefined): boolean {
  return content === undefined || !content.startsWith('=') || isFactAlone(content);
}

/** To the digits in which the table above is written. */
function rounded(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}
