import type { Page } from 'playwright-core';

/** What a screen writes into the address it writes a moment after it is shown: sooner nobody reloads. */
export async function reload(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.reload();
}
