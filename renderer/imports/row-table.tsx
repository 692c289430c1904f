/** Rows of a file of which something is to be said: opening one shows it among the first rows, where it is one of them. */
import { type ReactNode, useMemo } from 'react';
import type { Sentence } from '../../shared/messages.ts';
import { useLanguage } from '../texts.ts';
import type { DataColumn } from '../ui/data-table/data-columns.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import classes from './import.module.css';

type RowTableProps<Row> = {
  title: Sentence;
  rows: readonly Row[];
  columns: readonly DataColumn<Row & { key: string }>[];
  /** How many there are, beside the title. */
  said: ReactNode;
};

export function RowTable<Row extends { row: number }>({ title, rows, columns, said }: RowTableProps<Row>) {
  const label = title[useLanguage()];
  const listed = useMemo(() => rows.map((row, at) => ({ ...row, key: String(at) })), [rows]);
  return (
    <section className={classes.badRows} aria-label={label}>
      <DataTable
        label={label}
        title={title}
        rows={listed}
        columns={columns}
        rowKey={({ key }) => key}
        isFitting
        onOpen={({ row }) => document.getElementById(`import-row-${row}`)?.scrollIntoView({ block: 'center' })}
        toolbar={
          <>
            <h2 className={classes.subtitle}>{label}</h2>
            <span className={classes.faint}>{said}</span>
          </>
        }
      />
    </section>
  );
}
