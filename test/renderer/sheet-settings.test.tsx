import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cellsOutside, draftFor, readAxis } from '../../renderer/features/sheet/settings/axis-draft.ts';
import { openSettings } from '../../renderer/features/sheet/settings/settings-open.ts';
import { SheetSettings } from '../../renderer/features/sheet/settings/sheet-settings.tsx';
import { closeSheet, openSheet } from '../../renderer/features/sheet/sheet-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import type { TimeAxis } from '../../shared/periods.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BASE, lineOf, snapshotOf } from './sheet-fixture.ts';

test.each([
  ['quarter', '2024Q1', '4', { grain: 'quarter', start: '2024Q1', count: 4 }],
  ['quarter', ' 2024q1 ', '4', { grain: 'quarter', start: '2024Q1', count: 4 }],
  ['quarter', '2024Q5', '4', 'start'],
  ['month', '2024Q1', '4', 'start'],
  ['day', '2024-02-30', '4', 'start'],
  ['year', '2024', '', 'count'],
  ['year', '2024', '5001', 'count'],
  ['year', '9998', '3', 'end'],
  ['day', '9999-12-31', '2', 'end'],
  ['fiscal-quarter', 'FY24Q1', '400', { grain: 'fiscal-quarter', start: 'FY24Q1', count: 400 }],
  ['fiscal-quarter', 'FY24Q1', '401', 'end'],
  ['none', '', '', null],
] as const)('the axis %s from %j, %j periods', (grain, start, count, expected) => {
  const reading = readAxis({ grain, start, count });
  expect(reading.ok ? reading.axis : reading.wrong).toEqual(expected);
});

test.each([
  ['day', '2026-01-01', '30'],
  ['month', '2026-01', '12'],
  ['quarter', '2024Q3', '4'],
  ['fiscal-quarter', 'FY26Q1', '8'],
  ['year', '2026', '5'],
] as const)('%s begin with %s, %s periods, on a sheet of four quarters', (grain, start, count) => {
  const own: TimeAxis = { grain: 'quarter', start: '2024Q3', count: 4 };
  expect(draftFor(grain, own, 2026)).toEqual({ grain, start, count });
});

test.each([
  [{ grain: 'year', start: '2024', count: 2 }, 0],
  [{ grain: 'year', start: '2024', count: 1 }, 1],
  [null, 2],
] satisfies [TimeAxis | null, number][])('the axis %j leaves %i cells out', (axis, count) => {
  const cells = new Map([
    ['1/1/', '=a[-1]'],
    ['1/1/2024', '1'],
    ['1/1/2025', '2'],
  ]);
  expect(cellsOutside(cells, axis)).toBe(count);
});

async function showSettings(timeAxis: TimeAxis | null) {
  const snapshot = snapshotOf([{ line: lineOf({ id: 7 }), values: [1, 1, 1] }]);
  const sheet = { ...snapshot.document.sheet, timeAxis };
  const cells = [{ lineId: 7, scenarioId: BASE, period: timeAxis === null ? '' : '2024Q4', content: '1' }];
  const workbench = fakeWorkbench({
    openSheet: () => ({ ...snapshot, document: { ...snapshot.document, sheet, cells } }),
    updateSheet: ({ fields }) => ({
      sheetId: 'sheet',
      changes: [{ change: 'putSheet', sheet: { ...sheet, ...fields } }],
      values: [],
      inferredUnits: [],
      demonstration: [],
      state: { revision: 1, undo: null, redo: null },
    }),
  });
  await act(() => openSheet('sheet'));
  render(
    <MantineProvider env="test">
      <SheetSettings />
    </MantineProvider>,
  );
  act(openSettings);
  return { workbench, user: userEvent.setup() };
}

async function retype(user: ReturnType<typeof userEvent.setup>, field: string, text: string): Promise<void> {
  const input = screen.getByRole('textbox', { name: field });
  await user.clear(input);
  await user.type(input, text);
}

beforeEach(() => adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  act(closeSheet);
  vi.unstubAllGlobals();
});

test('a first period that is none is refused with the form expected, and taken once it is mended', async () => {
  const { workbench, user } = await showSettings(null);
  await user.click(screen.getByRole('combobox', { name: 'Time axis' }));
  await user.click(screen.getByRole('option', { name: 'Quarters' }));
  await retype(user, 'First period', '2024Q5{Enter}');
  screen.getByText(/“2024Q5” is not such a period: write it as \d{4}Q1/);
  expect(workbench.inputsOf('updateSheet')).toEqual([]);
  await retype(user, 'First period', '2024Q1');
  await retype(user, 'Number of periods', '4{Enter}');
  const timeAxis = { grain: 'quarter', start: '2024Q1', count: 4 };
  await waitFor(() => expect(workbench.inputsOf('updateSheet')).toEqual([{ sheetId: 'sheet', fields: { timeAxis } }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('an axis that leaves contents out says so before it is taken', async () => {
  const { user } = await showSettings({ grain: 'quarter', start: '2024Q1', count: 4 });
  expect(screen.queryByText(/undo brings them back/)).toBeNull();
  await retype(user, 'Number of periods', '3');
  screen.getByText('Contents outside this time axis are removed (cells: 1); undo brings them back.');
});

test('title and note are one edit each', async () => {
  const { workbench, user } = await showSettings(null);
  await retype(user, 'Title', 'Rent{Enter}');
  await waitFor(() =>
    expect(workbench.inputsOf('updateSheet')).toEqual([
      { sheetId: 'sheet', fields: { title: { zh: 'Rent', en: 'Rent' } } },
    ]),
  );
});
