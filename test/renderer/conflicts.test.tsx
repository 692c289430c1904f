/** The screen of conflicts as a person goes through it: by keyboard and by button, with notes, and back. */
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import { closeFactPanel, useFactPanel } from '../../renderer/facts/open-fact.ts';
import { sidesOf } from '../../renderer/features/conflicts/conflict-sides.ts';
import { sidesText, spreadText } from '../../renderer/features/conflicts/conflict-words.ts';
import { parseQuery, printQuery } from '../../renderer/features/conflicts/conflicts-query.ts';
import ConflictsScreen from '../../renderer/features/conflicts/conflicts-screen.tsx';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo, useRoute } from '../../renderer/shell/routes.ts';
import type { Conflict } from '../../shared/fact-methods.ts';
import { sameInBoth } from '../../shared/language.ts';
import { ENTITIES, factOf, knownFact, NO_EDITS, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const at = '2024-07-30T08:00:00.000Z';
const VALUES: Conflict = {
  topic: 'gpt-4o mmlu',
  kind: 'value',
  spread: 2.17,
  choice: null,
  facts: [
    factOf({ id: '000/a', value: 89.1, printed: '89.1', wording: 'MMLU 89.1' }),
    factOf({ id: '003/b', sourceId: '003', value: 87.2, printed: '87.2%', wording: 'MMLU 87.2%' }),
    factOf({ id: '003/c', sourceId: '003', value: 87.2, printed: '87.2', wording: 'again 87.2' }),
  ],
};
const SETTINGS: Conflict = {
  topic: 'qwen mmlu',
  kind: 'setting',
  spread: 0,
  choice: null,
  facts: [
    factOf({ id: '000/d', subjectId: 'qwen', value: 77, setting: '5-shot, CoT' }),
    factOf({ id: '001/e', sourceId: '001', subjectId: 'qwen', value: 77, setting: 'CoT，0-shot' }),
    factOf({ id: '003/f', sourceId: '003', subjectId: 'qwen', value: 77, setting: 'CoT, 5-Shot' }),
  ],
};
const DATES: Conflict = {
  topic: 'qwen release',
  kind: 'value',
  spread: null,
  choice: { topic: 'qwen release', factId: '000/g', note: 'the press release', at },
  facts: [
    factOf({ id: '000/g', subjectId: 'qwen', value: null, text: '2024-07-24', setting: '', conflict: 'chosen' }),
    factOf({
      id: '001/h',
      sourceId: '001',
      subjectId: 'qwen',
      value: null,
      text: '2024-07-23',
      conflict: 'passed-over',
    }),
  ],
};

function Screen() {
  const route = useRoute((state) => state.route);
  return <ConflictsScreen route={'query' in route ? route : {}} />;
}

/** A workbench that keeps choices, and the screen over it. */
function show(query = '', conflicts = [VALUES, DATES, SETTINGS]) {
  const known = new Map(conflicts.map((conflict) => [conflict.topic, conflict]));
  const workbench = fakeWorkbench({
    listEntities: () => ENTITIES,
    listSources: () => [{ ...SOURCE, exhibitCount: 1, factCount: 9 }],
    listConflicts: ({ state = 'all' }) =>
      [...known.values()].filter(({ choice }) => state === 'all' || (choice === null) === (state === 'open')),
    chooseFact: ({ topic, factId, note = '' }) => {
      const before = known.get(topic) ?? VALUES;
      known.set(topic, { ...before, choice: factId === null ? null : { topic, factId, note, at } });
      return { facts: [], state: NO_EDITS };
    },
    chooseFacts: ({ choices, note = '' }) => {
      for (const { topic, factId } of choices) {
        const before = known.get(topic) ?? VALUES;
        known.set(topic, { ...before, choice: { topic, factId, note, at } });
      }
      return { facts: [], state: NO_EDITS };
    },
    undoFacts: () => null,
    getFact: ({ factId }) =>
      knownFact(factOf({ id: factId }), {
        uses:
          factId === '003/b'
            ? [{ sheetId: 's', sheetTitle: sameInBoth('Model'), lineId: 1, lineLabel: sameInBoth('Score') }]
            : [],
      }),
  });
  act(() => goTo({ screen: 'conflicts', query }));
  render(
    <MantineProvider env="test">
      <Screen />
      <Notifications />
    </MantineProvider>,
  );
  return workbench;
}

const list = () => screen.findByRole('listbox', { name: 'List of conflicts' });
const listed = async () =>
  within(await list())
    .getAllByRole('option')
    .map((option) => option.textContent);
const shown = () => screen.getByRole('heading', { level: 2 }).textContent;
const side = (number: number) => screen.getByRole('region', { name: `Side ${number}` });

beforeEach(() => {
  useFacts.setState(useFacts.getInitialState(), true);
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
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

test('what waits is listed by kind, and the first one is shown with its sides', async () => {
  show();
  await waitFor(async () =>
    expect(await listed()).toEqual(['GPT-4o · MMLU2.2%89.1% ≠ 87.2% · 5-shot', 'Qwen · MMLU5-shot, CoT ≠ CoT，0-shot']),
  );
  expect(shown()).toBe('GPT-4o');
  screen.getByText('2.2% apart');
  within(side(1)).getByText('MMLU 89.1');
  expect(within(side(2)).getAllByRole('listitem')).toHaveLength(2);
  within(await screen.findByRole('region', { name: 'Sheets affected' })).getByRole('button', { name: 'Model' });
});

test('the keyboard goes through them, chooses and takes back', async () => {
  const user = userEvent.setup();
  const workbench = show();
  await list();
  await user.keyboard('2');
  await waitFor(() =>
    expect(workbench.inputsOf('chooseFact')).toEqual([{ topic: VALUES.topic, factId: '003/b', note: '' }]),
  );
  // It stays until one goes on, so that a note can follow.
  await within(side(2)).findByText('✓ Chosen');
  expect(shown()).toBe('GPT-4o');
  await user.keyboard('2');
  await user.keyboard('9');
  expect(workbench.inputsOf('chooseFact')).toHaveLength(1);
  await user.keyboard('0');
  await waitFor(() => expect(workbench.inputsOf('chooseFact').at(-1)).toMatchObject({ factId: null }));
  await user.keyboard('1');
  await within(side(1)).findByText('✓ Chosen');
  await user.keyboard('{ArrowDown}');
  expect(shown()).toBe('Qwen');
  await waitFor(async () => expect(await listed()).toHaveLength(1));
});

test('a choice is kept with its note, before or after, and can be undone', async () => {
  const user = userEvent.setup();
  const workbench = show();
  await list();
  await user.keyboard('n');
  await user.keyboard('from the press release 2');
  await user.click(within(side(1)).getByRole('button', { name: 'Use this one' }));
  await waitFor(() =>
    expect(workbench.inputsOf('chooseFact').at(-1)).toMatchObject({
      factId: '000/a',
      note: 'from the press release 2',
    }),
  );
  const field = screen.getByRole('textbox', { name: 'Note' });
  await user.clear(field);
  await user.type(field, 'looked up{Enter}');
  await waitFor(() =>
    expect(workbench.inputsOf('chooseFact').at(-1)).toEqual({
      topic: VALUES.topic,
      factId: '000/a',
      note: 'looked up',
    }),
  );
  await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0]);
  await waitFor(() => expect(workbench.inputsOf('undoFacts')).toHaveLength(1));
});

test('what was decided is found again, with its note, and taken back', async () => {
  const user = userEvent.setup();
  const workbench = show('state=chosen');
  await waitFor(async () => expect(await listed()).toEqual(['Qwen · MMLU✓2024-07-24 ≠ 2024-07-23']));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'the press release');
  await user.click(within(side(1)).getByRole('button', { name: 'Take back' }));
  await waitFor(() =>
    expect(workbench.inputsOf('chooseFact')).toEqual([{ topic: DATES.topic, factId: null, note: '' }]),
  );
});

test('a source narrows the list down; the address keeps state, source and conflict', async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByText('All 3'));
  await waitFor(async () => expect(await listed()).toHaveLength(3));
  await user.click(screen.getByRole('combobox', { name: 'Source' }));
  await user.click(await screen.findByRole('option', { name: '003' }));
  await waitFor(async () => expect(await listed()).toHaveLength(2));
  await waitFor(() => expect(window.location.hash).toBe('#/conflicts?state=all&source=003'));
  (await list()).focus();
  await user.keyboard('{End}');
  expect(shown()).toBe('Qwen');
  await waitFor(() => expect(window.location.hash).toContain('topic=qwen+mmlu'));
});

test('a side leads to its facts and their exhibits', async () => {
  const user = userEvent.setup();
  show();
  await list();
  await user.click(within(side(1)).getByRole('button', { name: 'Show the fact' }));
  expect(useFactPanel.getState().content).toMatchObject({ factId: '000/a' });
  await user.click(within(side(1)).getByRole('button', { name: '图1' }));
  expect(useRoute.getState().route).toEqual({ screen: 'sources', sourceId: '000', exhibitId: '000/图1' });
});

test.each([
  ['nothing disagrees', '', [], 'No conflicts: the sources agree'],
  ['all is decided', '', [DATES], 'Nothing is left to decide'],
  ['nothing is decided', 'state=chosen', [VALUES], 'Nothing has been decided yet'],
  ['a source has none', 'source=004', [VALUES], 'There is none with this source'],
])('where %s the screen says so', async (_, query, conflicts, said) => {
  show(query, conflicts);
  await screen.findByText(said);
});

test('facts that print the same stand on one side', () => {
  const sides = (conflict: Conflict) => sidesOf(conflict).map(({ facts }) => facts.map(({ id }) => id).join());
  expect(sides(VALUES)).toEqual(['000/a', '003/b,003/c']);
  expect(sides(SETTINGS)).toEqual(['000/d,003/f', '001/e']);
  expect(sidesText(DATES, 'zh')).toBe('2024-07-24 ≠ 2024-07-23');
  expect([VALUES, SETTINGS, DATES].map(spreadText)).toEqual(['2.2%', '', '']);
});

test('the address is read whatever it says', () => {
  const query = { state: 'all' as const, sourceId: '003', topic: 'a b - =0.77' };
  expect(parseQuery(printQuery(query))).toEqual(query);
  expect(parseQuery('state=nonsense')).toEqual({ state: 'open', sourceId: '', topic: '' });
});

test('several are picked and decided by what one source says, in one step', async () => {
  const user = userEvent.setup();
  const third: Conflict = {
    ...SETTINGS,
    topic: 'llama mmlu',
    facts: [factOf({ id: '001/i', sourceId: '001', setting: '0-shot' }), factOf({ id: '003/j', sourceId: '003' })],
  };
  const workbench = show('', [VALUES, SETTINGS, third]);
  (await list()).focus();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(shown()).toBe('Deciding 2 conflicts at once');
  await user.keyboard('{ArrowDown}');
  expect(shown()).toBe('GPT-4o');
  await user.keyboard('{Control>}a{/Control}');
  expect(shown()).toBe('Deciding 3 conflicts at once');
  const [, ...rows] = screen.getAllByRole('row');
  expect(
    rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual([
    ['87.2%', '89.1%', ''],
    ['5-shot, CoT', '5-shot, CoT', 'CoT，0-shot'],
    ['5-shot', '', '0-shot'],
  ]);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Decide them together' }));
  expect(within(await list()).getAllByRole('option', { selected: true })).toHaveLength(2);
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'the older print');
  await user.click(within(screen.getByRole('columnheader', { name: /^001/ })).getByRole('button'));
  await waitFor(() =>
    expect(workbench.inputsOf('chooseFacts')).toEqual([
      {
        choices: [
          { topic: 'qwen mmlu', factId: '001/e' },
          { topic: 'llama mmlu', factId: '001/i' },
        ],
        note: 'the older print',
      },
    ]),
  );
  await waitFor(() => expect(shown()).toBe('GPT-4o'));
  await screen.findByText(/2 conflicts decided/);
});
