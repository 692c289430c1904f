import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../shared/messages.ts';
import { writeDefinition } from '../../shared/sheet-definition.ts';
import { idsOf, namesOf, sheetOf, type, valuesOf } from './sheet-for-test.ts';
import { TestWorkbench } from './workbench-for-test.ts';

describe('sheets', () => {
  it('are made empty, with one scenario and a title in both languages', async () => {
    const workbench = new TestWorkbench();
    const { sheetId } = await workbench.call('createSheet', {});
    const { document, state } = await workbench.call('openSheet', { sheetId });
    expect(document).toMatchObject({
      sheet: { title: { zh: '未命名', en: 'Untitled' }, templateId: null, timeAxis: null },
      scenarios: [{ parentId: null }],
      lines: [],
    });
    expect(state).toEqual({ revision: 0, undo: null, redo: null });
  });

  it('of every template calculate without an error, and give back the template', async () => {
    const workbench = new TestWorkbench();
    for (const { id, lineCount } of await workbench.call('listTemplates', {})) {
      const { sheetId } = await workbench.call('createSheet', { templateId: id });
      const values = Object.values(await valuesOf(workbench, sheetId)).flatMap((row) => Object.values(row));
      expect(values.filter((value) => typeof value === 'string' && value.startsWith('#'))).toEqual([]);
      const [summary] = await workbench.call('listSheets', {});
      expect(summary).toMatchObject({ id: sheetId, templateId: id, lineCount });
      const { definition } = await workbench.call('getSheetDefinition', { sheetId });
      const again = await workbench.call('importSheet', { definition });
      expect((await workbench.call('getSheetDefinition', again)).definition).toBe(definition);
    }
    const templates = await workbench.call('listTemplates', {});
    expect(await workbench.call('listSheets', {})).toHaveLength(2 * templates.length);
  });

  it('are duplicated with everything but their history', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1', high: '5' } } }, { high: 'base' });
    await type(workbench, sheetId, 'a', '2');
    const copy = await workbench.call('duplicateSheet', { sheetId });
    expect(await valuesOf(workbench, copy.sheetId)).toEqual({ a: { base: 2, high: 5 } });
    await type(workbench, copy.sheetId, 'a', '3');
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 2, high: 5 } });
    const titles = (await workbench.call('listSheets', {})).map(({ title }) => title.en);
    expect(titles).toEqual(['test (copy)', 'test']);
  });

  it('are taken out of the list and brought back whole', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1' } } });
    await type(workbench, sheetId, 'a', '2');
    await workbench.call('deleteSheet', { sheetId });
    expect(await workbench.call('listSheets', {})).toEqual([]);
    expect((await workbench.refusal('openSheet', { sheetId })).code).toBe('not-found');
    expect((await workbench.refusal('undo', { sheetId })).code).toBe('not-found');
    workbench.restart();
    await workbench.call('restoreSheet', { sheetId });
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 2 } });
    await workbench.call('undo', { sheetId });
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 1 } });
  });

  it('come back from disk with everything that they were given', async () => {
    const workbench = new TestWorkbench();
    const both = (text: string) => ({ zh: `${text}中`, en: text });
    const definition = writeDefinition({
      plumbline: 'sheet',
      version: 1,
      title: both('title'),
      note: both('note'),
      timeAxis: { grain: 'fiscal-quarter', start: 'FY24Q3', count: 3 },
      units: [{ name: '机架', definition: '8 GPU' }],
      scenarios: [
        { key: 'base', name: { zh: '基准', en: 'Base' }, note: both('why'), parent: null },
        { key: 'high', name: { zh: '乐观', en: 'High' }, note: both(''), parent: 'base' },
      ],
      lines: [
        { heading: both('heading'), note: both('below') },
        {
          name: '数量',
          label: both('amount'),
          unit: '机架',
          format: { decimals: 2, grouping: false },
          note: both('counted'),
          sources: [
            { sourceId: '002', place: '002/图表14', wording: '“36,512 小时”' },
            { sourceId: '003', place: '', wording: '' },
          ],
          reported: { value: -2800.5, text: '≈ 2,800', step: 100, period: 'FY24Q4' },
          cells: { base: { '': '7', FY24Q4: '=数量[-1]*2' }, high: '9' },
        },
      ],
    });
    const { sheetId } = await workbench.call('importSheet', { definition });
    workbench.restart();
    expect((await workbench.call('getSheetDefinition', { sheetId })).definition).toBe(definition);
  });

  it('stay right when more are open than memory keeps', async () => {
    const workbench = new TestWorkbench();
    const sheetIds: string[] = [];
    for (let count = 0; count < 15; count += 1)
      sheetIds.push(await sheetOf(workbench, { a: { cells: { base: '0' } } }));
    for (const [rank, sheetId] of sheetIds.entries()) await type(workbench, sheetId, 'a', String(rank));
    for (const [rank, sheetId] of sheetIds.entries()) {
      expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: rank } });
    }
  });

  it('change title, note and time axis as one edit each', async () => {
    const workbench = new TestWorkbench();
    const timeAxis = { grain: 'quarter' as const, start: '2024Q3', count: 4 };
    const { sheetId } = await workbench.call('createSheet', { timeAxis, title: { zh: '甲', en: 'A' } });
    const { document } = await workbench.call('openSheet', { sheetId });
    const at = (period: string, content: string) => ({ scenarioId: document.scenarios[0].id, period, content });
    const cells = [at('', '=a[-1]*2'), at('2024Q3', '1'), at('2025Q2', '100')];
    await workbench.call('insertLines', { sheetId, afterLineId: null, lines: [{ name: 'a', cells }] });
    const values = async () => (await workbench.call('openSheet', { sheetId })).values.map((block) => block.values[0]);
    expect(await values()).toEqual([1, 2, 4, 100]);

    await workbench.call('updateSheet', { sheetId, fields: { timeAxis: { ...timeAxis, count: 3 } } });
    expect(await values()).toEqual([1, 2, 4]);
    await workbench.call('undo', { sheetId });
    expect(await values()).toEqual([1, 2, 4, 100]);
    await workbench.call('updateSheet', { sheetId, fields: { title: { zh: '乙', en: 'B' } } });
    expect((await workbench.call('listSheets', {}))[0].title).toEqual({ zh: '乙', en: 'B' });

    const wrong = { sheetId, fields: { timeAxis: { ...timeAxis, start: '2024Q5' } } };
    expect((await workbench.refusal('updateSheet', wrong)).code).toBe('invalid-value');
  });
});

describe('preferences', () => {
  it('are kept, one by one, and told to others', async () => {
    const workbench = new TestWorkbench();
    expect(await workbench.call('getPreferences', {})).toEqual({
      language: 'system',
      theme: 'system',
      marketColours: 'red-up',
    });
    const preferences = await workbench.call('setPreferences', { theme: 'dark' }, 'tab');
    expect(preferences).toEqual({ language: 'system', theme: 'dark', marketColours: 'red-up' });
    expect(workbench.events).toEqual([{ event: { event: 'preferencesSet', preferences }, except: 'tab' }]);
    workbench.restart();
    expect(await workbench.call('getPreferences', {})).toEqual(preferences);
    expect((await workbench.refusal('setPreferences', { theme: 'pink' })).code).toBe('invalid-input');
  });
});

describe('refusals name what and where', () => {
  it.each([
    ['truncated', (text: string) => text.slice(0, 400), 'invalid-file', /\d+ 行第 \d+ 列/],
    ['not JSON', (text: string) => text.replace('"lines"', 'lines'), 'invalid-file', /第 \d+ 行第 \d+ 列有误/],
    ['something else', () => '{"hello":1}', 'invalid-file', /plumbline/],
    ['newer', (text: string) => text.replace('"version": 1', '"version": 7'), 'newer-version', /7/],
    ['with a formula that is none', (text: string) => text.replace('"=a*2"', '"=a*"'), 'formula-syntax', /b/],
    ['with a unit that is none', (text: string) => text.replace('"USD"', '"USD/("'), 'invalid-unit', /“a”.*USD\/\(/],
    ['with a name twice', (text: string) => text.replace('"name": "b"', '"name": "A"'), 'invalid-name', /A/],
    ['with a field too many', (text: string) => text.replace('"unit"', '"unti"'), 'invalid-file', /lines\[0\].*unti/],
    ['with a wrong type', (text: string) => text.replace('"USD"', '7'), 'invalid-file', /lines\[0\]\.unit/],
  ])('a sheet file that is %s', async (_, damage, code, said) => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, {
      a: { unit: 'USD', cells: { base: '1' } },
      b: { cells: { base: '=a*2' } },
    });
    const { definition } = await workbench.call('getSheetDefinition', { sheetId });
    const failure = await workbench.refusal('importSheet', { definition: damage(definition) });
    expect(failure.code).toBe(code);
    expect(formatMessage(failure.message, 'zh')).toMatch(said);
    expect(formatMessage(failure.message, 'en')).not.toMatch(/\{\{/);
    expect(await workbench.call('listSheets', {})).toHaveLength(1);
  });

  it('a formula, with line, scenario and place', async () => {
    const workbench = new TestWorkbench();
    const sheetId = await sheetOf(workbench, { a: { cells: { base: '1' } }, b: {} });
    const { cell } = await idsOf(workbench, sheetId);
    const cells = [
      { ...cell('a'), content: '5' },
      { ...cell('b'), content: '=a * (2 +' },
    ];
    const failure = await workbench.refusal('setCells', { sheetId, cells });
    expect(failure).toMatchObject({ code: 'formula-syntax', details: { position: 8, name: 'b' } });
    expect(formatMessage(failure.message, 'en')).toMatch(/^The formula of b \(base\) is wrong at character 9: /);
    expect(formatMessage(failure.message, 'zh')).toMatch(/^“b”（base）的公式第 9 个字符处有误：/);
    expect(await valuesOf(workbench, sheetId)).toEqual({ a: { base: 1 }, b: { base: null } });
    expect(await namesOf(workbench, sheetId)).toEqual(['a', 'b']);
  });
});
