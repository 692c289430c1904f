/** What a security's page, the calendar, the ledger of theses and the vault's screen show of an open vault, and what is left of them without. */
import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import CalendarScreen from '../../renderer/features/calendar/calendar-screen.tsx';
import SecurityScreen from '../../renderer/features/security/security-screen.tsx';
import ThesesScreen from '../../renderer/features/theses/theses-screen.tsx';
import VaultScreen from '../../renderer/features/vault/vault-screen.tsx';
import { loadSecurities, useSecurities } from '../../renderer/securities/securities-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo, useRoute } from '../../renderer/shell/routes.ts';
import { loadVault, useVault } from '../../renderer/vault/vault-store.ts';
import type { CalendarEvent, CalendarKind } from '../../shared/calendar.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { ThesisState, ThesisView } from '../../shared/theses.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { INDEX, SCALE, STOCK, VAULT } from './ratings-fixture.ts';

type Methods = Parameters<typeof fakeWorkbench>[0];

function show(screenOf: ReactNode, status: VaultStatus, methods: Methods = {}) {
  const workbench = fakeWorkbench({
    getVaultStatus: () => status,
    listEntities: () => [],
    listSources: () => [],
    listSecurities: () => [STOCK, INDEX],
    listWatchLists: () => ({ lists: [], securityCount: 2, state: { undo: null, redo: null } }),
    describeObjects: ({ refs }) =>
      refs.map((ref) => ({ ref, state: 'there', title: sameInBoth(`title of ${ref}`), within: null })),
    ...methods,
  });
  void loadVault();
  void loadSecurities();
  render(<MantineProvider env="test">{screenOf}</MantineProvider>);
  return workbench;
}

const LOCKED: VaultStatus = { ...VAULT.open, state: 'locked' };

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
  useFacts.setState({ status: 'unread', version: 0 });
  useSecurities.setState({ status: 'unread' });
  useVault.setState({ status: null, failure: null });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const OPEN_PARTS = ['Prices', 'Ratings and targets', 'Events', 'Series', 'In lists', 'Facts and the reports’ words'];

test.each<[string, VaultStatus, string | null, string[], string[]]>([
  [
    'there is none',
    VAULT.none,
    'Private, and kept in the vault: Your own ratings and targets, Theses, Risks, and Notes.',
    OPEN_PARTS,
    ['Make a vault'],
  ],
  [
    'it is locked',
    LOCKED,
    'The vault is locked. Not shown: Your own ratings and targets, Theses, Risks, and Notes.',
    OPEN_PARTS,
    ['Unlock'],
  ],
  ['it is open', VAULT.open, null, [...OPEN_PARTS, 'Theses', 'Risks', 'Notes'], []],
])('a security’s page, where of the vault %s', async (_, status, prompt, parts, offers) => {
  const workbench = show(<SecurityScreen route={{ securityId: STOCK.id }} />, status, {
    listPlaces: () => [],
    listBarSeries: () => [],
    listRatings: () => [],
    listScales: () => ({ scales: [SCALE], choices: [], industryIndexes: [] }),
    getQuotes: () => [],
    listCalendar: () => [],
    listOwnRatings: () => [],
    listTheses: () => [],
    listReportRisks: () => [],
    listRiskAssessments: () => [],
    listNotes: () => [],
    listBacklinks: () => [],
  });
  const nav = await screen.findByRole('navigation', { name: 'On this page' });
  const jumps = () =>
    within(nav)
      .getAllByRole('button')
      .map((button) => button.textContent);
  await waitFor(() => expect(jumps().toSorted()).toEqual(parts.toSorted()));
  if (prompt !== null) await screen.findByText(prompt);
  const asked = screen.queryAllByRole('button', { name: /^(Unlock|Make a vault)$/ }).map((each) => each.textContent);
  expect(asked).toEqual(offers);
  const isOpen = status.state === 'open';
  if (isOpen) await waitFor(() => expect(workbench.inputsOf('listOwnRatings').length).toBeGreaterThan(0));
  for (const method of ['listOwnRatings', 'listTheses', 'listRiskAssessments', 'listNotes'] as const) {
    expect([method, workbench.inputsOf(method).length > 0]).toEqual([method, isOpen]);
  }
});

const eventOf = (kind: CalendarKind): CalendarEvent => ({
  id: kind,
  date: '2024-07-19',
  endDate: '',
  time: '',
  endTime: '',
  title: sameInBoth(`a day of ${kind}`),
  note: '',
  subjectId: '',
  securityId: '',
  origin: kind === 'own' ? 'own' : 'bundled',
  factId: null,
  kind,
  recordId: '',
});
const KINDS = ['fact', 'own', 'rating', 'thesis', 'own-rating'] as const;

test.each<[string, VaultStatus, string, readonly CalendarKind[]]>([
  ['open', VAULT.open, '', KINDS],
  ['open, as an agenda', VAULT.open, 'view=agenda', KINDS],
  ['locked', LOCKED, '', ['fact', 'own', 'rating']],
  ['locked, as an agenda', LOCKED, 'view=agenda', ['fact', 'own', 'rating']],
])('the calendar while the vault is %s', async (_, status, view, kinds) => {
  const user = userEvent.setup();
  const query = new URLSearchParams({ month: '2024-07', ...Object.fromEntries(new URLSearchParams(view)) });
  show(<CalendarScreen route={{ query: query.toString() }} />, status, { listCalendar: () => KINDS.map(eventOf) });
  // A day in the month shows some of its events, and all of them below once it is chosen.
  const day = view === '' ? await screen.findByRole('gridcell', { name: '2024-07-19' }) : null;
  if (day !== null) await user.click(day);
  await waitFor(() => {
    const shown = KINDS.filter((kind) => screen.queryAllByText(`a day of ${kind}`).length > 0);
    expect(shown).toEqual(kinds);
  });
  expect(screen.getAllByRole('checkbox')).toHaveLength(kinds.length);
});

const thesisOf = (state: ThesisState, about: string[] = []): ThesisView => ({
  id: state,
  claim: `a claim that is ${state}`,
  about,
  condition: 'TRUE',
  due: '2024-12-31',
  probability: null,
  note: '',
  state,
  createdAt: '',
  history: [],
  now: { holds: true, message: null, figures: [] },
});
const STATES = ['open', 'met', 'missed', 'withdrawn'] as const;

function Ledger() {
  const route = useRoute((state) => state.route);
  return <ThesesScreen route={'query' in route ? route : {}} />;
}

test.each<[string, readonly ThesisState[], string]>([
  ['', STATES, ''],
  ['state=met', ['met'], ''],
  ['state=nonsense', STATES, ''],
  ['', [], 'No thesis yet. Write down a claim, the condition that tells it and a date: it is checked as data arrive.'],
])('the ledger at “%s” of %j', async (query, states, empty) => {
  act(() => goTo({ screen: 'theses', query }));
  show(<Ledger />, VAULT.open, {
    listTheses: () => (empty === '' ? STATES.map((state) => thesisOf(state, ['group:g', 'security:s'])) : []),
    getThesisCalibration: () => ({ count: 0, needed: 10, brier: null, bins: [] }),
  });
  if (empty !== '') await screen.findByText(empty);
  await waitFor(() => {
    const shown = STATES.filter((state) => screen.queryByText(`a claim that is ${state}`) !== null);
    expect(shown).toEqual(states);
  });
  await waitFor(() =>
    expect(screen.queryAllByRole('button', { name: 'title of group:g' })).toHaveLength(states.length),
  );
});

test('the vault’s screen counts its records as they are now', async () => {
  // As it was when the vault was opened.
  useVault.setState({ status: VAULT.open });
  fakeWorkbench({ getVaultStatus: () => ({ ...VAULT.open, recordCount: 7 }) });
  render(<MantineProvider env="test">{<VaultScreen />}</MantineProvider>);
  await screen.findByText(/Records: 7/);
});
