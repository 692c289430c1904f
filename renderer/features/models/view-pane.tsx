/** What stands beside the matrix: a chart of one benchmark or several, or the cheapest model that reaches a score. */
import { useMemo } from 'react';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useLanguage, useSettingText, useTexts } from '../../texts.ts';
import { BarView } from './bar-view.tsx';
import { BenchmarkSelect } from './benchmark-select.tsx';
import { CheapestView } from './cheapest-view.tsx';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import { PriceView } from './price-view.tsx';
import { currentPrices } from './prices.ts';
import { RadarView } from './radar-view.tsx';
import { SizeView } from './size-view.tsx';
import type { RowViewProps, ViewProps } from './view-props.ts';

export default function ViewPane(props: ViewProps) {
  const t = useTexts(modelsTexts);
  const settingText = useSettingText();
  const { query, rows, data, columns, change } = props;
  const row = rows.find(({ benchmark }) => benchmark.id === query.benchmark) ?? rows[0];
  return (
    <aside className={classes.pane} data-view={query.view} aria-label={t(`view-${query.view}`)}>
      {query.view === 'radar' && <RadarView {...props} />}
      {query.view === 'cheapest' && <CheapestPane {...props} />}
      {query.view !== 'radar' && query.view !== 'cheapest' && row === undefined && (
        <p className={classes.paneBody}>{t('noBenchmark')}</p>
      )}
      {query.view !== 'radar' && query.view !== 'cheapest' && row !== undefined && (
        <>
          <header className={classes.paneHead}>
            <BenchmarkSelect rows={rows} value={row.benchmark.id} onChange={(benchmark) => change({ benchmark })} />
            <span className={classes.optionDetail}>{settingText(row.setting) || t('unsaid')}</span>
          </header>
          {query.view === 'bar' && <BarView data={data} columns={columns} row={row} />}
          {query.view === 'size' && <SizeView data={data} columns={columns} row={row} />}
          {query.view === 'price' && (
            <PricePane data={data} columns={columns} row={row} mix={query.mix} change={change} />
          )}
        </>
      )}
    </aside>
  );
}

function PricePane({ mix, ...props }: RowViewProps & Pick<ViewProps, 'change'> & { mix: number }) {
  const { prices, currency, failure, retry } = usePrices(mix);
  return <PriceView {...props} mix={mix} prices={prices} currency={currency} failure={failure} onRetry={retry} />;
}

function CheapestPane({ data, query, change }: ViewProps) {
  const { prices, currency, failure, retry } = usePrices(query.mix);
  return (
    <CheapestView
      data={data}
      query={query}
      change={change}
      prices={prices}
      currency={currency}
      failure={failure}
      onRetry={retry}
    />
  );
}

/** What models cost now, in the reader's currency; null until it is known. */
function usePrices(mix: number) {
  const currency = useLanguage() === 'zh' ? 'CNY' : 'USD';
  const { answer, failure, retry } = useFactsAnswer('getPrices', {});
  const prices = useMemo(
    () => (answer === undefined ? null : currentPrices(answer.prices, mix, currency)),
    [answer, mix, currency],
  );
  return { prices, currency, failure, retry } as const;
}
