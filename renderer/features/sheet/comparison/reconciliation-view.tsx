/** The reconciliation of the whole sheet: every printed value beside the computed one, counted by verdict. */
import { createColumnHelper, type SortingState, sortFn_basic, sortFn_text, useTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import type { Verdict } from '../../../../shared/reconciliation.ts';
import type { Line, ReportedValue } from '../../../../shared/sheet.ts';
import type { CellAddress, CellValue } from '../../../../shared/values.ts';
import { placeText } from '../../../facts/place-text.ts';
import { useLanguage, useLocalText, useTexts } from '../../../texts.ts';
import { fullNumber } from '../../../ui/number-text.ts';
import { VerdictBadge, VerdictSign, verdictTexts } from '../../../ui/verdict-badge.tsx';
import { fullValue, shownValue } from '../grid/cell-text.ts';
import { baseScenarioId, verdictOf } from '../grid/verdicts.ts';
import { findScenario, type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { useSheetStore } from '../sheet-store.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';
import { Nothing } from './nothing.tsx';
import { ariaSort, SortButton } from './sort-button.tsx';
import { features, sortingOptions } from './table-features.ts';

type Reconciled = { line: Line; reported: ReportedValue; verdict: Verdict; computed: CellValue; unit: string };
type Kind = Verdict['kind'];

/** What does not hold comes first. */
const KINDS: Kind[] = ['differs', 'no-number', 'agrees-as-rounded', 'agrees'];
const COUNT_TEXTS = {
  differs: 'differing',
  'no-number': 'no-number',
  'agrees-as-rounded': 'agrees-as-rounded',
  agrees: 'agrees',
} as const satisfies Record<Kind, keyof typeof verdictTexts>;

const helper = createColumnHelper<typeof features, Reconciled>();

/** The order of the headings; the first two and the numbers can be sorted by. */
function columnsOf(language: Language) {
  return helper.columns([
    helper.accessor(({ line }) => inLanguage(line.label, language) || line.name, {
      id: 'line',
      sortFn: sortFn_text,
      sortDescFirst: false,
    }),
    helper.accessor(({ verdict }) => KINDS.indexOf(verdict.kind), {
      id: 'verdict',
      sortFn: sortFn_basic,
      sortDescFirst: false,
      filterFn: ({ original }, _id, kind: Kind) => original.verdict.kind === kind,
    }),
    helper.accessor(({ reported }) => reported.value, { id: 'reported', sortFn: sortFn_basic }),
    helper.accessor(({ computed }) => (typeof computed === 'number' ? computed : undefined), {
      id: 'computed',
      sortFn: sortFn_basic,
      sortUndefined: 'last',
    }),
    helper.display({ id: 'unit' }),
    helper.display({ id: 'place' }),
    helper.display({ id: 'note' }),
  ]);
}

type HeadingId = 'line' | 'verdict' | 'reported' | 'computed' | 'unit' | 'place' | 'note';
const NUMBERS = ['reported', 'computed'];

type ReconciliationViewProps = {
  /** Shows a cell in the grid. */
  onJump: (cell: CellAddress) => void;
};

export function ReconciliationView({ onJump }: ReconciliationViewProps) {
  const t = useTexts(comparisonTexts);
  const local = useLocalText();
  const language = useLanguage();
  const data = useSheetStore((state) => state.data);
  const version = useSheetStore((state) => state.version);
  const [wanted, setWanted] = useState<Kind | null>(null);
  const [sorting, setSorting] = useState<SortingState>([]);
  const all = useMemo(() => (data === null || version < 0 ? [] : reconciledLines(data)), [data, version]);
  const columns = useMemo(() => columnsOf(language), [language]);
  const columnFilters = useMemo(() => (wanted === null ? [] : [{ id: 'verdict', value: wanted }]), [wanted]);
  const table = useTable({
    ...sortingOptions,
    features,
    columns,
    data: all,
    getRowId: ({ line }: Reconciled) => String(line.id),
    state: { sorting, columnFilters },
    onSortingChange: setSorting,
  });

  const scenarioId = data === null ? null : baseScenarioId(data);
  const scenario = data === null || scenarioId === null ? undefined : findScenario(data, scenarioId);
  if (data === null || scenario === undefined) return null;
  if (all.length === 0) return <Nothing title={t('nothingReported')} hint={t('nothingReportedHint')} />;
  return (
    <section className={classes.view} aria-label={t('reconciliation')}>
      <div className={classes.bar}>
        <Counts all={all} wanted={wanted} onWant={setWanted} />
        <span className={classes.barLabel}>{t('reconciliationHint', { scenario: local(scenario.name) })}</span>
      </div>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              {table.getLeafHeaders().map(({ id, column }) => {
                const label = t(id as HeadingId);
                const direction = column.getIsSorted();
                return (
                  <th
                    key={id}
                    scope="col"
                    className={id === 'line' ? classes.labelColumn : undefined}
                    data-measure={NUMBERS.includes(id) ? 'value' : undefined}
                    aria-sort={ariaSort(direction)}
                  >
                    {column.getCanSort() ? (
                      <SortButton label={label} direction={direction} onSort={() => column.toggleSorting()} />
                    ) : (
                      label
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map(({ id, original }) => (
              <Row
                key={id}
                row={original}
                cell={{ lineId: original.line.id, scenarioId: scenario.id, period: original.reported.period }}
                onJump={onJump}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type CountsProps = { all: readonly Reconciled[]; wanted: Kind | null; onWant: (kind: Kind | null) => void };

function Counts({ all, wanted, onWant }: CountsProps) {
  const t = useTexts(comparisonTexts);
  const verdict = useTexts(verdictTexts);
  return (
    <div className={classes.counts}>
      <button type="button" className={classes.count} aria-pressed={wanted === null} onClick={() => onWant(null)}>
        {t('all')} <strong>{all.length}</strong>
      </button>
      {KINDS.map((kind) => {
        const count = all.filter((row) => row.verdict.kind === kind).length;
        if (count === 0) return null;
        return (
          <button
            key={kind}
            type="button"
            className={classes.count}
            aria-pressed={wanted === kind}
            onClick={() => onWant(wanted === kind ? null : kind)}
          >
            <VerdictSign kind={kind} /> {verdict(COUNT_TEXTS[kind])} <strong>{count}</strong>
          </button>
        );
      })}
    </div>
  );
}

type RowProps = { row: Reconciled; cell: CellAddress; onJump: (cell: CellAddress) => void };

function Row({ row: { line, reported, verdict, computed, unit }, cell, onJump }: RowProps) {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const label = inLanguage(line.label, language) || line.name;
  return (
    <tr>
      <th scope="row" className={classes.labelColumn}>
        <button type="button" className={classes.jump} title={t('goTo', { line: label })} onClick={() => onJump(cell)}>
          {label}
        </button>
        {reported.period !== '' && ` · ${reported.period}`}
      </th>
      <td>
        <VerdictBadge verdict={verdict} />
      </td>
      <td className={classes.numberCell}>{reported.text || shownValue(reported.value, line, language)}</td>
      <td className={classes.numberCell} title={fullValue(computed, unit, language)}>
        {typeof computed === 'number'
          ? fullNumber(Number(computed.toPrecision(8)))
          : shownValue(computed, line, language)}
      </td>
      <td className={classes.unitColumn}>{unit}</td>
      <td className={classes.wrapping}>{line.sources.map(placeText).filter(Boolean).join('、')}</td>
      <td className={`${classes.wrapping} ${classes.note}`}>{inLanguage(line.note, language)}</td>
    </tr>
  );
}

function reconciledLines(data: SheetData): Reconciled[] {
  const scenarioId = baseScenarioId(data);
  if (scenarioId === null) return [];
  return data.order.flatMap((lineId) => {
    const line = data.lines.get(lineId);
    const verdict = verdictOf(data, lineId);
    if (!line?.reported || verdict === null) return [];
    const { reported } = line;
    const computed = valueAt(data, { lineId, scenarioId, period: reported.period });
    return [{ line, reported, verdict, computed, unit: unitOf(data, lineId) }];
  });
}
