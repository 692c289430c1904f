import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attempt, insertLines, setCells } from '../../renderer/features/sheet/sheet-actions.ts';
import { effectiveContent, unitOf, valueAt } from '../../renderer/features/sheet/sheet-data.ts';
import {
  applyEditResult,
  closeSheet,
  expectNewLine,
  jumpTo,
  openSheet,
  select,
  selectedCell,
  selectedLineId,
  toggleFolded,
  toggleNames,
  useSheetStore,
} from '../../renderer/features/sheet/sheet-store.ts';
import type { EditResult } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { SheetChange } from '../../shared/sheet-changes.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BASE, HIGH, LOW, lineOf, snapshotOf } from './sheet-fixture.ts';

const snapshot = () =>
  snapshotOf([
    { line: lineOf({ id: 10, kind: 'heading', name: '' }), values: [] },
    { line: lineOf({ id: 11 }), values: [1, 1, 1], contents: ['1', null, null] },
    { line: lineOf({ id: 12 }), values: [2, 2, 2], contents: ['=line11*2', null, null] },
  ]);

const result = (revision: number, changes: SheetChange[], values: EditResult['values'] = []): EditResult => ({
  sheetId: 'sheet',
  changes,
  values,
  inferredUnits: [],
  demonstration: [],
  state: { revision, undo: null, redo: null },
});

const data = () => {
  const { data: open } = useSheetStore.getState();
  if (open === null) throw new Error('No sheet is open');
  return open;
};
const address = (lineId: number, scenarioId = BASE) => ({ lineId, scenarioId, period: '' });

beforeEach(() => localStorage.clear());
afterEach(() => {
  closeSheet();
  vi.unstubAllGlobals();
});

const kindsShown = () => useSheetStore.getState().columns.map(({ kind }) => kind);

test.each([
  [1440, true],
  [1100, false],
])('a window of %i pixels shows names: %j, until the user chooses', async (width, shows) => {
  fakeWorkbench({ openSheet: snapshot });
  vi.stubGlobal('innerWidth', width);
  await openSheet('sheet');
  expect(kindsShown().includes('name')).toBe(shows);
  toggleNames();
  closeSheet();
  await openSheet('sheet');
  expect(kindsShown().includes('name')).toBe(!shows);
});

test('hiding the names keeps the selection on its cell', async () => {
  localStorage.setItem('plumbline.names.shown', 'yes');
  fakeWorkbench({ openSheet: snapshot });
  await openSheet('sheet');
  jumpTo(address(12, LOW));
  toggleNames();
  expect(kindsShown()).not.toContain('name');
  expect(selectedCell(useSheetStore.getState())).toEqual(address(12, LOW));
  toggleNames();
  expect(useSheetStore.getState().columns[1].kind).toBe('name');
  expect(selectedCell(useSheetStore.getState())).toEqual(address(12, LOW));
});

describe('an edit', () => {
  let workbench: ReturnType<typeof fakeWorkbench>;
  beforeEach(async () => {
    workbench = fakeWorkbench({ openSheet: snapshot });
    await openSheet('sheet');
  });

  test('changes contents and values of its own lines, and of no other', () => {
    const before = new Map(data().lineVersion);
    applyEditResult(
      result(
        1,
        [{ change: 'putCell', ...address(11), content: '5' }],
        [{ scenarioId: BASE, period: '', lineIds: [11], values: [5] }],
      ),
    );
    expect(valueAt(data(), address(11))).toBe(5);
    expect(effectiveContent(data(), address(11, HIGH))).toEqual({ content: '5', scenarioId: BASE, period: '' });
    expect(data().lineVersion.get(11)).toBeGreaterThan(before.get(11) ?? 0);
    expect(data().lineVersion.get(12)).toBe(before.get(12));
  });

  test('keeps the lists of rows and columns where only cells changed', () => {
    const { rows, columns } = useSheetStore.getState();
    applyEditResult(result(1, [{ change: 'putCell', ...address(11), content: '5' }]));
    expect(useSheetStore.getState().rows).toBe(rows);
    expect(useSheetStore.getState().columns).toBe(columns);
  });

  test.each<[string, SheetChange[], (number | null)[]]>([
    ['a line in between', [{ change: 'putLine', line: lineOf({ id: 20, position: 11.5 }) }], [10, 11, 20, 12, null]],
    ['a line moved', [{ change: 'putLine', line: lineOf({ id: 12, position: 1 }) }], [12, 10, 11, null]],
    [
      'a line gone',
      [
        { change: 'putCell', ...address(11), content: null },
        { change: 'dropLine', lineId: 11 },
      ],
      [10, 12, null],
    ],
  ])('puts %s, and the selection stays with its line', (_what, changes, expected) => {
    select({ anchor: { row: 2, column: 3 }, focus: { row: 2, column: 3 } });
    applyEditResult(result(1, changes));
    expect(useSheetStore.getState().rows.map(({ lineId }) => lineId)).toEqual(expected);
    expect(selectedLineId(useSheetStore.getState())).toBe(12);
  });

  test('follows scenarios that are added, reordered and gone', () => {
    const scenario = { ...data().scenarios[2], position: 0 };
    applyEditResult(
      result(1, [
        { change: 'putScenario', scenario },
        { change: 'dropScenario', scenarioId: LOW },
      ]),
    );
    const shown = useSheetStore
      .getState()
      .columns.flatMap((column) => (column.kind === 'value' ? column.scenarioId : []));
    expect(shown).toEqual([HIGH, BASE]);
  });

  test('takes the unit that follows from a formula until the line declares one', () => {
    applyEditResult({ ...result(1, []), inferredUnits: [{ lineId: 12, unit: 'h' }] });
    expect(unitOf(data(), 12)).toBe('h');
    applyEditResult(result(2, [{ change: 'putLine', line: lineOf({ id: 12, unit: 'd' }) }]));
    expect(unitOf(data(), 12)).toBe('d');
  });

  test.each([
    ['again', 0, 1],
    ['in its turn', 1, 1],
    ['after a gap, and loads the sheet anew', 3, 2],
  ])('of another window arrives %s', async (_when, revision, opened) => {
    applyEditResult(result(revision, []));
    await vi.waitFor(() => expect(workbench.inputsOf('openSheet')).toHaveLength(opened));
    expect(data().state.revision).toBe(revision === 1 ? 1 : 0);
  });
});

test('edits run one after the other, and a refused one does not hold up the next', async () => {
  let revision = 0;
  const workbench = fakeWorkbench({
    openSheet: snapshot,
    setCells: ({ cells }) => {
      if (cells[0].content === 'no') throw new AppError('invalid-value', message('engine.divisionByZero'));
      revision += 1;
      return result(revision, [{ change: 'putCell', ...address(11), content: cells[0].content }]);
    },
  });
  await openSheet('sheet');
  const edits = ['a', 'no', 'b'].map((content) => setCells([{ ...address(11), content }]));
  const outcomes = await Promise.allSettled(edits);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(workbench.inputsOf('setCells')).toHaveLength(3);
  expect(effectiveContent(data(), address(11))?.content).toBe('b');
});

test('a sheet that cannot be opened says why, and opens when asked again', async () => {
  let isThere = false;
  fakeWorkbench({
    openSheet: () => {
      if (!isThere) throw new AppError('not-found', message('sheet.notFound', { sheetId: 'sheet' }));
      return snapshot();
    },
  });
  await openSheet('sheet');
  expect(useSheetStore.getState()).toMatchObject({ status: 'failed', failure: { failure: { code: 'not-found' } } });
  isThere = true;
  await openSheet('sheet');
  expect(useSheetStore.getState().status).toBe('ready');
});

describe('folding', () => {
  beforeEach(async () => {
    fakeWorkbench({ openSheet: snapshot });
    await openSheet('sheet');
  });

  test('is remembered for the sheet', async () => {
    toggleFolded(10);
    closeSheet();
    await openSheet('sheet');
    expect(useSheetStore.getState().rows.map(({ lineId }) => lineId)).toEqual([10, null]);
  });

  test('gives way to a jump', () => {
    toggleFolded(10);
    jumpTo(address(12, LOW));
    expect(selectedCell(useSheetStore.getState())).toEqual(address(12, LOW));
  });
});

test('while a line is being made the next can be typed below it', async () => {
  fakeWorkbench({
    openSheet: snapshot,
    insertLines: () => result(1, [{ change: 'putLine', line: lineOf({ id: 20, position: 99 }) }]),
  });
  await openSheet('sheet');
  const isMade = expectNewLine();
  select({ anchor: { row: 4, column: 0 }, focus: { row: 4, column: 0 } });
  await attempt(insertLines({ afterLineId: 12, lines: [{}] }));
  isMade();
  const { rows, selection } = useSheetStore.getState();
  expect(rows.map(({ lineId }) => lineId)).toEqual([10, 11, 12, 20, null]);
  expect(selection.anchor.row).toBe(4);
});
