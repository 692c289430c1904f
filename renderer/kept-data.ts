/**
 * What many screens need to know: read when the first of them needs it, and again after edits. A store says what it
 * holds and how that is read; the rest is the same for all of them.
 *
 *     export const useSeries = create<SeriesData>(() => ({ ...UNREAD, all: [] }));
 *     export const { load, read } = keepData(useSeries, async () => ({ all: await call('listSeries', {}) }));
 *     const { status, all } = useKeptData(useSeries, load);
 */
import { useEffect } from 'react';
import type { StoreApi, UseBoundStore } from 'zustand';
import type { Follow } from './follow.ts';

export type KeptData = {
  status: 'unread' | 'loading' | 'ready' | 'failed';
  /** What the call threw that should have given the data. */
  failure: unknown;
  /** Grows with every edit; what depends on the data asks again then. */
  version: number;
};

export const UNREAD: KeptData = { status: 'unread', failure: null, version: 0 };

export function keepData<Data extends KeptData>(
  useStore: UseBoundStore<StoreApi<Data>>,
  ask: () => Promise<Partial<Data>>,
) {
  const set = (known: Partial<KeptData>, data?: Partial<Data>) =>
    useStore.setState((before) => ({ ...before, ...data, ...known }));

  /** Reads the data, again where they are there already; how it went is in `status`. */
  const read = async () => {
    try {
      set({ status: 'ready', failure: null }, await ask());
    } catch (failure) {
      set({ status: 'failed', failure });
    }
  };
  /** Reads them where they never were, or could not be. */
  const load = async () => {
    const { status } = useStore.getState();
    if (status === 'loading' || status === 'ready') return;
    set({ status: 'loading' });
    await read();
  };
  /** After an edit: reads again what was read. */
  const readAgain = () => {
    if (useStore.getState().status !== 'unread') void read();
  };
  const wereEdited = () => set({ version: useStore.getState().version + 1 });
  /** After every edit, here or in another window. */
  const followEdits: Follow = (ask) =>
    useStore.subscribe((now, before) => {
      if (now.version !== before.version) ask();
    });
  return { read, load, readAgain, wereEdited, followEdits };
}

/** The data, read when a component first needs them. */
export function useKeptData<Data extends KeptData>(
  useStore: UseBoundStore<StoreApi<Data>>,
  load: () => Promise<void>,
): Data {
  const data = useStore();
  const { status } = data;
  useEffect(() => {
    if (status === 'unread') void load();
  }, [status, load]);
  return data;
}
