/** The first rows as they stand in the file, each with what it was understood as; headings say what a column is. */
import { type ReactNode, useMemo } from 'react';
import type { BadRow } from '../../shared/import-file.ts';
import { useMessageText, useTexts } from '../texts.ts';
import { HeadingSelect } from '../ui/heading-select.tsx';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type PreviewTableProps<Meaning extends string, Understood extends { row: number }> = {
  preview: {
    headings: readonly string[];
    rows: readonly (readonly string[])[];
    mapping: { skippedRows: number };
    understood: readonly Understood[];
  };
  /** Of the whole file where they are known. */
  badRows: readonly BadRow[];
  /** What a column may be, besides left out. */
  meanings: readonly { value: Meaning; label: string }[];
  /** '' where the column is left out. */
  meaningOf: (column: number) => Meaning | '';
  isNumber: (meaning: Meaning) => boolean;
  onMean: (column: number, meaning: Meaning | '') => void;
  /** The first that was read from a row, with its cells as they are written. */
  inShort: (first: Understood, cells: readonly string[]) => ReactNode;
  inWords: (understood: Understood) => string;
  /** Said of a row with several. */
  andMore: (count: number) => string;
};

/** Wider than any vendor's table, and still quick to draw. */
const MOST_COLUMNS = 60;
const SHOWN_LINES = 40;

export function PreviewTable<Meaning extends string, Understood extends { row: number }>({
  preview,
  badRows,
  meanings,
  meaningOf,
  isNumber,
  onMean,
  inShort,
  inWords,
  andMore,
}: PreviewTableProps<Meaning, Understood>) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  const { headings, mapping, rows } = preview;
  const options = [{ value: '' as const, label: t('notTaken') }, ...meanings];
  const columns = headings
    .slice(0, MOST_COLUMNS)
    .map((heading, index) => ({ id: `column-${index}`, heading, index, meaning: meaningOf(index) }));
  const understoodOf = useMemo(() => Map.groupBy(preview.understood, ({ row }) => row), [preview.understood]);
  const badOf = useMemo(() => Map.groupBy(badRows, ({ row }) => row), [badRows]);
  // Rows count from 1, with those above the headings and the headings themselves.
  const numbered = rows.map((cells, index) => ({ row: mapping.skippedRows + 2 + index, cells }));

  const understoodCell = (row: number, cells: readonly string[]) => {
    const understood = understoodOf.get(row) ?? [];
    const [first] = understood;
    if (first === undefined) return <td className={classes.faint} />;
    return (
      <td className={classes.understood} title={understood.slice(0, SHOWN_LINES).map(inWords).join('\n')}>
        {inShort(first, cells)}
        {understood.length > 1 && <span>{andMore(understood.length)}</span>}
      </td>
    );
  };
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
                <HeadingSelect
                  label={t('columnMeans', { heading: heading || t('columnNumber', { number: index + 1 }) })}
                  value={meaning}
                  options={options}
                  onChange={(chosen) => onMean(index, chosen)}
                />
                <span className={classes.heading}>{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ row, cells }) => {
            const reasons = badOf.get(row);
            const why = reasons?.map(({ reason }) => say(reason)).join('\n');
            const wrong = new Set(reasons?.map(({ column }) => column));
            return (
              <tr key={row} id={`import-row-${row}`}>
                <td className={classes.number}>{row}</td>
                {why === undefined ? (
                  understoodCell(row, cells)
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
                    data-number={(meaning !== '' && isNumber(meaning)) || undefined}
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
