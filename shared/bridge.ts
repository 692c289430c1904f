/**
 * What the preload script of the window puts at `window.plumbline`, and what the window's menu can ask
 * of the page. The browser host has no bridge: there renderer/api.ts speaks HTTP.
 */
import type { WorkbenchEvent } from './contract.ts';
import type { Result } from './errors.ts';

/** Commands of the native menu; the page does them, because it knows what is open. */
export const MENU_COMMANDS = [
  'sheet.new',
  'sheet.import',
  'sheet.export',
  'edit.undo',
  'edit.redo',
  'view.home',
  'view.palette',
  'view.panel',
  'view.grid',
  'view.comparison',
  'view.reconciliation',
  'view.theme',
  'view.language',
  'help.shortcuts',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

export type BridgeEvents = { workbench: WorkbenchEvent; command: MenuCommand };

export type Bridge = {
  invoke(method: string, input: unknown): Promise<Result<unknown>>;
  /** Where a file lies that the user chose or dropped; '' of one that lies nowhere. */
  pathOf(file: File): string;
  /** Returns a function that stops listening. */
  on<E extends keyof BridgeEvents>(event: E, listener: (payload: BridgeEvents[E]) => void): () => void;
};
