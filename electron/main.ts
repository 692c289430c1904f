/**
 * Electron host: the workbench in a window of its own. Thin on purpose: what it decides lies in
 * window/, where tests reach it without Electron.
 *
 *     electron . [--home DIR]
 */
import { parseArgs } from 'node:util';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import type { BridgeEvents } from '../shared/bridge.ts';
import type { Preferences } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { Language } from '../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../shared/messages.ts';
import { homeFolder } from './home-folder.ts';
import { openLog } from './log.ts';
import { dataFolder, pageFolder, preloadFile } from './paths.ts';
import { systemLanguage } from './system-language.ts';
import { CALL_CHANNEL, EVENT_CHANNELS } from './window/channels.ts';
import { keyStoreOver } from './window/key-store.ts';
import { buildMenu } from './window/menu.ts';
import { APP_SCHEME, externalLink, isOwnPage, pageAddress } from './window/origin.ts';
import { servePage } from './window/page-protocol.ts';
import { isPermitted } from './window/permissions.ts';
import { fitToDisplays, readWindowState, SMALLEST_SIZE, writeWindowState } from './window/window-state.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const { values } = parseArgs({ options: { home: { type: 'string' } }, strict: false });
const home = homeFolder(typeof values.home === 'string' ? values.home : undefined);
const log = openLog(home);
const page = pageAddress(process.env.ELECTRON_RENDERER_URL);
let language: Language = systemLanguage();

const say = (key: MessageKey) => formatMessage(message(key), language);
const clientOf = (contents: Electron.WebContents) => `window-${contents.id}`;

// One instance for each data folder: Electron's lock lies in its user-data folder.
app.setPath('userData', `${home}/window`);
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('web-contents-created', (_event, contents) => confine(contents));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  app.whenReady().then(start).catch(reportFailure);
} else {
  app.quit();
}

async function start(): Promise<void> {
  language = systemLanguage(app.getLocale());
  const keyStore = keyStoreOver(safeStorage, process.platform, log);
  const workbench = openWorkbench({
    home,
    dataFolder,
    host: { kind: 'window', chooseSavePath, chooseOpenPath, keyStore, log },
  });
  app.on('will-quit', () => workbench.close());

  // Whoever sits down at a machine that slept or was locked is somebody else until they prove the contrary.
  const lockVault = () => void workbench.dispatch('lockVault', {}, 'system');
  powerMonitor.on('suspend', lockVault);
  powerMonitor.on('lock-screen', lockVault);

  protocol.handle(APP_SCHEME, servePage(pageFolder));
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isPermitted(permission, requestingUrl, page)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin, page),
  );
  answerCalls(workbench);
  workbench.events.subscribe((event, except) => {
    if (event.event === 'preferencesSet') applyPreferences(event.preferences);
    for (const window of BrowserWindow.getAllWindows()) {
      if (clientOf(window.webContents) !== except) tell(window, 'workbench', event);
    }
  });
  const preferences = await workbench.dispatch('getPreferences', {}, 'menu');
  if (preferences.ok) applyPreferences(preferences.value as Preferences);

  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

function openWindow(): void {
  const saved = readWindowState(home);
  const { id: primary } = screen.getPrimaryDisplay();
  const displays = screen.getAllDisplays().sort((a, b) => Number(b.id === primary) - Number(a.id === primary));
  const window = new BrowserWindow({
    ...fitToDisplays(
      saved,
      displays.map((display) => display.workArea),
    ),
    ...SMALLEST_SIZE,
    show: false,
    title: 'Plumbline',
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (saved?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(home, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.loadURL(page).catch((error: unknown) => log(String(error)));
}

/** The one channel on which the page calls. */
function answerCalls(workbench: Workbench): void {
  ipcMain.handle(CALL_CHANNEL, ({ sender, senderFrame }, method: unknown, input: unknown) => {
    const fromPage = senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url, page);
    if (!fromPage) throw new Error('Refused: not the page of this program');
    return workbench.dispatch(String(method), input, clientOf(sender));
  });
}

/** A page stays where it is and opens nothing; links go to the system's browser. */
function confine(contents: Electron.WebContents): void {
  const openOutside = (url: string) => {
    const link = externalLink(url);
    if (link) shell.openExternal(link).catch((error: unknown) => log(String(error)));
  };
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isOwnPage(event.url, page)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

async function chooseSavePath(suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: say('host.saveWorkbook'),
    defaultPath: suggestedName,
    filters: [filterOf(suggestedName)],
  });
  return canceled || !filePath ? null : filePath;
}

/** The dialog may put the first ending of a filter after a name: it must be the name's own. */
function filterOf(name: string): Electron.FileFilter {
  const ending = /\.([a-z0-9-]+)$/i.exec(name)?.[1] ?? 'xlsx';
  return ending === 'xlsx'
    ? { name: say('host.excelWorkbook'), extensions: ['xlsx'] }
    : { name: ending, extensions: [ending] };
}

async function chooseOpenPath(endings: readonly string[]): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: say('host.openFile'),
    properties: ['openFile'],
    filters: [
      { name: say('host.importableFiles'), extensions: [...endings] },
      { name: say('host.allFiles'), extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

function applyPreferences(preferences: Preferences): void {
  language = preferences.language === 'system' ? systemLanguage(app.getLocale()) : preferences.language;
  const send = (command: BridgeEvents['command']) => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    if (window) tell(window, 'command', command);
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenu(language, process.platform, send)));
}

function tell<E extends keyof BridgeEvents>(window: BrowserWindow, event: E, payload: BridgeEvents[E]): void {
  window.webContents.send(EVENT_CHANNELS[event], payload);
}

/** The store could not be opened, or a bug: said in a dialog, because there is no page yet that could. */
function reportFailure(error: unknown): void {
  if (!(error instanceof AppError)) log(error instanceof Error ? (error.stack ?? String(error)) : String(error));
  const reason = error instanceof AppError ? formatMessage(error.said, language) : say('host.internal');
  dialog.showErrorBox(say('host.cannotOpenTitle'), reason);
  app.exit(0);
}
