/** What is taken and yet wants a look: splits, gaps, restated prices, each with its place. */
import { useMemo } from 'react';
import type { BarWarning } from '../../../shared/bar-import.ts';
import classes from '../../imports/import.module.css';
import { useMessageText, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { barImportTexts } from './bar-import-texts.ts';

type Listed = BarWarning & { key: string };

/** `readRows`: where only so many rows of the file were looked at. */
export function WarningTable({
  warnings,
  count,
  readRows,
}: {
  warnings: readonly BarWarning[];
  count: number;
  readRows?: number;
}) {
  const t = useTexts(barImportTexts);
  const say = useMessageText();
  const rows = useMemo(() => warnings.map((warning, at) => ({ ...warning, key: String(at) })), [warnings]);
  const columns = useMemo<DataColumn<Listed>[]>(
    () => [
      { id: 'row', heading: t('row'), width: 84, align: 'right', value: ({ row }) => row },
      { id: 'day', heading: t('day'), width: 110, value: ({ day }) => day },
      { id: 'kind', heading: t('kind'), width: 150, value: ({ kind }) => t(`kind-${kind}`) },
      { id: 'reason', heading: t('reason'), width: 820, value: ({ message }) => say(message) },
    ],
    [t, say],
  );
  const number = (value: number) => value.toLocaleString('en-US');
  const said =
    count > warnings.length
      ? t('warningsShown', { shown: number(warnings.length), count: number(count) })
      : t('warningCount', { count: number(count) });
  return (
    <section className={classes.badRows} aria-label={t('warnings')}>
      <DataTable
        label={t('warnings')}
        title={barImportTexts.warnings}
        rows={rows}
        columns={columns}
        rowKey={({ key }) => key}
        isFitting
        onOpen={({ row }) => document.getElementById(`import-row-${row}`)?.scrollIntoView({ block: 'center' })}
        toolbar={
          <>
            <h2 className={classes.subtitle}>{t('warnings')}</h2>
            <span className={classes.faint}>
              {said} {readRows !== undefined && t('ofFirstRows', { count: number(readRows) })}
            </span>
          </>
        }
      />
    </section>
  );
}
