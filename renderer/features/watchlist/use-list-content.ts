/** The content of the list that is shown: asked for when another is shown or others changed something, and kept in step with this window's edits. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import { following, stopping, together } from '../../follow.ts';
import { askForContent, firstContent, keepContent, lastContent } from '../../securities/list-contents.ts';
import { followOthersEdits, onWatchChanges } from '../../securities/securities-store.ts';
import { applyChanges } from './apply-changes.ts';

export type ListContent = {
  /** Of this list; until it is there as it was when it was read last, or the one before. Undefined until there is one. */
  content: WatchListContent | undefined;
  isCurrent: boolean;
  failure: unknown;
  retry: () => void;
};

const followList = together(followOthersEdits, following('barsEdited', 'ratingsEdited'));

type Known = { listId: string; content?: WatchListContent; failure: unknown };

/** '' is all securities. */
export function useListContent(listId: string): ListContent {
  const [known, setKnown] = useState<Known | null>(null);
  const askAgain = useRef(() => {});
  // Asked for while the screen is still being drawn.
  const first = useMemo(() => firstContent(listId), [listId]);
  useEffect(() => {
    let lastAsked = 0;
    const ask = (answer = askForContent(listId)) => {
      lastAsked += 1;
      const asked = lastAsked;
      answer.then(
        (content) => asked === lastAsked && setKnown({ listId, content, failure: null }),
        (failure) => asked === lastAsked && setKnown({ listId, failure }),
      );
    };
    askAgain.current = ask;
    ask(first);
    const stop = stopping(
      followList(() => ask()),
      onWatchChanges((changes) =>
        setKnown((before) => {
          if (before?.content === undefined) return before;
          const content = applyChanges(before.content, changes);
          if (content === null) ask();
          return content === null ? before : { ...before, content };
        }),
      ),
    );
    return () => {
      stop();
      lastAsked = -1;
    };
  }, [listId, first]);
  useEffect(() => {
    if (known?.content !== undefined) keepContent(known.listId, known.content);
  }, [known]);
  return {
    content: known?.listId === listId ? known.content : (lastContent(listId) ?? known?.content),
    isCurrent: known?.listId === listId,
    failure: known?.failure ?? null,
    retry: useCallback(() => askAgain.current(), []),
  };
}
