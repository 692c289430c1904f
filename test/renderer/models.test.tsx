/** The screen of models as a person uses it: the matrix with its guard, columns and filters, and the cheapest model. */
import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import { closeFactPanel, useFactPanel } from '../../renderer/facts/open-fact.ts';
import ModelsScreen from '../../renderer/features/models/models-screen.tsx';
// Read on demand by the screen; here it is there from the start.
import '../../renderer/features/models/view-pane.tsx';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo } from '../../renderer/shell/routes.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { entityOf, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { BENCHMARK, modelOf, priceOf, scoreOf } from './models-fixture.ts';

const MATH = { ...BENCHMARK, id: 'math', name: { zh: 'MATH', en: 'MATH' } };
const SCORES = [
  ...['big 88.6 5-shot', 'other 87 5-shot', 'big 90 0-shot', 'small 60 0-shot'].map((text) => scoreOf(text)),
  scoreOf('big 73.8', { benchmarkId: 'math', factId: 'math-of-big', conflict: 'open' }),
  scoreOf('other 76', { benchmarkId: 'math', factId: 'math-of-other' }),
];
const MODELS = [
  modelOf('big', 405e9, { organisationId: 'meta', openness: 'open', released: '2024-07' }),
  modelOf('other', null, { openness: 'closed' }),
  modelOf('small', 8e9, { openness: 'open' }),
];
const ENTITIES = [
  entityOf('big', 'Big 405B'),
  entityOf('other', 'Other', ['另一个']),
  entityOf('small', 'Small 8B'),
  entityOf('meta', 'Meta'),
  entityOf('b', 'Bench'),
  entityOf('math', 'MATH'),
];

function show(query: string, methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  fakeWorkbench({
    listEntities: () => ENTITIES,
    listSources: () => [{ ...SOURCE, id: 'r', exhibitCount: 1, factCount: 9 }],
    listConflicts: () => [],
    listExhibits: () => [],
    getBenchmarks: () => ({ models: MODELS, benchmarks: [BENCHMARK, MATH], scores: SCORES }),
    getPrices: () => ({
      rate: null,
      rates: [],
      prices: [priceOf('big', 'both', 3), priceOf('small', 'both', 0)],
      cuts: [],
      freeTiers: [],
      cnyPerUsd: null,
      leftOut: [],
    }),
    ...methods,
  });
  act(() => goTo({ screen: 'models', query }));
  render(
    <MantineProvider env="test">
      <ModelsScreen />
    </MantineProvider>,
  );
}

const address = () => decodeURIComponent(window.location.hash.replaceAll('+', ' '));
const matrix = () => screen.findByRole('grid', { name: 'Benchmark matrix' });
const row = async (name: string | RegExp) => {
  const rowheader = within(await matrix()).getByRole('rowheader', { name });
  return rowheader.closest<HTMLElement>('[role="row"]') ?? rowheader;
};
const texts = async (name: string | RegExp) =>
  within(await row(name))
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
const headings = async () =>
  within(await matrix())
    .getAllByRole('columnheader')
    .map((cell) => cell.textContent);

beforeEach(() => {
  useFacts.setState(useFacts.getInitialState(), true);
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterEach(() => {
  cleanup();
  act(closeFactPanel);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('scores stand by model and benchmark, what is in another setting marked and explained', async () => {
  show('view=none');
  await waitFor(async () =>
    expect(await headings()).toEqual(['Benchmark', 'Setting', 'Big 405B', 'Other', 'Small 8B']),
  );
  expect(await texts(/^Bench/)).toEqual(['5-shot +1', '88.6', '87.0', '0-shot60.0']);
  expect(await texts('MATH %')).toEqual(['not given', '≠in conflict73.8', '76.0', '']);
  expect(await texts('Size class')).toEqual(['', '> 100B', 'unknown', '≤ 15B']);
  expect(await texts('Parameters')).toEqual(['', ' 405bn', '', ' 8bn']);
  const user = userEvent.setup();
  /** Once the pointer is on the cell. */
  const titleOf = async (cell: HTMLElement) => {
    await user.hover(cell);
    return cell.title;
  };
  const cells = within(await row(/^Bench/)).getAllByRole('gridcell');
  expect(await titleOf(cells[3])).toBe(
    'Small 8B · Bench: 60%\nSetting 0-shot, not 5-shot as in this row: does not count for the best\nr/t',
  );
  expect(await titleOf(cells[1])).toMatch(/Best of its size class/);
});

test('a row compares the setting that the user chooses, by mouse or by key, and the address keeps it', async () => {
  const user = userEvent.setup();
  show('view=none');
  await user.click(within(await row(/^Bench/)).getByText(/5-shot/));
  await user.click(await screen.findByRole('menuitem', { name: 'Compare in 0-shot (2 models)' }));
  expect(await texts(/^Bench/)).toEqual(['0-shot +1', '90', '5-shot87', '60']);
  await vi.waitFor(() => expect(address()).toBe('#/models?set=b:0-shot&view=none'));
  (await matrix()).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: 'Count all settings for the best' }));
  await vi.waitFor(() => expect(address()).toContain('mixed=b'));
  expect((await texts(/^Bench/))[0]).toMatch(/^mixed/);
});

test('a score opens its fact, a property the fact that it hangs from', async () => {
  const user = userEvent.setup();
  show('view=none');
  await user.click(within(await row(/^MATH/)).getByText('73.8'));
  expect(useFactPanel.getState().content).toEqual({ shows: 'fact', factId: 'math-of-big' });
  await user.click(within(await row('Open or closed')).getByText('closed'));
  expect(useFactPanel.getState().content).toEqual({ shows: 'fact', factId: 'other/openness' });
});

test('below the bars stands what the sign beside a disputed score means', async () => {
  show('view=bar&rows=b,math&on=b');
  await row(/^MATH/);
  expect(screen.queryByText(/^≠ /)).toBeNull();
  cleanup();
  show('view=bar&rows=b,math&on=math');
  await screen.findByText('≠ Another figure for the same thing disagrees');
});

test('the user says the size class of a model that tells none', async () => {
  const user = userEvent.setup();
  show('view=none');
  await user.click(within(await row('Size class')).getByText('unknown'));
  await user.click(await screen.findByRole('menuitem', { name: 'Count as ≤ 15B' }));
  expect(await texts('Size class')).toEqual(['', '> 100B', '≤ 15B', '≤ 15B']);
  await vi.waitFor(() => expect(address()).toContain('class=other:0'));
});

test('columns are taken away, added and moved', async () => {
  const user = userEvent.setup();
  show('view=none');
  await user.click(await screen.findByRole('button', { name: /^Columns/ }));
  await user.click(screen.getByRole('button', { name: 'Remove Other' }));
  await waitFor(async () => expect((await headings()).slice(2)).toEqual(['Big 405B', 'Small 8B']));
  await user.click(screen.getByRole('button', { name: 'Move Small 8B left' }));
  await user.type(screen.getByRole('dialog').querySelector('input') ?? document.body, '另一');
  await user.click(screen.getByRole('button', { name: /^Other/ }));
  await waitFor(async () => expect((await headings()).slice(2)).toEqual(['Small 8B', 'Big 405B', 'Other']));
  await vi.waitFor(() => expect(address()).toBe('#/models?models=small,big,other&view=none'));
});

test('a filter narrows the columns, says so, and is taken away where it stands', async () => {
  const user = userEvent.setup();
  show('view=none&open=open&org=meta');
  await waitFor(async () => expect((await headings()).slice(2)).toEqual(['Big 405B']));
  screen.getByText('1 of 3 models');
  await user.click(screen.getByRole('button', { name: 'Remove the filter Meta' }));
  expect((await headings()).slice(2)).toEqual(['Big 405B', 'Small 8B']);
  await user.type(screen.getByRole('textbox', { name: 'Find a model' }), 'nothing');
  await screen.findByText('No model fits');
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect((await headings()).length).toBe(5);
});

test('benchmarks with one score wait until they are asked for', async () => {
  const user = userEvent.setup();
  show('view=none&models=big,small');
  await screen.findByRole('button', { name: 'Rows: 1 benchmarks' });
  await user.click(screen.getByRole('button', { name: 'Rows: 1 benchmarks' }));
  await user.click(screen.getByRole('checkbox', { name: 'MATH' }));
  expect(await texts(/^MATH/)).toEqual(['not given', '≠in conflict73.8', '']);
  await vi.waitFor(() => expect(address()).toContain('rows=b,math'));
});

test('the cheapest model that reaches a score is ranked, and what is not in the answer is said', async () => {
  const user = userEvent.setup();
  show('view=cheapest&on=b&set=b:0-shot');
  await screen.findByText(/Give a score/);
  await user.type(screen.getByRole('textbox', { name: 'Score' }), '55');
  const answer = await screen.findByRole('grid', { name: 'Cheapest model that reaches a score' });
  const rows = within(answer).getAllByRole('row').slice(1);
  expect(rows.map((each) => each.textContent)).toEqual(['1Small 8B 60000', '2Big 405B 90333']);
  screen.getByText('Scored in other settings only (1): Other (5-shot)');
  await user.click(within(answer).getByText('90'));
  expect(useFactPanel.getState().content).toEqual({ shows: 'fact', factId: 'r/t/big 90 0-shot' });
});

const FAILURE = new AppError('internal', message('host.internal'));

test('where no column has a price, models that have one are offered', async () => {
  const user = userEvent.setup();
  show('view=price&models=other&on=b');
  await user.click(await screen.findByRole('button', { name: 'Show the 2 models with scores and a price' }));
  await vi.waitFor(() => expect(address()).toBe('#/models?models=big,small&view=price&on=b'));
});

test('where prices cannot be had, the chart of prices says so', async () => {
  const getPrices = () => {
    throw FAILURE;
  };
  show('view=price', { getPrices });
  await screen.findByText('Prices are not available');
});

test('a failure is shown with the way to try again', async () => {
  const user = userEvent.setup();
  let isBroken = true;
  show('view=none', {
    getBenchmarks: () => {
      if (isBroken) throw FAILURE;
      return { models: MODELS, benchmarks: [BENCHMARK, MATH], scores: SCORES };
    },
  });
  await screen.findByRole('alert');
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('rowheader', { name: /^Bench/ });
});
