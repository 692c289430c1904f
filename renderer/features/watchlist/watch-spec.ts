/**
 * How lists are shown: columns, figures and order as the user left them, kept in the workbench for the next time, and
 * the views that they saved under names.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import { type WatchSpec, type WatchView, watchSpecSchema } from '../../../shared/watch-views.ts';
import { call, onEvent } from '../../api.ts';
import { showFailure } from '../../shell/notices.tsx';

/** The view that is kept without a name. */
const CURRENT = 'current';
const KEEP_AFTER_MS = 600;

export const FIRST_SPEC: WatchSpec = watchSpecSchema.parse({
  columns: ['code', 'last', 'change', 'marketCap', 'ratings', 'target', 'upside', 'ownRating', 'nextEvent', 'tags'],
});

export type ShownSpec = Pick<WatchSpec, 'columns' | 'figures' | 'sort'>;
type SpecState = { status: 'unread' | 'ready'; spec: ShownSpec; views: readonly WatchView[] };

export const useSpecStore = create<SpecState>(() => ({ status: 'unread', spec: FIRST_SPEC, views: [] }));

async function readViews(): Promise<void> {
  try {
    const all = await call('listWatchViews', {});
    const current = all.find(({ id }) => id === CURRENT);
    useSpecStore.setState(({ status, spec }) => ({
      status: 'ready',
      views: all.filter(({ id }) => id !== CURRENT),
      spec: status === 'unread' && current ? current.spec : spec,
    }));
  } catch (failure) {
    showFailure(failure);
  }
}

/** The spec as it stands, read at the first use. */
export function useWatchSpec(): SpecState {
  const state = useSpecStore();
  useEffect(() => {
    if (useSpecStore.getState().status === 'unread') void readViews();
    return onEvent((event) => {
      if (event.event === 'watchlistEdited' && event.listIds.length + event.securityIds.length === 0) void readViews();
    });
  }, []);
  return state;
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shown at once, kept a moment later. */
export function changeSpec(changed: Partial<ShownSpec>): void {
  const spec = { ...useSpecStore.getState().spec, ...changed };
  useSpecStore.setState({ spec });
  clearTimeout(timer);
  timer = setTimeout(() => {
    call('putWatchView', { view: { id: CURRENT, title: CURRENT, spec } }).catch(showFailure);
  }, KEEP_AFTER_MS);
}

export async function saveView(view: WatchView): Promise<boolean> {
  try {
    const { spec, ...saved } = await call('putWatchView', { view });
    useSpecStore.setState(({ views }) => {
      const isKnown = views.some(({ id }) => id === view.id);
      const now = { ...saved, spec };
      return { views: isKnown ? views.map((each) => (each.id === view.id ? now : each)) : [...views, now] };
    });
    return true;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}

export async function dropView(viewId: string): Promise<boolean> {
  try {
    await call('deleteWatchView', { viewId });
    useSpecStore.setState(({ views }) => ({ views: views.filter(({ id }) => id !== viewId) }));
    return true;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}
