/** Bars of lines of one unit by scenario: from zero, the unit on the axis, the value on each bar. */
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { inLanguage, type Language } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { shownValue } from '../grid/cell-text.ts';
import { type SheetData, valueAt } from '../sheet-data.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';

type ScenarioChartProps = { data: SheetData; version: number; period: string; lines: Line[]; unit: string };

export default function ScenarioChart({ data, version, period, lines, unit }: ScenarioChartProps) {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const names = lines
    .map((line) => inLanguage(line.label, language) || line.name)
    .join(language === 'zh' ? '、' : ', ');
  const option = useMemo(
    () => (colours: ChartColours) => barsOf({ data, version, period, lines, unit, language, colours }),
    [data, version, period, lines, unit, language],
  );
  return <Chart className={classes.chart} label={t('chart', { lines: names })} option={option} />;
}

type Bars = ScenarioChartProps & { language: Language; colours: ChartColours };

/** One line: a bar a scenario, named on the axis. Several: a group a line, a colour a scenario. */
export function barsOf({ data, period, lines, unit, language, colours }: Bars): EChartsCoreOption {
  const labelOf = (line: Line) => inLanguage(line.label, language) || line.name;
  const scenarios = data.scenarios.map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
  const numberOf = (line: Line, scenarioId: number) => {
    const value = valueAt(data, { lineId: line.id, scenarioId, period });
    return typeof value === 'number' ? value : null;
  };
  const isSingle = lines.length === 1;
  const text = { color: colours.ink, fontFamily: colours.font, fontSize: 12 };
  const soft = { ...text, color: colours.inkSoft };
  const series = scenarios.map((scenario, index) => ({
    type: 'bar',
    name: scenario.name,
    barMaxWidth: 44,
    barGap: isSingle ? '-100%' : '12%',
    itemStyle: { color: colours.series[index % colours.series.length] },
    data: isSingle
      ? scenarios.map(({ id }) => (id === scenario.id ? numberOf(lines[0], id) : null))
      : lines.map((line) => numberOf(line, scenario.id)),
    label: {
      ...text,
      show: true,
      position: 'top',
      formatter: ({ value, dataIndex }: { value: number | null; dataIndex: number }) =>
        value === null ? '' : shownValue(value, isSingle ? lines[0] : lines[dataIndex], language),
    },
    labelLayout: { hideOverlap: true },
  }));
  return {
    textStyle: text,
    grid: { left: 8, right: 16, top: isSingle ? 30 : 44, bottom: 4, outerBoundsMode: 'same' },
    legend: isSingle ? undefined : { top: 0, right: 0, itemWidth: 12, itemHeight: 12, textStyle: soft },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      textStyle: text,
      confine: true,
    },
    xAxis: {
      type: 'category',
      data: isSingle ? scenarios.map(({ name }) => name) : lines.map(labelOf),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.inkSoft } },
      axisLabel: { ...soft, interval: 0, width: 110, overflow: 'break' },
    },
    yAxis: {
      type: 'value',
      // Bars are read by their length: the axis begins at zero.
      min: (range: { min: number }) => Math.min(0, range.min),
      name: isSingle ? `${labelOf(lines[0])}${unit && ` (${unit})`}` : unit,
      nameTextStyle: { ...soft, align: 'left', padding: [0, 0, 4, -4] },
      axisLabel: soft,
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    series,
  };
}
