/** The facts that formulas take by `FACT("id")`. */
import { message } from '../../shared/messages.ts';
import { type Mention, MentionTable } from './mentions.ts';
import { fault, type Scalar } from './scalar.ts';

/** What calculations use of a fact; `unit` is '' where it has none. */
export type EngineFact = { value: number | string; unit: string } | 'retired';

/** Where figures come from; undefined of a fact that nobody knows. */
export type FactSource = { find(factId: string): EngineFact | undefined };

/** For sheets without facts. */
export const NO_FACTS: FactSource = { find: () => undefined };

export type FactName = Mention<EngineFact>;

export function factTable(source: FactSource): MentionTable<EngineFact> {
  return new MentionTable((factId) => source.find(factId), isSameFact);
}

/** The figure, or the fault that says why there is none. */
export function figureOfFact({ id, held }: FactName): Scalar {
  if (held === undefined) return fault('#NAME?', message('engine.factUnknown', { fact: id }));
  return held === 'retired' ? fault('#N/A', message('engine.factRetired', { fact: id })) : held.value;
}

function isSameFact(a: EngineFact | undefined, b: EngineFact | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.value === b.value && a.unit === b.unit;
}
