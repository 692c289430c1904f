/** Says in the open sheet that facts which it uses have changed, and leads to them. */
import type { WorkbenchEvent } from '../../../../shared/contract.ts';
import { fillIn } from '../../../../shared/messages.ts';
import { openFact } from '../../../facts/open-fact.ts';
import { showNotice } from '../../../shell/notices.tsx';
import { usePreferences } from '../../../shell/preferences.ts';
import { knownFact, learn, nameOfFact } from './known-facts.ts';
import { sheetFactTexts } from './sheet-fact-texts.ts';

export type Recalculation = Extract<WorkbenchEvent, { event: 'sheetRecalculated' }>;

const NAMED = 2;

export async function tellChangedFigures({ factIds, values }: Recalculation): Promise<void> {
  await learn(factIds);
  const { language } = usePreferences.getState();
  const names = factIds.slice(0, NAMED).map((factId) => {
    const known = knownFact(factId);
    return fillIn(sheetFactTexts.quoted[language], { fact: known ? nameOfFact(known, language) : factId });
  });
  const listed = names.join(language === 'zh' ? '、' : ', ');
  const facts =
    factIds.length <= NAMED
      ? listed
      : fillIn(sheetFactTexts.andMore[language], { facts: listed, count: factIds.length });
  const count = values.reduce((sum, { lineIds }) => sum + lineIds.length, 0);
  showNotice(
    count === 1 ? sheetFactTexts.changedOne : sheetFactTexts.changed,
    { facts, count },
    {
      label: sheetFactTexts.open,
      run: () => openFact(factIds[0]),
    },
  );
}
