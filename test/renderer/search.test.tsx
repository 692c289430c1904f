import { MantineProvider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import { closeFactPanel, useFactPanel } from '../../renderer/facts/open-fact.ts';
import { readAddress, type SearchAddress, writeAddress } from '../../renderer/features/search/search-address.ts';
import { SearchCommands } from '../../renderer/features/search/search-commands.ts';
import SearchScreen from '../../renderer/features/search/search-screen.tsx';
import { Palette } from '../../renderer/shell/palette.tsx';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo, useRoute } from '../../renderer/shell/routes.ts';
import { AppError } from '../../shared/errors.ts';
import type { Hit } from '../../shared/fact-methods.ts';
import { sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { ENTITIES, factOf, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const hit = (kind: Hit['kind'], id: string, title: string): Hit => ({
  kind,
  id,
  title: sameInBoth(title),
  detail: sameInBoth(''),
  fact: kind === 'fact' ? factOf({ id }) : null,
});
const HITS = [
  hit('entity', 'gpt-4o', 'GPT-4o'),
  hit('entity', 'mmlu', 'MMLU'),
  hit('exhibit', '000/图1', 'Benchmarks of GPT-4o'),
  hit('source', '000', 'Open models'),
  hit('sheet', 's1', 'My GPT-4o sheet'),
  hit('fact', '000/图1/mmlu:gpt-4o', 'GPT-4o · MMLU'),
];

function Screen() {
  const route = useRoute((state) => state.route);
  return route.screen === 'search' ? <SearchScreen route={{ ...route, screen: 'search' }} /> : <p>{route.screen}</p>;
}

function showSearch(methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    search: ({ text }) => ({ hits: text.trim() === '' ? [] : HITS, isComplete: true }),
    findFacts: () => ({ facts: [factOf()], total: 1 }),
    listEntities: () => ENTITIES,
    listSources: () => [{ ...SOURCE, exhibitCount: 1, factCount: 1 }],
    ...methods,
  });
  render(
    <MantineProvider env="test">
      <Screen />
      <SearchCommands />
      <Palette />
    </MantineProvider>,
  );
  return workbench;
}

const results = () => screen.getByRole('region', { name: 'Results' });
const field = () => screen.getByRole('searchbox');
const typed = async (text: string) => {
  await userEvent.type(field(), text);
  await within(results()).findByText('6 results');
};

beforeEach(() => {
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  act(() => {
    useFacts.setState(useFacts.getInitialState(), true);
    closeFactPanel();
    goTo({ screen: 'search' });
  });
});
afterEach(() => {
  cleanup();
  notifications.clean();
  vi.unstubAllGlobals();
});

test('searches as one types, groups by kind, marks the words, and keeps what was asked in the address', async () => {
  const workbench = showSearch();
  await typed('gpt-4o');
  const groups = within(results()).getAllByRole('region');
  expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
    'Subjects and metrics',
    'Exhibits',
    'Sources',
    'Sheets',
    'Best facts',
  ]);
  const marks = [...groups[0].querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marks).toEqual(['GPT', '4o']);
  expect(useRoute.getState().route).toEqual({ screen: 'search', query: 'q=gpt-4o' });
  expect(workbench.inputsOf('findFacts').at(-1)).toMatchObject({ filter: { text: 'gpt-4o' } });
  // Not one question for each stroke.
  expect(workbench.inputsOf('search').length).toBeLessThanOrEqual(4);
});

test('goes from the field into the results and back by arrows, and opens with Enter', async () => {
  showSearch();
  await typed('gpt-4o');
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('GPT-4o');
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(field());
  await userEvent.keyboard('{ArrowDown>6/}{Enter}');
  expect(useFactPanel.getState().content).toMatchObject({ shows: 'fact', factId: '000/图1/mmlu:gpt-4o' });
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(field());
  await userEvent.keyboard('{Escape}');
  expect(field()).toHaveProperty('value', '');
});

test.each([
  ['Benchmarks of GPT-4o', { screen: 'sources', sourceId: '000', exhibitId: '000/图1' }],
  ['Open models', { screen: 'sources', sourceId: '000' }],
  ['My GPT-4o sheet', { screen: 'sheet', sheetId: 's1' }],
  ['GPT-4o', { screen: 'search', query: 'subject=gpt-4o' }],
  ['MMLU', { screen: 'search', query: 'metric=mmlu' }],
])('%s leads to its place', async (name, route) => {
  showSearch();
  await typed('x');
  await userEvent.click(within(results()).getByRole('button', { name }));
  expect(useRoute.getState().route).toEqual(route);
});

test('an entity shows its facts, and the filter can be taken away', async () => {
  const workbench = showSearch();
  await typed('x');
  await userEvent.click(within(results()).getByRole('button', { name: 'MMLU' }));
  await waitFor(() =>
    expect(workbench.inputsOf('findFacts').at(-1)).toMatchObject({ filter: { metricIds: ['mmlu'], state: 'all' } }),
  );
  expect(screen.getByLabelText('Metric', { selector: 'input' })).toHaveProperty('value', 'MMLU');
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(useRoute.getState().route).toEqual({ screen: 'search', query: '' });
});

test('says when nothing matches, and when the workbench refuses', async () => {
  let isBroken = true;
  showSearch({
    search: ({ text }) => {
      if (text !== '' && isBroken) throw new AppError('internal', message('host.internal'));
      return { hits: [], isComplete: true };
    },
  });
  await userEvent.type(field(), 'zzz');
  const alert = await within(results()).findByRole('alert');
  isBroken = false;
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  await within(results()).findByText('Nothing matches “zzz”');
});

test('the palette finds the same, and leads to the search', async () => {
  showSearch();
  await userEvent.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog');
  await userEvent.type(within(palette).getByRole('textbox'), 'gpt');
  await within(palette).findByText('88.7% · 5-shot · 000/图1');
  await userEvent.click(await within(palette).findByText('Search everything for “gpt”'));
  expect(useRoute.getState().route).toEqual({ screen: 'search', query: 'q=gpt' });
});

test.each<Partial<SearchAddress>>([
  {},
  { text: '文心 一言&=' },
  { sourceId: '000', subjectId: 'gpt-4o', metricId: 'mmlu', state: 'in-conflict' },
])('the address keeps %j', (changed) => {
  const address: SearchAddress = { ...readAddress(), ...changed };
  expect(readAddress(writeAddress(address))).toEqual(address);
});
