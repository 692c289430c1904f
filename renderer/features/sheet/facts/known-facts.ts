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
import { followFactEdits } from '../../../facts/facts-store.ts';
import { figureText } from '../../../facts/figure-text.ts';

export type KnownFact = Pick<Output<'getFact'>, 'fact' | 'subject' | 'metric'>;

/** Null of an id that the workbench does not know. */
const facts = new Map<string, KnownFact | null>();
/** Wanted by labels, to be asked for in a moment. */
const wanted = new Set<string>();
/** Asked for; what failed stays here, so that a host that is away is not asked by every label. */
const asked = new Set<string>();

export const useKnownFacts = create<{ version: number }>(() => ({ version: 0 }));

/** Undefined until it is known; what is wanted together is asked for together. */
export function knownFact(factId: string): KnownFact | null | undefined {
  if (!facts.has(factId) && !asked.has(factId)) {
    if (wanted.size === 0) queueMicrotask(() => void learn([...wanted]));
    wanted.add(factId);
  }
  return facts.get(factId);
}

/** Keeps the labels up to date with edits of facts, in this window and others; returns how to stop. */
export function followKnownFacts(): () => void {
  return followFactEdits(() => void learn([...facts.keys(), ...asked]));
}

/** The facts as they are now. Throws what `call` throws, but for facts that do not exist. */
export async function readFacts(factIds: readonly string[]): Promise<KnownFact[]> {
  const answers = await Promise.all(factIds.map(readFact));
  return answers.filter((answer) => answer !== null);
}

/** Asks for facts, again where they are known, and has what shows them drawn anew. */
export async function learn(factIds: readonly string[]): Promise<void> {
  for (const factId of factIds) {
    wanted.delete(factId);
    asked.add(factId);
  }
  // A label is an extra: without it the id stands there, and what failed is said where it matters.
  const isAnswered = await readFacts(factIds).then(
    () => true,
    () => false,
  );
  if (!isAnswered) return;
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
