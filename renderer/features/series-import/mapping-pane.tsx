/** How the file is read, at the left of its rows; every change reads it again. */
import { NumberInput, Select } from '@mantine/core';
import { IMPORT_FIELDS, type SeriesImportPreview, type SeriesMapping } from '../../../shared/series-import.ts';
import { useTexts } from '../../texts.ts';
import { ConstantField } from './constant-field.tsx';
import { useKnownNames } from './known-names.ts';
import { guessedAnew, withConstant, withShape } from './mapping-changes.ts';
import classes from './series-import.module.css';
import { seriesImportTexts } from './series-import-texts.ts';

const SHAPES = ['long', 'series-across', 'periods-across'] as const;
const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB18030', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const;
const DELIMITERS = [',', '\t', ';', '|'] as const;
const GRAINS = ['day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year'] as const;
const ORDERS = ['ymd', 'mdy', 'dmy'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** What each observation has of its own. */
const NEVER_CONSTANT = new Set(['period', 'value', 'qualifier']);
const ENCODING_NAMES = Object.entries(ENCODINGS).map(([value, label]) => ({ value, label }));

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
      {mapping.delimiter === '' ? (
        <Select
          label={t('worksheet')}
          data={worksheets}
          value={mapping.worksheet}
          onChange={(worksheet) => worksheet !== null && onChange(guessedAnew(mapping, { worksheet, skippedRows: 0 }))}
        />
      ) : (
        <div className={classes.pair}>
          <Select
            label={t('encoding')}
            data={ENCODING_NAMES}
            value={mapping.encoding}
            onChange={(encoding) => {
              if (isEncoding(encoding)) onChange(guessedAnew(mapping, { encoding }));
            }}
          />
          <Select
            label={t('delimiter')}
            data={DELIMITERS.map((value) => ({ value, label: t(`delimiter-${value}`) }))}
            value={mapping.delimiter}
            onChange={(chosen) => {
              const delimiter = DELIMITERS.find((each) => each === chosen);
              if (delimiter) onChange(guessedAnew(mapping, { delimiter }));
            }}
          />
        </div>
      )}
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
      <Select
        label={t('dateOrder')}
        data={[
          { value: '', label: t('dateOrder-none') },
          ...ORDERS.map((value) => ({ value, label: t(`dateOrder-${value}`) })),
        ]}
        value={mapping.dateOrder ?? ''}
        onChange={(order) => change({ dateOrder: ORDERS.find((each) => each === order) ?? null })}
      />
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

type WholeNumberProps = {
  label: string;
  value: number | null;
  min?: number;
  max: number;
  placeholder?: string;
  onTake: (value: number | null) => void;
};

/** Taken when it is left or on Enter; null where nothing stands in it. */
function WholeNumber({ label, value, min = 0, max, placeholder, onTake }: WholeNumberProps) {
  const take = (text: string) => {
    const typed = text.trim() === '' ? null : Number(text);
    if (typed !== value && (typed === null || (Number.isInteger(typed) && typed >= min && typed <= max))) onTake(typed);
  };
  return (
    <NumberInput
      // A new value of the mapping replaces what was typed.
      key={value}
      label={label}
      placeholder={placeholder}
      defaultValue={value ?? ''}
      min={min}
      max={max}
      allowDecimal={false}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
    />
  );
}

function isEncoding(text: string | null): text is keyof typeof ENCODINGS {
  return text !== null && Object.hasOwn(ENCODINGS, text);
}
