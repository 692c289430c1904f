/** The screen of models in a real browser: the matrix, the guard, the fact behind a score, charts, the address, copying. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { reload } from './reload.ts';
import { sessionForEachTest } from './session.ts';

const session = sessionForEachTest();

async function openModels(query = ''): Promise<Page> {
  const { page, host } = session();
  await page.goto(`${new URL(host.url).origin}/#/models${query && `?${query}`}`);
  await matrixOf(page)
    .getByRole('rowheader', { name: /^MMLU %/ })
    .waitFor();
  return page;
}

const matrixOf = (page: Page) => page.getByRole('grid', { name: 'Benchmark matrix' });
const rowOf = (page: Page, name: RegExp) =>
  matrixOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
const headings = (page: Page) => matrixOf(page).getByRole('columnheader').allTextContents();
const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '));

test('the models of an exhibit stand side by side, and a score leads to its words', async () => {
  const page = await openModels('exhibit=000/图1');
  expect((await headings(page)).slice(2)).toEqual([
    'Llama 3.1 405B',
    'Nemotron 4 340B Instruct',
    'GPT-4 (0125)',
    'GPT-4o',
    'Claude 3.5 Sonnet',
  ]);
  await rowOf(page, /^IFEval/)
    .getByText('88.6', { exact: true })
    .click();
  const panel = page.getByRole('complementary', { name: 'Fact' });
  await panel.getByText('88.6').first().waitFor();
  await panel.getByText('Llama 3.1 405B').first().waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('a row is compared in another setting, and what is not in it is marked; reloading keeps it', async () => {
  const page = await openModels('exhibit=000/图1&view=none');
  const mmlu = rowOf(page, /^MMLU %/);
  await mmlu.getByText(/^5-shot/).click();
  await page.getByRole('menuitem', { name: /^Compare in 0-shot, CoT/ }).click();
  await expect.poll(() => address(page)).toContain('set=mmlu:0-shot, CoT');
  const marked = mmlu.getByRole('gridcell', { name: /^non-CoT ?78\.7$/ });
  for (const isReloaded of [false, true]) {
    if (isReloaded) await reload(page);
    await marked.hover();
    expect(await marked.getAttribute('title')).toMatch(/does not count for the best/);
  }
});

test('the keyboard alone opens a fact and a menu, and filters', async () => {
  const page = await openModels('view=none');
  await matrixOf(page).focus();
  await page.keyboard.press('Control+Home');
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('menuitem', { name: 'Count as ≤ 15B' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Fact' }).getByText('Parameters').first().waitFor();
  await page.getByRole('button', { name: 'Filter' }).press('Enter');
  await page.getByRole('checkbox', { name: '≤ 15B' }).press('Space');
  await expect.poll(() => address(page)).toContain('size=0');
  await page.keyboard.press('Escape');
  await expect.poll(() => headings(page)).toContain('Mistral 7B Instruct');
  expect(await headings(page)).not.toContain('GPT-4o');
});

test('every chart is drawn from the matrix, names its sources and says what it leaves out', async () => {
  const page = await openModels();
  const chart = (name: RegExp) => page.getByRole('img', { name }).locator('svg');
  await chart(/^Bar chart of MMLU/).waitFor();
  await page.getByText('Score × size', { exact: true }).click();
  await chart(/against parameters/)
    .getByText('Llama 3.1 405B')
    .waitFor();
  await page.getByText(/^No size known: .*Claude 3.5 Sonnet/).waitFor();
  await page.getByText('Radar', { exact: true }).click();
  await chart(/^Radar chart of/).waitFor();
  await page.getByText(/^Sources: /).waitFor();
  await page.getByText('Score × price', { exact: true }).click();
  await page.getByRole('button', { name: /^Show the \d+ models with scores and a price/ }).click();
  await chart(/against price/)
    .getByText('Claude 3 Haiku')
    .waitFor();
});

test('the cheapest model at or above a score', async () => {
  const page = await openModels('view=cheapest&on=gsm8k&set=gsm8k:0-shot,+CoT');
  await page.getByRole('textbox', { name: 'Score' }).fill('90');
  const answer = page.getByRole('grid', { name: 'Cheapest model that reaches a score' });
  await expect.poll(() => answer.getByRole('rowheader').allTextContents()).toEqual(['1', '2']);
  expect(await answer.getByRole('row').nth(1).textContent()).toMatch(/Claude 3 Sonnet.*92\.3.*6.*3.*15/);
  await page.getByText(/^Reach it, but have no price \(\d+\): .*GPT-4o/).waitFor();
});

test('the matrix is copied as it stands', async () => {
  const { context } = session();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openModels('exhibit=000/图1&view=none');
  await page.getByRole('button', { name: 'Table actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy as TSV' }).click();
  await page.getByText(/^Copied/).waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
  expect(lines[0].split('\t').slice(0, 3)).toEqual(['Benchmark', 'Setting', 'Llama 3.1 405B']);
  expect(
    lines
      .find((line) => line.startsWith('IFEval'))
      ?.split('\t')
      .slice(1, 3),
  ).toEqual(['not given', '88.6']);
});

test.each(['bar', 'radar', 'cheapest'])('axe finds nothing to complain about beside the %s', async (view) => {
  const page = await openModels(`view=${view}`);
  await page.getByRole('complementary').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
});
