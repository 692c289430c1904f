import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HomeScreen } from '../../renderer/features/home/home-screen.tsx';
import { importSheetFile, useHome } from '../../renderer/features/home/home-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import type { SheetSummary, TemplateSummary } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const sheet = (id: string, title: string, updatedAt: string): SheetSummary => ({
  id,
  title: sameInBoth(title),
  note: sameInBoth(''),
  templateId: null,
  timeAxis: null,
  lineCount: 12,
  scenarioCount: 3,
  updatedAt,
});
const template = (id: string, title: string): TemplateSummary => ({
  id,
  title: sameInBoth(title),
  note: sameInBoth('rebuilt'),
  lineCount: 5,
  sourceIds: ['002'],
});
const SHEETS = [
  sheet('old', 'Older sheet', '2024-01-01T00:00:00Z'),
  sheet('new', 'Newer sheet', '2026-01-01T00:00:00Z'),
];
const TEMPLATES = [template('t14', 'Exhibit 14'), template('t15', 'Exhibit 15')];
const INITIAL = useHome.getInitialState();

function showHome(methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    listSheets: () => SHEETS,
    listTemplates: () => TEMPLATES,
    listSources: () => [
      {
        id: '002',
        origin: 'bundled',
        title: '研报',
        publisher: '国金证券',
        date: '',
        language: 'zh',
        link: '',
        exhibitCount: 0,
        factCount: 0,
      },
    ],
    ...methods,
  });
  render(
    <MantineProvider env="test">
      <HomeScreen />
      <Notifications />
    </MantineProvider>,
  );
  return workbench;
}

const itemNames = () => [...document.querySelectorAll('[data-list-item]')].map((item) => item.textContent);

beforeEach(() => {
  window.location.hash = '#/';
  useHome.setState(INITIAL, true);
  adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' });
});
afterEach(() => {
  cleanup();
  act(() => notifications.clean());
  vi.unstubAllGlobals();
});

test('lists sheets most recently changed first, then templates', async () => {
  showHome();
  await screen.findByText('Newer sheet');
  expect(itemNames()).toEqual(['Newer sheet', 'Older sheet', 'Exhibit 14', 'Exhibit 15']);
});

test.each([
  ['newer', ['Newer sheet']],
  ['exhibit 15', ['Exhibit 15']],
  ['国金', ['Exhibit 14', 'Exhibit 15']],
])('a search for %j finds %j', async (query, names) => {
  const user = userEvent.setup();
  showHome();
  await screen.findByText('Newer sheet');
  await user.type(screen.getByRole('searchbox'), query);
  await waitFor(() => expect(itemNames()).toEqual(names));
});

test('a search that finds nothing says so and can be cleared', async () => {
  const user = userEvent.setup();
  showHome();
  await screen.findByText('Newer sheet');
  await user.type(screen.getByRole('searchbox'), 'zzz');
  await user.click(await screen.findByRole('button', { name: 'Clear search' }));
  await screen.findByText('Newer sheet');
});

test('the keyboard alone opens a sheet: slash, arrow, Enter', async () => {
  const user = userEvent.setup();
  showHome();
  await screen.findByText('Newer sheet');
  await user.keyboard('/{ArrowDown}{ArrowDown}{Enter}');
  expect(window.location.hash).toBe('#/sheet/old');
});

test('a template becomes a sheet of its own and opens', async () => {
  const user = userEvent.setup();
  const workbench = showHome({ createSheet: () => ({ sheetId: 'made' }) });
  await user.click(await screen.findByRole('button', { name: 'Exhibit 14' }));
  await waitFor(() => expect(window.location.hash).toBe('#/sheet/made'));
  expect(workbench.inputsOf('createSheet')).toEqual([{ templateId: 't14' }]);
});

test('a deleted sheet leaves the list, and Undo restores it', async () => {
  const user = userEvent.setup();
  let isDeleted = false;
  const workbench = showHome({
    listSheets: () => (isDeleted ? SHEETS.slice(1) : SHEETS),
    deleteSheet: () => {
      isDeleted = true;
      return {};
    },
    restoreSheet: () => {
      isDeleted = false;
      return {};
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Actions for “Older sheet”' }));
  await user.click(await screen.findByRole('menuitem', { name: /Delete/ }));
  const notice = await screen.findByText('Deleted “Older sheet”');
  await waitFor(() => expect(itemNames()).not.toContain('Older sheet'));
  await user.click(within(notice.parentElement as HTMLElement).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(itemNames()).toContain('Older sheet'));
  expect(workbench.inputsOf('restoreSheet')).toEqual([{ sheetId: 'old' }]);
});

test('a restored sheet is scrolled to and has the focus', async () => {
  const user = userEvent.setup();
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  showHome({ deleteSheet: () => ({}), restoreSheet: () => ({}) });
  (await screen.findByRole('button', { name: 'Older sheet' })).focus();
  await user.keyboard('{Delete}');
  const notice = await screen.findByText('Deleted “Older sheet”');
  await user.click(within(notice.parentElement as HTMLElement).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Older sheet'));
  expect(scrolled.mock.contexts).toEqual([document.activeElement]);
});

test('exhibits come by number, before what is no exhibit', async () => {
  const templates = [template('base', 'Base model'), template('t9', 'Exhibit 9'), template('t16', 'Exhibit 16')];
  showHome({ listSheets: () => [], listTemplates: () => templates.toReversed() });
  await screen.findByText('Base model');
  expect(itemNames()).toEqual(['Exhibit 9', 'Exhibit 16', 'Base model']);
});

test('a file that is refused says why on the screen, with its name', async () => {
  showHome({
    importSheet: () => {
      throw new AppError('invalid-file', message('sheet.definitionTruncated', { line: 3, column: 7 }));
    },
  });
  await screen.findByText('Newer sheet');
  await act(() => importSheetFile(new File(['{'], 'model.json')));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/model\.json.*line 3, column 7/);
});

test('without sheets it leads to the templates', async () => {
  showHome({ listSheets: () => [] });
  await screen.findByText('No sheets yet');
  expect(itemNames()).toEqual(['Exhibit 14', 'Exhibit 15']);
});

test('lists that cannot be read say why and can be tried again', async () => {
  const user = userEvent.setup();
  let isBroken = true;
  showHome({
    listSheets: () => {
      if (isBroken) throw new AppError('store-corrupt', message('host.internal'));
      return SHEETS;
    },
  });
  await screen.findByRole('alert');
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Newer sheet');
});
