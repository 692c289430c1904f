/**
 * Scales and ratings as the page follows them: `useRatingsAnswer` asks a method again whenever ratings, prices or
 * securities are edited, here or elsewhere. What is private is asked for inside a VaultGate alone, and goes with it.
 */
import { create } from 'zustand';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { formatMessage, type Sentence } from '../../shared/messages.ts';
import { call } from '../api.ts';
import { following } from '../follow.ts';
import { showFailure, showNotice, showUndoable } from '../shell/notices.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { type Answer, useAnswer } from '../use-answer.ts';
import { ratingsTexts } from './ratings-texts.ts';

const useEdits = create<{ count: number }>(() => ({ count: 0 }));

function ratingsWereEdited(): void {
  useEdits.setState(({ count }) => ({ count: count + 1 }));
}

/** Hears what other windows and imports change; returns how to stop. */
export function followRatings(): () => void {
  return following('ratingsEdited', 'barsEdited', 'watchlistEdited')(ratingsWereEdited);
}

export function useRatingsAnswer<M extends Method>(method: M, input: Input<M> | null): Answer<M> {
  return useAnswer(method, input, onRatingsEdited);
}

/** Has `ask` called after every edit; returns how to stop. */
export function onRatingsEdited(ask: () => void): () => void {
  return useEdits.subscribe(ask);
}

/** Does an edit that can be undone, and says so; false where it was refused, which is said too. */
export async function editRatings(edit: Promise<unknown>, done: Sentence): Promise<boolean> {
  try {
    await edit;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
  ratingsWereEdited();
  showUndoable(done, {}, () => void stepRatings('undoRatings'));
  return true;
}

export async function stepRatings(step: 'undoRatings' | 'redoRatings'): Promise<void> {
  const isUndo = step === 'undoRatings';
  try {
    const state: Output<typeof step> = await call(step, {});
    ratingsWereEdited();
    const label = isUndo ? state?.redo : state?.undo;
    if (!label) showNotice(isUndo ? ratingsTexts.nothingToUndo : ratingsTexts.nothingToRedo);
    else {
      const said = formatMessage(label, usePreferences.getState().language);
      showNotice(isUndo ? ratingsTexts.undone : ratingsTexts.redone, { label: said });
    }
  } catch (failure) {
    showFailure(failure);
  }
}

/** Records an own rating; throws where it is refused. What was said before stays. */
export async function putOwnRating(rating: Input<'putOwnRating'>['rating']): Promise<void> {
  await call('putOwnRating', { rating });
  ratingsWereEdited();
}

export async function deleteOwnRating(ratingId: string): Promise<void> {
  try {
    const rating = await call('deleteOwnRating', { ratingId });
    ratingsWereEdited();
    showUndoable(ratingsTexts.didDelete, {}, () => void putOwnRating(rating).catch(showFailure));
  } catch (failure) {
    showFailure(failure);
  }
}
