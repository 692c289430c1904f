import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../renderer/app.tsx';
import type { Command } from '../../renderer/shell/commands.ts';
import { runCommand } from '../../renderer/shell/commands.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { rankCommands } from '../../renderer/shell/rank-commands.ts';
import { fullNumber, signedPercent, twoDecimals } from '../../renderer/ui/number-text.ts';
import { timeInWords } from '../../renderer/ui/relative-time.tsx';
import type { Preferences } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { type FakeWorkbench, fakeWorkbench } from './fake-workbench.ts';

const NO_VAULT: VaultStatus = {
  state: 'none',
  createdAt: null,
  changedAt: null,
  recordCount: 0,
  faults: [],
  keyStore: 'unavailable',
  autoLockMinutes: 10,
};
const ENGLISH: Preferences = { language: 'en', theme: 'light', marketColours: 'red-up' };

const command = (id: string, zh: string, en: string, detail?: string): Command => ({
  id,
  label: { zh, en },
  detail,
  run: () => undefined,
});
const COMMANDS = [
  command('a', '导出 Excel', 'Export to Excel'),
  command('b', '行业数据量', 'Industry data', '行业tokens · 亿token'),
  command('c', '外观：深色', 'Appearance: dark'),
  command('d', '数据文件夹', 'Data folder'),
];

test.each([
  ['', ['a', 'b', 'c', 'd']],
  ['excel', ['a']],
  ['导出', ['a']],
  ['DATA', ['d', 'b']],
  ['数据', ['d', 'b']],
  ['tokens', ['b']],
  ['dark appearance', ['c']],
  ['ｅｘｃｅｌ', ['a']],
  ['nothing such', []],
])('the palette finds %j', (query, ids) => {
  expect(rankCommands(COMMANDS, query, 10).map(({ id }) => id)).toEqual(ids);
});

test('the palette shows no more than asked for', () => {
  expect(rankCommands(COMMANDS, '', 2)).toHaveLength(2);
});

test.each([
  ['2026-03-10T11:59:30Z', 'now', '现在'],
  ['2026-03-10T11:15:00Z', '45 minutes ago', '45分钟前'],
  ['2026-03-10T09:00:00Z', '3 hours ago', '3小时前'],
  ['2026-03-09T11:00:00Z', 'yesterday', '昨天'],
  ['2026-03-05T12:00:00Z', '5 days ago', '5天前'],
])('%s in words', (iso, en, zh) => {
  const now = new Date('2026-03-10T12:00:00Z');
  expect(timeInWords(new Date(iso), now, 'en')).toBe(en);
  expect(timeInWords(new Date(iso), now, 'zh')).toBe(zh);
});

test.each([
  [36512.928571428572, '36,512.9285714286'],
  [1e21, '1e+21'],
  [0.1 + 0.2, '0.3'],
  [-1234.5, '-1,234.5'],
  [0, '0'],
])('%d with all its digits', (value, text) => {
  expect(fullNumber(value)).toBe(text);
});

test.each([
  [82.1, '82.10'],
  [-3, '-3.00'],
  [-0.001, '0.00'],
  [1234.567, '1,234.57'],
])('%d with two decimals', (value, text) => {
  expect(twoDecimals(value)).toBe(text);
});

test.each([
  [0.0123, '+1.2%'],
  [-0.5, '−50.0%'],
  [0.0012, '+0.12%'],
  [0.00001, '<0.01%'],
  [18.65, '+1,865%'],
  [0, '0.00%'],
])('%d as a percentage', (share, text) => {
  expect(signedPercent(share)).toBe(text);
});

function startApp(methods: Parameters<typeof fakeWorkbench>[0] = {}): FakeWorkbench {
  const workbench = fakeWorkbench({
    getPreferences: () => ENGLISH,
    getVaultStatus: () => NO_VAULT,
    setPreferences: (changed) => ({ ...ENGLISH, ...changed }),
    getAppInfo: () => ({ version: '1.2.3', home: '/data', host: 'browser' }),
    listSheets: () => [],
    listTemplates: () => [],
    listSources: () => [],
    ...methods,
  });
  render(<App />);
  return workbench;
}

beforeEach(() => {
  // Nothing is read ahead here, and this page knows no idle time.
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => {});
  window.location.hash = '#/';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  act(() => adoptPreferences(ENGLISH));
});

test('a chosen language applies at once, to the page and to its lang attribute, and is stored', async () => {
  const workbench = startApp();
  await screen.findByRole('heading', { name: 'Scenario sheets' });
  act(() => void runCommand('shell.language.zh'));
  await screen.findByRole('heading', { name: '情景表' });
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(workbench.inputsOf('setPreferences')).toEqual([{ language: 'zh' }]);
});

test('market colours apply at once', async () => {
  startApp();
  await screen.findByRole('heading', { name: 'Scenario sheets' });
  act(() => void runCommand('shell.market.green-up'));
  await vi.waitFor(() => expect(document.documentElement.dataset.market).toBe('green-up'));
});

test('preferences that cannot be stored go back, and the reason is said', async () => {
  startApp({
    setPreferences: () => {
      throw new AppError('cannot-write', message('host.internal'));
    },
  });
  await screen.findByRole('heading', { name: 'Scenario sheets' });
  act(() => void runCommand('shell.language.zh'));
  await screen.findByText(/Something went wrong inside the program/);
  expect(screen.getByRole('heading', { name: 'Scenario sheets' })).toBeTruthy();
});
