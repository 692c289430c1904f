/** Downloads (and users, visits …) of apps: series that the user imports, charted as the weekly report does. */
import { Loader } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { transformName } from '../../../shared/charts/plan.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import type { ChartOffer } from '../../charts/chart-bar.tsx';
import { ChartWorkspace } from '../../charts/chart-workspace.tsx';
import { useSeriesFileDrop } from '../../charts/open-series-import.ts';
import { PLAIN_SPEC, useChartSpec } from '../../charts/use-chart-spec.ts';
import { useChosen } from '../../charts/use-chosen.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import { loadSeries, useSeriesData } from '../../series/series-store.ts';
import { useLanguage, useMessageText, useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import classes from './downloads.module.css';
import { downloadsTexts } from './downloads-texts.ts';
import { FirstStart } from './first-start.tsx';
import { chosenAtStart, isOfApp } from './series-choice.ts';
import { SeriesPicker } from './series-picker.tsx';

/** So many are named: in titles, and at peaks. */
const NAMED = 4;

const OFFER: ChartOffer = {
  transforms: ['none', 'ma7', 'wow', 'mom', 'yoy', 'index', 'share'],
  kinds: ['lines', 'small-multiples'],
  grains: ['week', 'month'],
  panels: ['subject', 'market', 'vendor'],
  switches: ['withAverage', 'withPeaks', 'withBounds', 'withEvents', 'isLogarithmic'],
};

export default function DownloadsScreen() {
  const t = useTexts(downloadsTexts);
  useSeriesFileDrop();
  const { entities, status } = useFactsData();
  const { all, status: seriesStatus, failure } = useSeriesData();
  const known = useMemo(
    () => all.filter((series) => isOfApp(series, entities.get(series.subjectId)?.kind)),
    [all, entities],
  );
  if (seriesStatus === 'failed' && all.length === 0) {
    return <Failed className={classes.state} failure={failure} onRetry={loadSeries} />;
  }
  if ([status, seriesStatus].some((each) => each === 'unread' || each === 'loading')) {
    return (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    );
  }
  return known.length === 0 ? <FirstStart /> : <Downloads known={known} />;
}

function Downloads({ known }: { known: readonly SeriesSummary[] }) {
  const t = useTexts(downloadsTexts);
  const language = useLanguage();
  const { entities } = useFactsData();
  const atStart = useMemo<ChartSpec>(() => {
    const seriesIds = chosenAtStart(known);
    // Labels of more peaks would stand on each other.
    return { ...PLAIN_SPEC, screen: 'downloads', language, withPeaks: seriesIds.length <= NAMED, seriesIds };
  }, [known, language]);
  const onScreen = useChartSpec(atStart);
  const { spec } = onScreen;
  const namesOf = useCallback(
    (subjectId: string) => {
      const entity = entities.get(subjectId);
      return entity ? [entity.name.zh, entity.name.en, ...entity.aliases].join('\n') : subjectId;
    },
    [entities],
  );
  return (
    <ChartWorkspace
      {...onScreen}
      title={t('downloads')}
      chartTitle={useChartTitle(known, spec)}
      known={known}
      offer={OFFER}
      picker={<SeriesPicker {...onScreen} known={known} namesOf={namesOf} />}
      empty={<div className={classes.state}>{t('noneChosen')}</div>}
    />
  );
}

/** `ChatGPT、豆包等 6 个下载量`: what the chart is of, where its figure has no title. */
function useChartTitle(known: readonly SeriesSummary[], spec: ChartSpec): string {
  const t = useTexts(downloadsTexts);
  const say = useMessageText();
  const nameOf = useNameOf();
  const chosen = useChosen(known, spec.seriesIds);
  const metrics = [...new Set(chosen.map(({ metricId }) => metricId))].map(nameOf).join(t('listSeparator'));
  const subjects = [...new Set(chosen.map(({ subjectId }) => subjectId))].map(nameOf);
  const names = subjects.slice(0, NAMED).join(t('listSeparator'));
  return t('titleOf', {
    what:
      spec.transform === 'none'
        ? metrics
        : t('transformed', { metric: metrics, transform: say(transformName(spec.transform)) }),
    subjects: subjects.length > NAMED ? t('andOthers', { names, count: subjects.length }) : names,
  });
}
