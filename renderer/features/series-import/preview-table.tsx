/** The first rows as they stand in the file, each with what it was understood as; headings say what a column is. */
import { useMemo } from 'react';
import type { BadRow } from '../../../shared/import-file.ts';
import type { SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import classes from '../../imports/import.module.css';
import { useMessageText, useTexts } from '../../texts.ts';
import { HeadingSelect } from '../../ui/heading-select.tsx';
import { fullNumber } from '../../ui/number-text.ts';
import { type ColumnMeaning, fieldsOf, meaningOf, withMeaning } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

type Understood = SeriesImportPreview['understood'][number];
type PreviewTableProps = {
  preview: SeriesImportPreview;
  /** Of the whole file where they are known. */
  badRows: readonly BadRow[];
  onMap: (mapping: SeriesMapping) => void;
};

/** Wider than any vendor's table, and still quick to draw. */
const MOST_COLUMNS = 60;

export function PreviewTable({ preview, badRows, onMap }: PreviewTableProps) {
  const t = useTexts(seriesImportTexts);
  const say = useMessageText();
  const { headings, mapping, rows } = preview;
  const columns = headings
    .slice(0, MOST_COLUMNS)
    .map((heading, index) => ({ id: `column-${index}`, heading, index, meaning: meaningOf(mapping, index) }));
  const understood = useMemo(() => Map.groupBy(preview.understood, ({ row }) => row), [preview.understood]);
  const bad = useMemo(() => Map.groupBy(badRows, ({ row }) => row), [badRows]);
  // Rows count from 1, with those above the headings and the headings themselves.
  const numbered = rows.map((cells, index) => ({ row: mapping.skippedRows + 2 + index, cells }));
  return (
    <section className={classes.scroller} aria-label={t('rows')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {t('row')}
            </th>
            <th scope="col">{t('understoodAs')}</th>
            {columns.map(({ id, heading, index, meaning }) => (
              <th key={id} scope="col" data-left-out={meaning === '' || undefined}>
                <ColumnSelect
                  heading={heading || t('columnNumber', { number: index + 1 })}
                  shape={mapping.shape}
                  meaning={meaning}
                  onChange={(chosen) => onMap(withMeaning(mapping, index, chosen))}
                />
                <span className={classes.heading}>{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ row, cells }) => {
            const reasons = bad.get(row);
            const why = reasons?.map(({ reason }) => say(reason)).join('\n');
            const wrong = new Set(reasons?.map(({ column }) => column));
            return (
              <tr key={row} id={`import-row-${row}`}>
                <td className={classes.number}>{row}</td>
                {why === undefined ? (
                  <UnderstoodCell
                    understood={understood.get(row) ?? []}
                    written={cells[mapping.columns.subject ?? -1]}
                  />
                ) : (
                  <td className={classes.bad} title={why}>
                    {why}
                  </td>
                )}
                {columns.map(({ id, heading, index, meaning }) => (
                  <td
                    key={id}
                    data-error={(heading !== '' && wrong.has(heading)) || undefined}
                    data-left-out={meaning === '' || undefined}
                    data-number={meaning === 'value' || meaning === 'figures' || undefined}
                    title={cells[index]}
                  >
                    {cells[index]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.more}>{t('firstRows', { count: rows.length })}</p>
    </section>
  );
}

const SHOWN_LINES = 40;

/** `豆包 · 下载量 · 2024-07-19 · 743,000`; of a row with several, the first and how many. */
function UnderstoodCell({ understood, written = '' }: { understood: readonly Understood[]; written?: string }) {
  const t = useTexts(seriesImportTexts);
  const { entities } = useFactsData();
  const nameOf = useNameOf();
  const inWords = ({ subject, metric, period, value }: Understood) =>
    [nameOf(subject), nameOf(metric), period, fullNumber(value)].join(' · ');
  const [first] = understood;
  if (first === undefined) return <td className={classes.faint} />;
  return (
    <td className={classes.understood} title={understood.slice(0, SHOWN_LINES).map(inWords).join('\n')}>
      {entities.has(first.subject) || written === '' ? (
        <strong>{nameOf(first.subject)}</strong>
      ) : (
        <strong>
          {written} <span className={classes.isNew}>{t('newName')}</span>
        </strong>
      )}
      <span>{nameOf(first.metric)}</span>
      <span>{first.period}</span>
      <b>{fullNumber(first.value)}</b>
      {understood.length > 1 && <span>{t('andMore', { count: understood.length })}</span>}
    </td>
  );
}

type ColumnSelectProps = {
  heading: string;
  shape: SeriesMapping['shape'];
  meaning: ColumnMeaning;
  onChange: (meaning: ColumnMeaning) => void;
};

function ColumnSelect({ heading, shape, meaning, onChange }: ColumnSelectProps) {
  const t = useTexts(seriesImportTexts);
  const options: { value: ColumnMeaning; label: string }[] = [
    { value: '', label: t('notTaken') },
    ...fieldsOf(shape).map((field) => ({ value: field, label: t(`field-${field}`) })),
  ];
  if (shape !== 'long') options.push({ value: 'figures', label: t('figures') });
  return <HeadingSelect label={t('columnMeans', { heading })} value={meaning} options={options} onChange={onChange} />;
}
