import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { cleanup, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import type { DataColumn } from '../../renderer/ui/data-table/data-columns.ts';
import { DataTable, type DataTableProps } from '../../renderer/ui/data-table/data-table.tsx';
import { exportedTable, tableTsv } from '../../renderer/ui/data-table/table-output.ts';
import { sameInBoth } from '../../shared/language.ts';
import { fakeWorkbench } from './fake-workbench.ts';

type Model = { name: string; score: number | null; isHeading?: boolean };

const ROWS: readonly Model[] = [
  { name: 'Open', score: null, isHeading: true },
  { name: 'Llama 3.1 405B', score: 88.6 },
  { name: 'Mixtral', score: null },
  { name: 'Closed', score: null, isHeading: true },
  { name: 'GPT-4o', score: 88.7 },
  { name: 'Gemini "Ultra"', score: 9 },
];
const COLUMNS: readonly DataColumn<Model>[] = [
  { id: 'name', heading: 'Model', width: 160, value: ({ name }) => name },
  {
    id: 'score',
    heading: 'MMLU',
    unit: '%',
    width: 80,
    align: 'right',
    value: ({ score }) => score,
    exported: ({ name }) => ({ factId: `fact:${name}` }),
  },
];
const headingOf = (row: Model) => (row.isHeading ? row.name : null);

function show(props: Partial<DataTableProps<Model>> = {}) {
  return render(
    <MantineProvider env="test">
      <DataTable
        label="Models"
        title={sameInBoth('Models')}
        rows={ROWS}
        columns={COLUMNS}
        rowKey={({ name }) => name}
        headingOf={headingOf}
        {...props}
      />
      <Notifications />
    </MantineProvider>,
  );
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const current = () => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent;
};
/** What Ctrl+C puts on the clipboard. */
function copied(): string {
  const grid = screen.getByRole('grid');
  const written: string[] = [];
  const event = createEvent.copy(grid, { clipboardData: { setData: (_: string, text: string) => written.push(text) } });
  fireEvent(grid, event);
  return written.join();
}

beforeEach(() => {
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  notifications.clean();
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('rows stand under their headings, each number with its unit in the heading', () => {
  show();
  expect(names()).toEqual(ROWS.map(({ name }) => name));
  screen.getByRole('columnheader', { name: /MMLU %/ });
  screen.getByText('4 rows');
});

test.each([
  [1, 'descending', ['GPT-4o', 'Llama 3.1 405B', 'Gemini "Ultra"', 'Mixtral']],
  [2, 'ascending', ['Gemini "Ultra"', 'Llama 3.1 405B', 'GPT-4o', 'Mixtral']],
  [3, null, ROWS.map(({ name }) => name)],
])('%i presses of a heading sort %s, what has no value last', async (presses, direction, expected) => {
  const user = userEvent.setup();
  show();
  const heading = screen.getByRole('columnheader', { name: /MMLU/ });
  for (let press = 0; press < presses; press++) await user.click(heading);
  expect(names()).toEqual(expected);
  expect(screen.getByRole('columnheader', { name: /MMLU/ }).getAttribute('aria-sort')).toBe(direction);
});

test.each([
  ['{ArrowDown}', 'Llama 3.1 405B'],
  ['{ArrowDown}{ArrowRight}', '88.6'],
  ['{ArrowUp}', 'Model'],
  ['{ArrowUp}{ArrowUp}{ArrowRight}{ArrowRight}', 'MMLU %'],
  ['{Control>}{End}{/Control}', '9'],
  ['{End}', 'Open'],
  ['{PageDown}{PageDown}', 'Gemini "Ultra"'],
])('%s leads to %j', async (keys, expected) => {
  const user = userEvent.setup();
  show();
  screen.getByRole('grid').focus();
  await user.keyboard(keys);
  expect(current()).toBe(expected);
});

test('the keyboard sorts by the heading it stands on, and opens the row it stands on', async () => {
  const user = userEvent.setup();
  const onOpen = vi.fn();
  show({ onOpen });
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowUp}{ArrowRight}{Enter}');
  expect(names()[0]).toBe('GPT-4o');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onOpen.mock.calls).toEqual([[ROWS[4], 'score']]);
});

test('a click opens; a heading over rows does not', async () => {
  const user = userEvent.setup();
  const onOpen = vi.fn();
  show({ onOpen });
  await user.click(screen.getByText('88.7'));
  await user.click(screen.getByText('Closed'));
  expect(onOpen.mock.calls).toEqual([[ROWS[4], 'score']]);
});

test.each([
  ['{ArrowDown}{ArrowRight}', '88.6'],
  ['{ArrowDown}{Shift>}{ArrowDown}{ArrowRight}{/Shift}', 'Llama 3.1 405B\t88.6\nMixtral\t'],
  ['{ArrowUp}', tableTsv({ columns: COLUMNS, rows: ROWS, headingOf })],
  ['{Control>}a{/Control}', tableTsv({ columns: COLUMNS, rows: ROWS, headingOf }).split('\n').slice(1).join('\n')],
])('after %s, copying gives %j', async (keys, expected) => {
  const user = userEvent.setup();
  show();
  screen.getByRole('grid').focus();
  await user.keyboard(keys);
  expect(copied()).toBe(expected);
});

test.each([
  ['of the table', '{ArrowUp}', 'Made up\nModel\tMMLU (%)\n'],
  ['of a cell', '{ArrowDown}{ArrowRight}', 'Made up\n88.6'],
  ['of a cell that bears none', '{ArrowDown}', 'Llama 3.1 405B'],
])('a mark goes with every copy %s', async (_, keys, expected) => {
  const user = userEvent.setup();
  const mark = ({ score }: Model) => (score === null ? '' : 'Made up');
  show({ columns: [COLUMNS[0], { ...COLUMNS[1], mark }] });
  screen.getByRole('grid').focus();
  await user.keyboard(keys);
  expect(copied().slice(0, expected.length)).toBe(expected);
});

test('a heading is widened with Alt and an arrow', async () => {
  const user = userEvent.setup();
  show();
  const width = () => screen.getByRole('columnheader', { name: /Model/ }).style.width;
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowUp}{Alt>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Alt}');
  expect(width()).toBe('176px');
});

test('the menu key offers what can be done with the row', async () => {
  const user = userEvent.setup();
  const run = vi.fn();
  show({ rowMenu: ({ name }, columnId) => [{ label: `Retire ${name} (${columnId})`, run }] });
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}{ArrowRight}{Shift>}{F10}{/Shift}');
  await user.click(await screen.findByRole('menuitem', { name: 'Retire Llama 3.1 405B (score)' }));
  expect(run).toHaveBeenCalledOnce();
});

test('the whole table goes to Excel with the fact of each figure', async () => {
  const user = userEvent.setup();
  const workbench = fakeWorkbench({ exportTable: () => ({ path: '/x.xlsx', downloadUrl: null, cellCount: 8 }) });
  show();
  await user.click(screen.getByRole('button', { name: 'Table actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Export to Excel' }));
  await vi.waitFor(() => expect(workbench.inputsOf('exportTable')).toHaveLength(1));
  expect(workbench.inputsOf('exportTable')).toMatchObject([
    { table: exportedTable({ columns: COLUMNS, rows: ROWS, headingOf }, sameInBoth('Models')), language: 'en' },
  ]);
  const { rows } = exportedTable({ columns: COLUMNS, rows: ROWS, headingOf }, sameInBoth('Models'));
  expect(rows[0]).toMatchObject([{ value: 'Open', isBold: true }, { value: null }]);
  expect(rows[1][1]).toMatchObject({ value: 88.6, factId: 'fact:Llama 3.1 405B' });
});

test('of very many columns only those in view are drawn, the first one always', async () => {
  const user = userEvent.setup();
  const many = Array.from(
    { length: 200 },
    (_, at): DataColumn<Model> => ({ ...COLUMNS[1], id: `c${at}`, heading: `C${at}` }),
  );
  show({ columns: [COLUMNS[0], ...many] });
  const drawn = screen.getAllByRole('columnheader').map((heading) => heading.textContent);
  expect(drawn.slice(0, 3)).toEqual(['Model', 'C0 %', 'C1 %']);
  expect(drawn.length).toBeLessThan(40);
  expect(screen.getByRole('grid').getAttribute('aria-colcount')).toBe('201');
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(current()).toBe('88.6');
});

test('loading, failure and emptiness each say so', async () => {
  const user = userEvent.setup();
  const onRetry = vi.fn();
  const { rerender } = show({ isLoading: true });
  screen.getByRole('status', { name: 'Loading' });
  const table = (props: Partial<DataTableProps<Model>>) => (
    <MantineProvider env="test">
      <DataTable
        label="Models"
        title={sameInBoth('')}
        rows={[]}
        columns={COLUMNS}
        rowKey={({ name }) => name}
        {...props}
      />
    </MantineProvider>
  );
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  rerender(table({ failure: new Error('broken'), onRetry }));
  await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  rerender(table({ empty: 'No models yet' }));
  screen.getByText('No models yet');
});

const SECRET: readonly DataColumn<Model>[] = [
  ...COLUMNS,
  { id: 'own', heading: 'Own', width: 80, isPrivate: true, value: () => 'secret' },
];
const isPrivateRow = ({ name }: Model) => name === 'Mixtral';

/** Everything that left the table, whichever way. */
function leaving() {
  const left: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void left.push(text));
  fakeWorkbench({
    exportTable: ({ table }: { table: unknown }) => {
      left.push(JSON.stringify(table));
      return { path: '/x.xlsx', downloadUrl: null, cellCount: 8 };
    },
  });
  return left;
}

test.each([
  ['all cells', '{Control>}a{/Control}', true],
  ['the whole table from its headings', '{ArrowUp}', true],
  ['a row', '{ArrowDown}{Shift>}{End}{/Shift}', true],
  ['a public cell', '{ArrowDown}{ArrowRight}', true],
  ['nothing but a private cell', '{ArrowDown}{End}', false],
  ['nothing but a private column', '{ArrowDown}{End}{Shift>}{Control>}{ArrowDown}{/Control}{/Shift}', false],
  ['nothing but a private row', '{ArrowDown}{ArrowDown}{Shift>}{ArrowRight}{/Shift}', false],
])('of %s, Ctrl+C takes what is public, and the rest where that is chosen then', async (what, keys, hasPublic) => {
  const user = userEvent.setup();
  const left = leaving();
  show({ columns: SECRET, isPrivateRow });
  screen.getByRole('grid').focus();
  await user.keyboard(keys);
  const text = copied();
  expect(text).not.toMatch(/secret|Mixtral/);
  expect(text !== '').toBe(hasPublic);
  if (what === 'a public cell') {
    expect(screen.queryByText('Copy it too')).toBe(null);
    return;
  }
  await user.click(await screen.findByRole('button', { name: 'Copy it too' }));
  expect(left.join()).toMatch(/secret|Mixtral/);
});

test.each([
  ['Copy as TSV', false],
  ['Export to Excel', false],
  ['Copy as TSV with what is private', true],
  ['Export to Excel with what is private', true],
])('of the table’s menu, “%s”: with what is private %s', async (entry, withPrivate) => {
  const user = userEvent.setup();
  const left = leaving();
  show({ columns: SECRET, isPrivateRow });
  await user.click(screen.getByRole('button', { name: 'Table actions' }));
  await user.click(await screen.findByText(entry));
  await waitFor(() => expect(left).toHaveLength(1));
  expect([left[0].includes('GPT-4o'), left[0].includes('secret'), left[0].includes('Mixtral')]).toEqual([
    true,
    withPrivate,
    withPrivate,
  ]);
});

test.each([
  ['in one public cell', '88.6', '88.6', ''],
  ['in a private cell', 'secret', 'secret', 'Open'],
  ['over several cells', '88.6', 'secret', 'Open'],
])('of words that are marked %s, what is private stays', (_, from, to, expected) => {
  show({ columns: SECRET });
  const [anchor, focus] = [screen.getAllByText(from)[0], screen.getAllByText(to)[0]];
  window.getSelection()?.setBaseAndExtent(anchor.firstChild ?? anchor, 0, focus.firstChild ?? focus, 1);
  // '' where the browser copies the words themselves.
  expect(copied()).toBe(expected);
});

test('rows in an order kept elsewhere stay as they come, and headings are folded', async () => {
  const user = userEvent.setup();
  const onSort = vi.fn();
  const onHeading = vi.fn();
  show({ order: { sort: null, onSort }, onHeading, isExpanded: () => true });
  await user.click(screen.getByRole('columnheader', { name: /MMLU/ }));
  expect(onSort.mock.calls).toEqual([[{ column: 'score', isDescending: true }]]);
  expect(names()).toEqual(ROWS.map(({ name }) => name));
  await user.click(screen.getByRole('rowheader', { name: 'Closed' }));
  expect(onHeading.mock.calls).toEqual([[ROWS[3]]]);
});

test.each<[by: string, press: (user: ReturnType<typeof userEvent.setup>, button: HTMLElement) => Promise<void>]>([
  ['a click on its button', (user, button) => user.click(button)],
  [
    'the keyboard, which gets to its button by Tab',
    async (user) => {
      await user.click(screen.getByRole('rowheader', { name: 'GPT-4o' }));
      screen.getByRole('grid').focus();
      await user.keyboard('{ArrowUp}{Tab}{Enter}');
    },
  ],
  ['the right button', (user, button) => user.pointer({ keys: '[MouseRight]', target: button })],
])('what can be done with a heading is offered at %s, and folds nothing', async (_, press) => {
  const user = userEvent.setup();
  const onHeading = vi.fn();
  const rename = vi.fn();
  const headingMenu = ({ name }: Model) => (name === 'Closed' ? [{ label: 'Rename', run: () => rename(name) }] : []);
  show({ onHeading, headingMenu });
  await press(user, screen.getByRole('button', { name: 'Actions for “Closed”' }));
  await user.click(screen.getByRole('menuitem', { name: 'Rename' }));
  expect([rename.mock.calls, onHeading.mock.calls]).toEqual([[['Closed']], []]);
  expect(document.activeElement).toBe(screen.getByRole('grid'));
  expect(screen.queryByRole('button', { name: 'Actions for “Open”' })).toBeNull();
});

test('a row that an address leads to has the cursor once it is there, and is marked', async () => {
  const user = userEvent.setup();
  const at = () => screen.getByRole('grid').getAttribute('aria-activedescendant')?.split('-').at(-2);
  const many = Array.from(
    { length: 200 },
    (_, row): Model => ({ name: `M${row}`, score: row, isHeading: row === 150 }),
  );
  const table = (rows: readonly Model[]) => (
    <MantineProvider env="test">
      <DataTable
        label="Models"
        title={sameInBoth('')}
        rows={rows}
        columns={COLUMNS}
        rowKey={({ name }) => name}
        headingOf={headingOf}
        target="M150"
      />
    </MantineProvider>
  );
  const { rerender } = render(table(many.slice(0, 2)));
  expect(at()).toBe('0');
  rerender(table(many));
  expect(at()).toBe('150');
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowUp}');
  rerender(table([...many]));
  expect(at()).toBe('149');
  rerender(table(many.slice(149)));
  expect(screen.getByRole('rowheader', { name: 'M150' }).closest('[data-marked]')).not.toBeNull();
});

test('rows are chosen with Ctrl and a click, Space, or Shift over several, and Esc chooses none', async () => {
  const user = userEvent.setup();
  const chosen: string[][] = [];
  const onSelect = (keys: ReadonlySet<string>) => void chosen.push([...keys]);
  const onOpen = vi.fn();
  show({ onSelect, onOpen, selected: new Set(['Mixtral']) });
  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('rowheader', { name: 'GPT-4o' }));
  await user.keyboard('{/Control}');
  screen.getByRole('grid').focus();
  await user.keyboard(' {Shift>}{ArrowUp}{ArrowUp}{/Shift}{Escape}');
  expect(chosen).toEqual([['Mixtral', 'GPT-4o'], ['Mixtral', 'GPT-4o'], ['GPT-4o'], ['Mixtral', 'GPT-4o'], []]);
  expect(onOpen).not.toHaveBeenCalled();
});
