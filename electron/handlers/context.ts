/** What handlers work with; electron/workbench.ts makes one for the life of the process. */
import type { WorkbenchEvent } from '../../shared/contract.ts';
import type { BundledData } from '../store/bundled-data.ts';
import type { Store } from '../store/open-store.ts';
import type { KeyStore } from '../vault/key-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenSheets } from './open-sheets.ts';

/** What a host (window, browser tab, command line) can do for the workbench. */
export type Host = {
  kind: 'window' | 'browser' | 'command-line';
  /** Asks the user where to save; null when they cancel. */
  chooseSavePath?: (suggestedName: string) => Promise<string | null>;
  /** Asks the user for a file with one of the endings (`csv`); null when they cancel. */
  chooseOpenPath?: (endings: readonly string[]) => Promise<string | null>;
  /** Offers a finished file to the user; gives the address to get it at. */
  offerDownload?: (path: string) => string;
  /** The same of what must not lie in a file of the host's. */
  offerContent?: (name: string, content: Uint8Array) => string;
  /** The operating system's key store, where this host can use one. */
  keyStore?: KeyStore;
  log: (line: string) => void;
};

export type Context = {
  home: string;
  store: Store;
  vault: Vault;
  data: BundledData;
  sheets: OpenSheets;
  host: Host;
  /** Tells every client but `except`. */
  emit: (event: WorkbenchEvent, except: string | null) => void;
  /** An id for a line or scenario: never used before. */
  nextId: () => number;
  /** The moment, ISO 8601 in UTC. */
  now: () => string;
};
