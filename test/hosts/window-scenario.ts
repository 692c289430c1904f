/**
 * Runs the built main with the stand-in for `electron` in a process of its own, plays one scenario
 * and prints what was observed as JSON.
 *
 *     node test/hosts/window-scenario.ts SCENARIO --home DIR
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, type MenuEntry, powerMonitor, recorded, system } from './electron-stand-in.ts';

const standIn = new URL('electron-stand-in.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

const main = pathToFileURL(join(import.meta.dirname, '..', '..', 'out', 'main', 'main.js')).href;
const PAGE = 'app://plumbline/';

/** Starts main and waits until it opened a window, gave up or quit. */
async function start(): Promise<void> {
  await import(main);
  while (recorded.windows.length === 0 && recorded.exitCode === null && !recorded.quitting) await delay(5);
}

async function fetchPage(url: string) {
  const response = await recorded.protocols.get('app')?.(new Request(url));
  const policy = response?.headers.get('content-security-policy') ?? '';
  return {
    status: response?.status,
    type: response?.headers.get('content-type'),
    policy,
    body: await response?.text(),
  };
}

type Frame = { url: string } | null;

/** A call as the page makes it; `frame` other than the page's own is somebody else's. */
async function call(method: string, input: unknown, from: { window?: number; frame?: Frame } = {}) {
  const { webContents } = recorded.windows[from.window ?? 0];
  const senderFrame = from.frame === undefined ? webContents.mainFrame : from.frame;
  try {
    return await recorded.callHandlers.get('plumbline:call')?.({ sender: webContents, senderFrame }, method, input);
  } catch (error) {
    return { thrown: String(error) };
  }
}

function navigate(url: string) {
  let prevented = false;
  const event = { url, preventDefault: () => (prevented = true) };
  recorded.windows[0].webContents.emit('will-navigate', event);
  return { url, prevented };
}

function menuLabels(entries: MenuEntry[] = recorded.menu): string[] {
  return entries.flatMap(({ label, submenu }) => [...(label ? [label] : []), ...menuLabels(submenu ?? [])]);
}

function click(label: string, entries: MenuEntry[] = recorded.menu): void {
  for (const entry of entries) {
    if (entry.label === label) entry.click?.();
    click(label, entry.submenu ?? []);
  }
}

const scenarios: Record<string, () => Promise<unknown>> = {
  async opens() {
    await start();
    const [window] = recorded.windows;
    const { webPreferences, show, ...bounds } = window.options;
    return {
      webPreferences,
      show,
      bounds,
      calls: window.calls,
      url: window.webContents.mainFrame.url,
      schemes: recorded.schemes,
      sandboxed: recorded.sandboxed,
      userData: recorded.paths.userData,
      channels: [...recorded.callHandlers.keys()],
    };
  },
  async 'serves the page'() {
    await start();
    const urls = [PAGE, `${PAGE}../../package.json`, `${PAGE}%2e%2e%2fmain%2fmain.js`, 'app://elsewhere/'];
    return Promise.all(urls.map(async (url) => ({ url, ...(await fetchPage(url)) })));
  },
  async 'answers calls of its own page only'() {
    await start();
    return {
      own: await call('getAppInfo', {}),
      unknown: await call('constructor', {}),
      frameInside: await call('getAppInfo', {}, { frame: { url: PAGE } }),
      noFrame: await call('getAppInfo', {}, { frame: null }),
      elsewhere: await (async () => {
        recorded.windows[0].webContents.mainFrame.url = 'https://evil.example/';
        return call('getAppInfo', {});
      })(),
    };
  },
  async 'stays on its page'() {
    await start();
    const { webContents } = recorded.windows[0];
    const links = [
      'https://example.org/a',
      'http://example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-cmd:x',
    ];
    const opened = links.map((url) => webContents.openHandler?.({ url }).action);
    const openedOutside = recorded.openedOutside.splice(0);
    const navigated = [`${PAGE}index.html`, 'https://example.org/b', 'app://elsewhere/', 'file:///a'].map(navigate);
    let webview = 'attached';
    webContents.emit('will-attach-webview', { preventDefault: () => (webview = 'refused') });
    return { opened, openedOutside, navigated, navigatedOutside: recorded.openedOutside, webview };
  },
  async 'asks for permissions'() {
    await start();
    const { webContents } = recorded.windows[0];
    const asked = ['clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'notifications', 'unknown'];
    const allowedOn = (requestingUrl: string) => ({
      requested: asked.filter((permission) => {
        let isAllowed = false;
        const answer = (allowed: boolean) => {
          isAllowed = allowed;
        };
        recorded.permissionRequest?.(webContents, permission, answer, { requestingUrl });
        return isAllowed;
      }),
      checked: asked.filter((permission) => recorded.permissionCheck?.(webContents, permission, requestingUrl)),
    });
    return { own: allowedOn(PAGE), elsewhere: allowedOn('https://evil.example/'), otherHost: allowedOn('app://else/') };
  },
  async 'second start'() {
    await start();
    const [window] = recorded.windows;
    window.isMinimizedNow = true;
    app.emit('second-instance');
    return { calls: window.calls, windows: recorded.windows.length };
  },
  async 'has no lock'() {
    system.hasLock = false;
    await start();
    return { quitting: recorded.quitting, windows: recorded.windows.length };
  },
  async 'speaks both languages'() {
    await start();
    const english = menuLabels();
    await call('setPreferences', { language: 'zh' });
    const chinese = menuLabels();
    click('撤销');
    return { english, chinese, sent: recorded.windows[0].webContents.sent };
  },
  async 'tells the other windows'() {
    await start();
    app.emit('activate');
    const other = new BrowserWindow({ x: 0, y: 0, width: 1, height: 1 });
    await call('setPreferences', { theme: 'dark' });
    return { own: recorded.windows[0].webContents.sent, other: other.webContents.sent };
  },
  async 'asks where to save'() {
    await start();
    system.savePath = '';
    const cancelled = await call('chooseSavePath', { suggestedName: '成本.xlsx' });
    system.savePath = '/tmp/成本.xlsx';
    const chosen = await call('chooseSavePath', { suggestedName: '成本.xlsx' });
    return { cancelled, chosen, dialogs: recorded.saveDialogs };
  },
  async 'keeps the key of the vault'() {
    // Elsewhere there is one backend, and it always keeps secrets.
    Object.defineProperty(process, 'platform', { value: 'linux' });
    await start();
    const state = async () => {
      const { value } = (await call('getVaultStatus', {})) as { value: { state: string; keyStore: string } };
      return `${value.state}, key store ${value.keyStore}`;
    };
    const unlock = async () => {
      const answer = (await call('unlockVault', { by: { isByKeyStore: true } })) as {
        ok: boolean;
        error?: { code: string };
      };
      return answer.error?.code ?? (await state());
    };
    const { value } = (await call('createVault', { passphrase: '黄铜茶壶 seven badgers' })) as {
      value: { recoveryKey: string };
    };
    const observed: string[] = [await state()];
    const observe = async (text: Promise<string>) => observed.push(await text);
    await call('setKeyStore', { isOn: true });
    await observe(state());
    powerMonitor.emit('suspend');
    await observe(state());
    await observe(unlock());
    powerMonitor.emit('lock-screen');
    await observe(state());
    system.user = 'somebody else';
    await observe(unlock());
    system.keyStore = 'basic_text';
    await observe(state());
    await observe(unlock());
    await call('unlockVault', { by: { recoveryKey: value.recoveryKey } });
    await observe(state());
    system.keyStore = 'gnome_libsecret';
    await call('setKeyStore', { isOn: true });
    await call('lockVault', {});
    await observe(unlock());
    return observed;
  },
  async 'moves and quits'() {
    await start();
    const [window] = recorded.windows;
    window.bounds = { x: 50, y: 60, width: 1000, height: 700 };
    window.isMaximizedNow = true;
    app.quit();
    return { quitting: recorded.quitting };
  },
  async 'comes back'() {
    await start();
    const [window] = recorded.windows;
    return { bounds: window.bounds, maximized: window.isMaximizedNow };
  },
  async 'cannot open the store'() {
    await start();
    return { errorBoxes: recorded.errorBoxes, exitCode: recorded.exitCode, windows: recorded.windows.length };
  },
};

const observed = await scenarios[process.argv[2]]();
process.stdout.write(`${JSON.stringify(observed)}\n`, () => process.exit(0));
