/** Prices: what every model costs in two currencies at one exchange rate, how that changed, and what a workload would cost. */
import { Loader, SegmentedControl } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { PRICE_CURRENCIES } from '../../../shared/prices.ts';
import { RateControl } from '../../facts/rate-control.tsx';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { replaceQuery } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import { PriceHistoryView } from './price-history.tsx';
import { PriceTable } from './price-table.tsx';
import classes from './prices.module.css';
import { type PricesQuery, parseQuery, printQuery, VIEWS } from './prices-query.ts';
import { pricesTexts } from './prices-texts.ts';
import { WorkloadView } from './workload-view.tsx';

export default function PricesScreen({ route }: { route: { query?: string } }) {
  const t = useTexts(pricesTexts);
  const query = useMemo(() => parseQuery(route.query ?? ''), [route.query]);
  const change = useCallback(
    (changed: Partial<PricesQuery>) => replaceQuery(printQuery({ ...query, ...changed })),
    [query],
  );
  const { answer, failure, retry } = useFactsAnswer('getPrices', query.rate === '' ? {} : { rateFactId: query.rate });
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('prices')}</h1>
        <SegmentedControl
          aria-label={t('view')}
          value={query.view}
          onChange={(view) => change({ view })}
          data={VIEWS.map((value) => ({ value, label: t(`view-${value}`) }))}
        />
        <div className={classes.space} />
        {query.view !== 'table' && (
          <SegmentedControl
            aria-label={t('currency')}
            value={query.currency}
            onChange={(currency) => change({ currency })}
            data={PRICE_CURRENCIES.map((value) => ({ value, label: t(value) }))}
          />
        )}
        {answer && (
          <RateControl
            rate={answer.rate}
            cnyPerUsd={answer.cnyPerUsd}
            rates={answer.rates}
            onChoose={(rate) => change({ rate })}
          />
        )}
      </header>
      {answer === undefined ? (
        failure === null ? (
          <div className={classes.state} role="status" aria-label={t('loading')}>
            <Loader size="sm" />
          </div>
        ) : (
          <Failed className={classes.state} failure={failure} onRetry={retry} />
        )
      ) : (
        <>
          {answer.rate === null && (
            <p className={classes.warning} role="status">
              {t('noRate')}
            </p>
          )}
          {query.view === 'table' && <PriceTable answer={answer} query={query} onChange={change} />}
          {query.view === 'history' && <PriceHistoryView answer={answer} query={query} onChange={change} />}
          {query.view === 'workload' && <WorkloadView answer={answer} query={query} onChange={change} />}
        </>
      )}
    </div>
  );
}
