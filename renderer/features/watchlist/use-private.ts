/** What the vault has of the securities: own ratings and the latest notes. Null while it is locked or there is none; dropped when it locks. */
import { useEffect, useState } from 'react';
import type { NoteHead } from '../../../shared/notes.ts';
import { parseObjectRef } from '../../../shared/object-ref.ts';
import type { ListedOwnRating } from '../../../shared/rating-methods.ts';
import { call, onEvent } from '../../api.ts';
import { following, stopping } from '../../follow.ts';
import { showFailure } from '../../shell/notices.tsx';

export type PrivateData = {
  own: ReadonlyMap<string, ListedOwnRating>;
  notes: ReadonlyMap<string, NoteHead>;
};

const followPrivate = following('vaultOpened', 'ratingsEdited', 'notesEdited');

/** Asks only where `isWanted`. */
export function usePrivate(isWanted: boolean): PrivateData | null {
  const [known, setKnown] = useState<PrivateData | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let lastAsked = 0;
    const ask = () => {
      lastAsked += 1;
      const asked = lastAsked;
      readPrivate().then(
        (read) => asked === lastAsked && setKnown(read),
        (failure) => asked === lastAsked && showFailure(failure),
      );
    };
    ask();
    const stop = stopping(
      followPrivate(ask),
      onEvent(({ event }) => {
        if (event !== 'vaultLocked') return;
        lastAsked += 1;
        setKnown(null);
      }),
    );
    return () => {
      stop();
      lastAsked = -1;
    };
  }, [isWanted]);
  return known;
}

/** Both lists come with the newest first. */
async function readPrivate(): Promise<PrivateData | null> {
  if ((await call('getVaultStatus', {})).state !== 'open') return null;
  // Locked at this very moment, the calls are refused and the event follows.
  const [ratings, heads] = await Promise.all([call('listOwnRatings', {}), call('listNotes', {})]);
  const own = new Map<string, ListedOwnRating>();
  for (const listed of ratings) if (!own.has(listed.rating.securityId)) own.set(listed.rating.securityId, listed);
  const notes = new Map<string, NoteHead>();
  for (const head of heads) {
    for (const ref of head.about) {
      const about = parseObjectRef(ref);
      if (about?.kind === 'security' && !notes.has(about.id)) notes.set(about.id, head);
    }
  }
  return { own, notes };
}
