/** Chooses the models that stand as columns: those of an exhibit, all, or one's own list in one's own order. */
import { ActionIcon, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { withMoved, withoutEntry } from './column-order.ts';
import type { Columns } from './columns.ts';
import classes from './models.module.css';
import type { ModelsQuery } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';
import { Picker } from './picker.tsx';
import type { ModelsData } from './use-models.ts';

type ColumnPickerProps = {
  data: ModelsData;
  columns: Columns;
  change: (changed: Partial<ModelsQuery>) => void;
};

/** The address says all models of the pool with this word. */
const ALL = 'all';
/** A longer list is not put in order one by one. */
const MOST_LISTED = 40;

export function ColumnPicker(props: ColumnPickerProps) {
  const t = useTexts(modelsTexts);
  const { kind, exhibitId, pool } = props.columns;
  const name = kind === 'exhibit' ? exhibitId : t(kind === 'all' ? 'allModels' : 'ownChoice', { count: pool.length });
  return (
    <Picker label={t('columns', { name })}>
      <ColumnChoice {...props} />
    </Picker>
  );
}

function ColumnChoice({ data: { presets, scored, scores, namesOf }, columns, change }: ColumnPickerProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const local = useLocalText();
  const [wanted, setWanted] = useState('');
  const { pool, kind, exhibitId } = columns;
  const { answer: exhibits } = useFactsAnswer('listExhibits', {});
  const titles = new Map(exhibits?.map(({ id, title }) => [id, local(title)]));
  const words = wanted.toLowerCase().split(/\s+/);
  const counts = Map.groupBy(scores, ({ modelId }) => modelId);
  const others = scored.filter((id) => !pool.includes(id) && words.every((word) => namesOf(id).includes(word)));
  return (
    <div className={classes.picker}>
      <TextInput
        aria-label={t('findModel')}
        placeholder={t('findModel')}
        leftSection={<Icon name="search" size={14} />}
        value={wanted}
        data-autofocus
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <div className={classes.pickerList}>
        {wanted === '' && (
          <>
            <p className={classes.pickerHeading}>{t('presets')}</p>
            {presets.map((preset) => (
              <button
                key={preset.exhibitId}
                type="button"
                className={classes.option}
                aria-pressed={kind === 'exhibit' && exhibitId === preset.exhibitId}
                onClick={() => change({ exhibit: preset.exhibitId, models: null })}
              >
                <span className={classes.optionName}>
                  {preset.exhibitId} <small className={classes.unit}>{titles.get(preset.exhibitId)}</small>
                </span>
                <span className={classes.optionDetail}>
                  {t('presetDetail', { models: preset.models.length, scores: preset.scoreCount })}
                </span>
              </button>
            ))}
            <button
              type="button"
              className={classes.option}
              aria-pressed={kind === 'all'}
              onClick={() => change({ exhibit: ALL, models: null })}
            >
              <span className={classes.optionName}>{t('allModels')}</span>
              <span className={classes.optionDetail}>{scored.length}</span>
            </button>
            {pool.length <= MOST_LISTED && <p className={classes.pickerHeading}>{t('chosenColumns')}</p>}
            {pool.length <= MOST_LISTED &&
              pool.map((id, at) => (
                <div key={id} className={classes.option}>
                  <span className={classes.optionName}>{nameOf(id)}</span>
                  <ActionIcon
                    size={20}
                    disabled={at === 0}
                    aria-label={t('moveLeftOf', { name: nameOf(id) })}
                    onClick={() => change({ models: withMoved(pool, at, -1) })}
                  >
                    <Icon name="up" size={12} />
                  </ActionIcon>
                  <ActionIcon
                    size={20}
                    disabled={at === pool.length - 1}
                    aria-label={t('moveRightOf', { name: nameOf(id) })}
                    onClick={() => change({ models: withMoved(pool, at, 1) })}
                  >
                    <Icon name="down" size={12} />
                  </ActionIcon>
                  <ActionIcon
                    size={20}
                    aria-label={t('removeColumnOf', { name: nameOf(id) })}
                    onClick={() => change({ models: withoutEntry(pool, id) })}
                  >
                    <Icon name="close" size={12} />
                  </ActionIcon>
                </div>
              ))}
          </>
        )}
        {others.length > 0 && <p className={classes.pickerHeading}>{t('addModels')}</p>}
        {others.map((id) => (
          <button key={id} type="button" className={classes.option} onClick={() => change({ models: [...pool, id] })}>
            <Icon name="plus" size={12} />
            <span className={classes.optionName}>{nameOf(id)}</span>
            <span className={classes.optionDetail}>{t('scoreCount', { count: counts.get(id)?.length ?? 0 })}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
