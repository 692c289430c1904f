/** Says in the open sheet that facts or series which it uses have changed, and leads to the facts. */
import type { WorkbenchEvent } from '../../../../shared/contract.ts';
import { fillIn } from '../../../../shared/messages.ts';
import { openFact } from '../../../facts/open-fact.ts';
import { showNotice } from '../../../shell/notices.tsx';
import { usePreferences } from '../../../shell/preferences.ts';
import { learnSeries, seriesName } from '../series/known-series.ts';
import { sheetSeriesTexts } from '../series/sheet-series-texts.ts';
import { knownFact, learn, nameOfFact } from './known-facts.ts';
import { sheetFactTexts } from './sheet-fact-texts.ts';

export type Recalculation = Extract<WorkbenchEvent, { event: 'sheetRecalculated' }>;

const NAMED = 2;

export async function tellChangedFigures({ factIds, seriesIds, values }: Recalculation): Promise<void> {
  await Promise.all([learn(factIds), learnSeries(seriesIds)]);
  const { language } = usePreferences.getState();
  const known = [
    ...factIds.slice(0, NAMED).map((factId) => {
      const fact = knownFact(factId);
      return fact ? nameOfFact(fact, language) : factId;
    }),
    // Facts that a series is over are told by the series as well: one of both is enough.
    ...(factIds.length > 0 ? [] : seriesIds.slice(0, NAMED).map((seriesId) => seriesName(seriesId, language))),
  ];
  const listed = known
    .map((fact) => fillIn(sheetFactTexts.quoted[language], { fact }))
    .join(language === 'zh' ? '、' : ', ');
  const total = factIds.length || seriesIds.length;
  const facts = total <= NAMED ? listed : fillIn(sheetFactTexts.andMore[language], { facts: listed, count: total });
  const count = values.reduce((sum, { lineIds }) => sum + lineIds.length, 0);
  const [factId] = factIds;
  const action = { label: sheetFactTexts.open, run: () => openFact(factId) };
  const texts = factIds.length > 0 ? factTexts : seriesTexts;
  showNotice(texts[count === 1 ? 'one' : 'several'], { facts, count }, factId === undefined ? undefined : action);
}

const factTexts = { one: sheetFactTexts.changedOne, several: sheetFactTexts.changed };
const seriesTexts = { one: sheetSeriesTexts.changedOne, several: sheetSeriesTexts.changed };
