/** Scores of one benchmark against size or price: the chart, or why there is none, and what is left out. */
import { type ReactNode, useCallback, useMemo } from 'react';
import { openFact } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useSettingText, useTexts } from '../../texts.ts';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { ChartNotes } from './chart-notes.tsx';
import type { MatrixRow } from './matrix.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import { type Point, scatterChart } from './scatter-chart.ts';

type ScatterViewProps = {
  row: MatrixRow;
  label: string;
  xAxis: string;
  points: readonly Point[];
  empty: ReactNode;
  notes: readonly string[];
  sourceIds: readonly string[];
};

export function ScatterView({ row, label, xAxis, points, empty, notes, sourceIds }: ScatterViewProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const settingText = useSettingText();
  const { id, unit } = row.benchmark;
  const setting = row.isMixed ? t('mixedRow') : settingText(row.setting) || t('unsaid');
  const yAxis = t('chartTitle', { benchmark: nameOf(id), setting: [setting, unit].filter(Boolean).join(', ') });
  const option = useMemo(
    () => (colours: ChartColours) => scatterChart({ points, xAxis, yAxis, colours }),
    [points, xAxis, yAxis],
  );
  const open = useCallback(({ dataIndex }: { dataIndex: number }) => openFact(points[dataIndex].factId), [points]);
  return (
    <>
      <div className={classes.paneBody}>
        {points.length === 0 ? (
          <div className={classes.emptyView}>{empty}</div>
        ) : (
          <Chart className={classes.chart} label={label} option={option} onPick={open} />
        )}
      </div>
      <ChartNotes hasColours={points.length > 0} notes={notes} sourceIds={sourceIds} />
    </>
  );
}
