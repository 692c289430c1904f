/** Which of the models are shown: by who made them, size, open or closed, and date of release. */
import { Button, Checkbox, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import classes from './models.module.css';
import { AT_START, type ModelsQuery } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';
import { Picker } from './picker.tsx';
import type { ModelsData } from './use-models.ts';

type FilterPickerProps = {
  data: ModelsData;
  query: ModelsQuery;
  change: (changed: Partial<ModelsQuery>) => void;
};

const { organisations, sizes, openness, from, to } = AT_START;
const NONE = { organisations, sizes, openness, from, to };

export function FilterPicker({ data: { models, scored }, query, change }: FilterPickerProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const [low, high] = query.bounds;
  const makers = new Set(scored.map((id) => models.get(id)?.organisationId ?? '').filter(Boolean));
  const set = [query.openness, query.from, query.to].filter(Boolean).length;
  const count = set + query.organisations.length + query.sizes.length;
  return (
    <Picker label={count === 0 ? t('filters') : t('filtersSet', { count })}>
      <div className={classes.filters}>
        <MultiSelect
          size="xs"
          label={t('organisation')}
          placeholder={query.organisations.length === 0 ? t('any') : undefined}
          searchable
          openOnFocus={false}
          data={[...makers].map((id) => ({ value: id, label: nameOf(id) }))}
          value={[...query.organisations]}
          comboboxProps={{ withinPortal: false }}
          onChange={(chosen) => change({ organisations: chosen })}
        />
        <div>
          <p className={classes.fieldLabel}>{t('size')}</p>
          <Checkbox.Group
            value={query.sizes.map(String)}
            onChange={(chosen) => change({ sizes: chosen.map(Number).toSorted() })}
          >
            <div className={classes.sizes}>
              {([0, 1, 2] as const).map((size) => (
                <Checkbox key={size} size="xs" value={String(size)} label={t(`class-${size}`, { low, high })} />
              ))}
            </div>
          </Checkbox.Group>
        </div>
        <div>
          <p className={classes.fieldLabel}>{t('openness')}</p>
          <SegmentedControl
            fullWidth
            aria-label={t('openness')}
            data={(['', 'open', 'closed'] as const).map((value) => ({ value, label: t(value || 'any') }))}
            value={query.openness}
            onChange={(value) => change({ openness: value === 'open' || value === 'closed' ? value : '' })}
          />
        </div>
        <div className={classes.pair}>
          {(['from', 'to'] as const).map((side) => (
            <TextInput
              key={side}
              label={t(side)}
              placeholder={t('dateHint')}
              maxLength={10}
              value={query[side]}
              onChange={(event) => change({ [side]: event.currentTarget.value.trim() })}
            />
          ))}
        </div>
        <Button variant="default" disabled={count === 0} onClick={() => change(NONE)}>
          {t('clearFilters')}
        </Button>
      </div>
    </Picker>
  );
}
