/**
 * Takes pictures of every screen in both languages and themes, to be looked at:
 *
 *     node test/e2e/screenshots.ts OUTDIR [WIDTHxHEIGHT]
 *
 * Needs the built program (`npm run build`).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { callElsewhere, show } from './call-elsewhere.ts';
import { launchChromium } from './chromium.ts';
import { openSession } from './session.ts';
import { gridOf, openTemplate, selectCell, settled } from './sheet-page.ts';

const [folder = 'test/results/screenshots', size = '1440x900'] = process.argv.slice(2);
const [width, height] = size.split('x').map(Number);
mkdirSync(folder, { recursive: true });

const words = {
  zh: {
    locale: 'zh-CN',
    template: '图表 15',
    line: '训练费用',
    views: ['情景比较', '核对'],
    grid: '表格',
    base: '基准',
    chart: '图',
  },
  en: {
    locale: 'en-GB',
    template: 'Exhibit 15',
    line: 'Training cost of the vertical model',
    views: ['Compare', 'Reconcile'],
    grid: 'Grid',
    base: 'Base',
    chart: 'Chart',
  },
};

const SCREENS: [name: string, hash: string][] = [
  ['8-home', '#/'],
  ['9-sources', '#/sources'],
  ['10-report', '#/sources/001'],
  ['11-models', '#/models'],
  ['12-prices', '#/prices'],
  ['13-downloads', '#/downloads'],
  ['14-downloads-panels', '#/downloads?k=small-multiples&t=wow'],
  ['15-capex', '#/capex'],
  ['16-capex-growth', '#/capex?t=yoy&k=lines'],
  ['17-watchlist', '#/watchlist'],
  ['18-security', '#/security/688111.SH'],
  ['19-calendar', '#/calendar'],
  ['20-theses', '#/theses'],
  ['21-scorecard', '#/scorecard'],
  ['22-notes', '#/notes'],
  ['23-vault', '#/vault'],
  ['24-conflicts', '#/conflicts'],
  ['25-search', `#/search?q=${encodeURIComponent('算力')}`],
  ['26-import', '#/import'],
  ['27-import-series', '#/import-series'],
  ['28-import-bars', '#/import-bars'],
];
/** Charts and long lists come a little after their headings. */
const DRAWN_MS = 1500;

/** The demonstration file, which is marked as what it is. */
async function addMadeUp(page: Page): Promise<void> {
  const { path } = (await callElsewhere(page, 'getDemonstration', {})) as { path: string };
  const { mapping } = (await callElsewhere(page, 'previewSeriesImport', { path })) as { mapping: object };
  await callElsewhere(page, 'importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'made-up' });
}

const browser = await launchChromium();
for (const language of ['zh', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const { locale, template, line, views, grid, base, chart } = words[language];
    const session = await openSession(browser, { locale, colorScheme: theme, viewport: { width, height } });
    const { page } = session;
    const take = async (name: string) => {
      await settled(page);
      await page.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) });
    };
    try {
      await page.getByRole('region').first().waitFor();
      await take('1-first-start');
      await openTemplate(page, template);
      await gridOf(page).getByText(line, { exact: true }).first().waitFor();
      await take('2-sheet');
      await selectCell(page, line === '训练费用' ? '垂类模型训练费用' : line, base);
      await take('3-cell-and-panel');
      await page.keyboard.type('=硬件摊销*ROUND(能耗');
      await take('4-formula');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      for (const [index, view] of views.entries()) {
        await page.getByRole('main').getByText(view, { exact: true }).first().click();
        await take(`${5 + index}-${view}`);
      }
      await page.getByRole('main').getByText(grid, { exact: true }).first().click();
      await page.keyboard.press('ControlOrMeta+k');
      await take('7-palette');
      await page.keyboard.press('Escape');
      await addMadeUp(page);
      for (const [name, hash] of SCREENS) {
        await show(page, hash);
        await page.getByRole('main').getByRole('heading').first().waitFor();
        await page.waitForTimeout(DRAWN_MS);
        await take(name);
      }
      await show(page, `#/sources/001/${encodeURIComponent('图表2')}`);
      await page.getByRole('grid').first().waitFor();
      await page.locator('[data-mark="conflict"]').nth(4).click();
      await page.getByRole('complementary').getByRole('blockquote').first().waitFor();
      await take('30-exhibit');
      await page.getByRole('main').getByText(chart, { exact: true }).first().click();
      await take('31-exhibit-chart');
      await show(page, `#/sources/002/${encodeURIComponent('3.3')}`);
      await take('32-section');
    } catch (error) {
      await page.screenshot({ path: join(folder, `${language}-${theme}-failed.png`) });
      console.error(`${language}, ${theme}:`, error);
    }
    await session.close().catch((error: unknown) => console.error(error));
  }
}
await browser.close();
