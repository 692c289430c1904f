/** The benchmark matrix as a table: models are columns, benchmarks rows; above them what is known of the models themselves. */
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { openFact } from '../../facts/open-fact.ts';
import { useSettingText, useTexts } from '../../texts.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { type MenuEntry, RowMenu } from '../../ui/data-table/row-menu.tsx';
import { withMoved, withoutEntry } from './column-order.ts';
import type { MatrixRow } from './matrix.ts';
import { useMatrixColumns } from './matrix-columns.tsx';
import classes from './models.module.css';
import type { ModelsQuery } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';
import { SIZE_CLASSES } from './size-class.ts';
import { figureOfProperty, headingOf, rowKey, type TableRow, tableRows } from './table-rows.ts';
import type { ModelsData } from './use-models.ts';

type MatrixTableProps = {
  data: ModelsData;
  columns: readonly string[];
  rows: readonly MatrixRow[];
  query: ModelsQuery;
  change: (changed: Partial<ModelsQuery>) => void;
  toolbar: ReactNode;
  empty: ReactNode;
};

export function MatrixTable({ data, columns, rows, query, change, toolbar, empty }: MatrixTableProps) {
  const t = useTexts(modelsTexts);
  const settingText = useSettingText();
  const frame = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ entries: readonly MenuEntry[]; x: number; y: number } | null>(null);
  const all = useMemo(() => tableRows(data, columns, rows, t), [data, columns, rows, t]);
  const tableColumns = useMatrixColumns(data, columns, query);
  const shownRow = query.benchmark || rows[0]?.benchmark.id;
  const isOfOne = query.view !== 'none' && query.view !== 'radar';
  const selected = useMemo(() => new Set(isOfOne ? [`${shownRow}`] : []), [shownRow, isOfOne]);

  const closeMenu = () => {
    setMenu(null);
    gridIn(frame.current)?.focus({ preventScroll: true });
  };
  const settingEntries = ({ benchmark, setting, settings, isMixed }: MatrixRow): MenuEntry[] => [
    ...settings.map(
      (each): MenuEntry => ({
        label: t('compareIn', { setting: settingText(each.setting) || t('unsaid'), count: each.count }),
        icon: each.setting === setting ? 'check' : undefined,
        run: () => change({ settings: { ...query.settings, [benchmark.id]: each.setting } }),
      }),
    ),
    {
      label: t(isMixed ? 'compareStrictly' : 'compareMixed'),
      icon: isMixed ? 'check' : 'warning',
      run: () => change({ mixed: isMixed ? withoutEntry(query.mixed, benchmark.id) : [...query.mixed, benchmark.id] }),
    },
  ];
  const sizeEntries = (modelId: string): MenuEntry[] => {
    const [low, high] = query.bounds;
    const { [modelId]: said, ...others } = query.classes;
    return [
      ...SIZE_CLASSES.map(
        (size): MenuEntry => ({
          label: t('countAs', { size: t(`class-${size}`, { low, high }) }),
          icon: size === said ? 'check' : undefined,
          run: () => change({ classes: { ...others, [modelId]: size } }),
        }),
      ),
      {
        label: t('countByParameters'),
        icon: said === undefined ? 'check' : undefined,
        run: () => change({ classes: others }),
      },
    ];
  };
  const chart = ({ benchmark }: MatrixRow) =>
    change({ benchmark: benchmark.id, view: query.view === 'none' || query.view === 'radar' ? 'bar' : query.view });
  const columnEntries = (modelId: string): MenuEntry[] => {
    const at = columns.indexOf(modelId);
    if (at < 0) return [];
    return [
      { label: t('moveLeft'), icon: 'left', run: () => change({ models: withMoved(columns, at, -1) }) },
      { label: t('moveRight'), icon: 'right', run: () => change({ models: withMoved(columns, at, 1) }) },
      { label: t('removeColumn'), icon: 'close', run: () => change({ models: withoutEntry(columns, modelId) }) },
    ];
  };
  const rowMenu = (row: TableRow, columnId: string): MenuEntry[] => {
    const factId = factOf(row, columnId);
    return [
      ...(factId === null ? [] : [{ label: t('openFact'), icon: 'open', run: () => openFact(factId) } as const]),
      ...(row.kind === 'size' && columns.includes(columnId) ? sizeEntries(columnId) : []),
      ...columnEntries(columnId),
      ...(row.kind === 'scores'
        ? [
            { label: t('chartRow'), icon: 'compare', run: () => chart(row.row) } as const,
            {
              label: t('hideRow'),
              icon: 'compact',
              run: () =>
                change({
                  rows: withoutEntry(
                    rows.map(({ benchmark }) => benchmark.id),
                    row.row.benchmark.id,
                  ),
                }),
            } as const,
            ...settingEntries(row.row),
          ]
        : []),
    ];
  };
  const open = (row: TableRow, columnId: string) => {
    const factId = factOf(row, columnId);
    if (factId !== null) openFact(factId);
    else if (row.kind === 'size' && columns.includes(columnId))
      setMenu({ entries: sizeEntries(columnId), ...currentCell(frame.current) });
    else if (row.kind === 'scores' && columnId === 'benchmark') chart(row.row);
    else if (row.kind === 'scores' && columnId === 'setting')
      setMenu({ entries: settingEntries(row.row), ...currentCell(frame.current) });
  };
  return (
    <div ref={frame} className={classes.table}>
      <DataTable
        label={t('matrix')}
        title={modelsTexts.title}
        rows={all}
        columns={tableColumns}
        rowKey={rowKey}
        headingOf={headingOf}
        selected={selected}
        toolbar={toolbar}
        empty={empty}
        onOpen={open}
        rowMenu={rowMenu}
      />
      {menu !== null && <RowMenu place={menu} entries={menu.entries} onClose={closeMenu} />}
    </div>
  );
}

/** The fact behind a cell; null of an empty one, and of the names at the left. */
function factOf(row: TableRow, columnId: string): string | null {
  if (row.kind === 'scores') return row.row.cells.get(columnId)?.score.factId ?? null;
  if (row.kind === 'property') return figureOfProperty(row, columnId)?.factId ?? null;
  return null;
}

function gridIn(frame: HTMLElement | null): HTMLElement | null {
  return frame?.querySelector<HTMLElement>('[role="grid"]') ?? null;
}

/** Where the cell with the cursor is on the page: a menu opens below it, whether by mouse or by key. */
function currentCell(frame: HTMLElement | null): { x: number; y: number } {
  const id = gridIn(frame)?.getAttribute('aria-activedescendant');
  const box = id ? document.getElementById(id)?.getBoundingClientRect() : undefined;
  return { x: (box?.left ?? 0) + 8, y: box?.bottom ?? 0 };
}
