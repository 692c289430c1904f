/** Undo and redo of the watchlist by name, on its screen also by keyboard, and following what other windows do. */
import { useEffect, useMemo } from 'react';
import { followSecurities } from '../../securities/securities-store.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { useRoute } from '../../shell/routes.ts';
import { modKey } from '../../ui/keys.ts';
import { redoWatchlist, undoByKey, undoWatchlist } from './undo.ts';
import { watchlistTexts } from './watchlist-texts.ts';

export function WatchlistCommands() {
  const isHere = useRoute(({ route }) => route.screen === 'watchlist');
  useEffect(followSecurities, []);
  useEffect(() => {
    if (!isHere) return;
    window.addEventListener('keydown', undoByKey);
    return () => window.removeEventListener('keydown', undoByKey);
  }, [isHere]);
  const commands = useMemo<Command[]>(() => {
    const undo = { label: watchlistTexts.undoCommand, run: () => void undoWatchlist() };
    const redo = { label: watchlistTexts.redoCommand, run: () => void redoWatchlist() };
    return [
      { id: 'watchlist.undo', ...undo },
      { id: 'watchlist.redo', ...redo },
      ...(isHere
        ? [
            { id: 'edit.undo', ...undo, shortcut: modKey('Z'), isListed: false },
            { id: 'edit.redo', ...redo, shortcut: modKey('Shift+Z'), isListed: false },
          ]
        : []),
    ];
  }, [isHere]);
  useCommands(commands);
  return null;
}
