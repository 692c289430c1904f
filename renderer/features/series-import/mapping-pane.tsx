/** How the file is read, at the left of its rows; every change reads it again. */
import { Select } from '@mantine/core';
import { IMPORT_FIELDS, type SeriesImportPreview, type SeriesMapping } from '../../../shared/series-import.ts';
import { ConstantField } from '../../imports/constant-field.tsx';
import { DateOrderSelect, FormFields, WholeNumber } from '../../imports/form-fields.tsx';
import classes from '../../imports/import.module.css';
import { useTexts } from '../../texts.ts';
import { useKnownNames } from './known-names.ts';
import { guessedAnew, withConstant, withShape } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

const SHAPES = ['long', 'series-across', 'periods-across'] as const;
const GRAINS = ['day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** What each observation has of its own. */
const NEVER_CONSTANT = new Set(['period', 'value', 'qualifier']);

type MappingPaneProps = {
  preview: SeriesImportPreview;
  /** While the file is being taken. */
  isFixed: boolean;
  onChange: (mapping: SeriesMapping) => void;
};

export function MappingPane({ preview, isFixed, onChange }: MappingPaneProps) {
  const t = useTexts(seriesImportTexts);
  const { mapping, headings, worksheets } = preview;
  const change = (changed: Partial<SeriesMapping>) => onChange({ ...mapping, ...changed });
  return (
    <aside className={classes.mapping} aria-label={t('reading')} inert={isFixed}>
      <Select
        label={t('shape')}
        data={SHAPES.map((value) => ({ value, label: t(`shape-${value}`) }))}
        value={mapping.shape}
        onChange={(shape) => {
          const chosen = SHAPES.find((each) => each === shape);
          if (chosen) onChange(withShape(mapping, chosen, headings.length));
        }}
      />
      <FormFields
        form={mapping}
        worksheets={worksheets}
        onForm={(changed) => onChange(guessedAnew(mapping, changed))}
      />
      <div className={classes.pair}>
        <WholeNumber
          label={t('skippedRows')}
          value={mapping.skippedRows}
          max={1000}
          onTake={(skippedRows) => onChange(guessedAnew(mapping, { skippedRows: skippedRows ?? 0 }))}
        />
        <WholeNumber
          label={t('year')}
          value={mapping.year}
          min={1990}
          max={2100}
          placeholder={t('yearWritten')}
          onTake={(year) => change({ year })}
        />
      </div>
      <DateOrderSelect value={mapping.dateOrder} onChange={(dateOrder) => change({ dateOrder })} />
      <div className={classes.pair}>
        <Select
          label={t('grain')}
          data={GRAINS.map((value) => ({ value, label: t(`grain-${value}`) }))}
          value={mapping.grain}
          onChange={(chosen) => {
            const grain = GRAINS.find((each) => each === chosen);
            if (grain) change({ grain });
          }}
        />
        {mapping.grain === 'fiscal-quarter' && (
          <Select
            label={t('fiscalYearEnd')}
            data={MONTHS.map((month) => ({ value: String(month), label: t('month', { month }) }))}
            value={String(mapping.fiscalYearEnd)}
            onChange={(month) => month !== null && change({ fiscalYearEnd: Number(month) })}
          />
        )}
      </div>
      <Constants mapping={mapping} onChange={onChange} />
    </aside>
  );
}

function Constants({ mapping, onChange }: { mapping: SeriesMapping; onChange: (mapping: SeriesMapping) => void }) {
  const t = useTexts(seriesImportTexts);
  const { suggest, textOf, constantOf } = useKnownNames();
  const left = IMPORT_FIELDS.filter((field) => !NEVER_CONSTANT.has(field) && mapping.columns[field] === undefined);
  if (left.length === 0) return null;
  return (
    <fieldset className={classes.constants}>
      <legend>
        {t('wholeFile')} <span className={classes.faint}>{t('wholeFileHint')}</span>
      </legend>
      {left.map((field) => (
        <ConstantField
          key={field}
          isLabelled
          label={t(`field-${field}`)}
          value={textOf(field, mapping.constants[field] ?? '')}
          suggest={(typed) => suggest(field, typed)}
          onTake={(text) => onChange(withConstant(mapping, field, constantOf(field, text)))}
        />
      ))}
    </fieldset>
  );
}
