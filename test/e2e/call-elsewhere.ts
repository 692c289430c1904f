/** Calls a method of the contract as another window would: what the page hears of it comes by events. */
import type { Page } from 'playwright-core';

export function callElsewhere(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, body]) => {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-plumbline-client': 'elsewhere' },
        body: JSON.stringify(body),
      });
      const { ok, value, error } = await response.json();
      if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`);
      return value;
    },
    [method, input] as const,
  );
}

/** Leads the page to an address of the workbench: `#/security/688111.SH`. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}
