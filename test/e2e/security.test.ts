/** A security's page, the thesis ledger and the calendar, as a person uses them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileForTest } from '../contract/series-files.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';
import { violationsOf } from './axe.ts';
import { callElsewhere, show } from './call-elsewhere.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest({ locale: 'zh-CN' });
const PASSPHRASE = 'plumb 铅垂线 hangs true 7';
const FACT = 'capex-quarterly/meta/2023Q4:incl-finance-lease-principal';

test('a thesis is written with completion, met when its figure changes, and gone from sight when the vault locks', async () => {
  const { page } = session();
  await callElsewhere(page, 'createVault', { passphrase: PASSPHRASE });
  await show(page, '#/security/688111.SH');
  const theses = page.getByRole('region', { name: '论点', exact: true });
  await theses.getByRole('button', { name: '新论点' }).click();
  await theses.getByLabel('论点', { exact: true }).fill('Meta 资本开支过 80 亿');
  await theses.getByLabel('条件').click();
  await page.keyboard.type('SERIES(meta 资本');
  await page.getByRole('listbox').getByRole('option').first().click();
  const condition = theses.getByLabel('条件');
  expect(await condition.textContent()).toMatch(/^SERIES\("capex\/meta\/.+"\)$/);
  await condition.fill(`FACT("${FACT}") > 8[十亿USD]`);
  await theses.getByText('现在不成立').waitFor();
  await theses.getByLabel('截止日期').fill('2099-12-31');
  await theses.getByLabel('概率（%）').fill('70');
  await theses.getByRole('button', { name: '保存' }).click();
  await theses.getByText('未决').waitFor();

  await callElsewhere(page, 'updateFact', { factId: FACT, fields: { value: 8100 } });
  await theses.getByText('成立', { exact: true }).waitFor();
  await theses.getByRole('button', { name: '历史' }).click();
  await theses.getByText('核对 · 成立').waitFor();

  await show(page, '#/theses');
  const ledger = page.getByRole('main');
  await ledger.getByRole('button', { name: '金山办公' }).waitFor();
  // What it is about is chosen; a group leads to its list.
  await ledger.getByRole('button', { name: '修改“Meta 资本开支过 80 亿”' }).click();
  await ledger.getByRole('button', { name: '添加对象' }).click();
  await page.getByRole('textbox', { name: /^查找证券/ }).fill('多模态');
  await page.getByRole('button', { name: /^分组 多模态/ }).click();
  await ledger.getByRole('button', { name: '保存' }).click();
  await ledger.getByRole('button', { name: '多模态', exact: true }).click();
  await page
    .getByRole('row', { name: /多模态/ })
    .and(page.locator('[data-marked]'))
    .waitFor();
  await page
    .getByRole('row', { name: /多模态/ })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: '论点、风险与笔记…' }).click();
  const about = page.getByRole('complementary', { name: '关于“多模态”' });
  await about.getByText('Meta 资本开支过 80 亿').waitFor();
  await about.getByRole('region', { name: '风险' }).getByRole('checkbox').first().check();
  // Esc leaves what is typed in the pane where it is.
  await about.getByRole('button', { name: '新论点' }).click();
  const claim = about.getByLabel('论点', { exact: true }).and(page.getByRole('textbox'));
  await claim.fill('写到一半');
  await about.getByRole('button', { name: '添加对象' }).click();
  await page.getByRole('textbox', { name: /^查找证券/ }).press('Escape');
  await claim.press('Escape');
  expect(await claim.inputValue()).toBe('写到一半');
  expect(await violationsOf(page)).toEqual([]);
  await show(page, '#/security/688111.SH');
  await callElsewhere(page, 'lockVault', {});
  await page.getByText('未显示：自己的评级与目标价、论点、风险和笔记').waitFor();
  expect(await page.getByRole('main').getByRole('button', { name: '解锁' }).count()).toBe(1);
  expect(await page.getByText('Meta 资本开支过 80 亿').count()).toBe(0);
  await page.getByRole('main').getByRole('button', { name: '解锁' }).click();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await theses.getByText('Meta 资本开支过 80 亿').waitFor();
});

test('a risk of the report is given a probability and an impact, and stands in the matrix', async () => {
  const { page } = session();
  await callElsewhere(page, 'createVault', { passphrase: PASSPHRASE });
  await show(page, '#/security/688111.SH');
  const risks = page.getByRole('region', { name: '风险' });
  const row = risks
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
    .first();
  await row.getByRole('checkbox').check();
  await row.getByRole('combobox').first().selectOption('4');
  await row.getByRole('combobox').last().selectOption('5');
  await risks.getByRole('cell', { name: '可能性 4，影响 5：1 条' }).waitFor();
  await page.reload();
  await risks.getByRole('cell', { name: '可能性 4，影响 5：1 条' }).waitFor();
});

test('an event is added on the page, deleted, put back, and goes out and in as a file', async () => {
  const { page } = session();
  await show(page, '#/security/688111.SH');
  const events = page.getByRole('region', { name: '事件' });
  await events.getByRole('button', { name: '添加事件' }).click();
  await page.keyboard.type('中报，电话会');
  await events.getByLabel('日期', { exact: true }).fill('2099-08-20');
  await events.getByLabel('时间', { exact: true }).fill('09:30');
  await events.getByRole('button', { name: '保存' }).click();
  await events.getByRole('list', { name: '将来' }).getByText('中报，电话会').waitFor();
  await events.getByRole('button', { name: '删除“中报，电话会”' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await events.getByRole('list', { name: '将来' }).getByText('2099-08-20 09:30').waitFor();

  await show(page, '#/calendar?month=2099-08');
  await page.getByRole('gridcell', { name: '2099-08-20' }).getByText('中报，电话会').waitFor();
  await page.getByRole('button', { name: '导出 .ics' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '导出 .ics', exact: true }).click(),
  ]);
  const path = join(folderForTest(), 'out.ics');
  await download.saveAs(path);
  expect(readFileSync(path, 'utf8')).toContain('SUMMARY:中报，电话会\r\n');

  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:x@y', 'DTSTART:20990821', 'SUMMARY:发布会', 'END:VEVENT'];
  const bad = ['BEGIN:VEVENT', 'UID:z@y', 'DTSTART:soon', 'SUMMARY:坏', 'END:VEVENT', 'END:VCALENDAR'];
  const file = fileForTest([...lines, ...bad], 'in.ics');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '导入 .ics' }).click(),
  ]);
  await chooser.setFiles(file);
  await page.getByRole('gridcell', { name: '2099-08-21' }).getByText('发布会').waitFor();
  await page.getByText('第 9 行').waitFor();
});
