/** A store with the bundled data, made once for all tests, which copy it: loading the data takes a moment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dataFolder } from '../../electron/paths.ts';
import { loadBundled } from '../../electron/store/load-bundled.ts';
import { openStore } from '../../electron/store/open-store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The store's file. */
    bundledStore: string;
  }
}

export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const store = openStore(folder);
  loadBundled(store.db, dataFolder);
  store.close();
  provide('bundledStore', store.file);
  return () => rmSync(folder, { recursive: true, force: true });
}
