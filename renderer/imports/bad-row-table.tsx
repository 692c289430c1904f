/** Every row that cannot be taken, of the whole file once the dry run is through: row, column, value and reason. */
import { useMemo } from 'react';
import type { BadRow } from '../../shared/import-file.ts';
import { useMessageText, useTexts } from '../texts.ts';
import type { DataColumn } from '../ui/data-table/data-columns.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type Listed = BadRow & { key: string };

export function BadRowTable({ badRows, count }: { badRows: readonly BadRow[]; count: number }) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  const rows = useMemo(() => badRows.map((bad, at) => ({ ...bad, key: String(at) })), [badRows]);
  const columns = useMemo<DataColumn<Listed>[]>(
    () => [
      { id: 'row', heading: t('row'), width: 84, align: 'right', value: ({ row }) => row },
      { id: 'column', heading: t('column'), width: 150, value: ({ column }) => column },
      { id: 'value', heading: t('value'), width: 200, value: ({ value }) => value },
      { id: 'reason', heading: t('reason'), width: 760, value: ({ reason }) => say(reason) },
    ],
    [t, say],
  );
  const number = (value: number) => value.toLocaleString('en-US');
  return (
    <section className={classes.badRows} aria-label={t('badRows')}>
      <DataTable
        label={t('badRows')}
        title={importTexts.badRows}
        rows={rows}
        columns={columns}
        rowKey={({ key }) => key}
        isFitting
        onOpen={({ row }) => document.getElementById(`import-row-${row}`)?.scrollIntoView({ block: 'center' })}
        toolbar={
          <>
            <h2 className={classes.subtitle}>{t('badRows')}</h2>
            <span className={classes.faint}>
              {count > badRows.length
                ? t('badRowsShown', { shown: number(badRows.length), count: number(count) })
                : t('badRowCount', { count: number(count) })}
            </span>
          </>
        }
      />
    </section>
  );
}
