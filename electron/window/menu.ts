/**
 * The native menu in the user's language, as a template for Electron's Menu.
 *
 * Items with a `role` are Electron's own; the others send a command to the page, which listens for
 * the same keys itself, so that they do the same in a browser tab (hence `registerAccelerator: false`).
 */
import type { MenuCommand } from '../../shared/bridge.ts';
import type { Language } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';

type Role =
  | 'about'
  | 'appMenu'
  | 'close'
  | 'quit'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen';

export type MenuItem = {
  label?: string;
  type?: 'separator';
  role?: Role;
  accelerator?: string;
  registerAccelerator?: boolean;
  click?: () => void;
  submenu?: MenuItem[];
};

export function buildMenu(
  language: Language,
  platform: NodeJS.Platform,
  send: (command: MenuCommand) => void,
): MenuItem[] {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  const command = (key: MessageKey, id: MenuCommand, accelerator?: string): MenuItem => ({
    label: say(key),
    ...(accelerator && { accelerator, registerAccelerator: false }),
    click: () => send(id),
  });
  const own = (key: MessageKey, role: Role): MenuItem => ({ label: say(key), role });
  const separator: MenuItem = { type: 'separator' };
  const isMac = platform === 'darwin';

  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItem] : []),
    {
      label: say('menu.file'),
      submenu: [
        command('menu.newSheet', 'sheet.new'),
        command('menu.import', 'sheet.import'),
        command('menu.export', 'sheet.export'),
        separator,
        own('menu.closeWindow', 'close'),
        ...(isMac ? [] : [own('menu.quit', 'quit')]),
      ],
    },
    {
      label: say('menu.edit'),
      submenu: [
        command('menu.undo', 'edit.undo', 'CmdOrCtrl+Z'),
        command('menu.redo', 'edit.redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        own('menu.cut', 'cut'),
        own('menu.copy', 'copy'),
        own('menu.paste', 'paste'),
        own('menu.selectAll', 'selectAll'),
      ],
    },
    {
      label: say('menu.view'),
      submenu: [
        command('menu.home', 'view.home'),
        command('menu.palette', 'view.palette', 'CmdOrCtrl+K'),
        separator,
        command('menu.grid', 'view.grid'),
        command('menu.comparison', 'view.comparison'),
        command('menu.reconciliation', 'view.reconciliation'),
        command('menu.panel', 'view.panel'),
        separator,
        command('menu.theme', 'view.theme'),
        command('menu.language', 'view.language'),
        separator,
        own('menu.actualSize', 'resetZoom'),
        own('menu.zoomIn', 'zoomIn'),
        own('menu.zoomOut', 'zoomOut'),
        own('menu.fullScreen', 'togglefullscreen'),
      ],
    },
    {
      label: say('menu.help'),
      submenu: [command('menu.shortcuts', 'help.shortcuts', 'CmdOrCtrl+/'), own('menu.about', 'about')],
    },
  ];
}
