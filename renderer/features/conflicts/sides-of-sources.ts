/** Several conflicts by source: what each source says in each, and what choosing its side everywhere would decide. */
import type { Input } from '../../../shared/contract.ts';
import type { Conflict } from '../../../shared/fact-methods.ts';
import { type Side, sidesOf } from './conflict-sides.ts';

export type SourceSides = {
  sourceId: string;
  /** By topic; without those in which the source says nothing, or two things. */
  sides: ReadonlyMap<string, Side>;
  choices: Input<'chooseFacts'>['choices'];
};

/** The source that decides most first. */
export function sidesOfSources(conflicts: readonly Conflict[]): SourceSides[] {
  const sourceIds = new Set(conflicts.flatMap(({ facts }) => facts.map(({ sourceId }) => sourceId)));
  return [...sourceIds]
    .sort()
    .map((sourceId) => ofSource(conflicts, sourceId))
    .filter(({ choices }) => choices.length > 0)
    .sort((a, b) => b.choices.length - a.choices.length);
}

function ofSource(conflicts: readonly Conflict[], sourceId: string): SourceSides {
  const sides = new Map<string, Side>();
  const choices: Input<'chooseFacts'>['choices'] = [];
  for (const conflict of conflicts) {
    const own = sidesOf(conflict).filter(({ facts }) => facts.some((fact) => fact.sourceId === sourceId));
    const fact = own[0]?.facts.find((each) => each.sourceId === sourceId);
    if (own.length !== 1 || fact === undefined) continue;
    sides.set(conflict.topic, own[0]);
    choices.push({ topic: conflict.topic, factId: fact.id });
  }
  return { sourceId, sides, choices };
}
