/**
 * Where the window was when it was last closed, kept in `window.json` of the data folder, and put
 * back so that it can be reached on the displays that are there now.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export type Rectangle = { x: number; y: number; width: number; height: number };

const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

const FIRST_SIZE = { width: 1440, height: 900 };
export const SMALLEST_SIZE = { minWidth: 900, minHeight: 560 };
/** So much of the title bar must lie on a display that a person can take hold of it. */
const GRIP = { width: 120, height: 24 };

/** The state last saved in `home`; null for the first start or an unreadable file. */
export function readWindowState(home: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8')));
  } catch {
    return null; // a lost window position is no loss
  }
}

export function writeWindowState(home: string, state: WindowState): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'window.json'), JSON.stringify(state));
}

/**
 * Bounds for the window given the work areas of the displays, the primary one first. A window off all
 * of them, or none saved, is centred on the primary display.
 */
export function fitToDisplays(saved: WindowState | null, workAreas: readonly Rectangle[]): Rectangle {
  const home = saved && workAreas.find((area) => gripIsOn(saved, area));
  const area = home ?? workAreas[0];
  const width = Math.min(saved?.width ?? FIRST_SIZE.width, area.width);
  const height = Math.min(saved?.height ?? FIRST_SIZE.height, area.height);
  if (saved && home) return { x: saved.x, y: saved.y, width, height };
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

function gripIsOn(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const gripIsVisible = window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
  return across >= GRIP.width && gripIsVisible;
}
