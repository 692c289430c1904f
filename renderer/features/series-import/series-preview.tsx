/** The first rows of a file of series: `豆包 · 下载量 · 2024-07-19 · 743,000`. */
import type { BadRow } from '../../../shared/import-file.ts';
import type { SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import classes from '../../imports/import.module.css';
import { PreviewTable } from '../../imports/preview-table.tsx';
import { useTexts } from '../../texts.ts';
import { fullNumber } from '../../ui/number-text.ts';
import { type ColumnMeaning, fieldsOf, meaningOf, withMeaning } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

type SeriesPreviewProps = {
  preview: SeriesImportPreview;
  badRows: readonly BadRow[];
  onMap: (mapping: SeriesMapping) => void;
};

export function SeriesPreview({ preview, badRows, onMap }: SeriesPreviewProps) {
  const t = useTexts(seriesImportTexts);
  const { entities } = useFactsData();
  const nameOf = useNameOf();
  const { mapping } = preview;
  const meanings: { value: Exclude<ColumnMeaning, ''>; label: string }[] = fieldsOf(mapping.shape).map((field) => ({
    value: field,
    label: t(`field-${field}`),
  }));
  if (mapping.shape !== 'long') meanings.push({ value: 'figures', label: t('figures') });
  const subjectOf = (subject: string, cells: readonly string[]) => {
    const written = cells[mapping.columns.subject ?? -1] ?? '';
    if (entities.has(subject) || written === '') return nameOf(subject);
    return (
      <>
        {written} <span className={classes.isNew}>{t('newName')}</span>
      </>
    );
  };
  return (
    <PreviewTable
      preview={preview}
      badRows={badRows}
      meanings={meanings}
      meaningOf={(column) => meaningOf(mapping, column)}
      isNumber={(meaning) => meaning === 'value' || meaning === 'figures'}
      onMean={(column, meaning) => onMap(withMeaning(mapping, column, meaning))}
      inShort={({ subject, metric, period, value }, cells) => (
        <>
          <strong>{subjectOf(subject, cells)}</strong>
          <span>{nameOf(metric)}</span>
          <span>{period}</span>
          <b>{fullNumber(value)}</b>
        </>
      )}
      inWords={({ subject, metric, period, value }) =>
        [nameOf(subject), nameOf(metric), period, fullNumber(value)].join(' · ')
      }
      andMore={(count) => t('andMore', { count })}
    />
  );
}
