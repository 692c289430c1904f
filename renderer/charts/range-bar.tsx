/** Under the chart: ranges that one click shows, and the range as typed. */
import { Button } from '@mantine/core';
import { memo } from 'react';
import type { Drawn } from '../../shared/charts/drawn.ts';
import { useTexts } from '../texts.ts';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { PeriodInput } from './period-input.tsx';
import { type Extent, presetsOf, rangeOfPreset } from './ranges.ts';

type RangeBarProps = {
  /** All there is. */
  full: Drawn;
  from: string;
  to: string;
  onChange: (range: { from: string; to: string }) => void;
};

export const RangeBar = memo(function RangeBar({ full, from, to, onChange }: RangeBarProps) {
  const t = useTexts(chartsTexts);
  const extent: Extent = { grain: full.grain, first: full.periods[0], last: full.periods[full.periods.length - 1] };
  return (
    <fieldset className={classes.rangeBar} aria-label={t('range')}>
      {presetsOf(extent.grain).map((preset) => {
        const range = rangeOfPreset(preset, extent);
        const isCurrent = range.from === from && (range.to === to || to === extent.last);
        return (
          <Button
            key={preset.key}
            size="compact-xs"
            variant={isCurrent ? 'light' : 'subtle'}
            color={isCurrent ? undefined : 'gray'}
            aria-pressed={isCurrent}
            onClick={() => onChange(range)}
          >
            {t(`range-${preset.key}`)}
          </Button>
        );
      })}
      <PeriodInput
        label={t('compareFrom')}
        grain={extent.grain}
        value={from || extent.first}
        onChange={(next) => onChange({ from: next === extent.first ? '' : next, to })}
      />
      <span aria-hidden="true">–</span>
      <PeriodInput
        label={t('compareTo')}
        grain={extent.grain}
        value={to || extent.last}
        onChange={(next) => onChange({ from, to: next === extent.last ? '' : next })}
      />
      <span className={classes.hint} title={t('brushHint')}>
        {t('brushHint')}
      </span>
    </fieldset>
  );
});
