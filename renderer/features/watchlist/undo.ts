/** Undo and redo of edits of securities and lists, each said in a notice. */
import { formatMessage } from '../../../shared/messages.ts';
import type { WatchResult, WatchState } from '../../../shared/watchlist-methods.ts';
import { call } from '../../api.ts';
import { editWatchlist } from '../../securities/securities-store.ts';
import { showFailure, showNotice } from '../../shell/notices.tsx';
import { usePreferences } from '../../shell/preferences.ts';
import { watchlistTexts } from './watchlist-texts.ts';

export async function undoWatchlist(): Promise<void> {
  await step(call('undoWatchlist', {}), ({ redo }) => redo, 'undone', 'nothingToUndo');
}

export async function redoWatchlist(): Promise<void> {
  await step(call('redoWatchlist', {}), ({ undo }) => undo, 'redone', 'nothingToRedo');
}

async function step(
  edit: Promise<WatchResult | null>,
  labelOf: (state: WatchState) => WatchState['undo'],
  done: 'undone' | 'redone',
  nothing: 'nothingToUndo' | 'nothingToRedo',
): Promise<void> {
  try {
    const result = await editWatchlist(edit);
    const label = result && labelOf(result.state);
    if (label === null) showNotice(watchlistTexts[nothing]);
    else showNotice(watchlistTexts[done], { label: formatMessage(label, usePreferences.getState().language) });
  } catch (failure) {
    showFailure(failure);
  }
}

/** Wherever the focus is, except in a text that has its own undo. */
export function undoByKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  void (key === 'y' || event.shiftKey ? redoWatchlist() : undoWatchlist());
}
