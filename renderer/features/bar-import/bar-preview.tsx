/** The first rows of a file of prices: `金山办公 · 2024-07-19 · 221.5`. */
import type { BarImportPreview, BarMapping } from '../../../shared/bar-import.ts';
import type { BadRow } from '../../../shared/import-file.ts';
import classes from '../../imports/import.module.css';
import { PreviewTable } from '../../imports/preview-table.tsx';
import { useSecuritiesData, useSecurityName } from '../../securities/use-securities.ts';
import { useTexts } from '../../texts.ts';
import { fullNumber } from '../../ui/number-text.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { type ColumnMeaning, fieldsOf, meaningOf, withMeaning } from './mapping-changes.ts';

type BarPreviewProps = {
  preview: BarImportPreview;
  badRows: readonly BadRow[];
  onMap: (mapping: BarMapping) => void;
};

const WORDS = new Set<ColumnMeaning>(['security', 'name', 'day', 'currency']);

export function BarPreview({ preview, badRows, onMap }: BarPreviewProps) {
  const t = useTexts(barImportTexts);
  const { securities } = useSecuritiesData();
  const nameOf = useSecurityName();
  const { mapping } = preview;
  const meanings: { value: Exclude<ColumnMeaning, ''>; label: string }[] = fieldsOf(mapping.shape).map((field) => ({
    value: field,
    label: t(`field-${field}`),
  }));
  if (mapping.shape !== 'long') meanings.push({ value: 'closes', label: t('closes') });
  return (
    <PreviewTable
      preview={preview}
      badRows={badRows}
      meanings={meanings}
      meaningOf={(column) => meaningOf(mapping, column)}
      isNumber={(meaning) => !WORDS.has(meaning)}
      onMean={(column, meaning) => onMap(withMeaning(mapping, column, meaning))}
      inShort={({ security, day, close }) => (
        <>
          <strong>
            {nameOf(security)} {!securities.has(security) && <span className={classes.isNew}>{t('isNew')}</span>}
          </strong>
          <span>{day}</span>
          <b>{fullNumber(close)}</b>
        </>
      )}
      inWords={({ security, adjustment, day, close }) =>
        [nameOf(security), t(`adjustment-${adjustment}`), day, fullNumber(close)].join(' · ')
      }
      andMore={(count) => t('andMore', { count })}
    />
  );
}
