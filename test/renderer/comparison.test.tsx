import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, renderHook, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { groupByUnit } from '../../renderer/features/sheet/comparison/chart-pane.tsx';
import { compareScenarios } from '../../renderer/features/sheet/comparison/compare-scenarios.ts';
import { useComparisonModel } from '../../renderer/features/sheet/comparison/comparison-model.ts';
import { comparisonTsv } from '../../renderer/features/sheet/comparison/comparison-tsv.ts';
import { ReconciliationView } from '../../renderer/features/sheet/comparison/reconciliation-view.tsx';
import { barsOf } from '../../renderer/features/sheet/comparison/scenario-chart.tsx';
import { indexSnapshot } from '../../renderer/features/sheet/sheet-data.ts';
import { closeSheet, openSheet } from '../../renderer/features/sheet/sheet-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { CellValue } from '../../shared/values.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BASE, HIGH, LOW, lineOf, snapshotOf } from './sheet-fixture.ts';

const ERROR: CellValue = {
  error: '#N/A',
  message: message('engine.divisionByZero'),
  origin: { lineId: 5, scenarioId: BASE, period: '' },
};
const SNAPSHOT = snapshotOf([
  { line: lineOf({ id: 1, kind: 'heading', name: '', label: sameInBoth('Inputs') }), values: [] },
  { line: lineOf({ id: 2, unit: 'h' }), values: [100, 80, 150] },
  { line: lineOf({ id: 3, unit: 'h' }), values: [7, 7, 7] },
  { line: lineOf({ id: 4, kind: 'heading', name: '', label: sameInBoth('Fixed') }), values: [] },
  { line: lineOf({ id: 5, unit: 'CNY' }), values: [0, 0, 0] },
  { line: lineOf({ id: 6, kind: 'heading', name: '', label: sameInBoth('Results') }), values: [] },
  { line: lineOf({ id: 7, unit: 'CNY' }), values: [-50, -25, ERROR] },
  { line: lineOf({ id: 8 }), values: ['a', 'b', 'a'] },
]);
const data = indexSnapshot(SNAPSHOT);

test.each([
  [
    2,
    BASE,
    [
      [0, 0],
      [-20, -0.2],
      [50, 0.5],
    ],
  ],
  [
    2,
    LOW,
    [
      [20, 0.25],
      [0, 0],
      [70, 0.875],
    ],
  ],
  [
    5,
    BASE,
    [
      [0, null],
      [0, null],
      [0, null],
    ],
  ],
  [
    7,
    BASE,
    [
      [0, 0],
      [25, 0.5],
      [null, null],
    ],
  ],
  [
    7,
    HIGH,
    [
      [null, null],
      [null, null],
      [null, null],
    ],
  ],
  [
    8,
    BASE,
    [
      [null, null],
      [null, null],
      [null, null],
    ],
  ],
])('line %i against scenario %i', (lineId, baselineId, differences) => {
  const row = compareScenarios(data, baselineId, '').find(({ line }) => line.id === lineId);
  expect(row?.cells.map(({ difference, relative }) => [difference, relative])).toEqual(differences);
});

test.each<[string, { onlyDiffering?: boolean; column?: string; presses?: number }, number[]]>([
  ['all, in order', {}, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['those that differ, without empty headings', { onlyDiffering: true }, [1, 2, 6, 7, 8]],
  ['by value, the largest first', { column: `${BASE}/value`, presses: 1 }, [2, 3, 5, 7, 8]],
  ['by difference, the smallest first', { column: `${LOW}/difference`, presses: 2 }, [2, 3, 5, 7, 8]],
  ['by change, no number last', { column: `${HIGH}/relative`, presses: 1 }, [2, 3, 5, 7, 8]],
  ['by value, the smallest first and no number last', { column: `${HIGH}/value`, presses: 2 }, [5, 3, 2, 7, 8]],
  ['in order again', { column: `${BASE}/value`, presses: 3 }, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['that differ, by value', { onlyDiffering: true, column: `${BASE}/value`, presses: 2 }, [7, 2, 8]],
])('lines %s', (_name, { onlyDiffering = false, column = '', presses = 0 }, ids) => {
  const rows = compareScenarios(data, BASE, '');
  const { result } = renderHook(() =>
    useComparisonModel({ rows, scenarios: data.scenarios, baselineId: BASE, onlyDiffering }),
  );
  for (let press = 0; press < presses; press++) act(() => result.current.getColumn(column)?.toggleSorting());
  expect(result.current.getRowModel().rows.map(({ original }) => original.line.id)).toEqual(ids);
});

test('copies with full numbers, and quotes what would break a table', () => {
  const odd = indexSnapshot(
    snapshotOf([{ line: lineOf({ id: 2, label: sameInBoth('A\t"b"'), unit: 'h' }), values: [1 / 3, 1, ERROR] }]),
  );
  const rows = compareScenarios(odd, BASE, '');
  expect(comparisonTsv(odd, rows, BASE, '', 'en').split('\n')).toEqual([
    'Line\tUnit\tBase\tLow\tLow: difference\tLow: change\tHigh\tHigh: difference\tHigh: change',
    `"A\t""b"""\th\t${1 / 3}\t1\t${1 - 1 / 3}\t${(1 - 1 / 3) / (1 / 3)}\t#N/A\t\t`,
  ]);
});

test('says at the end of a row that made-up numbers are in it', () => {
  const snapshot = snapshotOf([1, 2].map((id) => ({ line: lineOf({ id }), values: [1, 1, 1] })));
  const mixed = indexSnapshot({ ...snapshot, demonstration: [{ scenarioId: HIGH, period: '', lineIds: [2] }] });
  const [, real, madeUp] = comparisonTsv(mixed, compareScenarios(mixed, BASE, ''), BASE, '', 'zh').split('\n');
  expect([real.split('\t').length, madeUp.split('\t').at(-1)]).toEqual([9, '演示数据，非真实']);
});

test('lines are charted by unit, those without numbers not at all', () => {
  expect(groupByUnit(data, [2, 3, 7, 8], '').map(({ unit, lines }) => [unit, lines.map(({ id }) => id)])).toEqual([
    ['h', [2, 3]],
    ['CNY', [7]],
  ]);
});

const COLOURS = {
  ink: '#000',
  inkSoft: '#333',
  hairline: '#ccc',
  paper: '#fff',
  raised: '#fff',
  font: 'x',
  series: ['#1', '#2', '#3'],
};
const axis = (values: number[]) => {
  const lines = [data.lines.get(2), data.lines.get(3)].filter((line) => line !== undefined);
  const { yAxis } = barsOf({ data, version: 1, period: '', lines, unit: 'h', language: 'en', colours: COLOURS });
  const { min, name } = yAxis as { min: (range: { min: number }) => number; name: string };
  return [min({ min: Math.min(...values) }), name];
};

test.each([
  [
    [80, 150],
    [0, 'h'],
  ],
  [
    [-50, 10],
    [-50, 'h'],
  ],
])('bars of %j stand on zero, the unit on the axis', (values, expected) => {
  expect(axis(values)).toEqual(expected);
});

beforeEach(() => adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  act(closeSheet);
  vi.unstubAllGlobals();
});

test('the reconciliation counts verdicts, filters by them and leads to the cell', async () => {
  const user = userEvent.setup();
  const reported = (value: number, text: string, step: number) => ({ value, text, step, period: '' });
  fakeWorkbench({
    openSheet: () =>
      snapshotOf([
        { line: lineOf({ id: 2, reported: reported(100, '100', 1) }), values: [100, 1, 1] },
        { line: lineOf({ id: 3, reported: reported(34, '34 万元', 1) }), values: [34.06, 1, 1] },
        { line: lineOf({ id: 4, reported: reported(75, '75', 1) }), values: [60, 1, 1] },
        { line: lineOf({ id: 5 }), values: [60, 1, 1] },
      ]),
  });
  await act(() => openSheet('sheet'));
  const onJump = vi.fn();
  render(
    <MantineProvider env="test">
      <ReconciliationView onJump={onJump} />
    </MantineProvider>,
  );
  const linesShown = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getByRole('rowheader').textContent);
  expect(screen.getAllByRole('button', { pressed: false }).map((button) => button.textContent)).toEqual([
    '≠ differ 1',
    '≈ agrees as rounded 1',
    '✓ agrees 1',
  ]);
  expect(linesShown()).toEqual(['Line 2', 'Line 3', 'Line 4']);
  await user.click(screen.getByRole('button', { name: 'Sort by Computed' }));
  expect(linesShown()).toEqual(['Line 2', 'Line 4', 'Line 3']);
  await user.click(screen.getByRole('button', { name: 'Sort by Verdict' }));
  expect(linesShown()).toEqual(['Line 4', 'Line 3', 'Line 2']);
  await user.click(screen.getByRole('button', { name: /differ/ }));
  expect(linesShown()).toEqual(['Line 4']);
  screen.getByText('differs by −20.0%');
  await user.click(screen.getByRole('button', { name: 'Line 4' }));
  expect(onJump).toHaveBeenCalledWith({ lineId: 4, scenarioId: BASE, period: '' });
});
