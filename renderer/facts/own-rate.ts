/** An exchange rate as the user enters it: kept as an assumption of their own beside the rates of sources. */
import type { FactView } from '../../shared/facts.ts';
import type { Language } from '../../shared/language.ts';
import { parseEntry } from '../../shared/number-entry.ts';
import { call } from '../api.ts';
import { Refusal } from '../shell/refusal.ts';
import { editFacts, useFacts } from './facts-store.ts';
import { rateTexts } from './rate-texts.ts';

/** CNY per USD. Throws a Refusal where the text is no rate. */
export function parseRate(typed: string): number {
  const entry = parseEntry(typed);
  const isRate = entry.kind === 'number' && entry.value > 0 && entry.percent === undefined && entry.unit === undefined;
  if (!isRate) throw new Refusal(rateTexts.notARate, { text: typed.trim() });
  return entry.value;
}

/** Of one's own the figure is changed; a rate of a source stays, and the assumption stands beside it. Gives its id. */
export async function enterRate(value: number, shown: FactView | null, rates: readonly FactView[], language: Language) {
  const assumed = shown?.origin === 'own' ? shown : rates.find(isAssumption);
  if (assumed !== undefined) {
    await editFacts(call('updateFact', { factId: assumed.id, fields: { value, unit: 'CNY/USD', correction: null } }));
    return assumed.id;
  }
  await putAssumptions(language);
  const added = await editFacts(
    call('addFact', {
      draft: {
        sourceId: ASSUMPTIONS,
        subject: 'usd-cny',
        subjectKind: 'currency',
        metric: 'exchange-rate',
        // An assumption says nothing about the same thing as a rate that was printed: it is no conflict.
        setting: rateTexts.assumption[language],
        value,
        unit: 'CNY/USD',
        printed: String(value),
        confidence: 'recalled',
      },
    }),
  );
  return added.factId;
}

const ASSUMPTIONS = 'assumptions';

function isAssumption({ origin, sourceId, date }: FactView): boolean {
  return origin === 'own' && sourceId === ASSUMPTIONS && date === '';
}

/** The source that assumptions hang from, made with the first of them. */
async function putAssumptions(language: Language): Promise<void> {
  if (useFacts.getState().sources.has(ASSUMPTIONS)) return;
  const title = rateTexts.assumptions[language];
  const source = { id: ASSUMPTIONS, title, publisher: '', date: '', language, link: '' };
  await editFacts(call('putSource', { source }));
}
