/**
 * Stands in for the package `electron` where the built main runs without the runtime: it records what
 * main sets up, and lets a test play the part of the page, the user and the system.
 */
import { EventEmitter } from 'node:events';
import type { Rectangle } from '../../electron/window/window-state.ts';

type CallHandler = (event: { sender: unknown; senderFrame: unknown }, method: unknown, input: unknown) => unknown;
type PermissionHandler = (
  contents: unknown,
  permission: string,
  answer: (allowed: boolean) => void,
  details: { requestingUrl: string },
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;
type OpenHandler = (details: { url: string }) => { action: string };
export type MenuEntry = { label?: string; role?: string; click?: () => void; submenu?: MenuEntry[] };

/** What main did, for the test to read. */
export const recorded = {
  paths: {} as Record<string, string>,
  schemes: [] as unknown[],
  sandboxed: false,
  windows: [] as BrowserWindow[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  callHandlers: new Map<string, CallHandler>(),
  permissionRequest: null as PermissionHandler | null,
  permissionCheck: null as PermissionCheck | null,
  openedOutside: [] as string[],
  menu: [] as MenuEntry[],
  errorBoxes: [] as { title: string; content: string }[],
  saveDialogs: [] as unknown[],
  exitCode: null as number | null,
  quitting: false,
};

/** What the system answers; a test sets it before main asks. */
export const system = {
  hasLock: true,
  locale: 'en-GB',
  savePath: '',
  /** The backend on Linux; `none` where there is no encryption. */
  keyStore: 'gnome_libsecret',
  user: 'analyst',
  workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }] as Rectangle[],
};

class App extends EventEmitter {
  setPath(name: string, path: string) {
    recorded.paths[name] = path;
  }
  enableSandbox() {
    recorded.sandboxed = true;
  }
  requestSingleInstanceLock() {
    return system.hasLock;
  }
  async whenReady() {}
  getLocale() {
    return system.locale;
  }
  quit() {
    recorded.quitting = true;
    for (const window of [...recorded.windows]) window.close();
    this.emit('will-quit', {});
  }
  exit(code: number) {
    recorded.exitCode = code;
  }
}
export const app = new App();

class WebContents extends EventEmitter {
  static count = 0;
  id = ++WebContents.count;
  mainFrame = { url: '' };
  sent: { channel: string; payload: unknown }[] = [];
  openHandler: OpenHandler | null = null;
  send(channel: string, payload: unknown) {
    this.sent.push({ channel, payload });
  }
  setWindowOpenHandler(handler: OpenHandler) {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return recorded.windows;
  }
  static getFocusedWindow() {
    return recorded.windows[0] ?? null;
  }
  options: Record<string, unknown>;
  webContents = new WebContents();
  calls: string[] = [];
  isMaximizedNow = false;
  isMinimizedNow = false;
  bounds: Rectangle;

  constructor(options: Record<string, unknown> & Rectangle) {
    super();
    this.options = options;
    this.bounds = { x: options.x, y: options.y, width: options.width, height: options.height };
    recorded.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
  }
  show() {
    this.calls.push('show');
  }
  focus() {
    this.calls.push('focus');
  }
  restore() {
    this.calls.push('restore');
  }
  maximize() {
    this.isMaximizedNow = true;
  }
  isMaximized() {
    return this.isMaximizedNow;
  }
  isMinimized() {
    return this.isMinimizedNow;
  }
  getNormalBounds() {
    return this.bounds;
  }
  close() {
    this.emit('close', {});
    recorded.windows.splice(recorded.windows.indexOf(this), 1);
    if (recorded.windows.length === 0) app.emit('window-all-closed');
  }
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]) {
    recorded.schemes = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    recorded.protocols.set(scheme, handler);
  },
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: PermissionHandler) {
      recorded.permissionRequest = handler;
    },
    setPermissionCheckHandler(handler: PermissionCheck) {
      recorded.permissionCheck = handler;
    },
  },
};

export const ipcMain = {
  handle(channel: string, handler: CallHandler) {
    recorded.callHandlers.set(channel, handler);
  },
};

export const shell = {
  async openExternal(url: string) {
    recorded.openedOutside.push(url);
  },
};

export const dialog = {
  showErrorBox(title: string, content: string) {
    recorded.errorBoxes.push({ title, content });
  },
  async showSaveDialog(options: unknown) {
    recorded.saveDialogs.push(options);
    return { canceled: system.savePath === '', filePath: system.savePath };
  },
};

export const powerMonitor = new EventEmitter();

/** Keeps what a real one would: it opens only what it sealed itself, as long as its user is the same. */
export const safeStorage = {
  isEncryptionAvailable: () => system.keyStore !== 'none',
  getSelectedStorageBackend: () => system.keyStore,
  encryptString: (plain: string) => Buffer.from(`${system.user}\n${plain}`),
  decryptString(sealed: Buffer) {
    const [user, plain] = sealed.toString().split('\n');
    if (user !== system.user) throw new Error('Error while decrypting the ciphertext provided to safeStorage.');
    return plain;
  },
};

export const screen = {
  getPrimaryDisplay: () => ({ id: 0, workArea: system.workAreas[0] }),
  getAllDisplays: () => system.workAreas.map((workArea, id) => ({ id, workArea })),
};

export const Menu = {
  buildFromTemplate: (template: MenuEntry[]) => template,
  setApplicationMenu(menu: MenuEntry[]) {
    recorded.menu = menu;
  },
};
