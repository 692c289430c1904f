/**
 * A fact as a line of a sheet: an input that takes its figure by `FACT("id")`, with the fact's unit and the
 * place in its source. What the grid makes of a fact that is dropped on it, and "Add to sheet…" elsewhere.
 */
import type { LineDraft } from './contract.ts';
import { type Entity, type Fact, figureOf } from './facts.ts';
import type { LocalText } from './language.ts';
import { NO_PERIOD } from './periods.ts';
import { settingInBoth } from './setting-words.ts';

/** Of a drag: the ids of facts, one to a line. */
export const FACT_DATA_TYPE = 'application/x-plumbline-fact';

export type FactOfLine = Pick<
  Fact,
  'id' | 'setting' | 'value' | 'text' | 'unit' | 'correction' | 'sourceId' | 'place' | 'wording'
>;

/** `scenarioId` is the sheet's base. The workbench gives the line its name. */
export function lineOfFact(
  fact: FactOfLine,
  subject: Pick<Entity, 'name'>,
  metric: Pick<Entity, 'name'>,
  scenarioId: number,
): LineDraft {
  const { sourceId, place, wording, unit } = fact;
  return {
    label: labelOfFact(fact.setting, subject.name, metric.name),
    unit: figureOf(fact).value === null ? '' : unit,
    sources: [{ sourceId, place, wording }],
    cells: [{ scenarioId, period: NO_PERIOD, content: `=${factFormula(fact.id)}` }],
  };
}

/** `FACT("000/图1/mmlu:gpt-4o")` */
export function factFormula(factId: string): string {
  return `FACT("${factId}")`;
}

/** `GPT-4o MMLU（5-shot）` */
export function labelOfFact(setting: string, subject: LocalText, metric: LocalText): LocalText {
  const { zh, en } = settingInBoth(setting);
  return {
    zh: `${subject.zh || subject.en} ${metric.zh || metric.en}${zh && `（${zh}）`}`,
    en: `${subject.en || subject.zh} ${metric.en || metric.zh}${en && ` (${en})`}`,
  };
}
