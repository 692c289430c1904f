/** How the file is read, at the left of its rows; every change reads it again. */
import { Select } from '@mantine/core';
import type { BarImportPreview, BarMapping } from '../../../shared/bar-import.ts';
import { ADJUSTMENTS } from '../../../shared/price-bars.ts';
import { EXCHANGES } from '../../../shared/securities.ts';
import { ConstantField } from '../../imports/constant-field.tsx';
import { DateOrderSelect, FormFields, WholeNumber } from '../../imports/form-fields.tsx';
import classes from '../../imports/import.module.css';
import { findSecurities } from '../../securities/find-securities.ts';
import { useSecuritiesData } from '../../securities/use-securities.ts';
import { useTexts } from '../../texts.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { guessedAnew, withShape } from './mapping-changes.ts';

const SHAPES = ['long', 'closes-across'] as const;
const VOLUME_SCALES = [1, 100, 1000, 10_000, 1_000_000, 100_000_000] as const;
const CAP_SCALES = [1, 10_000, 1_000_000, 100_000_000, 1_000_000_000] as const;
const SUGGESTED = 20;

type MappingPaneProps = {
  preview: BarImportPreview;
  /** While the file is being taken. */
  isFixed: boolean;
  onChange: (mapping: BarMapping) => void;
};

export function MappingPane({ preview, isFixed, onChange }: MappingPaneProps) {
  const t = useTexts(barImportTexts);
  const { securities } = useSecuritiesData();
  const { mapping, headings, worksheets } = preview;
  const { columns } = mapping;
  const change = (changed: Partial<BarMapping>) => onChange({ ...mapping, ...changed });
  const suggest = (typed: string) => findSecurities(securities.values(), typed, SUGGESTED).map(({ id }) => id);
  return (
    <aside className={classes.mapping} aria-label={t('reading')} inert={isFixed}>
      <Select
        label={t('adjustment')}
        data={['', ...ADJUSTMENTS].map((value) => ({ value, label: t(`adjustment-${value as 'none'}`) }))}
        value={mapping.adjustment ?? ''}
        error={mapping.adjustment === null}
        onChange={(chosen) => change({ adjustment: ADJUSTMENTS.find((each) => each === chosen) ?? null })}
      />
      <Select
        label={t('shape')}
        data={SHAPES.map((value) => ({ value, label: t(`shape-${value}`) }))}
        value={mapping.shape}
        onChange={(chosen) => {
          const shape = SHAPES.find((each) => each === chosen);
          if (shape) onChange(withShape(mapping, shape, headings.length));
        }}
      />
      {mapping.shape === 'long' && columns.security === undefined && (
        <ConstantField
          isLabelled
          label={t('security')}
          value={mapping.security}
          suggest={suggest}
          onTake={(security) => change({ security })}
        />
      )}
      <FormFields
        form={mapping}
        worksheets={worksheets}
        onForm={(changed) => onChange(guessedAnew(mapping, changed))}
      />
      <WholeNumber
        label={t('skippedRows')}
        value={mapping.skippedRows}
        max={1000}
        onTake={(skippedRows) => onChange(guessedAnew(mapping, { skippedRows: skippedRows ?? 0 }))}
      />
      <DateOrderSelect value={mapping.dateOrder} onChange={(dateOrder) => change({ dateOrder })} />
      <Select
        label={t('exchange')}
        data={['', ...EXCHANGES].map((value) => ({ value, label: t(`exchange-${value as 'SH'}`) }))}
        value={mapping.exchange ?? ''}
        onChange={(chosen) => change({ exchange: EXCHANGES.find((each) => each === chosen) ?? null })}
      />
      {preview.newSecurities.length > 0 && (
        <Select
          label={`${t('newCodes')} (${preview.newSecurities.length})`}
          data={[
            { value: '', label: t('makeSecurities-') },
            { value: 'true', label: t('make') },
            { value: 'false', label: t('leaveOut') },
          ]}
          value={String(mapping.makeSecurities ?? '')}
          error={mapping.makeSecurities === null}
          onChange={(chosen) => change({ makeSecurities: chosen === '' ? null : chosen === 'true' })}
        />
      )}
      {columns.volume !== undefined && (
        <Select
          label={t('volumeScale')}
          data={scales(VOLUME_SCALES, mapping.volumeScale, (scale) => t(`volume-${scale}`), t)}
          value={String(mapping.volumeScale)}
          onChange={(scale) => change({ volumeScale: Number(scale) })}
        />
      )}
      {columns.marketCap !== undefined && (
        <Select
          label={t('marketCapScale')}
          data={scales(CAP_SCALES, mapping.marketCapScale, (scale) => t(`marketCap-${scale}`), t)}
          value={String(mapping.marketCapScale)}
          onChange={(scale) => change({ marketCapScale: Number(scale) })}
        />
      )}
      {columns.currency === undefined && (
        <ConstantField
          isLabelled
          label={t('currency')}
          placeholder={t('currencyHint')}
          value={mapping.currency}
          suggest={() => ['CNY', 'HKD', 'USD']}
          onTake={(text) => {
            const currency = text.toUpperCase();
            if (currency === '' || /^[A-Z]{3}$/.test(currency)) change({ currency });
          }}
        />
      )}
    </aside>
  );
}

/** A file may have another one. */
function scales<Scale extends number>(
  known: readonly Scale[],
  current: number,
  labelOf: (scale: Scale) => string,
  t: (key: 'otherScale', params: { scale: number }) => string,
) {
  const all = known.map((scale) => ({ value: String(scale), label: labelOf(scale) }));
  if (known.some((scale) => scale === current)) return all;
  return [...all, { value: String(current), label: t('otherScale', { scale: current }) }];
}
