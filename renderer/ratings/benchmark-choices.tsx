/** Where a scale leaves its index open, or an industry has no price, the user chooses an index: here, once for all ratings. */
import { Select } from '@mantine/core';
import type { Scales } from '../../shared/rating-methods.ts';
import { marketOfRating, type RatingScale } from '../../shared/ratings.ts';
import type { Security } from '../../shared/securities.ts';
import { call } from '../api.ts';
import { useSecuritiesData } from '../securities/use-securities.ts';
import { useLocalText, useTexts } from '../texts.ts';
import classes from './ratings.module.css';
import { editRatings } from './ratings-store.ts';
import { ratingsTexts } from './ratings-texts.ts';

type BenchmarkChoicesProps = {
  security: Pick<Security, 'id' | 'kind' | 'exchange'>;
  scales: Scales;
  /** Those that ratings of it are by. */
  scaleIds: readonly string[];
};

export function BenchmarkChoices({
  security,
  scales: { scales, choices, industryIndexes },
  scaleIds,
}: BenchmarkChoicesProps) {
  const t = useTexts(ratingsTexts);
  const local = useLocalText();
  const market = marketOfRating(security);
  const open = scales.filter((scale) => scaleIds.includes(scale.id) && indexesOf(scale, market).length !== 1);
  const index = industryIndexes.find(({ industryId }) => industryId === security.id)?.securityId ?? null;
  if (open.length === 0 && security.kind !== 'industry') return null;
  return (
    <div className={classes.form}>
      {security.kind === 'industry' && (
        <IndexSelect
          label={t('chooseIndustryIndex')}
          value={index}
          onChoose={(securityId) =>
            void editRatings(call('setIndustryIndex', { industryId: security.id, securityId }), ratingsTexts.didChoose)
          }
        />
      )}
      {open.map((scale) => (
        <IndexSelect
          key={scale.id}
          label={`${local(scale.name)} · ${t(`market-${market}`)} · ${t('benchmark')}`}
          value={choices.find((choice) => choice.scaleId === scale.id && choice.market === market)?.securityId ?? null}
          first={indexesOf(scale, market)}
          onChoose={(securityId) =>
            void editRatings(call('setBenchmark', { scaleId: scale.id, market, securityId }), ratingsTexts.didChoose)
          }
        />
      ))}
    </div>
  );
}

function indexesOf({ benchmarks }: RatingScale, market: string): readonly string[] {
  return benchmarks.find((each) => each.market === market)?.securityIds ?? [];
}

type IndexSelectProps = {
  label: string;
  value: string | null;
  /** Those that the scale names come first. */
  first?: readonly string[];
  onChoose: (securityId: string | null) => void;
};

function IndexSelect({ label, value, first = [], onChoose }: IndexSelectProps) {
  const t = useTexts(ratingsTexts);
  const local = useLocalText();
  const { securities } = useSecuritiesData();
  const indexes = [...securities.values()]
    .filter(({ kind }) => kind === 'index')
    .sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  return (
    <Select
      className={classes.wide}
      label={label}
      placeholder={t('noChoice')}
      value={value}
      clearable
      searchable
      data={indexes.map(({ id, name }) => ({ value: id, label: `${local(name)}  ${id}` }))}
      onChange={onChoose}
    />
  );
}
