import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { detailsOf } from '../../renderer/features/sheet/panel/edit-details.ts';
import { parseReported } from '../../renderer/features/sheet/panel/reported-entry.ts';
import { SidePanel } from '../../renderer/features/sheet/panel/side-panel.tsx';
import {
  closeSheet,
  jumpTo,
  openSheet,
  selectedCell,
  useSheetStore,
} from '../../renderer/features/sheet/sheet-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import type { EditResult, HistoryEntry, Input } from '../../shared/contract.ts';
import { sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { Line, SourceRef } from '../../shared/sheet.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BASE, HIGH, LOW, lineOf, snapshotOf } from './sheet-fixture.ts';

test.each([
  ['36,512 小时', 'GPU*h', { value: 36512, step: 1 }],
  ['≈ 2,800 万元', '万元', { value: 2800, step: 100 }],
  ['约 955 万元', '万元', { value: 955, step: 1 }],
  ['3.7', '', { value: 3.7, step: 0.1 }],
  ['0.750', 'd', { value: 0.75, step: 0.001 }],
  ['6%', '%', { value: 6, step: 1 }],
  ['6%', '', { value: 0.06, step: 0.01 }],
  ['34 万', 'CNY', { value: 340000, step: 10000 }],
  ['-1.5', '', { value: -1.5, step: 0.1 }],
  ['0', '', { value: 0, step: 1 }],
  ['大约', '', null],
])('the reported value %j of a line in %j', (text, unit, expected) => {
  const reported = parseReported(text, unit, '');
  expect(reported && { value: reported.value, step: reported.step }).toEqual(expected);
});

const entry = (changes: HistoryEntry['changes'], inverse: HistoryEntry['inverse']): HistoryEntry => ({
  id: 1,
  at: '2026-01-01T00:00:00Z',
  label: message('engine.divisionByZero'),
  state: 'done',
  changes,
  inverse,
});
const cell = (lineId: number, content: string | null) =>
  ({ change: 'putCell', lineId, scenarioId: BASE, period: '', content }) as const;
const put = (line: Line) => ({ change: 'putLine', line }) as const;
const line = lineOf({ id: 7, unit: 'h' });

test.each([
  [
    'a content',
    entry([cell(7, '2')], [cell(7, '1')]),
    [{ what: 'cell', scenarioId: BASE, period: '', before: '1', after: '2' }],
  ],
  [
    'a content that was not there',
    entry([cell(7, '2')], [cell(7, null)]),
    [{ what: 'cell', scenarioId: BASE, period: '', before: null, after: '2' }],
  ],
  ['another line', entry([cell(8, '2')], [cell(8, '1')]), []],
  ['a unit', entry([put({ ...line, unit: 'd' })], [put(line)]), [{ what: 'unit', before: 'h', after: 'd' }]],
  [
    'name and label',
    entry([put({ ...line, name: 'b', label: sameInBoth('B') })], [put(line)]),
    [
      { what: 'label', before: 'Line 7', after: 'B' },
      { what: 'name', before: 'line7', after: 'b' },
    ],
  ],
  ['a new line', entry([put(line)], [{ change: 'dropLine', lineId: 7 }]), [{ what: 'lineAdded' }]],
  ['a dropped line', entry([{ change: 'dropLine', lineId: 7 }], [put(line)]), [{ what: 'lineRemoved' }]],
])('before and after of %s', (_name, edit, details) => {
  expect(detailsOf(edit, 7)).toEqual(details);
});

const HOURS = lineOf({
  id: 10,
  name: 'hours',
  label: sameInBoth('GPU hours'),
  unit: 'GPU*h',
  sources: [{ sourceId: '002', place: '002/图表13', wording: '1.4 万亿 Tokens 1,022,362' }],
  reported: { value: 100, text: '100', step: 1, period: '' },
});
const COST = lineOf({ id: 11, name: 'cost', label: sameInBoth('Cost') });
const BROKEN = {
  error: '#DIV/0!',
  message: message('engine.divisionByZero'),
  origin: { lineId: 10, scenarioId: HIGH, period: '' },
} as const;

const answerOf = (changes: EditResult['changes']): EditResult => ({
  sheetId: 'sheet',
  changes,
  values: [],
  inferredUnits: [],
  demonstration: [],
  state: { revision: 1, undo: null, redo: null },
});

async function showPanel(methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    openSheet: () =>
      snapshotOf([
        { line: HOURS, values: [102.5, 102.5, BROKEN], contents: ['102.5'] },
        { line: COST, values: [205, 300, BROKEN], contents: ['=hours*2', '300'] },
      ]),
    listSources: () => [
      {
        id: '002',
        origin: 'bundled',
        title: '研报',
        publisher: '国金证券',
        date: '',
        language: 'zh',
        link: '',
        exhibitCount: 0,
        factCount: 0,
      },
    ],
    traceCell: () => ({ precedents: [], dependents: [{ lineId: 11, scenarioId: BASE, period: '' }] }),
    listEntities: () => [],
    traceSources: () => ({ sources: [], confidence: null, oldestDate: '', unsourcedLineIds: [] }),
    listEdits: () => [],
    ...methods,
  });
  await act(() => openSheet('sheet'));
  render(
    <MantineProvider env="test">
      <SidePanel onClose={() => undefined} />
    </MantineProvider>,
  );
  return workbench;
}

/** Selects the cell and waits until the panel, which follows when the selection rests, shows it. */
async function selectCell(lineId: number, scenarioId: number): Promise<void> {
  act(() => jumpTo({ lineId, scenarioId, period: '' }));
  const label = lineId === HOURS.id ? HOURS.label.en : COST.label.en;
  const scenario = { [BASE]: 'Base', [LOW]: 'Low', [HIGH]: 'High' }[scenarioId];
  await waitFor(() => {
    expect(screen.getByRole('textbox', { name: 'Label' })).toHaveProperty('value', label);
    screen.getByRole('region', { name: `Value · ${scenario}` });
  });
}

beforeEach(() => adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  act(closeSheet);
  vi.unstubAllGlobals();
});

test('shows source with wording, verdict and what uses the cell; a click goes there', async () => {
  const user = userEvent.setup();
  await showPanel();
  await selectCell(10, BASE);
  screen.getByText('1.4 万亿 Tokens 1,022,362');
  screen.getByText('图表13');
  await screen.findByText(/国金证券/);
  screen.getByText('differs by +2.5%');
  const users = await screen.findByRole('region', { name: 'Used by' });
  await user.click(await within(users).findByRole('button', { name: /Cost/ }));
  expect(selectedCell(useSheetStore.getState())).toEqual({ lineId: 11, scenarioId: BASE, period: '' });
});

test.each([
  [10, LOW, 'Inherited from “Base”'],
  [11, LOW, 'Overrides =hours*2 of “Base”'],
])('line %i in scenario %i: %s', async (lineId, scenarioId, sentence) => {
  await showPanel();
  await selectCell(lineId, scenarioId);
  screen.getByText(sentence);
});

test('an error is explained and leads to where it began', async () => {
  const user = userEvent.setup();
  await showPanel();
  await selectCell(11, HIGH);
  screen.getByText('Division by zero');
  await user.click(screen.getByRole('button', { name: 'It begins at GPU hours' }));
  expect(selectedCell(useSheetStore.getState())).toEqual({ lineId: 10, scenarioId: HIGH, period: '' });
});

test('a unit with an unknown word is refused with the reason, kept, and can be added', async () => {
  const user = userEvent.setup();
  const withUnit = { ...COST, unit: '机柜' };
  const workbench = await showPanel({
    checkUnit: () => ({ ok: false, message: message('engine.divisionByZero'), unknownWord: '机柜' }),
    addUnit: () => ({ ...answerOf([]), state: { revision: 1, undo: null, redo: null } }),
    updateLine: () => ({
      ...answerOf([{ change: 'putLine', line: withUnit }]),
      state: { revision: 2, undo: null, redo: null },
    }),
  });
  await selectCell(11, BASE);
  const unit = screen.getByRole('textbox', { name: 'Unit' });
  await user.type(unit, '机柜{Enter}');
  await screen.findByRole('alert');
  expect(unit).toHaveProperty('value', '机柜');
  expect(workbench.inputsOf('updateLine')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Add “机柜” as a unit' }));
  await waitFor(() => expect(useSheetStore.getState().data?.lines.get(11)?.unit).toBe('机柜'));
  expect(workbench.inputsOf('addUnit')).toEqual([{ sheetId: 'sheet', unit: { name: '机柜', definition: '' } }]);
});

test('a reported value without a number is refused and stays to be mended', async () => {
  const user = userEvent.setup();
  const workbench = await showPanel();
  await selectCell(11, BASE);
  const field = screen.getByRole('textbox', { name: 'As printed' });
  await user.type(field, 'plenty{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/no number to compare in “plenty”/);
  expect(field).toHaveProperty('value', 'plenty');
  expect(workbench.inputsOf('updateLine')).toEqual([]);
});

const read = (sourceId: string, place: string): SourceRef => ({ sourceId, place, wording: '4.1 美元' });
const PLACED = { sourceId: '002', place: '002/图表13', wording: '1.4 万亿 Tokens 1,022,362' };

/** Answers edits as the workbench does: the line with the fields that were sent. */
function answersEdits() {
  let revision = 0;
  return {
    updateLine: ({ lineId, fields }: Input<'updateLine'>): EditResult => {
      revision += 1;
      const before = useSheetStore.getState().data?.lines.get(lineId) as Line;
      const after = { ...before, ...fields } as Line;
      return { ...answerOf([put(after)]), state: { revision, undo: null, redo: null } };
    },
  };
}

const sourcesSent = (workbench: Awaited<ReturnType<typeof showPanel>>) =>
  workbench.inputsOf('updateLine').map((input) => (input as Input<'updateLine'>).fields.sources);

test.each<[string, string, SourceRef]>([
  ['a known document by its number', '002{Tab}图表14{Tab}4.1 美元', read('002', '002/图表14')],
  ['a known document by its title, with a section', '研报{Tab}§3.3{Tab}4.1 美元', read('002', '002/3.3')],
  ['any other by its title', 'NVIDIA 10-K{Tab}p. 12{Tab}4.1 美元', read('NVIDIA 10-K', 'p. 12')],
  ['without a place', '002{Tab}{Tab}4.1 美元', read('002', '')],
])('a source is added by keyboard: %s', async (_name, typed, expected) => {
  const user = userEvent.setup();
  const workbench = await showPanel(answersEdits());
  await selectCell(11, BASE);
  await screen.findByText(/No source yet/);
  screen.getByRole('button', { name: 'Add a source' }).focus();
  await user.keyboard(`{Enter}${typed}{Enter}`);
  await screen.findByText('4.1 美元');
  expect(sourcesSent(workbench)).toEqual([[expected]]);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Add a source'));
});

test('a source is changed in place, and left as it was by Esc', async () => {
  const user = userEvent.setup();
  const workbench = await showPanel(answersEdits());
  await selectCell(10, BASE);
  await screen.findByText(/国金证券/);
  await user.click(screen.getByRole('button', { name: 'Edit source 1' }));
  await user.type(screen.getByRole('textbox', { name: 'Place' }), ' 下{Escape}');
  expect(sourcesSent(workbench)).toEqual([]);
  screen.getByText('图表13');
  await user.click(screen.getByRole('button', { name: 'Edit source 1' }));
  await user.type(screen.getByRole('textbox', { name: 'Place' }), ' 下{Enter}');
  await screen.findByText('图表13 下');
  expect(sourcesSent(workbench)).toEqual([[{ ...PLACED, place: '002/图表13 下' }]]);
});

test('a source without a document stays open and says what is missing; leaving takes one with', async () => {
  const user = userEvent.setup();
  const workbench = await showPanel(answersEdits());
  await selectCell(11, BASE);
  await user.click(await screen.findByRole('button', { name: 'Add a source' }));
  await user.type(screen.getByRole('textbox', { name: 'Wording' }), 'as read{Enter}');
  screen.getByText('Name the document');
  expect(sourcesSent(workbench)).toEqual([]);
  await user.type(screen.getByLabelText('Document', { selector: 'input' }), 'Memo');
  await user.click(screen.getByRole('textbox', { name: 'Note' }));
  await waitFor(() => expect(sourcesSent(workbench)).toEqual([[{ sourceId: 'Memo', place: '', wording: 'as read' }]]));
});

test('a source is removed as one edit', async () => {
  const user = userEvent.setup();
  const workbench = await showPanel(answersEdits());
  await selectCell(10, BASE);
  await user.click(await screen.findByRole('button', { name: 'Remove source 1' }));
  await screen.findByText(/No source yet/);
  expect(sourcesSent(workbench)).toEqual([[]]);
});

test('Esc puts back what was there', async () => {
  const user = userEvent.setup();
  await showPanel();
  await selectCell(10, BASE);
  const name = screen.getByRole('textbox', { name: 'Name' });
  await user.type(name, 'xyz{Escape}');
  expect(name).toHaveProperty('value', 'hours');
});

test('the history opens to before and after', async () => {
  const user = userEvent.setup();
  await showPanel({ listEdits: () => [entry([cell(10, '102.5')], [cell(10, '99')])] });
  await selectCell(10, BASE);
  const history = await screen.findByRole('region', { name: 'History' });
  await user.click(await within(history).findByText('Base: 102.5'));
  expect(history.textContent).toMatch(/99→102\.5/);
});
