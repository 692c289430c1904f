/** The screen of prices as a person uses it: the list, the rate, changes, a workload. */
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFacts } from '../../renderer/facts/facts-store.ts';
import { closeFactPanel, useFactPanel } from '../../renderer/facts/open-fact.ts';
import PricesScreen from '../../renderer/features/prices/prices-screen.tsx';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { goTo, useRoute } from '../../renderer/shell/routes.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { entityOf, factOf, NO_EDITS, SOURCE } from './fact-fixture.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { answerOf, cutOf, priceOf, RATE } from './prices-fixture.ts';

const ANSWER = answerOf({
  prices: [
    priceOf('qwen 2024-05-21 both 0.5'),
    priceOf('glm - both 5'),
    priceOf('glm 2024-05-11 both 1'),
    priceOf('claude - input 105', { conflict: 'open', isCorrected: true }),
    priceOf('ernie 2024-05-21 both 0'),
  ],
  cuts: [
    cutOf('glm', '2024-05-11', {
      fromFactId: 'glm - both 5',
      toFactId: 'glm 2024-05-11 both 1',
      change: -0.8,
      stated: { factId: 'said', change: -0.9, qualifier: '=', agrees: false },
    }),
    cutOf('gpt', '2024-05-13', { stated: { factId: 'half', change: -0.5, qualifier: '=', agrees: null } }),
  ],
  freeTiers: [{ ...priceOf('gpt 2024-05-13 both 0'), factId: 'gpt-free', text: 'free for everybody' }],
});
const ENTITIES = [
  { ...entityOf('qwen', 'Qwen-Long', ['通义']), organisationId: 'alibaba' },
  entityOf('glm', 'GLM-3 Turbo'),
  entityOf('claude', 'Claude 3'),
  entityOf('ernie', 'ERNIE'),
  entityOf('gpt', 'GPT-4o'),
  entityOf('alibaba', 'Alibaba'),
];

function Screen() {
  const route = useRoute((state) => state.route);
  return <PricesScreen route={'query' in route ? route : {}} />;
}

function show(query = '', methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    listEntities: () => ENTITIES,
    listSources: () => [{ ...SOURCE, exhibitCount: 1, factCount: 9 }],
    listConflicts: () => [],
    getPrices: () => ANSWER,
    ...methods,
  });
  act(() => goTo({ screen: 'prices', query }));
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
      [...within(row).getAllByRole('rowheader'), ...within(row).getAllByRole('gridcell')]
        .map((cell) => cell.textContent?.trim())
        .join(' | ')
        .trim(),
    );
const opened = () => {
  const { content } = useFactPanel.getState();
  return content?.shows === 'fact' ? content.factId : null;
};
const reply = () => ({ facts: [], state: NO_EDITS });

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

test('the list shows what is in force in both currencies, and as printed', async () => {
  show();
  await waitFor(async () => expect((await rowsOf('Prices of models'))[0]).toContain('Alibaba'));
  expect(await rowsOf('Prices of models')).toEqual([
    'Qwen-Long | Alibaba | 0.5 | 0.5 | 0.07143 | 0.07143 | 0.5 CNY/million token | 2024-05-21 | 003 降价时间线 |',
    'GLM-3 Turbo |  | 1 | 1 | 0.1429 | 0.1429 | 1 CNY/million token | 2024-05-11 | 003 降价时间线 |',
    'Claude 3 |  | 105 | – | 15 | – | 105 CNY/million token |  | 003 降价时间线 | ≠in conflict✎corrected',
    'ERNIE |  | free | free | free | free | free | 2024-05-21 | 003 降价时间线 |',
    'GPT-4o |  | – | – | – | – | free for everybody | 2024-05-13 | 003 降价时间线 |',
  ]);
});

test('every number opens its fact', async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByText('0.1429', { selector: '[aria-colindex="6"], [aria-colindex="6"] *' }));
  expect(opened()).toBe('glm 2024-05-11 both 1');
  await user.click(screen.getByText('free for everybody'));
  expect(opened()).toBe('gpt-free');
});

test('words narrow the list down, past prices come on request, and the address keeps both', async () => {
  const user = userEvent.setup();
  show();
  await user.type(await screen.findByRole('searchbox'), 'glm');
  expect(await rowsOf('Prices of models')).toHaveLength(1);
  await user.click(screen.getByRole('checkbox', { name: 'Past prices too' }));
  expect(await rowsOf('Prices of models')).toHaveLength(2);
  await vi.waitFor(() => expect(window.location.hash).toBe('#/prices?q=glm&past=1'));
  await user.type(screen.getByRole('searchbox'), 'x');
  screen.getByText('No price matches “glmx”');
});

test('a rate that is typed becomes an assumption of one’s own beside that of the source', async () => {
  const user = userEvent.setup();
  const workbench = show('', {
    putSource: reply,
    addFact: () => ({ ...reply(), factId: 'assumptions/rate' }),
  });
  const field = await screen.findByRole('textbox', { name: 'Exchange rate: CNY for 1 USD' });
  await user.clear(field);
  await user.type(field, 'seven{Enter}');
  await screen.findByText(/“seven” is no rate/);
  await user.clear(field);
  await user.type(field, '0{Enter}');
  await screen.findByText(/“0” is no rate/);
  expect(workbench.inputsOf('addFact')).toEqual([]);
  await user.clear(field);
  await user.type(field, '7.25{Enter}');
  await waitFor(() => expect(workbench.inputsOf('addFact')).toHaveLength(1));
  expect(workbench.inputsOf('addFact')[0]).toMatchObject({
    draft: { sourceId: 'assumptions', subject: 'usd-cny', metric: 'exchange-rate', value: 7.25, unit: 'CNY/USD' },
  });
  await waitFor(() => expect(workbench.inputsOf('getPrices')).toContainEqual({ rateFactId: 'assumptions/rate' }));
});

test('one’s own rate is changed where it stands; another one is chosen from the list', async () => {
  const user = userEvent.setup();
  const own = factOf({ ...RATE, id: 'own/rate', origin: 'own', value: 7.3 });
  const workbench = show('', {
    getPrices: ({ rateFactId }) =>
      answerOf({ ...ANSWER, rate: rateFactId === RATE.id ? RATE : own, cnyPerUsd: 7.3, rates: [own, RATE] }),
    updateFact: reply,
  });
  const field = await screen.findByRole('textbox', { name: /Exchange rate/ });
  await user.clear(field);
  await user.type(field, '7.4{Enter}');
  await waitFor(() =>
    expect(workbench.inputsOf('updateFact')).toEqual([
      { factId: 'own/rate', fields: { value: 7.4, unit: 'CNY/USD', correction: null } },
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Choose the rate' }));
  await user.click(await screen.findByRole('menuitem', { name: /^7 A broker 图表14/ }));
  await vi.waitFor(() => expect(window.location.hash).toContain('rate=002/'));
});

test('without a rate the screen says so, and has a field to enter one', async () => {
  show('', {
    getPrices: () =>
      answerOf({
        rate: null,
        cnyPerUsd: null,
        rates: [],
        prices: [priceOf('qwen 2024 both 0.5', { usdPerMillion: null })],
      }),
  });
  await screen.findByText(/There is no exchange rate/);
  expect(await rowsOf('Prices of models')).toEqual([expect.stringContaining('| 0.5 | 0.5 | – | – |')]);
  expect(screen.getByRole('textbox', { name: /Exchange rate/ })).toHaveProperty('value', '');
});

test('changes stand with what the source says of them, checked', async () => {
  const user = userEvent.setup();
  show('view=history');
  await waitFor(async () =>
    expect(await rowsOf('Price changes')).toEqual([
      '2024-05-11 | GLM-3 Turbo |  | unspecified | 5 | 1 | −80% | −90% | differs by −10 points |',
      '2024-05-13 | GPT-4o |  | unspecified | – | – | – | −50% | no prices to check by |',
    ]),
  );
  screen.getByRole('img', { name: /Step chart of Input prices over time: Qwen-Long, GLM-3 Turbo, ERNIE/ });
  await user.click(screen.getByText('−90%'));
  expect(opened()).toBe('said');
  await user.click(screen.getByRole('button', { name: /Claude 3 105/ }));
  expect(opened()).toBe('claude - input 105');
});

test('a workload is typed as people write it and ranks the models', async () => {
  const user = userEvent.setup();
  show('view=workload');
  await waitFor(async () => expect((await rowsOf('Cost of a workload'))[0]).toContain('ERNIE'));
  const field = screen.getByRole('textbox', { name: 'Input tokens a day' });
  await user.clear(field);
  await user.type(field, '2亿');
  expect(await rowsOf('Cost of a workload')).toEqual([
    '1 | ERNIE |  | 0 | 0 | 0 | 0 | 2024-05-21 | free |',
    '2 | Qwen-Long | Alibaba | 110 | 3,300 | 100 | 10 | 2024-05-21 | one price for both directions |',
    '3 | GLM-3 Turbo |  | 220 | 6,600 | 200 | 20 | 2024-05-11 | one price for both directions |',
    '| Claude 3 |  | – | – | 21,000 | – |  | no source gives an output price; price without a date |',
  ]);
  await user.type(field, 'x');
  screen.getByText(/Enter a number, such as 150M/);
  expect(await rowsOf('Cost of a workload')).toHaveLength(4);
  await vi.waitFor(() => expect(decodeURIComponent(window.location.hash)).toContain('input=2亿'));
});

test('a failure is said, and asking again helps', async () => {
  const user = userEvent.setup();
  let isDown = true;
  show('', {
    getPrices: () => {
      if (isDown) throw new AppError('internal', message('host.internal'));
      return ANSWER;
    },
  });
  await screen.findByRole('alert');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await grid('Prices of models');
});

test('without prices the list offers to add one', async () => {
  const user = userEvent.setup();
  show('', { getPrices: () => answerOf() });
  await user.click(await screen.findByRole('button', { name: 'Add a price' }));
  expect(useFactPanel.getState().content).toMatchObject({ shows: 'new-fact', draft: { metric: 'price-input' } });
});
