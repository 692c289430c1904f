import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFactFile } from '../../renderer/facts/open-import.ts';
import ImportScreen from '../../renderer/features/import/import-screen.tsx';
import { adoptPreferences } from '../../renderer/shell/preferences.ts';
import { AppError } from '../../shared/errors.ts';
import type { ImportPreview } from '../../shared/fact-file-methods.ts';
import { message } from '../../shared/messages.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const PREVIEW: ImportPreview = {
  encoding: 'GB18030',
  sheet: '',
  sheets: [],
  layout: 'list',
  canBeMatrix: false,
  headings: ['对象', '指标', '数值', '其他'],
  headingRow: 1,
  mapping: ['subject', 'metric', 'value', ''],
  problem: null,
  rowCount: 3,
  counts: { added: 1, changed: 1, unchanged: 0, badRows: 1 },
  newNames: ['甲'],
  rows: [
    { row: 2, cells: ['甲', 'MMLU', '1', 'x'], state: 'added' },
    { row: 3, cells: ['乙', 'MMLU', '2', ''], state: 'changed' },
    { row: 4, cells: ['丙', 'MMLU', '三', ''], state: 'bad' },
  ],
  drafts: [],
  errors: [
    { row: 4, column: '数值', columnIndex: 2, value: '三', reason: message('import.noNumber', { value: '三' }) },
  ],
  errorCount: 1,
};
const STATE = { revision: 1, undo: null, redo: null };

async function showImport(methods: Parameters<typeof fakeWorkbench>[0] = {}) {
  const workbench = fakeWorkbench({
    listEntities: () => [],
    listSources: () => [],
    listConflicts: () => [],
    previewFactImport: ({ mapping = PREVIEW.mapping }) => ({ ...PREVIEW, mapping }),
    importFacts: () => ({ facts: [], state: STATE, added: 1, changed: 1, unchanged: 0, skipped: 1 }),
    ...methods,
  });
  useFactFile.setState({ file: new File(['对象,指标'], '评测.csv') });
  render(
    <MantineProvider env="test">
      <ImportScreen route={{ screen: 'import', query: 'source=mine' }} />
      <Notifications />
    </MantineProvider>,
  );
  return workbench;
}

beforeEach(() => adoptPreferences({ language: 'zh', theme: 'light', marketColours: 'red-up' }));
afterEach(() => {
  cleanup();
  act(() => notifications.clean());
  useFactFile.setState({ file: null });
  vi.unstubAllGlobals();
});

test('a file is shown with what it would do, and each error in its cell and in words', async () => {
  const workbench = await showImport();
  await screen.findByText('2 条可导入');
  for (const text of ['其中更新 1 条', '1 行有误', '将新建 1 个名称：甲', 'GB18030']) screen.getByText(text);
  const [wrong] = screen.getAllByText('三').filter((element) => element.tagName === 'TD');
  expect(wrong.title).toContain('“三”不是数值');
  const errors = within(screen.getByRole('region', { name: '错误' }));
  errors.getByText('第 4 行 · 数值');
  expect(workbench.inputsOf('previewFactImport')).toMatchObject([{ fileName: '评测.csv', sourceId: 'mine' }]);
  await userEvent.click(screen.getByRole('checkbox', { name: '只看有误的行' }));
  expect(screen.queryByText('甲', { selector: 'td' })).toBeNull();
});

test('a field chosen for one column leaves the other, and the import follows', async () => {
  const workbench = await showImport();
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: '“其他”列是' }), '数值');
  await userEvent.click(await screen.findByRole('button', { name: '跳过 1 行，导入 2 条' }));
  await screen.findByText('已从 评测.csv 导入 1 条，更新 1 条');
  const mapping = ['subject', 'metric', '', 'value'];
  expect(workbench.inputsOf('previewFactImport')).toMatchObject([{}, { mapping }]);
  expect(workbench.inputsOf('importFacts')).toMatchObject([{ sourceId: 'mine', mapping, skipBadRows: true }]);
  expect(useFactFile.getState().file).toBeNull();
});

test('a file that cannot be read says why, and what is wrong with the mapping keeps it from being imported', async () => {
  await showImport({
    previewFactImport: () => {
      throw new AppError('invalid-file', message('import.oldWorkbook'));
    },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('旧版（.xls）或加密的工作簿');
  cleanup();
  const problem = message('import.mappingIncomplete', { fieldsZh: '对象', fieldsEn: 'Subject' });
  await showImport({ previewFactImport: () => ({ ...PREVIEW, problem, errors: [], errorCount: 0 }) });
  await screen.findByText('还缺“对象”列。请在表头为它选一列。');
  expect(screen.getByRole('button', { name: /导入/, hidden: false }).hasAttribute('disabled')).toBe(true);
});
