/** Score against price: of a token on average, at a mix of input and output. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useTexts } from '../../texts.ts';
import { fullNumber } from '../../ui/number-text.ts';
import { scoreText } from './cell-text.ts';
import { useNaming } from './chart-notes.tsx';
import { colourOf } from './chart-parts.ts';
import { comparedScores } from './matrix.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import type { Currency, ModelPrice } from './prices.ts';
import type { Point } from './scatter-chart.ts';
import { ScatterView } from './scatter-view.tsx';
import type { RowViewProps, ViewProps } from './view-props.ts';

export type PricesKnown = {
  /** Null until they are known. */
  prices: ReadonlyMap<string, ModelPrice> | null;
  currency: Currency;
  failure: unknown;
  onRetry: () => void;
};

export function PriceView({
  data: { models, scored: known },
  change,
  columns,
  row,
  mix,
  prices,
  currency,
  ...asked
}: PriceViewProps) {
  const t = useTexts(modelsTexts);
  const nameOf = useNameOf();
  const naming = useNaming();
  const compared = useMemo(() => comparedScores(row), [row]);
  const points = useMemo(
    () =>
      columns.flatMap((id): Point[] => {
        const [cell, price] = [compared.get(id), prices?.get(id)];
        if (cell === undefined || price === undefined || price.blended <= 0) return [];
        const about = `${scoreText(cell.score, 0)} · ${fullNumber(price.blended)} ${t('perMillion', { currency })}`;
        return [
          {
            name: nameOf(id),
            factId: cell.score.factId,
            x: price.blended,
            y: cell.score.value,
            about: `${nameOf(id)}\n${about}`,
            isHollow: false,
            colour: (colours) => colourOf(models.get(id)?.openness, colours),
          },
        ];
      }),
    [columns, compared, prices, models, nameOf, currency, t],
  );
  if (prices === null) return <PricesMissing failure={asked.failure} onRetry={asked.onRetry} />;
  const priced = known.filter((id) => prices.has(id));
  const scored = columns.filter((id) => compared.has(id));
  const notes = [
    ...naming('freeModels', scored.filter((id) => prices.get(id)?.blended === 0).map(nameOf)),
    ...naming('noPrice', scored.filter((id) => !prices.has(id)).map(nameOf)),
    ...naming('leftOut', columns.filter((id) => row.cells.has(id) && !compared.has(id)).map(nameOf)),
  ];
  const sourceIds = scored.flatMap((id) => {
    const price = prices.get(id);
    const score = compared.get(id)?.score;
    return price && score ? [score.sourceId, price.input.sourceId, price.output.sourceId] : [];
  });
  return (
    <ScatterView
      row={row}
      label={t('priceLabel', { benchmark: nameOf(row.benchmark.id) })}
      xAxis={t('priceAxis', { currency, mix })}
      points={points}
      empty={
        <>
          <p>{t('noPricePoints')}</p>
          {priced.length > 0 && (
            <Button variant="default" onClick={() => change({ models: priced })}>
              {t('showPriced', { count: priced.length })}
            </Button>
          )}
        </>
      }
      notes={notes}
      sourceIds={sourceIds}
    />
  );
}

type PriceViewProps = RowViewProps & PricesKnown & Pick<ViewProps, 'change'> & { mix: number };

/** While prices are asked for, nothing; where they cannot be had, that. */
export function PricesMissing({ failure, onRetry }: Pick<PricesKnown, 'failure' | 'onRetry'>) {
  const t = useTexts(modelsTexts);
  if (failure === null) return <div className={classes.paneBody} role="status" aria-label={t('loadingPrices')} />;
  return (
    <div className={classes.paneBody} role="alert">
      <p className={classes.emptyView}>{t('pricesFailed')}</p>
      <Button variant="default" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
