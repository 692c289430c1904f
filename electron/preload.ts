/** Preload script of the window, sandboxed: exposes invoke, on and pathOf at `window.plumbline` (shared/bridge.ts), nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/bridge.ts';
import { CALL_CHANNEL, EVENT_CHANNELS } from './window/channels.ts';

const bridge: Bridge = {
  invoke: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  pathOf: (file) => webUtils.getPathForFile(file),
  on: (event, listener) => {
    // What a page asks for is not trusted to be one of the two.
    if (!Object.hasOwn(EVENT_CHANNELS, event)) return () => undefined;
    const channel = EVENT_CHANNELS[event];
    const hear = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(channel, hear);
    return () => ipcRenderer.off(channel, hear);
  },
};

contextBridge.exposeInMainWorld('plumbline', bridge);
