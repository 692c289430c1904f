/** What the bar of capital expenditure has besides: whose quarters, which money, in percent of revenue, and the report's figures. */
import { Button, Checkbox, Menu, SegmentedControl } from '@mantine/core';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import type { ChangeSpec } from '../../charts/use-chart-spec.ts';
import { RateControl } from '../../facts/rate-control.tsx';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { capexTexts } from './capex-texts.ts';
import { REVENUE } from './company-series.ts';
import { REPORT_FIGURES, type ReportFigure } from './report-figures.ts';

type ChartToolsProps = { spec: ChartSpec; change: ChangeSpec; onFigure: (figure: ReportFigure) => void };

export function ChartTools({ spec, change, onFigure }: ChartToolsProps) {
  const t = useTexts(capexTexts);
  const nameOf = useNameOf();
  return (
    <>
      <SegmentedControl
        aria-label={t('calendar')}
        data={(['calendar', 'fiscal'] as const).map((value) => ({ value, label: t(`calendar-${value}`) }))}
        value={spec.calendar}
        onChange={(calendar) => change({ calendar })}
      />
      <Currency spec={spec} change={change} />
      <Checkbox
        size="xs"
        label={t('toRevenue')}
        title={t('toRevenueHint')}
        checked={spec.relativeTo === REVENUE}
        onChange={(event) => change(relation(spec, event.currentTarget.checked))}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="down" size={12} />}>
            {t('reportFigures')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {REPORT_FIGURES.map((figure) => (
            <Menu.Item key={figure.exhibitId} onClick={() => onFigure(figure)}>
              {t('figureOf', { number: figure.number, company: nameOf(figure.subjectId) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** A ratio is drawn of values and of twelve months only. */
function relation({ transform }: ChartSpec, isOn: boolean): Partial<ChartSpec> {
  if (!isOn) return { relativeTo: undefined };
  return { relativeTo: REVENUE, transform: transform === 'ttm' ? 'ttm' : 'none' };
}

function Currency({ spec, change }: Pick<ChartToolsProps, 'spec' | 'change'>) {
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
