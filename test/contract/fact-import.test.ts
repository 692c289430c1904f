import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { FactView } from '../../shared/facts.ts';
import { formatMessage } from '../../shared/messages.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

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

  it('reads a matrix, metrics down and subjects along, and turns on request', async () => {
    const workbench = await workbenchWithSource();
    const text = [
      '图表 1：评测结果,,,',
      '基准,设置,Llama 3 70B,甲模型 (%),备注',
      '通用,,,,',
      'MMLU,5-shot,82.0,70.1%,',
      'HumanEval,0-shot,—,"约 60",',
      '开源方式,,开源,闭源,说明',
    ].join('\n');
    const preview = await workbench.call('previewFactImport', file(text));
    expect(preview).toMatchObject({
      layout: 'matrix',
      canBeMatrix: true,
      headingRow: 2,
      mapping: ['metric', 'setting', 'figures', 'figures', 'note'],
      counts: { added: 5, badRows: 0 },
    });
    expect(
      preview.drafts.map(({ subject, metric, setting, value, text: words, unit, qualifier }) =>
        [subject, metric, setting, value, words, unit, qualifier].join('|'),
      ),
    ).toEqual([
      'Llama 3 70B|MMLU|5-shot|82|||=',
      '甲模型|MMLU|5-shot|70.1||%|=',
      '甲模型|HumanEval|0-shot|60||%|≈',
      'Llama 3 70B|开源方式|||开源||=',
      '甲模型|开源方式|||闭源||=',
    ]);
    const list = await workbench.call('previewFactImport', { ...file(text), layout: 'list' });
    expect(list).toMatchObject({
      layout: 'list',
      mapping: ['metric', 'setting', '', '', 'note'],
      counts: { added: 0 },
    });
    expect(list.problem && formatMessage(list.problem, 'zh')).toBe('还缺“对象”“数值”列。请在表头为它选一列。');
  });

  it('follows the mapping that the user gives', async () => {
    const workbench = await workbenchWithSource();
    const text = 'a,b,c,d\nMMLU,GPT-4o,88.7,x';
    const blind = await workbench.call('previewFactImport', file(text));
    expect(blind.rows.map(({ state }) => state)).toEqual(['added']);
    const mapping = ['metric' as const, 'subject' as const, 'value' as const];
    const preview = await workbench.call('previewFactImport', { ...file(text), mapping });
    expect(preview).toMatchObject({ layout: 'list', mapping: [...mapping, ''], counts: { added: 1 } });
    const twice = await workbench.call('previewFactImport', { ...file(text), mapping: [...mapping, 'value'] });
    expect(twice.problem?.key).toBe('import.mappingTwice');
    expect(
      await workbench.refusal('importFacts', { ...file(text), mapping: ['', 'value'], skipBadRows: true }),
    ).toMatchObject({
      code: 'invalid-value',
      message: { key: 'import.mappingIncomplete' },
    });
  });

  it.each([
    ['nothing', '', 'import.empty'],
    ['blank lines', '\n\n', 'import.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]), 'import.notText'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'import.oldWorkbook'],
    ['a broken package', Buffer.from('PK\x03\x04rubbish'), 'import.packageDamaged'],
    ['an open quotation mark', '对象,指标\n"a,b', 'import.csvBroken'],
  ])('refuses %s and leaves the store as it is', async (_, bytes, key) => {
    const workbench = await workbenchWithSource();
    const before = await workbench.call('getFactsState', {});
    const failure = await workbench.refusal('previewFactImport', file(bytes));
    expect([failure.code, failure.message.key]).toEqual(['invalid-file', key]);
    expect(await workbench.call('getFactsState', {})).toEqual(before);
    expect((await workbench.refusal('previewFactImport', { ...file('a,b'), sourceId: 'nope' })).code).toBe('not-found');
  });
});

const ROWS = `${HEADINGS}甲模型,MMLU,5-shot,88.7,%,2024-05,表1,\n乙模型,MMLU,5-shot,60%,,2024Q1,表1,好\n`;
const MAPPING = ['subject', 'metric', 'setting', 'value', 'unit', 'date', 'place', 'note'] as const;

/** Imports by the mapping that the preview suggests. */
async function importAll(workbench: TestWorkbench, chosen: ReturnType<typeof file>, skipBadRows = false) {
  const { mapping } = await workbench.call('previewFactImport', chosen);
  return workbench.call('importFacts', { ...chosen, mapping, skipBadRows });
}

async function factsOf(workbench: TestWorkbench, filter = {}): Promise<FactView[]> {
  const { facts } = await workbench.call('findFacts', { filter, limit: 10_000 });
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe('importFacts', () => {
  it('is one step, undone and done again, also after a restart', async () => {
    const workbench = await workbenchWithSource();
    const entities = (await workbench.call('listEntities', {})).length;
    const done = await importAll(workbench, file(ROWS));
    expect(done).toMatchObject({ added: 2, changed: 0, unchanged: 0, skipped: 0 });
    const inOrder = async () =>
      (await workbench.call('findFacts', { filter: { sourceId: 'mine' } })).facts.map(({ subjectId }) => subjectId);
    expect(await inOrder()).toEqual(['甲模型', '乙模型']);
    const facts = await factsOf(workbench, { sourceId: 'mine' });
    expect(facts.map(({ subjectId, value, unit, date, origin }) => [subjectId, value, unit, date, origin])).toEqual([
      ['乙模型', 60, '%', '2024Q1', 'own'],
      ['甲模型', 88.7, '%', '2024-05', 'own'],
    ]);
    expect(done.state.undo && formatMessage(done.state.undo, 'zh')).toBe('从 facts.csv 导入 2 条事实，更新 0 条');
    workbench.restart();
    await workbench.call('undoFacts', {});
    expect(await factsOf(workbench, { sourceId: 'mine' })).toEqual([]);
    expect((await workbench.call('listEntities', {})).length).toBe(entities);
    await workbench.call('redoFacts', {});
    expect(await factsOf(workbench, { sourceId: 'mine' })).toEqual(facts);
    expect(await inOrder()).toEqual(['甲模型', '乙模型']);
  });

  it('of the same file again changes nothing, and after an undo puts everything in again', async () => {
    const workbench = await workbenchWithSource();
    const withIds = `编号,${HEADINGS}x/1,甲模型,MMLU,5-shot,88.7,%,,,\nx/2,乙模型,MMLU,5-shot,60,%,,,\n`;
    for (const text of [ROWS, withIds]) {
      const first = await importAll(workbench, file(text));
      expect(await importAll(workbench, file(text))).toMatchObject({
        added: 0,
        changed: 0,
        unchanged: 2,
        state: first.state,
      });
      await workbench.call('undoFacts', {});
      expect(await importAll(workbench, file(text))).toMatchObject({ added: 2, unchanged: 0 });
    }
    expect((await factsOf(workbench, { sourceId: 'mine' })).map(({ id }) => id)).toEqual([
      'x/1',
      'x/2',
      '表1/mmlu:乙模型:5-shot:2024q1~2',
      '表1/mmlu:甲模型:5-shot:2024-05~2',
    ]);
  });

  it('takes all rows or none, or all but the bad ones', async () => {
    const workbench = await workbenchWithSource();
    const text = `${ROWS}丙模型,MMLU,,abc,,,,\n`;
    const failure = await workbench.refusal('importFacts', {
      ...file(text),
      mapping: [...MAPPING],
      skipBadRows: false,
    });
    expect(failure.message).toEqual({ key: 'import.badRows', params: { count: 1, row: 4 } });
    expect(await factsOf(workbench, { sourceId: 'mine' })).toEqual([]);
    expect(await importAll(workbench, file(text), true)).toMatchObject({ added: 2, skipped: 1 });
    expect((await workbench.call('listEntities', {})).some(({ id }) => id === '丙模型')).toBe(false);
  });

  it('changes what is there under the same id: an overlay of a bundled fact, the fact itself of an own one', async () => {
    const workbench = await workbenchWithSource();
    await importAll(workbench, file(`编号,${HEADINGS}x/1,甲模型,MMLU,5-shot,88.7,%,,表1,旧\n`));
    const [bundled] = await factsOf(workbench, { state: 'corrected' });
    const text = `编号,对象,指标,数值,来源\nx/1,甲模型,MMLU,99,\n${bundled.id},${bundled.subjectId},${bundled.metricId},${bundled.value},${bundled.sourceId}\n`;
    expect(await importAll(workbench, file(text))).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const { fact } = await workbench.call('getFact', { factId: 'x/1' });
    expect(fact).toMatchObject({ value: 99, unit: '%', setting: '5-shot', place: '表1', note: { zh: '旧', en: '旧' } });
    const value = (bundled.value ?? 0) + 1;
    expect(await importAll(workbench, file(text.replace(`,${bundled.value},`, `,${value},`)))).toMatchObject({
      changed: 1,
    });
    const changed = (await workbench.call('getFact', { factId: bundled.id })).fact;
    expect(changed).toMatchObject({ value, correction: bundled.correction, bundled: { value: bundled.value } });
    await workbench.call('undoFacts', {});
    expect((await workbench.call('getFact', { factId: bundled.id })).fact).toEqual(bundled);
    const words = `编号,对象,指标,数值,来源,原文\n${bundled.id},${bundled.subjectId},${bundled.metricId},1,${bundled.sourceId},别的话`;
    const preview = await workbench.call('previewFactImport', file(words));
    expect(preview.errors.map(({ reason }) => reason.key)).toEqual(['import.bundledWords']);
  });

  it('refuses ids that are there twice, of another source, or none at all, and sources that are not there', async () => {
    const workbench = await workbenchWithSource();
    const [bundled] = await factsOf(workbench);
    const rows = ['a,甲,MMLU,1,', 'a,甲,MMLU,2,', 'b c,甲,MMLU,3,', `${bundled.id},甲,MMLU,1,mine`, 'd,甲,MMLU,1,别处'];
    const preview = await workbench.call('previewFactImport', file(`编号,对象,指标,数值,来源\n${rows.join('\n')}`));
    expect(preview.errors.map(({ row, column, reason }) => [row, column, reason.key])).toEqual([
      [3, '编号', 'import.idTwice'],
      [4, '编号', 'import.badId'],
      [5, '编号', 'import.idOfOtherSource'],
      [6, '来源', 'import.unknownSource'],
    ]);
  });
});

describe('exportFacts', () => {
  it.each(['csv', 'xlsx'] as const)('as %s holds every fact so that importing it changes nothing', async (format) => {
    const workbench = await workbenchWithSource();
    const [retired, changed] = await factsOf(workbench, { sourceId: '000' });
    await workbench.call('setFactsRetired', { factIds: [retired.id], isRetired: true });
    await workbench.call('updateFact', {
      factId: changed.id,
      fields: { note: { zh: '=1+1', en: '"quoted",\nnew line' } },
    });
    const { total } = await workbench.call('findFacts', { filter: {}, limit: 1 });
    for (const language of ['zh', 'en'] as const) {
      const path = join(folderForTest(), `facts.${format}`);
      await workbench.call('exportFacts', { filter: {}, format, path, language, jobId: 'job' });
      const preview = await workbench.call('previewFactImport', file(readFileSync(path), `facts.${format}`));
      expect(preview.errors.slice(0, 3)).toEqual([]);
      expect(preview.counts).toEqual({ added: 0, changed: 0, unchanged: total, badRows: 0 });
      expect(preview.newNames).toEqual([]);
    }
  });

  it.each(['csv', 'xlsx'] as const)(
    'as %s gives another store with the same sources the same facts',
    async (format) => {
      const [from, to] = [await workbenchWithSource(), await workbenchWithSource()];
      await importAll(from, file(ROWS));
      const texts = ['=1+1', "'quoted", '-5', '+x', '@y', 'a,b;c|d', 'line\nbreak', '"', '１２', ' blanks '];
      for (const text of texts) {
        const fields = { value: null, text, note: { zh: text, en: '' }, date: '2024-07' };
        await from.call('addFact', {
          draft: { ...fields, sourceId: 'mine', subject: '甲模型', metric: '许可证', printed: text },
        });
      }
      const correction = { value: null, text: '12', reason: { zh: '缘由', en: 'why' } };
      const fact = {
        value: -1.5e-7,
        unit: '元',
        qualifier: '≈',
        confidence: 'recalled',
        setting: 'a, b',
        correction,
      } as const;
      await from.call('addFact', {
        draft: { ...fact, sourceId: 'mine', subject: '甲模型', metric: '价', subjectKind: 'app' },
      });
      const path = join(folderForTest(), `facts.${format}`);
      await from.call('exportFacts', { filter: { state: 'own' }, format, path, language: 'en', jobId: 'job' });
      expect(await importAll(to, file(readFileSync(path)))).toMatchObject({ added: 13, skipped: 0 });
      expect(await factsOf(to, { state: 'own' })).toEqual(await factsOf(from, { state: 'own' }));
    },
  );
});

describe('A workbook of facts', () => {
  const workbookOf = (rows: unknown[][], bookType: 'xlsx' | 'xlsm' | 'xls' = 'xlsx') => {
    const sheet = utils.aoa_to_sheet(rows);
    return {
      sheet,
      bytes: () =>
        Buffer.from(
          write(
            { SheetNames: ['空', '数据'], Sheets: { 空: utils.aoa_to_sheet([]), 数据: sheet } },
            { type: 'array', bookType },
          ),
        ),
    };
  };

  it('is read as its cells are: numbers, percentages, dates as precise as they are shown', async () => {
    const workbench = await workbenchWithSource();
    const { sheet, bytes } = workbookOf([
      ['对象', '指标', '数值', '日期'],
      ['甲', '得分', 0.887, 45492],
      ['甲', '得分', 12.5, 45492],
      ['甲', '得分', 3, '2024Q2'],
      ['甲', '得分', 4, 2024],
    ]);
    sheet.C2.z = '0.0%';
    sheet.D2.z = 'yyyy/m/d';
    sheet.D3.z = 'yyyy"年"m"月"';
    const preview = await workbench.call('previewFactImport', file(bytes(), '表.xlsx'));
    expect(preview).toMatchObject({ sheet: '数据', sheets: ['空', '数据'], encoding: '' });
    expect(preview.drafts.map(({ value, unit, date, printed }) => [value, unit, date, printed])).toEqual([
      [88.7, '%', '2024-07-19', '88.7%'],
      [12.5, undefined, '2024-07', '12.5'],
      [3, undefined, '2024Q2', '3'],
      [4, undefined, '2024', '4'],
    ]);
  });

  it('says of merged cells, errors, formulas without results and dates among numbers what they are', async () => {
    const workbench = await workbenchWithSource();
    const { sheet, bytes } = workbookOf([
      ['对象', '指标', '数值'],
      ['甲', '得分', 1],
      ['', '得分', 2],
      ['甲', '得分', 3],
      ['甲', '得分', 45492],
      ['甲', '得分', 5],
    ]);
    sheet['!merges'] = [utils.decode_range('A2:A3')];
    sheet.C4 = { t: 'e', v: 0x2a, w: '#N/A' };
    sheet.C5.z = 'yyyy-mm-dd';
    const preview = await workbench.call('previewFactImport', file(bytes()));
    expect(preview.errors.map(({ row, column, reason }) => [row, column, reason.key])).toEqual([
      [2, '对象', 'import.mergedCell'],
      [3, '对象', 'import.mergedCell'],
      [4, '数值', 'import.errorInCell'],
      [5, '数值', 'import.dateAsNumber'],
    ]);
    expect(preview.counts).toMatchObject({ added: 1, badRows: 4 });
  });
});
