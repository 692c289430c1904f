/** The scorecard as a person uses it: rating by rating, by group, calibration, scales, and own ratings only while the vault is open. */
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import ScorecardScreen from '../../renderer/features/scorecard/scorecard-screen.tsx';
import { loadSecurities, useSecurities } from '../../renderer/securities/securities-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo, useRoute } from '../../renderer/shell/routes.ts';
import { loadVault, useVault } from '../../renderer/vault/vault-store.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { entityOf, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { groupOf, INDEX, readingOf, rowOf, SCALE, STOCK, VAULT } from './ratings-fixture.ts';

const UNTOLD = rowOf({
  id: 'r2',
  date: '',
  gradeId: 'hold',
  standing: { state: 'undated', from: null, to: null, replacedBy: null },
  outcome: {
    untold: 'undated',
    adjustment: null,
    start: null,
    soFar: null,
    atFrom: null,
    atTo: null,
    target: null,
    splitDay: null,
  },
});
const RUNNING = rowOf({
  id: 'r3',
  date: '2024-01-10',
  targetPrice: 12,
  currency: 'CNY',
  standing: { state: 'in-force', from: null, to: '2024-07-10', replacedBy: null },
  outcome: {
    ...rowOf().outcome,
    soFar: readingOf(0.05, 'hold', false),
    atTo: { on: '2024-07-10', state: 'pending', reading: null },
    target: { state: 'reached', day: '2024-03-01', promised: 0.2, reason: '' },
  },
  remarks: ['unadjusted'],
});
const OWN = rowOf({ id: 'o1', isOwn: true, brokerId: '' });

const SCORECARD = {
  today: '2024-06-01',
  rows: [rowOf(), RUNNING, UNTOLD],
  groups: [
    groupOf(),
    groupOf({
      by: 'broker',
      key: 'tianfeng',
      ended: 20,
      independent: 20,
      conclusion: { share: 0.35, low: 0.1812, high: 0.5671, meanExcess: 0.021, medianExcess: -0.04 },
    }),
  ],
  earned: [
    { isOwn: false, scaleId: SCALE.id, gradeId: 'buy', earnedGradeId: 'buy', count: 2 },
    { isOwn: false, scaleId: SCALE.id, gradeId: 'buy', earnedGradeId: 'sell', count: 3 },
  ],
};

function Screen() {
  const route = useRoute((state) => state.route);
  return <ScorecardScreen route={'query' in route ? route : {}} />;
}

function show(query = '', methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    listEntities: () => [{ ...entityOf('tianfeng', 'TF Securities'), kind: 'organisation' }],
    listSources: () => [{ ...SOURCE, exhibitCount: 1, factCount: 9 }],
    listSecurities: () => [STOCK, INDEX],
    listWatchLists: () => ({ lists: [], securityCount: 2, state: { undo: null, redo: null } }),
    listRatings: () => [],
    listScales: () => ({ scales: [SCALE], choices: [], industryIndexes: [] }),
    getScorecard: () => SCORECARD,
    cancelJob: () => ({ cancelled: true }),
    getRatingPath: () => ({
      untold: null,
      path: {
        days: ['2023-01-10', '2023-07-10'],
        excess: [0, 0.25],
        securityReturn: [0, 0.3],
        benchmarkReturn: [0, 0.05],
      },
    }),
    getVaultStatus: () => VAULT.none,
    ...methods,
  });
  act(() => goTo({ screen: 'scorecard', query }));
  render(
    <MantineProvider env="test">
      <Screen />
      <Notifications />
    </MantineProvider>,
  );
  return workbench;
}

const grid = (name: string) => screen.findByRole('grid', { name });
const rowsOf = async (name: string) =>
  within(await grid(name))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      [...within(row).queryAllByRole('rowheader'), ...within(row).queryAllByRole('gridcell')].map((cell) =>
        cell.textContent?.trim(),
      ),
    );

let copied = '';

// The first test reads the screen's code as well.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  useFacts.setState({ status: 'unread', version: 0 });
  useSecurities.setState({ status: 'unread' });
  useVault.setState({ status: null, failure: null });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(2400);
});

afterEach(() => {
  act(() => notifications.clean());
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('what was stopped says so and is asked for again', async () => {
  const user = userEvent.setup();
  let asked = 0;
  const workbench = show('', {
    getScorecard: () => {
      asked += 1;
      if (asked === 1) throw new AppError('cancelled', message('rating.scoringStopped'));
      return SCORECARD;
    },
  });
  await screen.findByText('The scorecard was stopped.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await grid('Scorecard');
  const ids = workbench.inputsOf('getScorecard').map((input) => (input as { jobId: string }).jobId);
  expect(new Set(ids).size).toBe(2);
});

test('every rating says what happened, or why that cannot be told', async () => {
  show();
  await waitFor(async () => expect((await rowsOf('Scorecard'))[0]).toContain('Kingsoft Office'));
  const [ended, running, untold] = await rowsOf('Scorecard');
  expect(ended).toEqual(
    expect.arrayContaining([
      'Kingsoft Office',
      'Buy 买入',
      '2023-01-10',
      'lapsed 2023-07-10',
      '+25.0%',
      '✓ yes',
      'Buy',
    ]),
  );
  expect(running).toEqual(
    expect.arrayContaining([
      'in force · until 2024-07-10',
      '+5.0%',
      'due 2024-07-10',
      '✗ no (so far)',
      'Hold',
      '12 CNY · reached 2024-03-01',
      'From unadjusted prices: dividends and bonus shares make the return too low',
    ]),
  );
  expect(untold).toEqual(expect.arrayContaining(['undated', '–', 'undated: nothing to count from']));
});

test('the first that can be told is shown with the closes that it rests on; another is chosen', async () => {
  const workbench = show();
  const closes = await screen.findByRole('table', { name: 'Closes' });
  const lines = within(closes)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(lines).toEqual([
    'DaySecurityIndexExcess',
    'Start2023-01-10104,000',
    'Horizon ends2023-07-1013 +30.0%4,200 +5.0%+25.0%',
  ]);
  await screen.findByRole('img', { name: 'Excess return of Kingsoft Office from 2023-01-10' });
  await userEvent.click(within(await grid('Scorecard')).getByText('2024-01-10'));
  await screen.findByRole('img', { name: 'Excess return of Kingsoft Office from 2024-01-10' });
  expect(workbench.inputsOf('getRatingPath')).toEqual([
    { ratingId: 'r1', isOwn: false },
    { ratingId: 'r3', isOwn: false },
  ]);
});

test('without prices it says what to do', async () => {
  show('', { getScorecard: () => ({ ...SCORECARD, rows: [UNTOLD] }) });
  await screen.findByText(/There are no prices to go by yet/);
});

test('filters of the address go to the workbench, those of own ratings without a broker', async () => {
  const workbench = show('broker=tianfeng&security=688111.SH&from=2023-01-01&to=2023-12-31');
  await grid('Scorecard');
  expect(workbench.inputsOf('getScorecard')).toEqual([
    {
      include: 'brokers',
      brokerIds: ['tianfeng'],
      securityId: '688111.SH',
      from: '2023-01-01',
      to: '2023-12-31',
      jobId: expect.any(String),
    },
  ]);
});

test('groups give counts always, and a share only where there are enough', async () => {
  show('view=groups');
  await waitFor(async () => expect((await rowsOf('Scorecard of ratings, by group')).flat()).toContain('TF Securities'));
  const rows = await rowsOf('Scorecard of ratings, by group');
  expect(rows).toContainEqual(['All', '3', '2', '0', '1', '2', 'too few to conclude', '', '–', '–']);
  expect(rows).toContainEqual(['TF Securities', '3', '20', '0', '1', '20', '35%', '18.1%–56.7%', '+2.1%', '−4.0%']);
  await screen.findByText('Below 10 ended ratings that are independent, neither a share nor a mean is given.');
});

test('calibration counts what was given and what was earned', async () => {
  show('view=calibration');
  const matrix = await screen.findByRole('table', { name: 'TF Securities, stocks' });
  const lines = within(matrix)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(lines).toEqual(['given ↓ earned →BuyHoldSellall', 'Buy2·35', 'Hold···0', 'Sell···0']);
});

test('own ratings wait for the vault', async () => {
  const workbench = show('include=all');
  act(() => void loadVault());
  await screen.findByText(/Make a vault/);
  expect(workbench.inputsOf('getScorecard')).toEqual([]);
});

test('own rows leave the program only when they are asked for, and go when the vault is locked', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied = text;
  });
  show('include=all', {
    getVaultStatus: () => VAULT.open,
    getScorecard: () => ({ ...SCORECARD, rows: [rowOf(), OWN] }),
  });
  await act(async () => loadVault());
  await waitFor(async () => expect((await rowsOf('Scorecard')).map(([broker]) => broker)).toContain('me'));
  const copy = async (entry: string) => {
    await user.click(screen.getByRole('button', { name: 'Table actions' }));
    await user.click(await screen.findByRole('menuitem', { name: entry }));
    await waitFor(() => expect(copied).not.toBe(''));
    const brokers = copied.trim().split('\n').slice(1);
    copied = '';
    return brokers.map((line) => line.split('\t')[0]);
  };
  expect(await copy('Copy as TSV')).toEqual(['TF Securities']);
  expect(await copy('Copy as TSV with what is private')).toEqual(['TF Securities', 'me']);
  act(() => useVault.setState({ status: VAULT.none }));
  expect(screen.queryByRole('grid', { name: 'Scorecard' })).toBeNull();
});

test('a refusal is said and tried again', async () => {
  let isBusy = true;
  show('', {
    getScorecard: () => {
      if (isBusy) throw new AppError('busy', message('store.busy'));
      return SCORECARD;
    },
  });
  const alert = await screen.findByRole('alert');
  isBusy = false;
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  await grid('Scorecard');
});

test('a scale of the user’s own is made from lower bounds alone, and says what is wrong with them', async () => {
  const user = userEvent.setup();
  const workbench = show('view=scales', { putScale: ({ scale }) => ({ ...scale, origin: 'own' }) });
  await act(async () => loadSecurities());
  await screen.findByText('TF Securities, stocks · 6 months');
  await screen.findByText('预期股价相对收益 20%以上');
  await user.click(screen.getByRole('button', { name: 'New scale' }));
  const type = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
  type('Name', 'Mine');
  for (const [at, name] of ['Up', 'Level', 'Down'].entries()) type(`Name of grade ${at + 1}`, name);
  type('Name of grade 2 From %', '20');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Numbers that fall from grade to grade');
  type('Name of grade 2 From %', '-5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(workbench.inputsOf('putScale')).toHaveLength(1));
  expect(workbench.inputsOf('putScale')[0]).toMatchObject({
    scale: {
      brokerId: '',
      subjectKind: 'stock',
      name: { zh: 'Mine', en: 'Mine' },
      horizon: { from: null, to: 12 },
      grades: [
        { id: 'grade-1', band: { low: 0.1, high: null } },
        { id: 'grade-2', band: { low: -0.05, high: 0.1 } },
        { id: 'grade-3', band: { low: null, high: -0.05 } },
      ],
    },
  });
});
