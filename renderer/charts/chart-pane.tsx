/** The chart with its title, its remarks and sources, and the bar of ranges below it. */
import { useMemo, useState } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { Reference } from '../../shared/charts/commentary.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { Window } from '../../shared/charts/line-points.ts';
import type { FactView } from '../../shared/facts.ts';
import type { SeriesSummary } from '../../shared/series.ts';
import { factTexts } from '../facts/fact-texts.ts';
import { useFactsData } from '../facts/use-facts-data.ts';
import { useLanguage, useLocalText, useMessageText, useTexts } from '../texts.ts';
import { DemonstrationMark } from '../ui/demonstration-mark.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { PointCard } from './point-card.tsx';
import type { PointValue } from './point-values.ts';
import { RangeBar } from './range-bar.tsx';
import { SeriesChart } from './series-chart.tsx';
import type { ChangeSpec } from './use-chart-spec.ts';
import { useSeriesAnswer } from './use-series-answer.ts';

type ChartPaneProps = {
  title: string;
  drawn: Drawn;
  /** All that can be panned to. */
  full: Drawn;
  known: readonly SeriesSummary[];
  /** Those that values hang from. */
  facts: readonly FactView[];
  spec: ChartSpec;
  change: ChangeSpec;
  marked: readonly Reference[];
};

type Picked = { drawn: Drawn; at: number; x: number };

export function ChartPane({ title, drawn, full, known, facts, spec, change, marked }: ChartPaneProps) {
  const t = useTexts(chartsTexts);
  const language = useLanguage();
  const text = useLocalText();
  const say = useMessageText();
  const words = useTooltipWords(known, facts);
  const [picked, setPicked] = useState<Picked | null>(null);
  const isZoomable = spec.comparedTo === null;
  const window = useMemo(() => windowOf(drawn, full), [drawn, full]);
  const { figure } = spec;
  return (
    <>
      <section className={classes.chartArea}>
        <div className={classes.chartTitle}>
          <span>{[figure.number, title].filter(Boolean).join('  ')}</span>
          {drawn.isDemonstration && <DemonstrationMark />}
        </div>
        <SeriesChart
          label={t('chartLabel', { title })}
          drawn={full}
          window={window}
          isZoomable={isZoomable}
          words={words}
          marked={marked}
          onRange={change}
          onPick={({ at, x }) => setPicked({ drawn: full, at, x })}
        />
        {picked !== null && picked.drawn === full && (
          <PointCard
            key={picked.at}
            {...picked}
            vendorOf={words.vendorOf}
            sourceOf={words.sourceOf}
            onClose={() => setPicked(null)}
            onEventAdded={() => {
              setPicked(null);
              change({ withEvents: true });
            }}
          />
        )}
        <div className={classes.caption}>
          {drawn.remarks.map(({ said }) => (
            <span key={JSON.stringify(said)} className={classes.remark}>
              {say(said)}
            </span>
          ))}
          <span>{t('sourceLine', { sources: text(figure.source) || drawn.sources[language] })}</span>
        </div>
      </section>
      {isZoomable && <RangeBar full={full} from={spec.from} to={spec.to} onChange={change} />}
    </>
  );
}

/** Where the one lies in the other, of which it is a part. */
function windowOf(drawn: Drawn, full: Drawn): Window {
  const start = drawn.ordinals[0] - full.ordinals[0];
  return { start, end: start + drawn.ordinals.length - 1 };
}

/** How a value's source is named in a few words: that of its fact and how sure it is, or the vendor and file of its import. */
function useTooltipWords(known: readonly SeriesSummary[], facts: readonly FactView[]) {
  const t = useTexts(factTexts);
  const language = useLanguage();
  const { sources } = useFactsData();
  const { answer: imports } = useSeriesAnswer('listSeriesImports', {});
  return useMemo(() => {
    const vendors = new Map(known.map(({ id, vendor }) => [id, vendor]));
    const confidences = new Map(facts.map(({ id, confidence }) => [id, t(`confidence-${confidence}`)]));
    const files = new Map((imports ?? []).map(({ id, fileName }) => [id, fileName]));
    return {
      language,
      vendorOf: (seriesId: string) => vendors.get(seriesId) ?? '',
      sourceOf: ({ factId, importId, vendor }: PointValue) => {
        if (factId !== null) {
          const title = sources.get(factId.split('/')[0])?.title ?? factId;
          return [confidences.get(factId), title].filter(Boolean).join(' · ');
        }
        return [vendor, importId === null ? '' : (files.get(importId) ?? '')].filter(Boolean).join(' · ');
      },
    };
  }, [known, facts, imports, sources, language, t]);
}
