/** What is taken and yet wants a look: splits, gaps, restated prices, each with its place. */
import { useMemo } from 'react';
import type { BarWarning } from '../../../shared/bar-import.ts';
import { RowTable } from '../../imports/row-table.tsx';
import { useMessageText, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { barImportTexts } from './bar-import-texts.ts';

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
  const columns = useMemo<DataColumn<BarWarning>[]>(
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
    <RowTable
      title={barImportTexts.warnings}
      rows={warnings}
      columns={columns}
      said={
        <>
          {said} {readRows !== undefined && t('ofFirstRows', { count: number(readRows) })}
        </>
      }
    />
  );
}
