import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JobProgress } from '../../renderer/shell/job-progress.tsx';
import { exportSheet, useJobs } from '../../renderer/shell/jobs.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { AppError } from '../../shared/errors.ts';
import { sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const TITLE = sameInBoth('Costs');

function startWorkbench(methods: Parameters<typeof fakeWorkbench>[0]) {
  const workbench = fakeWorkbench(methods);
  render(
    <MantineProvider env="test">
      <JobProgress />
    </MantineProvider>,
  );
  return workbench;
}

beforeEach(() => adoptPreferences({ language: 'en', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  useJobs.setState({ jobs: [] });
  vi.unstubAllGlobals();
});

test('an export in the language of the screen ends with where the file is', async () => {
  const workbench = startWorkbench({
    exportWorkbook: () => ({ path: '/reports/Costs.xlsx', downloadUrl: null, cellCount: 108 }),
  });
  await act(() => exportSheet('sheet', TITLE));
  screen.getByText('Exported “Costs”');
  screen.getByText('/reports/Costs.xlsx');
  expect(workbench.inputsOf('exportWorkbook')).toMatchObject([{ sheetId: 'sheet', path: null, language: 'en' }]);
});

test.each([
  [
    'cannot-write',
    message('excel.cannotWrite', { path: '/x', reason: 'busy' }),
    /was not exported.*Cannot write \/x: busy/,
  ],
  ['cancelled', message('excel.cannotWrite', { path: '/x', reason: '-' }), /^Exporting “Costs” was cancelled$/],
] as const)('an export that ends with %s says so until it is dismissed', async (code, said, sentence) => {
  const user = userEvent.setup();
  startWorkbench({
    exportWorkbook: () => {
      throw new AppError(code, said);
    },
  });
  await act(() => exportSheet('sheet', TITLE));
  expect(screen.getByRole('status').textContent).toMatch(sentence);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.getByRole('status').textContent).toBe('');
});

test('a running export shows how far it is, and can be cancelled', async () => {
  const user = userEvent.setup();
  const workbench = startWorkbench({ cancelJob: () => ({ cancelled: true }) });
  act(() => useJobs.setState({ jobs: [{ id: 'j1', title: TITLE, state: 'running', share: 0.4, message: null }] }));
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(workbench.inputsOf('cancelJob')).toEqual([{ jobId: 'j1' }]);
});
