/**
 * The workbench as a person finds their way in it: by the names and roles of what is on screen.
 *
 * Columns are found by their heading, rows by the label of the line; the interface is in English
 * unless a test says otherwise.
 */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const PATIENCE_MS = 10_000;

/** Exhibit 14 of the bundled templates; its inputs are the report's. */
export const EXHIBIT_14 = 'Exhibit 14';

/** Makes a sheet from the template whose title begins so, and waits until it can be worked with. */
export async function openTemplate(page: Page, title: string): Promise<void> {
  await page
    .getByRole('region', { name: /Templates|模板/ })
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click();
  await gridOf(page).waitFor();
}

export function gridOf(page: Page): Locator {
  return page.getByRole('grid');
}

/** 1-based place of the column with this heading. */
async function columnIndexOf(page: Page, heading: string): Promise<string> {
  const column = gridOf(page).getByRole('columnheader', { name: heading }).first();
  const index = await column.getAttribute('aria-colindex');
  if (index === null) throw new Error(`The column ${heading} does not say where it is`);
  return index;
}

/** The cell that holds the label of each line. */
const LABEL_CELL = '[role=gridcell][aria-colindex="2"]';

/** Rows of lines, by their exact label; headings, which can be folded, do not count. */
export function rowOf(page: Page, label: string): Locator {
  return gridOf(page)
    .getByRole('row')
    .filter({
      has: page.locator(LABEL_CELL).getByText(label, { exact: true }),
      hasNot: page.getByRole('button', { expanded: true }),
    });
}

export async function cellOf(page: Page, label: string, column: string): Promise<Locator> {
  return rowOf(page, label).locator(`[aria-colindex="${await columnIndexOf(page, column)}"]`);
}

export async function textOf(page: Page, label: string, column: string): Promise<string> {
  return ((await (await cellOf(page, label, column)).textContent()) ?? '').trim();
}

/** Waits until the cell shows `text`. */
export async function expectCell(page: Page, label: string, column: string, text: string | RegExp): Promise<void> {
  const shown = expect.poll(() => textOf(page, label, column), {
    timeout: PATIENCE_MS,
    message: `${label}, ${column}`,
  });
  await (typeof text === 'string' ? shown.toBe(text) : shown.toMatch(text));
}

export async function selectCell(page: Page, label: string, column: string): Promise<void> {
  await (await cellOf(page, label, column)).click();
}

/** Selects the cell and types over it, as a person does. */
export async function typeInto(page: Page, label: string, column: string, text: string): Promise<void> {
  await selectCell(page, label, column);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Labels of the lines on screen, in order. */
export async function labelsOf(page: Page): Promise<string[]> {
  const texts = await gridOf(page).locator(LABEL_CELL).allTextContents();
  return texts.map((text) => text.trim());
}

/** Headings of the scenario columns, in order. */
export async function headingsOf(page: Page): Promise<string[]> {
  const texts = await gridOf(page).getByRole('columnheader').allTextContents();
  return texts.map((text) => text.trim());
}

/** Puts `text` on the clipboard as another program would, and pastes it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

export function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Runs a command by name from the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: /Command palette|命令面板/ });
  await palette.getByRole('textbox').or(palette.getByRole('searchbox')).or(palette.getByRole('combobox')).fill(name);
  await palette.getByRole('button', { name }).or(palette.getByRole('option', { name })).first().click();
  await palette.waitFor({ state: 'hidden' });
}

/** Waits for animations to end and two frames to be drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
