import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import FactPanel from '../../renderer/facts/fact-panel.tsx';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import { closeFactPanel, openFact, openNewFact, openSourceForm } from '../../renderer/facts/open-fact.ts';
import { chartsOf } from '../../renderer/features/sources/exhibit-bars.ts';
import SourcesScreen from '../../renderer/features/sources/sources-screen.tsx';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo, type Route, useRoute } from '../../renderer/shell/routes.ts';
import type { Exhibit, FactView } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import { ENTITIES, exhibitOf, factOf, knownFact, NO_EDITS, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const RIGHT = factOf();
const MISPRINTED = factOf({
  id: '000/图1/mmlu:qwen',
  subjectId: 'qwen',
  value: 78,
  printed: '78',
  correction: { value: 87, text: '', reason: sameInBoth('digits swapped') },
});
const DISPUTED = factOf({ id: '000/图1/gsm8k:gpt-4o', value: 96.1, printed: '96.1', conflict: 'open' });
const BESIDE = factOf({ id: '000/图1/size', value: 405, unit: '十亿parameter', wording: '405B parameters' });
const EXHIBIT = exhibitOf({
  columns: ['GPT-4o', 'Qwen'],
  rows: [
    { label: 'General', cells: [] },
    {
      label: 'MMLU',
      cells: [
        { printed: '88.7', factIds: [RIGHT.id] },
        { printed: '78', factIds: [MISPRINTED.id] },
      ],
    },
    {
      label: 'GSM8K',
      cells: [
        { printed: '96.1', factIds: [DISPUTED.id] },
        { printed: '-', factIds: [] },
      ],
    },
  ],
  factIds: [BESIDE.id],
});
const PICTURE = exhibitOf({ id: '000/图2', kind: 'picture', title: sameInBoth('Human evaluation') });
const EXHIBITS = [EXHIBIT, PICTURE];
const FACTS = [RIGHT, MISPRINTED, DISPUTED, BESIDE];

const summaryOf = ({ id, sourceId, kind, title }: Exhibit) => ({
  ...{ id, sourceId, kind, title },
  ...{ factCount: 4, conflictCount: 1, correctionCount: 1, overlayCount: 0 },
});

function Screen() {
  const route = useRoute((state) => state.route);
  return route.screen === 'sources' ? <SourcesScreen route={route} /> : null;
}

function show(route: Route, methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    listSources: () => [{ ...SOURCE, exhibitCount: 2, factCount: 4 }],
    listEntities: () => ENTITIES,
    listExhibits: () => EXHIBITS.map(summaryOf),
    listConflicts: () => [],
    getExhibit: ({ exhibitId }) => ({
      exhibit: EXHIBITS.find(({ id }) => id === exhibitId) ?? EXHIBIT,
      source: SOURCE,
      facts: exhibitId === EXHIBIT.id ? FACTS : [],
    }),
    getFact: ({ factId }) => knownFact(FACTS.find(({ id }) => id === factId) ?? RIGHT),
    ...methods,
  });
  act(() => goTo(route));
  render(
    <MantineProvider env="test">
      <Screen />
      <FactPanel />
      <Notifications />
    </MantineProvider>,
  );
  return workbench;
}

const EXHIBIT_ROUTE: Route = { screen: 'sources', sourceId: '000', exhibitId: '000/图1' };
const panel = () => screen.findByRole('complementary');
const reply = (facts: FactView[] = []) => ({ facts, state: NO_EDITS });

beforeEach(() => {
  useFacts.setState(useFacts.getInitialState(), true);
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterEach(() => {
  cleanup();
  act(() => {
    closeFactPanel();
    notifications.clean();
  });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('the list leads to a report, the report to an exhibit', async () => {
  const user = userEvent.setup();
  show({ screen: 'sources' });
  await user.click(await screen.findByRole('rowheader', { name: 'Open models' }));
  await user.click(await screen.findByText('Human evaluation'));
  expect(decodeURIComponent(window.location.hash)).toBe('#/sources/000/图2');
  await screen.findByText(/picture here without numbers/);
});

test('an exhibit stands as printed: headings, cells, what was corrected beside what was printed', async () => {
  show(EXHIBIT_ROUTE);
  const table = await screen.findByRole('grid', { name: '图1 Benchmarks' });
  const rows = within(table).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'BenchmarkGPT-4oQwen',
    'General',
    'MMLU88.7✎corrected 78 87',
    'GSM8K≠in conflict 96.1-',
  ]);
  expect(within(table).getByText('78').tagName).toBe('DEL');
  within(await screen.findByRole('grid', { name: 'Statements beside it' })).getByText('405B parameters');
});

test('a cell opens its fact, with the words and the reason of the correction', async () => {
  const user = userEvent.setup();
  show(EXHIBIT_ROUTE);
  await user.click(await screen.findByText('87'));
  const aside = await panel();
  await within(aside).findByText('digits swapped');
  within(aside).getByText('MMLU 88.7');
  within(aside).getByRole('button', { name: '图1 Benchmarks' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
});

test('brackets go on to the exhibit before and after', async () => {
  const user = userEvent.setup();
  show(EXHIBIT_ROUTE);
  await screen.findByRole('grid', { name: '图1 Benchmarks' });
  await user.keyboard(']');
  await screen.findByText(/picture here without numbers/);
  await user.keyboard(']');
  expect(decodeURIComponent(window.location.hash)).toBe('#/sources/000/图2');
  await user.keyboard('[[');
  await screen.findByRole('grid', { name: '图1 Benchmarks' });
});

test('figures of one unit are drawn, the rows under a heading at a time', () => {
  const facts = new Map(FACTS.map((fact) => [fact.id, fact]));
  expect(chartsOf(EXHIBIT, facts)).toEqual(
    [
      {
        key: '1 %',
        group: 'General',
        unit: '%',
        categories: ['MMLU', 'GSM8K'],
        series: [
          { name: 'GPT-4o', values: [88.7, 96.1] },
          { name: 'Qwen', values: [87, null] },
        ],
      },
    ].map((chart) => ({ ...chart, key: expect.any(String) })),
  );
  expect(chartsOf(PICTURE, facts)).toEqual([]);
});

test('a changed figure is sent alone, and the panel shows what came of it', async () => {
  const user = userEvent.setup();
  let value = 88.7;
  const workbench = show(EXHIBIT_ROUTE, {
    getFact: () => knownFact(factOf({ value, bundled: value === 88.7 ? null : RIGHT })),
    updateFact: ({ fields }) => {
      value = fields.value ?? 0;
      return reply();
    },
  });
  act(() => openFact(RIGHT.id));
  const aside = await panel();
  await user.click(await within(aside).findByRole('button', { name: 'Edit' }));
  const field = within(aside).getByRole('textbox', { name: 'Figure' });
  await user.clear(field);
  await user.type(field, '89.5{Enter}');
  await within(aside).findByText('89.5%');
  within(aside).getByText('changed by you');
  expect(workbench.inputsOf('updateFact')).toEqual([{ factId: RIGHT.id, fields: { value: 89.5, text: '' } }]);
});

test('one side of a conflict is chosen with a note', async () => {
  const user = userEvent.setup();
  const other = factOf({ id: '001/图表1/mmlu:gpt-4o', sourceId: '001', value: 87.2, wording: 'MMLU 87.2' });
  const conflict = { topic: 'mmlu', kind: 'value' as const, facts: [RIGHT, other], spread: 1.7, choice: null };
  const workbench = show(EXHIBIT_ROUTE, {
    getFact: () => knownFact(RIGHT, { conflict }),
    chooseFact: () => reply(),
  });
  act(() => openFact(RIGHT.id));
  const section = await screen.findByRole('region', { name: 'Sources disagree' });
  within(section).getByText('MMLU 87.2');
  await user.click(within(section).getAllByRole('button', { name: 'Use this one' })[1]);
  await user.type(within(section).getByRole('textbox'), 'newer{Enter}');
  await waitFor(() =>
    expect(workbench.inputsOf('chooseFact')).toEqual([{ topic: 'mmlu', factId: other.id, note: 'newer' }]),
  );
});

test('a fact is retired from its menu', async () => {
  const user = userEvent.setup();
  const workbench = show(EXHIBIT_ROUTE, { setFactsRetired: () => reply() });
  act(() => openFact(RIGHT.id));
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Retire' }));
  await waitFor(() =>
    expect(workbench.inputsOf('setFactsRetired')).toEqual([{ factIds: [RIGHT.id], isRetired: true }]),
  );
});

test('a fact is added to a sheet as its last line', async () => {
  const user = userEvent.setup();
  const workbench = show(EXHIBIT_ROUTE, {
    listSheets: () => [],
    createSheet: () => ({ sheetId: 'made' }),
    openSheet: () => ({
      document: {
        sheet: {
          id: 'made',
          title: sameInBoth(''),
          note: sameInBoth(''),
          timeAxis: null,
          customUnits: [],
          templateId: null,
        },
        scenarios: [{ id: 7, parentId: null, position: 1, name: sameInBoth('Base'), note: sameInBoth('') }],
        lines: [],
        cells: [],
      },
      values: [],
      inferredUnits: [],
      demonstration: [],
      state: NO_EDITS,
    }),
    insertLines: () => ({
      sheetId: 'made',
      changes: [],
      values: [],
      inferredUnits: [],
      demonstration: [],
      state: NO_EDITS,
    }),
  });
  act(() => openFact(RIGHT.id));
  await user.click(await screen.findByRole('button', { name: 'Add to sheet' }));
  await user.click(await screen.findByRole('menuitem', { name: 'New sheet' }));
  await screen.findByText('Added to “New sheet”');
  expect(workbench.inputsOf('insertLines')).toMatchObject([
    {
      sheetId: 'made',
      afterLineId: null,
      lines: [{ unit: '%', cells: [{ scenarioId: 7, content: `=FACT("${RIGHT.id}")` }] }],
    },
  ]);
});

test('a new fact names what is missing, and is sent with the entities that its names mean', async () => {
  const user = userEvent.setup();
  const workbench = show(EXHIBIT_ROUTE, { addFact: () => ({ ...reply(), factId: RIGHT.id }) });
  act(() => openNewFact({ sourceId: '000', place: '000/图1' }));
  const form = await screen.findByRole('form', { name: 'New fact' });
  await waitFor(() => expect(useFacts.getState().status).toBe('ready'));
  await user.click(within(form).getByRole('button', { name: 'Add' }));
  expect((await within(form).findByRole('alert')).textContent).toMatch(/the subject/);
  await user.type(within(form).getByRole('combobox', { name: 'Subject' }), 'GPT-4 Omni');
  await user.type(within(form).getByRole('combobox', { name: 'Metric' }), 'Energy');
  await user.type(within(form).getByRole('textbox', { name: 'Figure' }), '12 kWh');
  await user.click(within(form).getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(workbench.inputsOf('addFact')).toHaveLength(1));
  expect(workbench.inputsOf('addFact')[0]).toMatchObject({
    draft: { sourceId: '000', place: '000/图1', subject: 'gpt-4o', metric: 'Energy', value: 12, unit: 'kWh' },
  });
});

test.each([
  ['行业 周报 7/19', '行业-周报-7-19'],
  ['000', '000-2'],
  ['！！', 'source'],
])('a new source called %j gets the id %s of its own', async (title, id) => {
  const user = userEvent.setup();
  const workbench = show({ screen: 'sources' }, { putSource: () => reply() });
  await screen.findByRole('rowheader', { name: 'Open models' });
  act(() => openSourceForm(null));
  const form = await screen.findByRole('form', { name: 'About the source' });
  await waitFor(() => expect(useFacts.getState().status).toBe('ready'));
  await user.type(within(form).getByLabelText('Title'), `${title}{Enter}`);
  await waitFor(() => expect(workbench.inputsOf('putSource')).toHaveLength(1));
  expect(workbench.inputsOf('putSource')).toMatchObject([{ source: { id, title } }]);
});

test('what the workbench refuses stands in the form, and nothing is lost', async () => {
  const user = userEvent.setup();
  show({ screen: 'sources' });
  act(() => openSourceForm(null));
  const form = await screen.findByRole('form', { name: 'About the source' });
  await user.click(within(form).getByRole('button', { name: 'Add' }));
  expect((await within(form).findByRole('alert')).textContent).toBe('Give the title');
});
