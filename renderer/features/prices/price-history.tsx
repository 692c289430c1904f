/** Prices over time: the step chart, what could not be drawn and why, and the table of who changed prices when. */
import { MultiSelect, SegmentedControl } from '@mantine/core';
import type { ECElementEvent } from 'echarts/core';
import { type ReactNode, useMemo } from 'react';
import type { Price } from '../../../shared/model-methods.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { openFact } from '../../facts/open-fact.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { CutTable } from './cut-table.tsx';
import { type PriceSeries, priceHistory } from './price-series.ts';
import { asPrinted, percentText, priceNumber } from './price-text.ts';
import classes from './prices.module.css';
import { pricesTexts } from './prices-texts.ts';
import { stepChart } from './step-chart.ts';
import type { ViewProps } from './view-props.ts';

const EVERY: readonly string[] = [];

export function PriceHistoryView({ answer, query, onChange }: ViewProps) {
  const t = useTexts(pricesTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const { direction, currency, isLogarithmic, models } = query;
  const { prices, cuts } = answer;
  const chosen = models.join();
  const history = useMemo(
    () => priceHistory(prices, cuts, { direction, currency, isLogarithmic, models: chosen.split(',').filter(Boolean) }),
    [prices, cuts, direction, currency, isLogarithmic, chosen],
  );
  const choices = useMemo(() => {
    const dated = prices.filter(({ date }) => date !== '').map(({ modelId }) => modelId);
    return [...new Set(dated)].map((value) => ({ value, label: nameOf(value) }));
  }, [prices, nameOf]);
  const sources = useSourcesOf(prices, history.series);
  const option = useMemo(() => {
    const words = {
      unit: t(`unit-${currency}`),
      nameOf: ({ modelId, setting }: { modelId: string; setting: string }) =>
        [nameOf(modelId), settingIn(setting, language)].filter(Boolean).join(' · '),
      priceText: (value: number) => priceNumber(value, language),
      stated: t('stated'),
      isLogarithmic,
    };
    return (colours: ChartColours) => stepChart(history, words, colours);
  }, [history, currency, isLogarithmic, language, nameOf, t]);
  return (
    <div className={classes.history}>
      <div className={classes.toolbar}>
        <SegmentedControl
          aria-label={t('direction')}
          value={direction}
          onChange={(next) => onChange({ direction: next })}
          data={(['input', 'output'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <SegmentedControl
          aria-label={t('scale')}
          value={isLogarithmic ? 'log' : 'linear'}
          onChange={(scale) => onChange({ isLogarithmic: scale === 'log' })}
          data={[
            { value: 'linear', label: t('linear') },
            { value: 'log', label: t('logarithmic') },
          ]}
        />
        <MultiSelect
          className={classes.pick}
          size="xs"
          aria-label={t('models')}
          placeholder={models.length === 0 ? t('allModels') : undefined}
          data={choices}
          value={[...models]}
          onChange={(next) => onChange({ models: next })}
          searchable
          clearable
          hidePickedOptions
        />
      </div>
      {history.series.length === 0 ? (
        <p className={classes.state}>{t('noHistory')}</p>
      ) : (
        <Chart
          className={classes.chart}
          label={t('chartLabel', {
            direction: t(direction),
            models: history.series.map(({ modelId }) => nameOf(modelId)).join(language === 'zh' ? '、' : ', '),
          })}
          option={option}
          onPick={openPicked}
        />
      )}
      <NotDrawn>
        {sources !== '' && <div>{t('sources', { sources })}</div>}
        <div>{t('carriedOn')}</div>
        <Listed
          label={t('withoutPrice')}
          entries={history.withoutPrice.flatMap(({ modelId, setting, date, stated }) => {
            if (stated === null) return [];
            const qualifier = stated.qualifier === '=' ? '' : stated.qualifier;
            const change = `${qualifier} ${percentText(stated.change)}`.trim();
            return {
              factId: stated.factId,
              label: [nameOf(modelId), settingIn(setting, language), date, change].filter(Boolean).join(' '),
            };
          })}
        />
        <Listed
          label={t('undated')}
          entries={history.undated.map((price) => ({
            factId: price.factId,
            label: `${nameOf(price.modelId)} ${asPrinted(price, language)}`,
          }))}
        />
        <Listed
          label={t('freeNotDrawn')}
          entries={history.free.map(({ factId, modelId }) => ({ factId, label: nameOf(modelId) }))}
        />
      </NotDrawn>
      <div className={classes.cuts}>
        <CutTable cuts={cuts} prices={prices} currency={currency} models={models.length === 0 ? EVERY : models} />
      </div>
    </div>
  );
}

/** Who published what the chart shows. */
function useSourcesOf(prices: readonly Price[], series: readonly PriceSeries[]): string {
  const { sources } = useFactsData();
  const language = useLanguage();
  return useMemo(() => {
    const drawn = new Set(series.flatMap(({ points }) => points.map(({ factId }) => factId)));
    const ids = new Set(prices.filter(({ factId }) => drawn.has(factId)).map(({ sourceId }) => sourceId));
    const names = [...ids].map((id) => sources.get(id)?.publisher || sources.get(id)?.title || id);
    return [...new Set(names)].join(language === 'zh' ? '、' : ', ');
  }, [prices, series, sources, language]);
}

function NotDrawn({ children }: { children: ReactNode }) {
  return <div className={classes.notes}>{children}</div>;
}

function Listed({ label, entries }: { label: string; entries: readonly { factId: string; label: string }[] }) {
  if (entries.length === 0) return null;
  return (
    <div>
      {label}
      {entries.map((entry) => (
        <button key={entry.factId} type="button" className={classes.link} onClick={() => openFact(entry.factId)}>
          {entry.label}
        </button>
      ))}
    </div>
  );
}

function openPicked({ data }: ECElementEvent): void {
  if (typeof data === 'object' && data !== null && 'factId' in data && typeof data.factId === 'string') {
    openFact(data.factId);
  }
}
