/** Chooses the benchmarks that stand as rows. */
import { Button, Checkbox } from '@mantine/core';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { groupBenchmarks } from './benchmark-groups.ts';
import { withToggled } from './column-order.ts';
import type { MatrixRow } from './matrix.ts';
import classes from './models.module.css';
import type { ModelsQuery } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';
import { Picker } from './picker.tsx';

type RowPickerProps = {
  all: readonly MatrixRow[];
  rows: readonly MatrixRow[];
  isChosen: boolean;
  change: (changed: Pick<ModelsQuery, 'rows'>) => void;
};

export function RowPicker({ all, rows, isChosen, change }: RowPickerProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const shown = rows.map(({ benchmark }) => benchmark.id);
  const counts = new Map(all.map(({ benchmark, cells }) => [benchmark.id, cells.size]));
  return (
    <Picker label={t('rows', { count: rows.length })}>
      <div className={classes.picker}>
        <div className={classes.pair}>
          <Button variant={isChosen ? 'default' : 'light'} onClick={() => change({ rows: null })}>
            {t('usualRows')}
          </Button>
          <Button variant="default" onClick={() => change({ rows: all.map(({ benchmark }) => benchmark.id) })}>
            {t('everyRow')}
          </Button>
        </div>
        <div className={classes.pickerList}>
          {groupBenchmarks(all.map(({ benchmark }) => benchmark)).map(({ group, benchmarks }) => (
            <fieldset key={group} className={classes.rowGroup}>
              <legend className={classes.pickerHeading}>{t(`group-${group}`)}</legend>
              {benchmarks.map(({ id }) => (
                <div key={id} className={classes.option}>
                  <Checkbox
                    size="xs"
                    className={classes.optionName}
                    label={nameOf(id)}
                    checked={shown.includes(id)}
                    onChange={() => change({ rows: withToggled(shown, id) })}
                  />
                  <span className={classes.optionDetail}>{t('scoreCount', { count: counts.get(id) ?? 0 })}</span>
                </div>
              ))}
            </fieldset>
          ))}
        </div>
      </div>
    </Picker>
  );
}
