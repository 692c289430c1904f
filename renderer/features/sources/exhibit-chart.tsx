/** An exhibit as bars from zero: a group of rows at a time, a colour for each column. */
import { Select } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Language } from '../../../shared/language.ts';
import { numberText, unitLabel, withUnit } from '../../facts/figure-text.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { fullNumber } from '../../ui/number-text.ts';
import type { BarChart } from './exhibit-bars.ts';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

type ExhibitChartProps = { charts: readonly BarChart[]; title: string; toolbar: ReactNode };

export default function ExhibitChart({ charts, title, toolbar }: ExhibitChartProps) {
  const t = useTexts(sourcesTexts);
  const language = useLanguage();
  const [wanted, setWanted] = useState(charts[0].key);
  const chart = charts.find(({ key }) => key === wanted) ?? charts[0];
  const option = useMemo(() => (colours: ChartColours) => barsOf(chart, colours, language), [chart, language]);
  const severalUnits = new Set(charts.map(({ unit }) => unit)).size > 1;
  const labelOf = ({ group, unit }: BarChart) => {
    const unitText = severalUnits || group === '' ? unitLabel(unit, language) || t('plain') : '';
    return [group, unitText].filter(Boolean).join(' · ');
  };
  return (
    <div className={classes.chartFrame}>
      <div className={classes.chartBar}>
        {toolbar}
        {charts.length > 1 && (
          <Select
            aria-label={t('group')}
            className={classes.groupSelect}
            data={charts.map((each) => ({ value: each.key, label: labelOf(each) }))}
            value={chart.key}
            onChange={(key) => key && setWanted(key)}
          />
        )}
      </div>
      <Chart className={classes.chart} label={t('chartOf', { title })} option={option} />
    </div>
  );
}

/** As many bars as can carry their number. */
const LABELLED_BARS = 24;

export function barsOf(
  { unit, categories, series }: BarChart,
  colours: ChartColours,
  language: Language,
): EChartsCoreOption {
  const text = { color: colours.ink, fontFamily: colours.font, fontSize: 12 };
  const soft = { ...text, color: colours.inkSoft };
  const isSingle = series.length === 1;
  const shown = (value: number) => numberText(value, unit, language, true);
  return {
    textStyle: text,
    grid: { left: 8, right: 16, top: isSingle ? 34 : 60, bottom: 8, outerBoundsMode: 'same' },
    legend: isSingle
      ? undefined
      : { type: 'scroll', top: 0, left: 0, right: 0, itemWidth: 12, itemHeight: 12, textStyle: soft },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      textStyle: text,
      confine: true,
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? withUnit(fullNumber(value), unit, language) : '–',
    },
    xAxis: {
      type: 'category',
      data: categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.inkSoft } },
      axisLabel: { ...soft, interval: categories.length > 12 ? 'auto' : 0, width: 120, overflow: 'break' },
    },
    yAxis: {
      type: 'value',
      // Bars are read by their length: the axis begins at zero.
      min: (range: { min: number }) => Math.min(0, range.min),
      name: unitLabel(unit, language),
      nameTextStyle: { ...soft, align: 'left', padding: [0, 0, 4, -4] },
      axisLabel: { ...soft, formatter: shown },
      splitLine: { lineStyle: { color: colours.hairline } },
    },
    series: series.map(({ name, values }, index) => ({
      type: 'bar',
      name,
      barMaxWidth: 40,
      barGap: '10%',
      itemStyle: { color: colours.series[index % colours.series.length] },
      data: values,
      label: {
        ...text,
        show: categories.length * series.length <= LABELLED_BARS,
        position: 'top',
        formatter: ({ value }: { value: number | null }) => (value === null ? '' : shown(value)),
      },
      labelLayout: { hideOverlap: true },
    })),
  };
}
