/** How figures of capital expenditure are counted: by whose quarters, and in which money. */
import { SegmentedControl } from '@mantine/core';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import type { ChangeSpec } from '../../charts/use-chart-spec.ts';
import { RateControl } from '../../facts/rate-control.tsx';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useTexts } from '../../texts.ts';
import classes from './capex.module.css';
import { capexTexts } from './capex-texts.ts';

type ChartToolsProps = { spec: ChartSpec; change: ChangeSpec };

export function ChartTools({ spec, change }: ChartToolsProps) {
  const t = useTexts(capexTexts);
  return (
    <div className={classes.tools}>
      <SegmentedControl
        aria-label={t('calendar')}
        title={t('calendar')}
        data={(['calendar', 'fiscal'] as const).map((value) => ({ value, label: t(`calendar-${value}`) }))}
        value={spec.calendar}
        onChange={(calendar) => change({ calendar })}
      />
      <Currency spec={spec} change={change} />
    </div>
  );
}

function Currency({ spec, change }: ChartToolsProps) {
  const t = useTexts(capexTexts);
  const { currency, rateFactId } = spec;
  const { answer } = useFactsAnswer('getPrices', rateFactId === null ? {} : { rateFactId });
  return (
    <>
      <SegmentedControl
        aria-label={t('currency')}
        data={(['USD', 'CNY'] as const).map((value) => ({ value, label: t(`currency-${value}`) }))}
        value={currency === 'CNY' ? 'CNY' : 'USD'}
        onChange={(wanted) =>
          change(
            wanted === 'CNY'
              ? { currency: 'CNY', rateFactId: rateFactId ?? answer?.rate?.id ?? null }
              : { currency: '', rateFactId: null },
          )
        }
      />
      {currency === 'CNY' && answer !== undefined && (
        <RateControl
          rate={answer.rate}
          cnyPerUsd={answer.cnyPerUsd}
          rates={answer.rates}
          onChoose={(chosen) => change({ rateFactId: chosen })}
        />
      )}
    </>
  );
}
