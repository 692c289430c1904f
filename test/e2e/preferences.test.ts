/** Language and appearance: switched from the menu or the palette, kept by the workbench. */
import { expect, test } from 'vitest';
import { sessionForEachTest } from './session.ts';
import { EXHIBIT_14, openTemplate, runCommand } from './sheet-page.ts';

const session = sessionForEachTest();

function colourScheme(): Promise<string | null> {
  return session().page.locator('html').getAttribute('data-mantine-color-scheme');
}

test('language and theme follow the system, switch at once, and outlive the program', async () => {
  const { page, restart } = session();
  await page.getByRole('heading', { name: 'Scenario sheets' }).waitFor();
  expect(await colourScheme()).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(colourScheme).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('中文').click();
  await page.getByRole('heading', { name: '情景表' }).waitFor();
  await page.getByRole('radiogroup', { name: '外观' }).getByText('深色').click();
  await expect.poll(colourScheme).toBe('dark');

  await restart();
  await page.getByRole('heading', { name: '情景表' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await expect.poll(colourScheme).toBe('dark');
});

test('the palette reaches commands, templates and lines by name, in either language', async () => {
  const { page } = session();
  await page.getByRole('heading', { name: 'Scenario sheets' }).waitFor();
  await runCommand(page, 'Appearance: dark');
  await expect.poll(colourScheme).toBe('dark');
  await runCommand(page, 'Exhibit 15');
  await page.getByRole('grid').waitFor();
  await runCommand(page, 'Go to home');
  await openTemplate(page, EXHIBIT_14);
});
