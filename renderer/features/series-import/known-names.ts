/** Names that fields of the import offer: subjects and metrics that are known, and what vendors and units are called. */
import { useMemo } from 'react';
import type { ImportField } from '../../../shared/series-import.ts';
import { type EntityChoices, entityChoices } from '../../facts/entity-choice.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { useLanguage } from '../../texts.ts';

/** Metrics that vendors' files are about, in the order in which they are offered. */
export const USUAL_METRICS = [
  'downloads',
  'daily-active-users',
  'weekly-active-users',
  'monthly-active-users',
  'revenue',
  'visits',
  'capital-expenditure',
] as const;

const SAID: Partial<Record<ImportField, readonly string[]>> = {
  market: ['海外', '国内', '全球', '美国', '中国'],
  platform: ['iOS', 'Android', 'Web'],
  vendor: ['点点数据', '七麦数据', 'data.ai', 'Sensor Tower', 'AppMagic', 'Similarweb', 'QuestMobile', 'Wind'],
  unit: ['USD', 'CNY', '万元', '亿元', '亿美元', '万', '%'],
};
const OFFERED = 30;

export type KnownNames = {
  suggest: (field: ImportField, typed: string) => string[];
  /** What stands in a field for what the mapping holds: names of entities in the user's language. */
  textOf: (field: ImportField, constant: string) => string;
  constantOf: (field: ImportField, text: string) => string;
};

export function useKnownNames(): KnownNames {
  const language = useLanguage();
  const { entities } = useFactsData();
  return useMemo(() => {
    const all = [...entities.values()];
    const isMetric = ({ kind }: (typeof all)[number]) => kind === 'measure' || kind === 'benchmark';
    const metrics = entityChoices(all.filter(isMetric), language);
    const subjects = entityChoices(
      all.filter(({ kind }) => kind === 'app' || kind === 'organisation' || kind === 'model'),
      language,
    );
    const choices: Partial<Record<ImportField, EntityChoices>> = { metric: metrics, subject: subjects };
    const usual = USUAL_METRICS.filter((id) => entities.has(id)).map(metrics.labelOf);
    return {
      suggest: (field, typed) => {
        if (field === 'metric' && typed === '') return usual;
        return choices[field]?.find(typed, OFFERED) ?? [...(SAID[field] ?? [])];
      },
      textOf: (field, constant) => choices[field]?.labelOf(constant) ?? constant,
      constantOf: (field, text) => choices[field]?.idOf(text) ?? text,
    };
  }, [entities, language]);
}
