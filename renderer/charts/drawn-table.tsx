/** The table under a chart: exactly what is drawn, a row for each period, the latest first; sorted, copied and exported like every table. */
import { memo, useMemo } from 'react';
import { chartTable } from '../../shared/charts/chart-table.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { TableCell } from '../../shared/table.ts';
import { unitLabel } from '../facts/figure-text.ts';
import { openFact } from '../facts/open-fact.ts';
import { useLanguage, useTexts } from '../texts.ts';
import type { DataColumn } from '../ui/data-table/data-columns.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { demonstrationWords } from '../ui/demonstration-mark.tsx';
import { fullNumber, twoDecimals } from '../ui/number-text.ts';
import { chartsTexts } from './charts-texts.ts';

type Row = { key: string; cells: readonly TableCell[] };

const PERIOD_WIDTH = 104;
/** The heading bears the mark of made-up data. */
const MARKED_WIDTH = 176;
const VALUE_WIDTH = 148;
/** More digits than that are no figure of anybody. */
const SHOWN_DIGITS = 7;

/** Drawn again only for another chart: many cells take longer than the chart itself. */
export const DrawnTable = memo(function DrawnTable({ drawn }: { drawn: Drawn }) {
  const t = useTexts(chartsTexts);
  const language = useLanguage();
  const table = useMemo(() => chartTable(drawn), [drawn]);
  const rows = useMemo<Row[]>(
    () => table.rows.map((cells, index) => ({ key: String(index), cells })).toReversed(),
    [table],
  );
  const columns = useMemo(
    () =>
      table.columns.map<DataColumn<Row>>(({ heading, unit }, at) => ({
        id: `${at} ${heading}`,
        heading,
        unit: unitLabel(unit, language) || undefined,
        width: at === 0 ? (drawn.isDemonstration ? MARKED_WIDTH : PERIOD_WIDTH) : VALUE_WIDTH,
        align: at === 0 ? 'left' : 'right',
        value: ({ cells }) => cells[at]?.value ?? null,
        cell: ({ cells }) => shown(cells[at], hasTwoDecimals(drawn, unit)),
        title: ({ cells }) => titleOf(cells[at]),
        mark: drawn.isDemonstration ? () => demonstrationWords(language) : undefined,
        exported: ({ cells }) => cells[at] ?? {},
      })),
    [table, drawn, language],
  );
  return (
    <DataTable
      label={t('tableLabel')}
      title={table.title}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      onOpen={({ cells }, columnId) => {
        const factId = cells[Number.parseInt(columnId, 10)]?.factId;
        if (factId) openFact(factId);
      }}
    />
  );
});

const keyOf = ({ key }: Row) => key;

function shown(cell: TableCell | undefined, isPercent: boolean): string {
  if (cell === undefined || cell.value === null) return '';
  const text = typeof cell.value === 'number' ? numberText(cell.value, isPercent) : cell.value;
  return cell.remark === '' ? text : `${text} *`;
}

/** Percentages, and an index, which is one of its base. */
function hasTwoDecimals({ spec }: Drawn, unit: string): boolean {
  return unit === '%' || (spec.transform === 'index' && unit === '');
}

function numberText(value: number, isPercent: boolean): string {
  return isPercent ? twoDecimals(value) : fullNumber(Number(value.toPrecision(SHOWN_DIGITS)));
}

function titleOf(cell: TableCell | undefined): string {
  if (cell === undefined) return '';
  const value = typeof cell.value === 'number' ? fullNumber(cell.value) : (cell.value ?? '');
  return [value, cell.remark].filter(Boolean).join(' — ');
}
