/** A conflict as its sides: the facts that print the same figure, or in a conflict of settings the same setting. */
import type { Conflict } from '../../../shared/fact-methods.ts';
import { type FactView, figureOf } from '../../../shared/facts.ts';

export type Side = { key: string; facts: readonly [FactView, ...FactView[]]; isChosen: boolean };

export function sidesOf({ kind, facts, choice }: Conflict): Side[] {
  const groups = Map.groupBy(facts, (fact) => (kind === 'setting' ? settingOf(fact) : figureKey(fact)));
  return [...groups].flatMap(([key, [first, ...others]]) => {
    if (first === undefined) return [];
    const own: Side['facts'] = [first, ...others];
    return { key, facts: own, isChosen: own.some(({ id }) => id === choice?.factId) };
  });
}

/** Whether it still waits for the user's word. */
export function isOpen({ choice, facts }: Conflict): boolean {
  return !facts.some(({ id }) => id === choice?.factId);
}

function figureKey(fact: FactView): string {
  const { value, text } = figureOf(fact);
  return JSON.stringify([value, value === null ? text : '', fact.unit, fact.qualifier]);
}

/** `CoT, 5-shot` and `5-Shot, CoT` are one setting. */
function settingOf({ setting }: FactView): string {
  const parts = setting
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,;、]/);
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .sort()
    .join(', ');
}
