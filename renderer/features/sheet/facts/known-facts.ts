/**
 * Names and figures of the facts that the open sheet takes, for labels beside their ids. Asked for when
 * a label is first wanted; `version` grows when answers are there, and what shows labels is drawn anew.
 */
import { create } from 'zustand';
import type { Output } from '../../../../shared/contract.ts';
import { figureOf } from '../../../../shared/facts.ts';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import { labelOfFact } from '../../../../shared/line-of-fact.ts';
import { CallError, call } from '../../../api.ts';
import { figureText } from '../../../facts/figure-text.ts';

export type KnownFact = Pick<Output<'getFact'>, 'fact' | 'subject' | 'metric'>;

/** Null of an id that the workbench does not know. */
const facts = new Map<string, KnownFact | null>();
const asked = new Set<string>();

export const useKnownFacts = create<{ version: number }>(() => ({ version: 0 }));

/** Undefined until it is known; asks for it then. */
export function knownFact(factId: string): KnownFact | null | undefined {
  if (!facts.has(factId) && !asked.has(factId)) {
    asked.add(factId);
    void learn([factId]);
  }
  return facts.get(factId);
}

/** The facts as they are now. Throws what `call` throws, but for facts that do not exist. */
export async function readFacts(factIds: readonly string[]): Promise<KnownFact[]> {
  const answers = await Promise.all(factIds.map(readFact));
  return answers.filter((answer) => answer !== null);
}

/** After a change of facts: what is shown of them is asked for anew. */
export async function learn(factIds: readonly string[]): Promise<void> {
  // A label is an extra: without it the id stands there, and what failed is said where it matters.
  await readFacts(factIds).catch(() => []);
  for (const factId of factIds) asked.delete(factId);
  useKnownFacts.setState(({ version }) => ({ version: version + 1 }));
}

async function readFact(factId: string): Promise<KnownFact | null> {
  try {
    const { fact, subject, metric } = await call('getFact', { factId });
    const known = { fact, subject, metric };
    facts.set(factId, known);
    return known;
  } catch (failure) {
    if (!(failure instanceof CallError) || failure.code !== 'not-found') throw failure;
    facts.set(factId, null);
    return null;
  }
}

/** `GPT-4o MMLU（5-shot）` */
export function nameOfFact({ fact, subject, metric }: KnownFact, language: Language): string {
  return inLanguage(labelOfFact(fact.setting, subject.name, metric.name), language);
}

/** Name, figure and place in one line; the id alone until they are known. */
export function factLabel(factId: string, language: Language): string {
  const known = knownFact(factId);
  if (!known) return factId;
  return `${nameOfFact(known, language)}: ${figureOfKnown(known, language)} (${known.fact.place || known.fact.sourceId})`;
}

/** `88.6%`: what calculations use. */
export function figureOfKnown({ fact }: KnownFact, language: Language): string {
  return figureText({ ...fact, ...figureOf(fact) }, language);
}
