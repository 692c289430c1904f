/** The reconciliation of the whole sheet: every printed value beside the computed one, counted by verdict. */
import { useMemo, useState } from 'react';
import { inLanguage } from '../../../../shared/language.ts';
import type { Verdict } from '../../../../shared/reconciliation.ts';
import type { Line, ReportedValue } from '../../../../shared/sheet.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import { useLanguage, useLocalText, useTexts } from '../../../texts.ts';
import { fullNumber } from '../../../ui/number-text.ts';
import { VerdictBadge, VerdictSign, verdictTexts } from '../../../ui/verdict-badge.tsx';
import { fullValue, shownValue } from '../grid/cell-text.ts';
import { baseScenarioId, verdictOf } from '../grid/verdicts.ts';
import { placeInSource } from '../panel/place-in-source.ts';
import { findScenario, type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { useSheetStore } from '../sheet-store.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';
import { Nothing } from './nothing.tsx';

type Reconciled = { line: Line; reported: ReportedValue; verdict: Verdict };
type Kind = Verdict['kind'];

/** What does not hold comes first. */
const KINDS: Kind[] = ['differs', 'no-number', 'agrees-as-rounded', 'agrees'];
const COUNT_TEXTS = {
  differs: 'differing',
  'no-number': 'no-number',
  'agrees-as-rounded': 'agrees-as-rounded',
  agrees: 'agrees',
} as const satisfies Record<Kind, keyof typeof verdictTexts>;

type ReconciliationViewProps = {
  /** Shows a cell in the grid. */
  onJump: (cell: CellAddress) => void;
};

export function ReconciliationView({ onJump }: ReconciliationViewProps) {
  const t = useTexts(comparisonTexts);
  const local = useLocalText();
  const data = useSheetStore((state) => state.data);
  const version = useSheetStore((state) => state.version);
  const [wanted, setWanted] = useState<Kind | null>(null);
  const all = useMemo(() => (data === null || version < 0 ? [] : reconciledLines(data)), [data, version]);

  const scenarioId = data === null ? null : baseScenarioId(data);
  const scenario = data === null || scenarioId === null ? undefined : findScenario(data, scenarioId);
  if (data === null || scenario === undefined) return null;
  if (all.length === 0) return <Nothing title={t('nothingReported')} hint={t('nothingReportedHint')} />;
  const shown = wanted === null ? all : all.filter(({ verdict }) => verdict.kind === wanted);
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
              <th scope="col" className={classes.labelColumn}>
                {t('line')}
              </th>
              <th scope="col">{t('verdict')}</th>
              <th scope="col" data-measure="value">
                {t('reported')}
              </th>
              <th scope="col" data-measure="value">
                {t('computed')}
              </th>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('note')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.line.id}
                data={data}
                row={row}
                cell={{ lineId: row.line.id, scenarioId: scenario.id, period: row.reported.period }}
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

type RowProps = { data: SheetData; row: Reconciled; cell: CellAddress; onJump: (cell: CellAddress) => void };

function Row({ data, row: { line, reported, verdict }, cell, onJump }: RowProps) {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const label = inLanguage(line.label, language) || line.name;
  const computed = valueAt(data, cell);
  const unit = unitOf(data, line.id);
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
      <td className={classes.wrapping}>{line.sources.map(placeInSource).filter(Boolean).join('、')}</td>
      <td className={`${classes.wrapping} ${classes.note}`}>{inLanguage(line.note, language)}</td>
    </tr>
  );
}

function reconciledLines(data: SheetData): Reconciled[] {
  return data.order.flatMap((lineId) => {
    const line = data.lines.get(lineId);
    const verdict = verdictOf(data, lineId);
    return line?.reported && verdict !== null ? [{ line, reported: line.reported, verdict }] : [];
  });
}
