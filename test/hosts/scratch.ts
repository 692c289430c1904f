/** Scratch folders, and a workbench without a store, for the tests of the hosts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WorkbenchListener } from '../../electron/workbench.ts';

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-host-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Answers every call with what it was called with, and tells the events that `emit` is given. */
export function echoingWorkbench() {
  const listeners = new Set<WorkbenchListener>();
  return {
    dispatch: async (method: string, input: unknown, clientId: string) =>
      ({ ok: true, value: { method, input, clientId } }) as const,
    events: {
      subscribe(listener: WorkbenchListener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    emit: ((event, except) => {
      for (const listener of listeners) listener(event, except);
    }) satisfies WorkbenchListener,
    listenerCount: () => listeners.size,
  };
}
