/** The columns of the matrix: what a row is, the setting that it compares, and one for each model. */
import { useMemo } from 'react';
import type { ModelSummary } from '../../../shared/model-methods.ts';
import { factTexts } from '../../facts/fact-texts.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { faceOf, type Reading, settingText } from './model-cell.tsx';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import { type SizeRules, sizeClassOf } from './size-class.ts';
import type { TableRow } from './table-rows.ts';
import type { ModelsData } from './use-models.ts';

const NAME_WIDTH = 196;
const SETTING_WIDTH = 112;
const MODEL_WIDTH = 100;

type Column = DataColumn<TableRow>;

export function useMatrixColumns(
  { models }: Pick<ModelsData, 'models'>,
  columns: readonly string[],
  rules: SizeRules,
): readonly Column[] {
  const t = useTexts(modelsTexts);
  const sayFact = useTexts(factTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  return useMemo(() => {
    const reading: Reading = { t, sayFact, nameOf, language, rules };
    const shown = columns.flatMap((id) => models.get(id) ?? []);
    return [nameColumn(reading), settingColumn(reading), ...shown.map((model) => modelColumn(model, reading))];
  }, [models, columns, rules, t, sayFact, language, nameOf]);
}

function nameColumn({ t, nameOf }: Reading): Column {
  const labelOf = (row: TableRow) => {
    if (row.kind === 'heading') return row.label;
    if (row.kind === 'size') return t('sizeClass');
    return row.kind === 'property' ? t(row.property) : nameOf(row.row.benchmark.id);
  };
  return {
    id: 'benchmark',
    heading: t('benchmark'),
    width: NAME_WIDTH,
    value: labelOf,
    cell: (row) =>
      row.kind === 'scores' ? (
        <>
          {labelOf(row)} <small className={classes.unit}>{row.row.benchmark.unit}</small>
        </>
      ) : (
        labelOf(row)
      ),
  };
}

function settingColumn(reading: Reading): Column {
  const { t } = reading;
  return {
    id: 'setting',
    heading: t('setting'),
    width: SETTING_WIDTH,
    value: (row) => (row.kind === 'scores' ? settingText(row.row.setting, reading) : null),
    cell: (row) =>
      row.kind === 'scores' ? (
        <span className={classes.setting} data-mixed={row.row.isMixed || undefined}>
          {row.row.isMixed ? t('mixedRow') : settingText(row.row.setting, reading)}
          {row.row.settings.length > 1 && <small className={classes.unit}> +{row.row.settings.length - 1}</small>}
        </span>
      ) : null,
    title: (row) => {
      if (row.kind !== 'scores') return '';
      const setting = settingText(row.row.setting, reading);
      const others = row.row.settings.length - 1;
      return others > 0 ? t('settingCount', { setting, others }) : setting;
    },
  };
}

function modelColumn(model: ModelSummary, reading: Reading): Column {
  const { t, nameOf, rules } = reading;
  const [low, high] = rules.bounds;
  const name = nameOf(model.entityId);
  const size = t(`class-${sizeClassOf(model, rules)}`, { low, high });
  return {
    id: model.entityId,
    heading: name,
    hint: [name, nameOf(model.organisationId), size].filter(Boolean).join('\n'),
    width: MODEL_WIDTH,
    align: 'right',
    value: (row) => faceOf(row, model, reading).value,
    cell: (row) => faceOf(row, model, reading).shown,
    title: (row) => faceOf(row, model, reading).title,
    exported: (row) => faceOf(row, model, reading).exported,
  };
}
