/** Series from files, through dispatch and real worker threads: what is taken, what is refused and why. */
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { fileForTest, importFile, type Mode, valuesOf } from './series-files.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

const LONG = [
  '日期,应用,国家/地区,平台,下载量',
  '2024-07-18,ChatGPT,海外,iOS,70万',
  '2024-07-19,Chatgpt,海外,iOS,74.3万',
  '2024-07-19,文小言,中国,iOS,"１，２００"',
];

const HEAD = 'Date,App,Market,Unit,Downloads';

describe('a file in long shape', () => {
  it('becomes series of known apps and of new ones', async () => {
    const workbench = new TestWorkbench();
    const outcome = await importFile(workbench, fileForTest(LONG, '点点数据.csv'));
    expect(outcome).toMatchObject({
      rowCount: 3,
      added: 3,
      restated: 0,
      unchanged: 0,
      badRowCount: 0,
      newNames: ['文小言'],
      seriesIds: ['downloads/chatgpt/海外/iOS/点点数据', 'downloads/文小言/中国/iOS/点点数据'],
    });
    expect(await valuesOf(workbench, 'downloads/chatgpt/海外/iOS/点点数据')).toEqual([
      ['2024-07-18', 700_000],
      ['2024-07-19', 743_000],
    ]);
    expect(await valuesOf(workbench, 'downloads/文小言/中国/iOS/点点数据')).toEqual([['2024-07-19', 1200]]);
    const [series] = await workbench.call('listSeries', { subjectIds: ['chatgpt'] });
    expect(series).toMatchObject({ metricId: 'downloads', unit: 'time', grain: 'day', origin: 'own' });
    const entities = await workbench.call('listEntities', { kind: 'app' });
    expect(entities.filter(({ id }) => id === '文小言')).toMatchObject([{ origin: 'own' }]);
    const told = workbench.events.map(({ event }) => event.event);
    expect(told).toContain('seriesEdited');
    expect(told).toContain('factsEdited');
  });

  it('changes nothing the second time, and only what differs the third time', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(LONG);
    await importFile(workbench, path);
    workbench.events.length = 0;
    expect(await importFile(workbench, path)).toMatchObject({ importId: null, added: 0, restated: 0, unchanged: 3 });
    expect(workbench.events.filter(({ event }) => event.event !== 'jobProgress')).toEqual([]);
    writeFileSync(path, [...LONG.slice(0, 2), LONG[2].replace('74.3万', '75万'), LONG[3]].join('\n'));
    expect(await importFile(workbench, path)).toMatchObject({ added: 0, restated: 1, unchanged: 2 });
    expect(await workbench.call('listSeriesImports', {})).toHaveLength(2);
  });

  it('does not undo a later file when the earlier one is imported again', async () => {
    const workbench = new TestWorkbench();
    const [first, second] = [LONG, LONG.map((line) => line.replace('70万', '71万'))].map((lines) => fileForTest(lines));
    await importFile(workbench, first);
    await importFile(workbench, second);
    expect(await importFile(workbench, first)).toMatchObject({ importId: null, added: 0, restated: 0, unchanged: 3 });
    expect((await valuesOf(workbench, 'downloads/chatgpt/海外/iOS'))[0]).toEqual(['2024-07-18', 710_000]);
  });

  it('is taken again after it was withdrawn, or its series deleted', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(LONG);
    const { importId } = await importFile(workbench, path);
    await workbench.call('withdrawSeriesImport', { importId: importId ?? 0 });
    expect(await importFile(workbench, path)).toMatchObject({ added: 3 });
    await workbench.call('deleteSeries', { seriesId: 'downloads/chatgpt/海外/iOS' });
    expect(await importFile(workbench, path)).toMatchObject({ added: 2, unchanged: 1 });
  });

  it('is not changed by a dry run, which says the same', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(LONG);
    const dry = await importFile(workbench, path, { mode: 'dry-run' });
    expect(dry).toMatchObject({ importId: null, added: 3, newNames: ['文小言'] });
    expect(await workbench.call('listSeries', { metricIds: ['downloads'] })).toEqual([]);
    expect(await workbench.call('listSeriesImports', {})).toEqual([]);
    await importFile(workbench, path);
    const again = await importFile(workbench, path, { mode: 'dry-run' });
    expect(again).toMatchObject({ added: 0, restated: 0, unchanged: 3, newNames: [] });
  });
});

describe('wide files', () => {
  it('with an app in each column, gaps left as gaps', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(['Date,ChatGPT,豆包', '2024-07-18,100,-', '2024-07-19,>200,300']);
    const change = () => ({ constants: { metric: 'downloads', market: '海外' } });
    expect(await importFile(workbench, path, { change })).toMatchObject({ added: 3 });
    expect(await valuesOf(workbench, 'downloads/doubao/海外')).toEqual([['2024-07-19', 300]]);
    const [chatgpt] = await workbench.call('getObservations', { seriesIds: ['downloads/chatgpt/海外'] });
    expect(chatgpt.qualifiers).toEqual([{ at: 1, qualifier: '>' }]);
  });

  it('with a month in each column', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(['App,2024-06,2024-07', 'Kimi,1.2亿,']);
    const change = () => ({ constants: { metric: '访问量' } });
    expect(await importFile(workbench, path, { change })).toMatchObject({ added: 1 });
    expect(await valuesOf(workbench, 'visits/kimi')).toEqual([['2024-06', 120_000_000]]);
  });

  it('with two metrics side by side, and units in a row of their own', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest([
      '指标名称,微软:资本开支,Meta:资本开支',
      '频率,季,季',
      '单位,亿美元,亿美元',
      '2024-03-31,109.5,64',
    ]);
    expect(await importFile(workbench, path)).toMatchObject({ added: 2, badRowCount: 0 });
    const [meta] = await workbench
      .call('listSeries', { subjectIds: ['meta'], metricIds: ['capital-expenditure'] })
      .then((all) => all.filter(({ origin }) => origin === 'own'));
    expect(meta).toMatchObject({ unit: '亿美元', grain: 'quarter', first: '2024Q1' });
  });
});

describe('the mapping', () => {
  it('is remembered for the next file of the same shape, without the year', async () => {
    const workbench = new TestWorkbench();
    const lines = ['日期,豆包,Kimi', '7月18日,1,2', '7月19日,3,4'];
    const change = () => ({ constants: { metric: 'downloads', market: '中国' }, year: 2024 });
    await importFile(workbench, fileForTest(lines), { change });
    const next = await workbench.call('previewSeriesImport', { path: fileForTest([...lines, '7月20日,5,6']) });
    expect(next).toMatchObject({
      isRemembered: true,
      mapping: { constants: { metric: 'downloads', market: '中国' }, year: null },
      questions: [{ field: 'year' }],
    });
  });

  it.each<[what: string, lines: string[], field: string]>([
    ['the order of dates', ['Date,App,Downloads', '03/04/2024,Kimi,1'], 'dateOrder'],
    ['the year', ['Date,App,Downloads', '7月19日,Kimi,1'], 'year'],
    ['the app', ['Date,Downloads', '2024-07-19,1'], 'subject'],
    ['the metric', ['Date,Kimi,豆包', '2024-07-19,1,2'], 'metric'],
    ['the currency', ['Date,App,Revenue', '2024-07-19,Kimi,1'], 'unit'],
  ])('asks for %s, and takes nothing until it is said', async (_what, lines, field) => {
    const workbench = new TestWorkbench();
    const path = fileForTest(lines);
    const { questions, mapping } = await workbench.call('previewSeriesImport', { path });
    expect(questions).toMatchObject([{ field }]);
    const result = await workbench.dispatch('importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'j' });
    const taken = result.ok ? Number((result.value as { added: number }).added) : 0;
    expect(taken).toBe(0);
  });

  it.each<[what: string, lines: string[]]>([
    ['nothing', [HEAD]],
    ['empty lines', [HEAD, '', ',,,,']],
  ])('with headings and %s under them is refused with their row', async (_what, lines) => {
    const workbench = new TestWorkbench();
    const path = fileForTest(lines);
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    for (const mode of ['dry-run', 'all-or-nothing'] as const) {
      const refused = await workbench.dispatch('importSeries', { path, mapping, mode, jobId: 'j' });
      expect(refused).toMatchObject({ ok: false, error: { message: { key: 'import.noRows', params: { row: 1 } } } });
    }
  });

  it('is guessed anew where it has no columns', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(['a;b', 'Date;App;Downloads', '2024-07-19;Kimi;1']);
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    const open = { ...mapping, delimiter: ';' as const, skippedRows: 1, columns: {}, valueColumns: [] };
    const again = await workbench.call('previewSeriesImport', { path, mapping: open });
    expect(again.mapping).toMatchObject({ shape: 'long', columns: { period: 0, subject: 1, value: 2 } });
    expect(again.understood).toMatchObject([{ row: 3, subject: 'kimi', period: '2024-07-19', value: 1 }]);
  });
});

describe('a row that cannot be taken', () => {
  it.each<[what: string, rows: string[], bad: [row: number, column: string, key: string][]]>([
    ['no number', ['2024-07-19,Kimi,,,many'], [[2, 'Downloads', 'import.noNumber']]],
    ['a formula', ['2024-07-19,Kimi,,,=1+1'], [[2, 'Downloads', 'import.formulaAsText']]],
    ['no date', ['合计,Kimi,,,5'], [[2, 'Date', 'import.noDate']]],
    ['no name', ['2024-07-19,,,,5'], [[2, 'App', 'import.noSubjectName']]],
    ['too few cells', ['2024-07-19,Kimi,5'], [[2, 'Unit', 'import.ragged']]],
    ['too many cells', ['2024-07-19,Kimi,,,5,6'], [[2, '', 'import.ragged']]],
    ['a percentage among numbers', ['2024-07-19,Kimi,,,5%'], [[2, 'Downloads', 'import.mixedUnits']]],
    ['another kind of unit', ['2024-07-19,Kimi,,USD,5'], [[2, 'Unit', 'import.unitOfOther']]],
    [
      'one period with two values',
      ['2024-07-19,Kimi,,,5', '2024-07-19,kimi,,,6', '2024-07-20,Kimi,,,7'],
      [
        [2, 'Downloads', 'import.twice'],
        [3, 'Downloads', 'import.twice'],
      ],
    ],
  ])('%s', async (_what, rows, bad) => {
    const workbench = new TestWorkbench();
    const good = '2024-06-01,豆包,,,1';
    const path = fileForTest([HEAD, ...rows, good]);
    const listed = bad.map(([row, column, key]) => ({ row, column, reason: { key } }));
    const refused = await importFile(workbench, path);
    expect(refused).toMatchObject({ importId: null, badRowCount: bad.length });
    expect(refused.badRows).toMatchObject(listed);
    expect(await workbench.call('listSeries', { metricIds: ['downloads'] })).toEqual([]);
    const taken = await importFile(workbench, path, { mode: 'skip-bad-rows' });
    expect(taken).toMatchObject({ added: rows.length + 1 - bad.length, skipped: bad.length });
  });

  it.each<[what: string, lines: string[], bad: [row: number, column: string, value: string][]]>([
    [
      'under one heading',
      ['Date,豆包,Kimi,豆包', '2024-07-19,5,1,6'],
      [
        [2, '豆包', '5'],
        [2, '豆包', '6'],
      ],
    ],
    [
      'under two names of one app',
      ['Date,豆包,Kimi,Doubao', '2024-07-19,5,1,5', '2024-07-20,5,1,6'],
      [
        [3, '豆包 / Doubao', '5'],
        [3, '豆包 / Doubao', '6'],
      ],
    ],
    [
      'under periods',
      ['App,2024-07-18,2024-07-19', 'Kimi,1,2', 'kimi,1,3'],
      [
        [2, '2024-07-19', '2'],
        [3, '2024-07-19', '3'],
      ],
    ],
  ])('a period with two values in a wide file, %s', async (_what, lines, bad) => {
    const path = fileForTest(lines);
    const workbench = new TestWorkbench();
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    const said = { ...mapping, constants: { ...mapping.constants, metric: 'downloads' } };
    const outcome = await workbench.call('importSeries', { path, mapping: said, mode: 'dry-run', jobId: 'j' });
    expect(outcome.badRows.map(({ row, column, value }) => [row, column, value])).toEqual(bad);
  });

  it('is listed up to 1,000, counted and written to a file whatever their number', async () => {
    const workbench = new TestWorkbench();
    const rows = Array.from({ length: 1500 }, (_, at) => `2024-07-19,Kimi,,,x${at}`);
    const path = fileForTest([HEAD, ...rows, '2024-07-19,豆包,,,1']);
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    const badRows = join(folderForTest(), 'bad.csv');
    const badRowsFile = { path: badRows, language: 'zh' as const };
    const mode: Mode = 'dry-run';
    const outcome = await workbench.call('importSeries', { path, mapping, mode, jobId: 'j', badRowsFile });
    expect(outcome.badRows).toHaveLength(1000);
    expect(outcome.badRowCount).toBe(1500);
    const lines = readFileSync(badRows, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1501);
    expect(lines[1]).toMatch(/^2,Downloads,x0,"“x0”不是数值/);
  });
});

it('takes no more names than any vendor covers, and says which rows are too many', async () => {
  const names = Array.from({ length: 50_002 }, (_, at) => `2024-07-19,App ${at},1`);
  // A name that was met before is another's of the same kind, however it is written.
  const rows = ['Date,App,Downloads', ...names, '2024-07-20,ＡＰＰ 7,2'];
  const outcome = await importFile(new TestWorkbench(), fileForTest(rows), { mode: 'dry-run' });
  expect(outcome).toMatchObject({ added: 50_001, badRowCount: 2 });
  expect(outcome.newNames).toHaveLength(50_000);
  expect(outcome.badRows.map(({ row, reason }) => [row, reason.key])).toEqual([
    [50_002, 'import.tooManySeries'],
    [50_003, 'import.tooManySeries'],
  ]);
});

describe('a workbook', () => {
  it('is read by its dates, numbers and saved results; a formula without one is said', async () => {
    const sheet = utils.aoa_to_sheet([
      ['日期', 'App', '下载量'],
      [45_492, 'Kimi', 15_000],
      ['2024年7月20日', 'Kimi', '1.6万'],
      [45_494, 'Kimi', 0],
      [45_495, 'Kimi', 0],
    ]);
    for (const cell of ['A2', 'A4', 'A5']) sheet[cell].z = 'yyyy-mm-dd';
    sheet.C4 = { t: 'n', f: '1+1', v: 2 };
    sheet.C5 = { t: 'n', f: '1+1', v: 99 };
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空');
    utils.book_append_sheet(book, sheet, '下载');
    // As programs save a formula that they have not calculated.
    const parts = unzipSync(write(book, { type: 'buffer', bookType: 'xlsx' }));
    const cells = strFromU8(parts['xl/worksheets/sheet2.xml']).replace('<v>99</v>', '');
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(cells) });
    const path = fileForTest(bytes, 'a.xlsx');
    const workbench = new TestWorkbench();
    const preview = await workbench.call('previewSeriesImport', { path });
    expect(preview).toMatchObject({ worksheets: ['空', '下载'], mapping: { delimiter: '', worksheet: '下载' } });
    const outcome = await importFile(workbench, path, { mode: 'skip-bad-rows' });
    expect(outcome).toMatchObject({ added: 3, skipped: 1, badRows: [{ row: 5, column: '下载量' }] });
    expect(outcome.badRows[0].reason.key).toBe('import.formulaWithoutValue');
    expect(await valuesOf(workbench, 'downloads/kimi')).toEqual([
      ['2024-07-19', 15_000],
      ['2024-07-20', 16_000],
      ['2024-07-21', 2],
    ]);
  });
});

describe('a workbook with more than values', () => {
  it.each([
    ['macros', 'xl/vbaProject.bin', 'import.askMacros'],
    ['links to other files', 'xl/externalLinks/externalLink1.xml', 'import.askLinks'],
  ])('%s is taken as it was saved once the user says so, and asked about again the next time', async (_, part, key) => {
    const book = utils.book_new();
    const rows = [
      ['Date', 'App', 'Downloads'],
      ['2024-07-19', 'Kimi', 15_000],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S');
    const parts = unzipSync(write(book, { type: 'buffer', bookType: 'xlsx' }));
    const path = fileForTest(zipSync({ ...parts, [part]: strToU8('<x/>') }), 'a.xlsx');
    const workbench = new TestWorkbench();
    const { mapping, questions } = await workbench.call('previewSeriesImport', { path });
    expect(questions.map(({ field, reason }) => [field, reason.key])).toEqual([['workbook', key]]);
    const order = { path, mode: 'all-or-nothing', jobId: 'j' } as const;
    expect((await workbench.refusal('importSeries', { ...order, mapping })).message.key).toBe(key);
    const asSaved = await workbench.call('previewSeriesImport', { path, mapping: { ...mapping, isAsSaved: true } });
    expect(asSaved.questions).toEqual([]);
    expect(await workbench.call('importSeries', { ...order, mapping: asSaved.mapping })).toMatchObject({ added: 1 });
    expect((await workbench.call('previewSeriesImport', { path })).questions).toHaveLength(1);
  });
});

describe('units', () => {
  it('that do not fit the metric are told of the figure where no column says them', async () => {
    const workbench = new TestWorkbench();
    const path = fileForTest(['Date,App,Downloads', '2024-07-19,Kimi,12%']);
    const { badRows } = await importFile(workbench, path, { mode: 'dry-run' });
    expect(badRows).toMatchObject([
      { row: 2, column: 'Downloads', value: '12%', reason: { key: 'import.unitOfOther' } },
    ]);
  });

  it('that convert are brought to the series’, in one file and in a later one', async () => {
    const workbench = new TestWorkbench();
    const company = (unit: string, value: string, period: string) =>
      fileForTest(['Quarter,Company,Metric,Unit,Value', `${period},Tesla,Capex,${unit},${value}`]);
    await importFile(workbench, company('百万USD', '2773', '2024Q1'));
    const [series] = (await workbench.call('listSeries', { metricIds: ['capital-expenditure'] })).filter(
      ({ origin }) => origin === 'own',
    );
    await importFile(workbench, company('亿美元', '22.7', '2024Q2'));
    expect(await valuesOf(workbench, series.id)).toEqual([
      ['2024Q1', 2773],
      ['2024Q2', 2270],
    ]);
    const path = company('CNY', '5', '2024Q3');
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    const refusal = await workbench.refusal('importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'j' });
    expect(refusal.message.key).toBe('import.unitOfSeries');
  });
});

describe('a file that cannot be read', () => {
  it.each<[what: string, content: string | Uint8Array, name: string, key: string]>([
    ['empty', '', 'a.csv', 'import.empty'],
    ['a PDF', '%PDF-1.7 …', 'a.csv', 'import.notText'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'a.xls', 'import.oldWorkbook'],
    ['a damaged workbook', 'PK\x03\x04 and nothing', 'a.xlsx', 'import.packageDamaged'],
    ['a quotation mark left open', 'Date,App\n"2024,Kimi', 'a.csv', 'import.csvBroken'],
  ])('%s is refused', async (_what, content, name, key) => {
    const refusal = await new TestWorkbench().refusal('previewSeriesImport', { path: fileForTest(content, name) });
    expect(refusal).toMatchObject({ code: 'invalid-file', message: { key } });
  });

  it('that is not there, or a folder', async () => {
    const workbench = new TestWorkbench();
    const missing = await workbench.refusal('previewSeriesImport', { path: join(folderForTest(), 'none.csv') });
    expect(missing).toMatchObject({ code: 'not-found', message: { key: 'import.fileMissing' } });
    const folder = await workbench.refusal('previewSeriesImport', { path: folderForTest() });
    expect(folder.message.key).toBe('import.isFolder');
  });

  it('in the encoding that was said is refused, and takes the right one', async () => {
    const workbench = new TestWorkbench();
    // 豆包 in GB18030, behind more of UTF-8 than a preview looks at.
    const filler = Array.from({ length: 60_000 }, (_, at) => `2024-07-19,Kimi,m${at},,1`).join('\n');
    const gb = Uint8Array.of(0xb6, 0xb9, 0xb0, 0xfc);
    const path = fileForTest(
      new Uint8Array(Buffer.concat([Buffer.from(`${HEAD}\n${filler}\n2024-07-19,`), gb, Buffer.from(',,,1')])),
    );
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    const order = { path, mode: 'dry-run' as const, jobId: 'j' };
    const refusal = await workbench.refusal('importSeries', { ...order, mapping });
    expect(refusal.message).toMatchObject({ key: 'import.wrongEncoding', params: { encoding: 'UTF-8' } });
  });
});

it('a file that grows while it is read is refused', async () => {
  const workbench = new TestWorkbench();
  const rows = Array.from({ length: 400_000 }, (_, at) => `2024-07-19,Kimi,m${at % 1000},,1`).join('\n');
  const path = fileForTest(`${HEAD}\n${rows}`);
  const { mapping } = await workbench.call('previewSeriesImport', { path });
  const running = workbench.dispatch('importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'j' });
  await expect.poll(() => workbench.events.some(saying('import.readingRows')), PATIENT).toBe(true);
  appendFileSync(path, '\n2024-07-20,Kimi,,,2');
  expect(await running).toMatchObject({ ok: false, error: { message: { key: 'import.fileChanged' } } });
  expect(await workbench.call('listSeriesImports', {})).toEqual([]);
});

it.each(['import.readingRows', 'import.writingRows'])(
  'cancelled while it says %s, it changes nothing, and the store takes the next call',
  async (key) => {
    const workbench = new TestWorkbench();
    const rows = Array.from({ length: 400_000 }, (_, at) => `${dayAt(at % 400)},Kimi,m${Math.floor(at / 400)},,${at}`);
    const path = fileForTest([HEAD, ...rows]);
    const { mapping } = await workbench.call('previewSeriesImport', { path });
    const running = workbench.dispatch('importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'j' });
    await expect.poll(() => workbench.events.some(saying(key)), PATIENT).toBe(true);
    expect(await workbench.call('cancelJob', { jobId: 'j' })).toEqual({ cancelled: true });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await workbench.call('listSeriesImports', {})).toEqual([]);
    expect(await workbench.call('listSeries', { metricIds: ['downloads'] })).toEqual([]);
    await workbench.call('setPreferences', { theme: 'dark' });
  },
);

it('made-up numbers stay marked, whatever a mapping says', async () => {
  const data = folderForTest();
  for (const part of ['entities', 'reports', 'series', 'templates']) {
    symlinkSync(join(dataFolder, part), join(data, part));
  }
  mkdirSync(join(data, 'demonstration'));
  writeFileSync(join(data, 'demonstration', 'demonstration-downloads.csv'), `${HEAD}\n2024-07-19,Kimi,,,5`);
  const workbench = new TestWorkbench(undefined, data);
  const { path } = await workbench.call('getDemonstration', {});
  const { mapping } = await workbench.call('previewSeriesImport', { path });
  expect(mapping.origin).toBe('demonstration');
  const lie = { ...mapping, origin: 'own' as const };
  const order = { path, mapping: lie, mode: 'all-or-nothing' as const, jobId: 'j' };
  const { seriesIds } = await workbench.call('importSeries', order);
  expect(seriesIds).toEqual(['demonstration/downloads/kimi']);
  const listed = await workbench.call('listSeries', { metricIds: ['downloads'] });
  expect(listed.map(({ origin }) => origin)).toEqual(['demonstration']);
  const [{ fileName }] = await workbench.call('listSeriesImports', {});
  expect(fileName).toMatch(/^demonstration/);
});

/** Threads start slowly on a busy machine. */
const PATIENT = { timeout: 20_000, interval: 2 };

function saying(key: string): (told: TestWorkbench['events'][number]) => boolean {
  return ({ event }) => event.event === 'jobProgress' && event.message.key === key;
}

function dayAt(at: number): string {
  return new Date(Date.UTC(2023, 0, 1) + at * 864e5).toISOString().slice(0, 10);
}
