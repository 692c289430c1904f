/** A second period laid over the one that is shown: the one before, a year before, or any. */
import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { type Grain, labelAt, ordinalOf } from '../../shared/periods.ts';
import { useTexts } from '../texts.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { PeriodInput } from './period-input.tsx';
import type { ChangeSpec } from './use-chart-spec.ts';

/** A year in periods of each grain; 364 days keep the weekday. */
const YEAR: Record<Grain, number> = { day: 364, week: 52, month: 12, quarter: 4, 'fiscal-quarter': 4, year: 1 };

type CompareFormProps = {
  comparedTo: ChartSpec['comparedTo'];
  grain: Grain;
  /** The periods that are shown. */
  periods: readonly string[];
  change: ChangeSpec;
};

export const CompareForm = memo(function CompareForm({ comparedTo, grain, periods, change }: CompareFormProps) {
  const t = useTexts(chartsTexts);
  const label = comparedTo === null ? t('compare') : t('comparedFrom', { from: comparedTo.from });
  return (
    <PopoverButton label={label} icon="compare" isSet={comparedTo !== null}>
      {(close) => (
        <Fields
          comparedTo={comparedTo}
          grain={grain}
          periods={periods}
          onChange={(next) => {
            change({ comparedTo: next });
            close();
          }}
        />
      )}
    </PopoverButton>
  );
});

type FieldsProps = Omit<CompareFormProps, 'change'> & { onChange: (comparedTo: ChartSpec['comparedTo']) => void };

function Fields({ comparedTo, grain, periods, onChange }: FieldsProps) {
  const t = useTexts(chartsTexts);
  const [from, setFrom] = useState(comparedTo?.from ?? '');
  const [to, setTo] = useState(comparedTo?.to ?? '');
  const back = (by: number) => {
    const moved = (period: string) => labelAt(grain, ordinalOf(grain, period) - by);
    onChange({ from: moved(periods[0]), to: moved(periods[periods.length - 1]) });
  };
  const isEmpty = periods.length === 0;
  return (
    <div className={classes.form}>
      <p className={classes.hint}>{t('compareHint')}</p>
      <div className={classes.pair}>
        <Button variant="default" disabled={isEmpty} onClick={() => back(periods.length)}>
          {t('compareBefore')}
        </Button>
        <Button variant="default" disabled={isEmpty} onClick={() => back(YEAR[grain])}>
          {t('compareYear')}
        </Button>
      </div>
      <div className={classes.pair}>
        <PeriodInput label={t('compareFrom')} isLabelled grain={grain} value={from} onChange={setFrom} />
        <PeriodInput label={t('compareTo')} isLabelled grain={grain} value={to} onChange={setTo} />
      </div>
      <div className={classes.pair}>
        <Button disabled={from === '' || to === '' || from > to} onClick={() => onChange({ from, to })}>
          {t('apply')}
        </Button>
        <Button variant="default" disabled={comparedTo === null} onClick={() => onChange(null)}>
          {t('compareOff')}
        </Button>
      </div>
    </div>
  );
}
