/**
 * The facts that formulas take by `FACT("id")`, as the engine counts them.
 *
 * A fact exists here as soon as a formula mentions it, whether or not the source of facts knows it: so
 * one that comes, goes or changes changes one `FactName`, and no formula has to be bound anew.
 */
import { message } from '../../shared/messages.ts';
import type { Content, FactName } from './graph.ts';
import { fault, type Scalar } from './scalar.ts';

/** What calculations use of a fact; `unit` is '' where it has none. */
export type EngineFact = { value: number | string; unit: string } | 'retired';

/** Where figures come from; undefined of a fact that nobody knows. */
export type FactSource = { find(factId: string): EngineFact | undefined };

/** For sheets without facts. */
export const NO_FACTS: FactSource = { find: () => undefined };

export class FactTable {
  private readonly source: FactSource;
  private readonly byId = new Map<string, FactName>();

  constructor(source: FactSource) {
    this.source = source;
  }

  /** The fact as formulas mention it; looked up if nobody did before. */
  mention(factId: string, reader: Content): FactName {
    let fact = this.byId.get(factId);
    if (fact === undefined) {
      fact = { id: factId, held: this.source.find(factId), readers: new Set() };
      this.byId.set(factId, fact);
    }
    fact.readers.add(reader);
    return fact;
  }

  /** Ids of all that formulas take now. */
  used(): string[] {
    return [...this.byId.values()].filter(({ readers }) => readers.size > 0).map(({ id }) => id);
  }

  /** Looks facts up again; returns the formulas that use one that is another than before. */
  refresh(factIds: Iterable<string>): Set<Content> {
    const readers = new Set<Content>();
    for (const factId of factIds) {
      const fact = this.byId.get(factId);
      if (fact === undefined) continue;
      if (fact.readers.size === 0) {
        this.byId.delete(factId);
        continue;
      }
      const held = this.source.find(factId);
      if (isSameFact(fact.held, held)) continue;
      fact.held = held;
      for (const reader of fact.readers) readers.add(reader);
    }
    return readers;
  }
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
