/**
 * The chart below the comparison. Lines of different units do not share an axis: that is said, and
 * one chart for each unit is offered. ECharts is loaded when the first line is ticked.
 */
import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Line } from '../../../../shared/sheet.ts';
import { useTexts } from '../../../texts.ts';
import { type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';

const ScenarioChart = lazy(() => import('./scenario-chart.tsx'));

type ChartPaneProps = { data: SheetData; version: number; period: string; lineIds: number[]; onClear: () => void };

export function ChartPane({ data, version, period, lineIds, onClear }: ChartPaneProps) {
  const t = useTexts(comparisonTexts);
  const [isSplit, setSplit] = useState(false);
  const key = lineIds.join();
  const byUnit = useMemo(
    () => (version < 0 ? [] : groupByUnit(data, key === '' ? [] : key.split(',').map(Number), period)),
    [data, version, key, period],
  );
  if (lineIds.length === 0) return <p className={classes.paneHint}>{t('chartHint')}</p>;

  const units = byUnit.map(({ unit }) => unit || t('noUnit')).join(' / ');
  return (
    <section className={classes.pane} aria-label={t('chartRegion')}>
      <div className={classes.paneHead}>
        <strong>{t('chartRegion')}</strong>
        <Button variant="subtle" onClick={onClear}>
          {t('clearChart')}
        </Button>
      </div>
      {byUnit.length === 0 && <p className={classes.paneHint}>{t('noNumbers')}</p>}
      {byUnit.length > 1 && !isSplit && (
        <div className={classes.refused} role="alert">
          {t('differentUnits', { units })}
          <Button variant="default" onClick={() => setSplit(true)}>
            {t('smallMultiples')}
          </Button>
        </div>
      )}
      {(byUnit.length === 1 || isSplit) && (
        <div className={classes.charts}>
          <Suspense>
            {byUnit.map(({ unit, lines }) => (
              <ScenarioChart key={unit} data={data} version={version} period={period} lines={lines} unit={unit} />
            ))}
          </Suspense>
        </div>
      )}
    </section>
  );
}

/** The lines by their unit, in the order of the sheet; lines without a number anywhere are left out. */
export function groupByUnit(data: SheetData, lineIds: number[], period: string): { unit: string; lines: Line[] }[] {
  const groups = new Map<string, Line[]>();
  for (const lineId of lineIds) {
    const line = data.lines.get(lineId);
    const hasNumber = data.scenarios.some(
      ({ id: scenarioId }) => typeof valueAt(data, { lineId, scenarioId, period }) === 'number',
    );
    if (line === undefined || !hasNumber) continue;
    const unit = unitOf(data, lineId);
    groups.set(unit, [...(groups.get(unit) ?? []), line]);
  }
  return [...groups].map(([unit, lines]) => ({ unit, lines }));
}
