/** The built preload script: one file for the sandbox that exposes invoke, on and pathOf, and nothing else. */
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { preloadFile } from '../../electron/paths.ts';
import type { Bridge } from '../../shared/bridge.ts';

function load() {
  const required: string[] = [];
  const invoked: unknown[][] = [];
  const listened: string[] = [];
  const exposed: Record<string, Bridge> = {};
  const listeners = new Map<string, (event: unknown, payload: unknown) => void>();
  const electron = {
    webUtils: { getPathForFile: (file: File) => `/chosen/${file.name}` },
    contextBridge: {
      exposeInMainWorld: (name: string, api: Bridge) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return 'answer';
      },
      on: (channel: string, listener: (event: unknown, payload: unknown) => void) => {
        listened.push(channel);
        listeners.set(channel, listener);
      },
      off: (channel: string) => listeners.delete(channel),
    },
  };
  const require = (name: string) => {
    required.push(name);
    return electron;
  };
  runInContext(readFileSync(preloadFile, 'utf8'), createContext({ require, exports: {}, module: { exports: {} } }));
  return { required, invoked, listened, exposed, listeners };
}

test('it needs electron only and exposes three functions', () => {
  const { required, exposed } = load();
  expect([...new Set(required)]).toEqual(['electron']);
  expect(Object.keys(exposed)).toEqual(['plumbline']);
  expect(Object.keys(exposed.plumbline).sort()).toEqual(['invoke', 'on', 'pathOf']);
});

test('a call goes over the one channel', () => {
  const { exposed, invoked } = load();
  expect(exposed.plumbline.invoke('openSheet', { sheetId: 'a' })).toBe('answer');
  expect(invoked).toEqual([['plumbline:call', 'openSheet', { sheetId: 'a' }]]);
});

test('a listener gets what main says, without Electron’s event, until it stops', () => {
  const { exposed, listeners } = load();
  const heard: unknown[] = [];
  const stop = exposed.plumbline.on('command', (command) => heard.push(command));
  listeners.get('plumbline:command')?.({ sender: 'secret' }, 'edit.undo');
  expect(heard).toEqual(['edit.undo']);
  stop();
  expect(listeners.size).toBe(0);
});

test('a file has the path that Electron knows of it', () => {
  const { exposed } = load();
  expect(exposed.plumbline.pathOf(new File([], 'week.csv'))).toBe('/chosen/week.csv');
});

test.each(['constructor', '__proto__', 'plumbline:call'])('%s is no event to listen to', (event) => {
  const { exposed, listened } = load();
  // What a hostile page would ask for, past the types.
  Reflect.apply(exposed.plumbline.on, undefined, [event, () => undefined]);
  expect(listened).toEqual([]);
});
