/** Rows of the file as they stand in it: each heading says what its column is taken for, wrong cells say why. */
import { useMemo } from 'react';
import { FACT_COLUMN_FIELDS, FACT_COLUMNS } from '../../../shared/fact-columns.ts';
import type { ImportColumn, ImportPreview } from '../../../shared/fact-file-methods.ts';
import shared from '../../imports/import.module.css';
import { useLanguage, useMessageText, useTexts } from '../../texts.ts';
import { HeadingSelect } from '../../ui/heading-select.tsx';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type PreviewTableProps = {
  preview: ImportPreview;
  onlyBad: boolean;
  onMap: (mapping: ImportColumn[]) => void;
};

export function PreviewTable({ preview, onlyBad, onMap }: PreviewTableProps) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  const { headings, mapping, rows, rowCount, problem } = preview;
  const reasons = useMemo(() => {
    const byCell = new Map<string, string>();
    for (const { row, columnIndex, reason } of preview.errors) {
      const key = cellKey(row, columnIndex);
      byCell.set(key, [byCell.get(key), say(reason)].filter(Boolean).join('\n'));
    }
    return byCell;
  }, [preview.errors, say]);
  const columns = headings.map((heading, index) => ({ id: `column-${index}`, heading, index }));
  const shown = onlyBad ? rows.filter(({ state }) => state === 'bad') : rows;
  const change = (index: number, column: ImportColumn) => {
    // A field stands in one column: where it moves to, it leaves the other.
    const isField = column !== '' && column !== 'figures';
    onMap(mapping.map((each, at) => (at === index ? column : isField && each === column ? '' : each)));
  };
  return (
    <section className={classes.rows} aria-label={t('table')}>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col" className={shared.number}>
              {t('row')}
            </th>
            <th scope="col">{t('state')}</th>
            {columns.map(({ id, heading, index }) => (
              <th key={id} scope="col" data-left-out={mapping[index] === '' || undefined}>
                <ColumnSelect
                  heading={heading || t('columnNumber', { number: index + 1 })}
                  column={mapping[index] ?? ''}
                  headingsAre={mapping.includes('subject') && !mapping.includes('metric') ? 'subject' : 'metric'}
                  onChange={(column) => change(index, column)}
                />
                <span className={shared.heading}>{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, cells, state }) => (
            <tr key={row} id={`import-row-${row}`} data-state={problem === null ? state : undefined}>
              <td className={shared.number}>{row}</td>
              <td className={classes.rowState} title={reasons.get(cellKey(row, null))}>
                {problem === null && t(`state-${state}`)}
              </td>
              {columns.map(({ id, index }) => {
                const reason = reasons.get(cellKey(row, index));
                return (
                  <td
                    key={id}
                    data-error={reason !== undefined || undefined}
                    data-left-out={mapping[index] === '' || undefined}
                    title={reason ?? cells[index]}
                  >
                    {cells[index]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rowCount > rows.length && !onlyBad && (
        <p className={shared.more}>
          {t('shownOf', { shown: rows.length.toLocaleString('en-US'), total: rowCount.toLocaleString('en-US') })}
        </p>
      )}
    </section>
  );
}

function cellKey(row: number, column: number | null): string {
  return `${row} ${column}`;
}

type ColumnSelectProps = {
  heading: string;
  column: ImportColumn;
  /** What the rows of a matrix are. */
  headingsAre: 'metric' | 'subject';
  onChange: (column: ImportColumn) => void;
};

function ColumnSelect({ heading, column, headingsAre, onChange }: ColumnSelectProps) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const options: { value: ImportColumn; label: string }[] = [
    { value: '', label: t('notTaken') },
    ...FACT_COLUMN_FIELDS.map((field) => ({ value: field, label: FACT_COLUMNS[field].heading[language] })),
    { value: 'figures', label: t(`figures-${headingsAre}`) },
  ];
  return <HeadingSelect label={t('columnMeans', { heading })} value={column} options={options} onChange={onChange} />;
}
