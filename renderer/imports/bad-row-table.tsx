/** Every row that cannot be taken, of the whole file once the dry run is through: row, column, value and reason. */
import { useMemo } from 'react';
import type { BadRow } from '../../shared/import-file.ts';
import { useMessageText, useTexts } from '../texts.ts';
import type { DataColumn } from '../ui/data-table/data-columns.ts';
import { importTexts } from './import-texts.ts';
import { RowTable } from './row-table.tsx';

export function BadRowTable({ badRows, count }: { badRows: readonly BadRow[]; count: number }) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  const columns = useMemo<DataColumn<BadRow>[]>(
    () => [
      { id: 'row', heading: t('row'), width: 84, align: 'right', value: ({ row }) => row },
      { id: 'column', heading: t('column'), width: 150, value: ({ column }) => column },
      { id: 'value', heading: t('value'), width: 200, value: ({ value }) => value },
      { id: 'reason', heading: t('reason'), width: 760, value: ({ reason }) => say(reason) },
    ],
    [t, say],
  );
  const number = (value: number) => value.toLocaleString('en-US');
  const said =
    count > badRows.length
      ? t('badRowsShown', { shown: number(badRows.length), count: number(count) })
      : t('badRowCount', { count: number(count) });
  return <RowTable title={importTexts.badRows} rows={badRows} columns={columns} said={said} />;
}
