/** Below the grid: what the selected numbers come to, and how the sheet stands against its sources. */
import { useDeferredValue, useMemo } from 'react';
import { displayNumber } from '../../../../shared/number-display.ts';
import type { Verdict } from '../../../../shared/reconciliation.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { fullNumber } from '../../../ui/number-text.ts';
import { VerdictCount } from '../../../ui/verdict-badge.tsx';
import { rectangleOf } from '../grid/selection.ts';
import { countVerdicts } from '../grid/verdicts.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import { showView } from '../sheet-view.ts';
import { selectionStatistics } from './selection-statistics.ts';
import classes from './status-bar.module.css';

const VERDICTS: Verdict['kind'][] = ['agrees', 'agrees-as-rounded', 'differs', 'no-number'];

export function StatusBar() {
  const t = useTexts(sheetTexts);
  const lineCount = useSheetStore((state) => (state.version < 0 ? 0 : (state.data?.order.length ?? 0)));
  return (
    <section className={classes.bar} aria-label={t('statusBar')}>
      <span>{t('lineCount', { count: lineCount })}</span>
      <Statistics />
      <span className={classes.space} />
      <VerdictCounts />
    </section>
  );
}

function Statistics() {
  const t = useTexts(sheetTexts);
  const language = useLanguage();
  const data = useSheetStore((state) => state.data);
  const version = useDeferredValue(useSheetStore((state) => state.version));
  const rows = useSheetStore((state) => state.rows);
  const columns = useSheetStore((state) => state.columns);
  const selection = useDeferredValue(useSheetStore((state) => state.selection));
  const statistics = useMemo(
    () => (data === null || version < 0 ? null : selectionStatistics(data, rows, columns, rectangleOf(selection))),
    [data, version, rows, columns, selection],
  );
  if (statistics === null || statistics.count < 2) return null;
  const { numbers, count, unit } = statistics;
  const shown = (value: number) => displayNumber(value, { decimals: null, grouping: true }, language);
  return (
    <span className={classes.statistics} data-testid="selection-statistics">
      {numbers !== null &&
        (['sum', 'average', 'minimum', 'maximum'] as const).map((name) => (
          <span key={name} title={`${fullNumber(numbers[name])}${unit ? ` ${unit}` : ''}`}>
            {t(name)} <b>{shown(numbers[name])}</b>
            {unit && <i> {unit}</i>}
          </span>
        ))}
      <span>
        {t('count')} <b>{count}</b>
      </span>
    </span>
  );
}

function VerdictCounts() {
  const version = useDeferredValue(useSheetStore((state) => state.version));
  const data = useSheetStore((state) => state.data);
  const counts = useMemo(() => (data === null || version < 0 ? null : countVerdicts(data)), [data, version]);
  if (counts === null || VERDICTS.every((kind) => counts[kind] === 0)) return null;
  return (
    <button type="button" className={classes.verdicts} onClick={() => showView('reconciliation')}>
      {VERDICTS.filter((kind) => counts[kind] > 0).map((kind) => (
        <VerdictCount key={kind} kind={kind} count={counts[kind]} />
      ))}
    </button>
  );
}
