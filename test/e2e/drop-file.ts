/** A file dropped on the page, as from a folder. */
import type { Page } from 'playwright-core';

export async function dropFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], fileName));
      return transfer;
    },
    [name, [...Buffer.from(content)]] as const,
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
}
