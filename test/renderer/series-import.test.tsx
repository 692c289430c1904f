import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSeriesFile } from '../../renderer/charts/open-series-import.ts';
import SeriesImportScreen from '../../renderer/features/series-import/series-import-screen.tsx';
import { session } from '../../renderer/features/series-import/series-import-store.ts';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import type { BridgeEvents } from '../../shared/bridge.ts';
import type { WorkbenchEvent } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { ImportOutcome, SeriesImportPreview, SeriesMapping } from '../../shared/series-import.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const MAPPING: SeriesMapping = {
  shape: 'long',
  encoding: 'utf-8',
  delimiter: ',',
  worksheet: '',
  skippedRows: 0,
  columns: { subject: 0, period: 1, value: 2 },
  valueColumns: [],
  constants: { metric: 'downloads' },
  grain: 'day',
  dateOrder: null,
  year: null,
  fiscalYearEnd: 12,
  origin: 'own',
};
const MONTHLY: SeriesMapping = { ...MAPPING, dateOrder: 'dmy', grain: 'month' };
const BAD = {
  row: 3,
  column: '下载量',
  value: '三',
  reason: message('import.noNumber', { value: '三' }),
};
const ASKED = {
  field: 'dateOrder' as const,
  reason: message('import.askDateOrder', { date: '08/01/2024', first: '2024-08-01', second: '2024-01-08' }),
};
const PREVIEW: SeriesImportPreview = {
  mapping: MAPPING,
  isRemembered: false,
  headings: ['应用', '日期', '下载量'],
  rows: [
    ['甲', '08/01/2024', '74.3万'],
    ['甲', '08/02/2024', '三'],
  ],
  worksheets: [],
  understood: [{ row: 2, subject: 'jia', metric: 'downloads', period: '2024-08-01', value: 743_000 }],
  badRows: [BAD],
  questions: [],
  byteCount: 40,
};
const OUTCOME: ImportOutcome = {
  importId: null,
  rowCount: 2,
  added: 1,
  restated: 0,
  unchanged: 0,
  skipped: 0,
  badRows: [BAD],
  badRowCount: 1,
  seriesIds: [],
  newNames: ['甲'],
};
const IMPORTED = { ...OUTCOME, importId: 7, skipped: 1, seriesIds: ['downloads/jia'] };

type Methods = Parameters<typeof fakeWorkbench>[0];

/** The screen in the window, with a file that was dropped; `say` is the workbench's. */
async function showImport(methods: Methods = {}, name = '下载量.csv') {
  const workbench = fakeWorkbench({
    listEntities: () => [],
    listSources: () => [],
    listConflicts: () => [],
    listSeriesImports: () => [],
    previewSeriesImport: ({ mapping = MAPPING }) => ({ ...PREVIEW, mapping }),
    importSeries: ({ mode }) => (mode === 'dry-run' ? OUTCOME : IMPORTED),
    withdrawSeriesImport: () => ({}),
    cancelJob: () => ({ cancelled: true }),
    ...methods,
  });
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  let opened = Promise.resolve();
  vi.stubGlobal('plumbline', {
    pathOf: (file: File) => `/files/${file.name}`,
    invoke: async (method: string, input: unknown) => {
      if (method === 'importSeries') await opened;
      return (await fetch(`/call/${method}`, { body: JSON.stringify(input) })).json();
    },
    on: (event: keyof BridgeEvents, listener: (event: WorkbenchEvent) => void) => {
      if (event === 'workbench') listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  useSeriesFile.setState({ file: new File(['应用,日期'], name) });
  return {
    ...workbench,
    say: (event: WorkbenchEvent) => act(() => listeners.forEach((listener) => void listener(event))),
    /** Runs wait until the function it gives is called. */
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      opened = promise;
      return resolve;
    },
    show: () =>
      render(
        <MantineProvider env="test">
          <SeriesImportScreen route={{ screen: 'import-series', query: '' }} />
          <Notifications />
        </MantineProvider>,
      ),
  };
}

beforeEach(() => adoptPreferences({ language: 'zh', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  act(() => {
    notifications.clean();
    session.startOver();
  });
  vi.unstubAllGlobals();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('a file is tried whole by itself, and the rest is imported without the rows that are listed', async () => {
  const workbench = await showImport();
  workbench.show();
  await userEvent.click(await button('导入其余 1 行，跳过 1 行'));
  await screen.findByText('已导入“下载量.csv”');
  for (const text of ['新增 1 个数', '跳过 1 行', '1 个序列', '新名称 1 个：甲']) screen.getByText(text);
  const path = '/files/下载量.csv';
  expect(workbench.inputsOf('previewSeriesImport')).toEqual([{ path }]);
  expect(workbench.inputsOf('importSeries')).toMatchObject([
    { path, mode: 'dry-run', mapping: MAPPING },
    { path, mode: 'skip-bad-rows', mapping: MAPPING },
  ]);
  await userEvent.click(await button('撤回这次导入'));
  await screen.findByText('把数据商导出的文件拖到这里');
  expect(workbench.inputsOf('withdrawSeriesImport')).toEqual([{ importId: 7 }]);
});

test('rows say what they were understood as, cells what is wrong with them', async () => {
  const workbench = await showImport();
  workbench.show();
  const rows = within(await screen.findByRole('region', { name: '文件开头' }));
  rows.getByText('743,000');
  rows.getByText('新名称');
  const wrong = rows.getByText('三');
  expect(wrong.hasAttribute('data-error')).toBe(true);
  rows.getByText(/“三”不是数值/);
});

test('nothing is tried before a question is answered; the answer reads the file again', async () => {
  const workbench = await showImport({
    previewSeriesImport: ({ mapping = MAPPING }) => ({
      ...PREVIEW,
      // By the other order these dates lie a month apart.
      mapping: mapping.valueColumns.length + Object.keys(mapping.columns).length === 0 ? MONTHLY : mapping,
      questions: mapping.dateOrder === null ? [ASKED] : [],
    }),
  });
  workbench.show();
  const questions = within(await screen.findByRole('region', { name: '需要你回答' }));
  questions.getByText(/“08\/01\/2024”可能是/);
  // A date that ends with its year does not begin with it.
  expect(questions.queryByRole('button', { name: '年-月-日' })).toBeNull();
  expect(workbench.inputsOf('importSeries')).toEqual([]);
  await userEvent.click(questions.getByRole('button', { name: '日/月/年' }));
  await button(/导入其余/);
  expect(workbench.inputsOf('importSeries')).toMatchObject([
    { mapping: { ...MAPPING, dateOrder: 'dmy', grain: 'month' } },
  ]);
});

test('a column that is said to be something else is read so, and tried again', async () => {
  const workbench = await showImport();
  workbench.show();
  await button(/导入其余/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '“应用”列是' }), '不导入');
  await vi.waitFor(() => expect(workbench.inputsOf('importSeries')).toHaveLength(2));
  expect(workbench.inputsOf('previewSeriesImport')).toMatchObject([
    {},
    { mapping: { columns: { period: 1, value: 2 } } },
  ]);
});

test('the dry run says how far it is, and can be cancelled and begun again', async () => {
  const workbench = await showImport({
    importSeries: () => {
      throw new AppError('cancelled', message('import.cancelled'));
    },
  });
  const goOn = workbench.hold();
  workbench.show();
  await screen.findByText('正在试读整个文件');
  await userEvent.click(await button('取消'));
  const [{ jobId }] = workbench.inputsOf('cancelJob') as { jobId: string }[];
  const said = message('import.readingRows', { count: 441_489, rate: 645_447 });
  workbench.say({ event: 'jobProgress', jobId, share: 0.4, message: said });
  screen.getByText('已读 441,489 行，每秒 645,447 行');
  goOn();
  await screen.findByText('已取消试读');
  await userEvent.click(await button('重新试读'));
  await vi.waitFor(() => expect(workbench.inputsOf('importSeries')).toHaveLength(2));
});

test('a file that was imported before has nothing new', async () => {
  const workbench = await showImport({
    importSeries: () => ({ ...OUTCOME, added: 0, unchanged: 2, badRowCount: 0, badRows: [] }),
    previewSeriesImport: () => ({ ...PREVIEW, isRemembered: true }),
  });
  workbench.show();
  expect((await button('没有新内容')).hasAttribute('disabled')).toBe(true);
  screen.getByText('按上次同一格式文件的设置');
});

test('a file that cannot be read says why and can be read again', async () => {
  let isMended = false;
  const workbench = await showImport({
    previewSeriesImport: () => {
      if (!isMended) throw new AppError('invalid-file', message('import.oldWorkbook'));
      return PREVIEW;
    },
  });
  workbench.show();
  expect((await screen.findByRole('alert')).textContent).toContain('旧版（.xls）或加密的工作簿');
  isMended = true;
  await userEvent.click(await button('重试'));
  await button(/导入其余/);
});

test('a file of the SEC needs no mapping', async () => {
  const found = { ...OUTCOME, badRowCount: 0, badRows: [] };
  const workbench = await showImport(
    { importCompanyFacts: ({ mode }) => (mode === 'dry-run' ? found : { ...found, importId: 8 }) },
    'CIK0001326801.json',
  );
  workbench.show();
  await userEvent.click(await button('全部导入'));
  await screen.findByText('已导入“CIK0001326801.json”');
  expect(workbench.inputsOf('importCompanyFacts')).toMatchObject([{ mode: 'dry-run' }, { mode: 'all-or-nothing' }]);
});

test('an earlier import is withdrawn after a second press', async () => {
  const made = {
    id: 3,
    at: '2024-07-19T08:00:00.000Z',
    fileName: '上周.csv',
    vendor: '点点数据',
    rowCount: 1200,
    added: 1100,
    restated: 4,
    isWithdrawn: false,
  };
  let isWithdrawn = false;
  const workbench = await showImport({
    listSeriesImports: () => [{ ...made, isWithdrawn }],
    withdrawSeriesImport: () => {
      isWithdrawn = true;
      return {};
    },
  });
  useSeriesFile.setState({ file: null });
  workbench.show();
  await userEvent.click(await button('撤回“上周.csv”'));
  expect(workbench.inputsOf('withdrawSeriesImport')).toEqual([]);
  await userEvent.click(await button('确认撤回'));
  await screen.findByText('已撤回');
});

test('the demonstration data are taken at once, and keep their mark', async () => {
  const path = '/data/downloads.csv';
  const workbench = await showImport({
    getDemonstration: () => ({ path }),
    importSeries: () => ({ ...IMPORTED, badRowCount: 0, badRows: [], skipped: 0 }),
  });
  useSeriesFile.setState({ file: null });
  workbench.show();
  await userEvent.click(await button('载入演示数据'));
  await screen.findByText('已导入“演示数据，非真实”');
  expect(workbench.inputsOf('importSeries').at(-1)).toMatchObject({ path, mapping: { origin: 'demonstration' } });
});
