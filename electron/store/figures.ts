/**
 * The figure that calculations use for a fact's id.
 *
 * Where the user has chosen another one in a conflict about the same thing, that one's figure is used: `factId`
 * says whose it is.
 */
import { type Fact, figureOf } from '../../shared/facts.ts';
import { isComparable, measure } from '../engine/fact-agreement.ts';
import { findChosenFact } from './conflicts.ts';
import { findStoredFact, type StoredFact } from './fact-rows.ts';
import type { Db } from './sqlite.ts';

export type FoundFigure = Pick<
  Fact,
  'unit' | 'confidence' | 'date' | 'sourceId' | 'place' | 'wording' | 'qualifier'
> & {
  /** The fact used: the one asked for, or the one that was chosen instead of it. */
  factId: string;
  /** In `unit`; null where the fact is text. */
  value: number | null;
  text: string;
  /** Out of use: calculations say so instead of using the figure. */
  isRetired: boolean;
};

/** Undefined where there is no such fact. */
export function findFigure(db: Db, factId: string): FoundFigure | undefined {
  const asked = findStoredFact(db, factId);
  if (asked === undefined) return undefined;
  const { fact, isRetired } = chosenInsteadOf(db, asked) ?? asked;
  const { id, unit, confidence, date, sourceId, place, wording, qualifier } = fact;
  return { factId: id, ...figureOf(fact), unit, confidence, date, sourceId, place, wording, qualifier, isRetired };
}

/** A price in another currency cannot stand in for the one that was asked for. */
function chosenInsteadOf(db: Db, asked: StoredFact): StoredFact | undefined {
  const chosen = asked.isRetired ? undefined : findChosenFact(db, asked.topic);
  return chosen !== undefined && isComparable(measure(chosen.fact), measure(asked.fact)) ? chosen : undefined;
}
