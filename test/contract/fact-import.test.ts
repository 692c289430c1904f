import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const SOURCE = { id: 'mine', title: '我的来源', publisher: '', date: '', language: 'zh', link: '' } as const;

async function workbenchWithSource() {
  const workbench = new TestWorkbench();
  await workbench.call('putSource', { source: SOURCE });
  return workbench;
}

const file = (text: string | Buffer, fileName = 'facts.csv') => ({
  fileName,
  base64: Buffer.from(text).toString('base64'),
  sourceId: 'mine',
});

const HEADINGS = '对象,指标,设置,数值,单位,日期,图表,备注\n';

describe('previewFactImport', () => {
  it('says what each row would do and what it would make', async () => {
    const workbench = await workbenchWithSource();
    const preview = await workbench.call(
      'previewFactImport',
      file(`${HEADINGS}GPT-4o,MMLU,5-shot,88.7,%,2024-05,表1,\n某新模型,MMLU,5-shot,60%,,2024Q1,表1,好`),
    );
    expect(preview).toMatchObject({
      encoding: 'UTF-8',
      layout: 'list',
      headingRow: 1,
      mapping: ['subject', 'metric', 'setting', 'value', 'unit', 'date', 'place', 'note'],
      problem: null,
      rowCount: 2,
      counts: { added: 2, changed: 0, unchanged: 0, badRows: 0 },
      newNames: ['某新模型'],
      errors: [],
    });
    expect(preview.rows.map(({ row, state }) => [row, state])).toEqual([
      [2, 'added'],
      [3, 'added'],
    ]);
    expect(preview.drafts[1]).toMatchObject({ value: 60, unit: '%', date: '2024Q1', printed: '60%' });
  });

  it('lists every error with its row, column, value and reason', async () => {
    const workbench = await workbenchWithSource();
    const rows = [
      'GPT-4o,MMLU,,abc,%,,,',
      'GPT-4o,MMLU,,1,parrots,,,',
      'GPT-4o,MMLU,,1,%,07/08/2024,,',
      ',MMLU,,1,%,FY24Q2,,',
      'GPT-4o,MMLU,,,%,,,',
      'GPT-4o,MMLU,,50,USD,,,',
      'GPT-4o,GPT-4o,,50,,,,',
      'GPT-4o,MMLU,,50,%,,,',
    ];
    const preview = await workbench.call('previewFactImport', file(HEADINGS + rows.join('\n')));
    expect(preview.errors.map(({ row, column, value, reason }) => [row, column, value, reason.key])).toEqual([
      [2, '数值', 'abc', 'import.noNumber'],
      [3, '单位', 'parrots', 'engine.unitUnknown'],
      [4, '日期', '07/08/2024', 'import.ambiguousDate'],
      [5, '对象', '', 'import.missing'],
      [5, '日期', 'FY24Q2', 'import.fiscalDate'],
      [6, '数值', '', 'fact.empty'],
      [7, '单位', 'USD', 'fact.unitDoesNotFit'],
      [8, '指标', 'GPT-4o', 'fact.noMetric'],
    ]);
    expect(preview.counts).toEqual({ added: 1, changed: 0, unchanged: 0, badRows: 7 });
    for (const { reason } of preview.errors) {
      for (const language of ['zh', 'en'] as const) expect(formatMessage(reason, language)).not.toContain('{{');
    }
  });
});
