/** The ratings of a security as a person uses them: read with their scales, recorded, dated, and the analyst's own. */
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import { RatingsSection } from '../../renderer/ratings/ratings-section.tsx';
import { useSecurities } from '../../renderer/securities/securities-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { loadVault, useVault } from '../../renderer/vault/vault-store.ts';
import type { SecurityView } from '../../shared/securities.ts';
import { entityOf, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { INDEX, listedOf, SCALE, STOCK, securityOf, VAULT } from './ratings-fixture.ts';

const IN_FORCE = { state: 'in-force', to: '2024-12-01' } as const;

function show(methods: Parameters<typeof fakeWorkbench>[0] = {}, security: SecurityView = STOCK) {
  const workbench = fakeWorkbench({
    listEntities: () => [{ ...entityOf('tianfeng', 'TF Securities'), kind: 'organisation' }],
    listSources: () => [{ ...SOURCE, exhibitCount: 1, factCount: 9 }],
    listSecurities: () => [STOCK, INDEX],
    listWatchLists: () => ({ lists: [], securityCount: 2, state: { undo: null, redo: null } }),
    listRatings: () => [],
    listScales: () => ({ scales: [SCALE], choices: [], industryIndexes: [] }),
    getQuotes: () => [],
    getVaultStatus: () => VAULT.none,
    ...methods,
  });
  render(
    <MantineProvider env="test">
      <RatingsSection security={security} />
      <Notifications />
    </MantineProvider>,
  );
  return workbench;
}

const table = (name: string) => screen.findByRole('table', { name });
const linesOf = async (name: string) =>
  within(await table(name))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent?.trim())
        .filter(Boolean),
    );

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

test('each says how it stands, and how far its target is while it is in force', async () => {
  show({
    listRatings: () => [
      listedOf({ id: 'a', date: '2024-06-01', targetPrice: 330, currency: 'CNY' }, IN_FORCE),
      listedOf({ id: 'b', targetPrice: 300, currency: 'CNY' }),
    ],
    getQuotes: () => [
      {
        securityId: STOCK.id,
        adjustment: 'none',
        currency: 'CNY',
        day: '2024-06-03',
        close: 300,
        change: null,
        marketCap: null,
      },
    ],
  });
  await waitFor(async () => expect((await linesOf('Brokers’ ratings'))[0]).toContain('TF Securities'));
  expect(await linesOf('Brokers’ ratings')).toEqual([
    ['TF Securities', 'Buy 买入', '2024-06-01', '330 CNY · Upside +10.0%', 'in force · until 2024-12-01'],
    ['TF Securities', 'Buy 买入', '2024-03-09', '300 CNY', 'lapsed 2024-09-09'],
  ]);
});

test('its scale is shown as printed, by keyboard too', async () => {
  show({ listRatings: () => [listedOf()] });
  const badge = await screen.findByText('Buy 买入');
  act(() => badge.focus());
  await screen.findByText('预期股价相对收益 20%以上');
  screen.getByText('excess return −10% to 20%');
  screen.getByText(/counts to the better grade/);
});

test('one is recorded; what is mistyped is said and stays', async () => {
  const user = userEvent.setup();
  const workbench = show({ putRating: ({ rating }) => listedOf({ ...rating, id: 'new' }).rating });
  await screen.findByText('No broker’s rating yet.');
  await user.click(await screen.findByRole('button', { name: 'Record a rating' }));
  const form = await screen.findByRole('form', { name: 'Record a rating' });
  const type = (name: string, value: string) =>
    fireEvent.change(within(form).getByRole('textbox', { name }), { target: { value } });
  type('Date', '2024/6/1');
  type('Target price (optional)', '33o');
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  within(form).getByText('Write it like 2024-07-19');
  within(form).getByText('A number above zero');
  within(form).getByText('Choose a grade');
  expect(workbench.inputsOf('putRating')).toEqual([]);
  type('Date', '2024-06-01');
  type('Target price (optional)', '330');
  await user.click(within(form).getByRole('combobox', { name: 'Grade' }));
  await user.click(await screen.findByRole('option', { name: 'Buy · excess return 20% or more' }));
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(workbench.inputsOf('putRating')).toHaveLength(1));
  expect(workbench.inputsOf('putRating')[0]).toEqual({
    rating: {
      securityId: STOCK.id,
      brokerId: 'tianfeng',
      scaleId: SCALE.id,
      gradeId: 'buy',
      date: '2024-06-01',
      targetPrice: 330,
      currency: 'CNY',
      sourceId: '',
      note: '',
    },
  });
  await screen.findByText('The rating is recorded');
});

test('a bundled one without a date is given one', async () => {
  const user = userEvent.setup();
  const undated = { state: 'undated', to: null } as const;
  const workbench = show({
    listRatings: () => [listedOf({ origin: 'bundled', date: '', note: '强于大市（维持）', factId: 'f' }, undated)],
    setRatingDate: () => listedOf().rating,
  });
  await user.click(await screen.findByRole('button', { name: 'Give it a date' }));
  const field = screen.getByRole('textbox', { name: 'Give it a date' });
  await user.type(field, '2024-7-1{Enter}');
  await screen.findByText('Write it like 2024-07-19');
  expect(workbench.inputsOf('setRatingDate')).toEqual([]);
  await user.clear(field);
  await user.type(field, '2024-07-01{Enter}');
  await waitFor(() => expect(workbench.inputsOf('setRatingDate')).toEqual([{ ratingId: 'r1', date: '2024-07-01' }]));
});

test('an industry asks for its index', async () => {
  const user = userEvent.setup();
  const industry = { ...securityOf('industry/x', 'Software', 'industry'), exchange: 'other' as const };
  const workbench = show({ setIndustryIndex: (choice) => [{ ...choice, securityId: INDEX.id }] }, industry);
  await user.click(await screen.findByRole('combobox', { name: 'Choose the industry’s index' }));
  await user.click(await screen.findByRole('option', { name: /CSI 300/ }));
  await waitFor(() =>
    expect(workbench.inputsOf('setIndustryIndex')).toEqual([{ industryId: 'industry/x', securityId: INDEX.id }]),
  );
});

test('own ratings are asked for only while the vault is open; a new one stands beside the former', async () => {
  const user = userEvent.setup();
  const own = {
    id: '00000000-0000-4000-8000-000000000001',
    securityId: STOCK.id,
    scaleId: SCALE.id,
    gradeId: 'hold',
    date: '2024-01-10',
    targetPrice: null,
    currency: '',
    note: 'wait',
    createdAt: '2024-01-10T00:00:00.000Z',
  };
  const workbench = show({
    getVaultStatus: () => VAULT.open,
    listOwnRatings: () => [
      { rating: own, standing: { state: 'in-force', from: null, to: '2024-07-10', replacedBy: null } },
    ],
    putOwnRating: ({ rating }) => ({ ...own, ...rating }),
    deleteOwnRating: () => own,
  });
  await screen.findByText('No broker’s rating yet.');
  expect(workbench.inputsOf('listOwnRatings')).toEqual([]);
  await act(async () => loadVault());
  expect(await linesOf('My rating')).toEqual([['2024-01-10', 'Hold 持有', 'in force · until 2024-07-10', 'wait']]);
  await user.click(screen.getByRole('button', { name: 'Give a rating' }));
  await user.click(screen.getByRole('combobox', { name: 'Grade' }));
  await user.click(await screen.findByRole('option', { name: 'Sell · excess return below −10%' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(workbench.inputsOf('putOwnRating')).toHaveLength(1));
  expect(workbench.inputsOf('putOwnRating')[0]).toMatchObject({ rating: { gradeId: 'sell', securityId: STOCK.id } });
  expect(JSON.stringify(workbench.inputsOf('putOwnRating')[0])).not.toContain(own.id);
  await user.click(screen.getByRole('button', { name: 'Delete 2024-01-10' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(workbench.inputsOf('putOwnRating')[1]).toEqual({ rating: own }));
});
