/**
 * The prices of a security: its last quote, a chart of the range and form that one chooses, what looks odd in them,
 * and the files that they are from.
 *
 *     <PriceSection securityId="688111.SH" benchmarkId="000300.SH" markers={ratings} />
 */
import { Button, Loader, SegmentedControl } from '@mantine/core';
import { CandlestickChart } from 'echarts/charts';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useMemo, useState } from 'react';
import type { Adjustment, Bars } from '../../shared/price-bars.ts';
import { ChangeFigure } from '../securities/change-figure.tsx';
import { amountText, changeText, priceText } from '../securities/quote-text.ts';
import { SecurityPicker } from '../securities/security-picker.tsx';
import { useSecurityName } from '../securities/use-securities.ts';
import { failureText } from '../shell/notices.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { useLanguage, useTexts } from '../texts.ts';
import { Chart } from '../ui/chart.tsx';
import { fullNumber } from '../ui/number-text.ts';
import { useAnswer } from '../use-answer.ts';
import classes from './bars.module.css';
import { barsTexts } from './bars-texts.ts';
import { followBars } from './follow-bars.ts';
import { openBarImport } from './open-bar-import.ts';
import { indexOption, type MarketColours, type PriceMarker, priceOption } from './price-option.ts';
import { PriceOrigins } from './price-origins.tsx';
import { indexed, placesOf, rangeStart } from './price-points.ts';
import { PriceRemarks } from './price-remarks.tsx';

use([CandlestickChart, CanvasRenderer]);

const RANGES = { '3M': 3, '6M': 6, '1Y': 12, '3Y': 36, all: null } as const;
type Range = keyof typeof RANGES;
const FORMS = ['candles', 'line', 'index'] as const;
type Form = (typeof FORMS)[number];
/** A chart wants the prices that can be compared over time. */
const PREFERRED = ['forward', 'none', 'backward'] as const;

type PriceSectionProps = {
  securityId: string;
  /** Where the page says the last quote itself, it is not said again. */
  hasQuote?: boolean;
  /** The index that it is set against until another is chosen. */
  benchmarkId?: string;
  /** Memoise them. */
  markers?: readonly PriceMarker[];
};

const NO_MARKERS: readonly PriceMarker[] = [];

export function PriceSection({ securityId, hasQuote = true, benchmarkId, markers = NO_MARKERS }: PriceSectionProps) {
  const t = useTexts(barsTexts);
  const nameOf = useSecurityName();
  const [chosen, setChosen] = useState<Adjustment | null>(null);
  const question = useMemo(() => ({ securityIds: [securityId] }), [securityId]);
  const { answer: series, failure, retry } = useAnswer('listBarSeries', question, followBars);
  const there = PREFERRED.filter((each) => series?.some(({ adjustment }) => adjustment === each));
  const adjustment = there.find((each) => each === chosen) ?? there[0];
  const input = adjustment === undefined ? null : { securityId, adjustment };
  const { answer: bars, failure: barsFailure, retry: retryBars } = useAnswer('getBars', input, followBars);
  const wrong = failure ?? barsFailure;
  return (
    <section className={classes.section} aria-label={t('title')}>
      <header className={classes.head}>
        <h2 className={classes.heading}>{t('title')}</h2>
        {hasQuote && there.length > 0 && <LastQuote securityId={securityId} />}
        <span className={classes.space} />
        {there.length > 1 && (
          <SegmentedControl
            aria-label={t('adjustment')}
            data={there.map((value) => ({ value, label: t(`adjustment-${value}`) }))}
            value={adjustment}
            onChange={(value) => setChosen(there.find((each) => each === value) ?? null)}
          />
        )}
        {there.length === 1 && <span className={classes.soft}>{t(`adjustment-${there[0]}`)}</span>}
        {there.length > 0 && (
          <Button variant="default" onClick={() => openBarImport(null, securityId)}>
            {t('import')}
          </Button>
        )}
      </header>
      {wrong !== null && (series === undefined || bars === undefined) ? (
        <div className={classes.state} role="alert">
          <p>{failureText(wrong)}</p>
          <Button onClick={() => (failure === null ? retryBars() : retry())}>{t('retry')}</Button>
        </div>
      ) : series === undefined || (adjustment !== undefined && bars === undefined) ? (
        <div className={classes.state} role="status" aria-label={t('loading')}>
          <Loader size="sm" />
        </div>
      ) : bars === undefined || bars.days.length === 0 ? (
        <div className={classes.empty}>
          <p className={classes.emptyTitle}>{t('none', { name: nameOf(securityId) })}</p>
          <p>{t('howTo')}</p>
          <Button onClick={() => openBarImport(null, securityId)}>{t('import')}</Button>
        </div>
      ) : (
        <PriceChart key={securityId} bars={bars} benchmarkId={benchmarkId} markers={markers} />
      )}
    </section>
  );
}

function LastQuote({ securityId }: { securityId: string }) {
  const t = useTexts(barsTexts);
  const language = useLanguage();
  const question = useMemo(() => ({ securityIds: [securityId] }), [securityId]);
  const [quote] = useAnswer('getQuotes', question, followBars).answer ?? [];
  if (quote === undefined) return null;
  return (
    <p className={classes.quote}>
      <b title={fullNumber(quote.close)}>{priceText(quote.close)}</b> <span>{quote.currency}</span>{' '}
      {quote.change !== null && <ChangeFigure share={quote.change} />} <span>{quote.day}</span>
      {quote.adjustment === 'backward' && <span> · {t('notTraded')}</span>}
      {quote.marketCap !== null && (
        <span title={fullNumber(quote.marketCap)}>
          {' · '}
          {t('marketCap')} {amountText(quote.marketCap, language)}
        </span>
      )}
    </p>
  );
}

type PriceChartProps = { bars: Bars; benchmarkId?: string; markers: readonly PriceMarker[] };

function PriceChart({ bars, benchmarkId, markers }: PriceChartProps) {
  const t = useTexts(barsTexts);
  const language = useLanguage();
  const nameOf = useSecurityName();
  const marketColours = usePreferences((state) => state.chosen.marketColours);
  const [range, setRange] = useState<Range>('1Y');
  const hasCandles = bars.open.filter((open) => open !== null).length > bars.days.length / 2;
  const [form, setForm] = useState<Form>(hasCandles ? 'candles' : 'line');
  const [picked, setAgainst] = useState('');
  const against = picked || (benchmarkId ?? '');
  const last = bars.days[bars.days.length - 1];
  const from = rangeStart(last, RANGES[range]);
  const shown = form === 'candles' && !hasCandles ? 'line' : form;
  const isIndex = shown === 'index';
  const places = useMemo(() => placesOf(bars, from, last), [bars, from, last]);
  const name = nameOf(bars.securityId);
  const other = useBenchmark(isIndex ? against : '');
  const compared = useMemo(
    () => (other === undefined ? null : indexed([bars, other], from, last)),
    [bars, other, from, last],
  );
  const option = useMemo(() => {
    const amounts = (amount: number) => amountText(amount, language);
    const tipOf = tipIn(bars, t, amounts);
    return (colours: Parameters<typeof indexOption>[2]) =>
      isIndex
        ? compared === null
          ? {}
          : indexOption(compared, [name, nameOf(against)], colours, (value) => value.toFixed(1))
        : priceOption({
            bars,
            places,
            isCandles: shown === 'candles',
            markers,
            colours,
            market: marketColoursNow(marketColours),
            priceText,
            amountText: amounts,
            tipOf,
          });
  }, [bars, places, shown, isIndex, compared, markers, marketColours, language, t, name, nameOf, against]);
  const [first = ''] = places.map(({ day }) => day);
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('form')}
          data={FORMS.map((value) => ({
            value,
            label: t(`form-${value}`),
            disabled: value === 'candles' && !hasCandles,
          }))}
          value={shown}
          onChange={(value) => setForm(FORMS.find((each) => each === value) ?? 'line')}
        />
        <fieldset className={classes.ranges} aria-label={t('range')}>
          {(Object.keys(RANGES) as Range[]).map((each) => (
            <Button
              key={each}
              size="compact-xs"
              variant={each === range ? 'light' : 'subtle'}
              color={each === range ? undefined : 'gray'}
              aria-pressed={each === range}
              onClick={() => setRange(each)}
            >
              {t(`range-${each}`)}
            </Button>
          ))}
        </fieldset>
        {isIndex && (
          <>
            <SecurityPicker
              className={classes.picker}
              label={t('benchmark')}
              placeholder={against === '' ? t('chooseBenchmark') : nameOf(against)}
              onPick={({ id }) => setAgainst(id)}
            />
            {compared !== null && <span className={classes.soft}>{t('rebased', { day: compared.base })}</span>}
          </>
        )}
      </div>
      {isIndex && compared === null ? (
        <p className={classes.state} role="status">
          {against === ''
            ? t('chooseBenchmark')
            : other === undefined
              ? t('loading')
              : t('noBenchmark', { name: nameOf(against) })}
        </p>
      ) : (
        <Chart
          className={classes.chart}
          label={t('chartOf', { name, first, last: places.at(-1)?.day ?? '' })}
          renderer="canvas"
          option={option}
        />
      )}
      <PriceRemarks bars={bars} />
      <PriceOrigins bars={bars} />
    </>
  );
}

/** Bars of the other in the adjustment that is best for comparing; undefined until they are there. */
function useBenchmark(securityId: string): Bars | undefined {
  const question = useMemo(() => (securityId === '' ? null : { securityIds: [securityId] }), [securityId]);
  const { answer: series } = useAnswer('listBarSeries', question, followBars);
  const adjustment = PREFERRED.find((each) => series?.some((one) => one.adjustment === each)) ?? 'none';
  const input = securityId === '' || series === undefined ? null : { securityId, adjustment };
  return useAnswer('getBars', input, followBars).answer;
}

function tipIn(bars: Bars, t: (key: keyof typeof barsTexts) => string, amounts: (amount: number) => string) {
  return ({ day, at }: { day: string; at: number | null }): string => {
    if (at === null) return `${day}<br>${t('noTrade')}`;
    const before = bars.close[at - 1];
    const rows: [string, string | null][] = [
      [t('open'), text(bars.open[at])],
      [t('high'), text(bars.high[at])],
      [t('low'), text(bars.low[at])],
      [t('close'), text(bars.close[at])],
      [t('change'), before === undefined ? null : changeText(bars.close[at] / before - 1)],
      [t('volume'), bars.volume[at] === null ? null : amounts(bars.volume[at])],
    ];
    const said = rows.filter(([, value]) => value !== null).map(([name, value]) => `${name} <b>${value}</b>`);
    return [`<b>${day}</b>`, ...said].join('<br>');
  };
}

function text(price: number | null): string | null {
  return price === null ? null : priceText(price);
}

/** As the page has them: they change with theme and market. */
function marketColoursNow(_chosen: string): MarketColours {
  const style = getComputedStyle(document.documentElement);
  return { up: style.getPropertyValue('--pl-up').trim(), down: style.getPropertyValue('--pl-down').trim() };
}
