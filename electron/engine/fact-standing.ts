/**
 * Which of the facts that say the same thing is used, and how the others stand to it:
 *
 *     const [used, ...others] = rankFacts(facts);
 *
 * The latest date comes first; of one date what the user chose in a conflict, and what they passed over last; then
 * the figure that most others agree with, then the most precise. Nothing is averaged.
 */
import { type FactView, figureOf } from '../../shared/facts.ts';
import type { Standing } from '../../shared/model-methods.ts';
import { agree, measure } from './fact-agreement.ts';

export type RankedFact = { fact: FactView; standing: Standing };

/** The one used first; empty of none. */
export function rankFacts(facts: readonly FactView[]): RankedFact[] {
  const measured = new Map(facts.map((fact) => [fact, measure(fact)]));
  const doAgree = (a: FactView, b: FactView) => {
    const [ofA, ofB] = [measured.get(a), measured.get(b)];
    return ofA !== undefined && ofB !== undefined && agree(ofA, ofB);
  };
  const sameDate = (a: FactView, b: FactView) => a.date === b.date;
  const supporters = new Map(
    facts.map((fact) => [fact, facts.filter((other) => sameDate(fact, other) && doAgree(fact, other)).length]),
  );
  const order = (a: FactView, b: FactView) =>
    compareText(b.date, a.date) ||
    CHOSEN_FIRST[a.conflict] - CHOSEN_FIRST[b.conflict] ||
    (supporters.get(b) ?? 0) - (supporters.get(a) ?? 0) ||
    figureOf(b).text.length - figureOf(a).text.length ||
    compareText(a.id, b.id);
  const [used, ...others] = facts.toSorted(order);
  if (used === undefined) return [];
  return [
    { fact: used, standing: 'used' },
    ...others.map((fact) => ({ fact, standing: standingOf(fact, used, doAgree(fact, used)) })),
  ];
}

const CHOSEN_FIRST: Record<FactView['conflict'], number> = { chosen: 0, none: 1, open: 1, 'passed-over': 2 };

function standingOf(fact: FactView, used: FactView, doesAgree: boolean): Standing {
  if (fact.date < used.date) return 'older';
  return doesAgree ? 'agrees' : 'disagrees';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
