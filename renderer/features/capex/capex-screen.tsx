/** Capital expenditure of companies by quarter: bundled series over facts, and what the user imports beside them. */
import { Loader } from '@mantine/core';
import { useMemo } from 'react';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { transformName } from '../../../shared/charts/plan.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import { call } from '../../api.ts';
import type { ChartOffer } from '../../charts/chart-bar.tsx';
import { ChartWorkspace } from '../../charts/chart-workspace.tsx';
import { useSeriesFileDrop } from '../../charts/open-series-import.ts';
import { printSpec } from '../../charts/spec-query.ts';
import { PLAIN_SPEC, useChartSpec } from '../../charts/use-chart-spec.ts';
import { useChosen } from '../../charts/use-chosen.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import { loadSeries, useSeriesData } from '../../series/series-store.ts';
import { showFailure } from '../../shell/notices.tsx';
import { replaceQuery } from '../../shell/routes.ts';
import { useLanguage, useMessageText, useTexts } from '../../texts.ts';
import { Failed } from '../../ui/failed.tsx';
import classes from './capex.module.css';
import { capexTexts } from './capex-texts.ts';
import { CompanyPicker } from './company-picker.tsx';
import { chosenAtStart, isOfCompany } from './company-series.ts';
import { findReportFigure, type ReportFigure, viewOf } from './report-figures.ts';
import { StatedFigures } from './stated-figures.tsx';

const OFFER: ChartOffer = {
  transforms: ['none', 'qoq', 'yoy', 'ttm', 'share', 'index'],
  kinds: ['grouped-bars', 'stacked-bars', 'lines', 'small-multiples'],
  grains: ['year'],
  panels: ['subject'],
  switches: ['withGuidance', 'withBounds', 'withPeaks', 'isLogarithmic'],
};
/** Of the address: the figure of the report that is rebuilt. */
const REPORT = 'report';

export default function CapexScreen({ route }: { route: { query?: string } }) {
  const t = useTexts(capexTexts);
  useSeriesFileDrop();
  const { entities, status } = useFactsData();
  const { all, status: seriesStatus, failure } = useSeriesData();
  const known = useMemo(
    () => all.filter((series) => isOfCompany(series, entities.get(series.subjectId)?.kind)),
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
  return <Capex known={known} query={route.query ?? ''} />;
}

function Capex({ known, query }: { known: readonly SeriesSummary[]; query: string }) {
  const t = useTexts(capexTexts);
  const language = useLanguage();
  const atStart = useMemo<ChartSpec>(
    () => ({ ...PLAIN_SPEC, screen: 'capex', kind: 'grouped-bars', language, seriesIds: chosenAtStart(known) }),
    [known, language],
  );
  const onScreen = useChartSpec(atStart);
  const { spec, change } = onScreen;
  const shown = findReportFigure(new URLSearchParams(query).get(REPORT));
  const rebuild = async (figure: ReportFigure) => {
    try {
      const { exhibit } = await call('getExhibit', { exhibitId: figure.exhibitId });
      const named = { number: t('figureNumber', { number: figure.number }), title: exhibit.title };
      const rebuilt = { ...spec, ...viewOf(figure, named, spec) };
      replaceQuery(printSpec(rebuilt, atStart, new URLSearchParams({ [REPORT]: figure.exhibitId })));
    } catch (failed) {
      showFailure(failed);
    }
  };
  return (
    <ChartWorkspace
      {...onScreen}
      title={t('capex')}
      chartTitle={useChartTitle(known, spec)}
      known={known}
      offer={OFFER}
      picker={<CompanyPicker known={known} spec={spec} change={change} figure={shown} onFigure={rebuild} />}
      empty={<div className={classes.state}>{t(known.length === 0 ? 'noSeries' : 'noneChosen')}</div>}
    >
      {shown && <StatedFigures figure={shown} known={known} onClose={() => replaceQuery(printSpec(spec, atStart))} />}
    </ChartWorkspace>
  );
}

const NAMED = 4;

/** `Meta、微软等 6 家资本性支出`: what the chart is of, where its figure has no title. */
function useChartTitle(known: readonly SeriesSummary[], spec: ChartSpec): string {
  const t = useTexts(capexTexts);
  const say = useMessageText();
  const nameOf = useNameOf();
  const chosen = useChosen(known, spec.seriesIds);
  const metrics = [...new Set(chosen.map(({ metricId }) => metricId))].map(nameOf).join(t('listSeparator'));
  const subjects = [...new Set(chosen.map(({ subjectId }) => subjectId))].map(nameOf);
  const names = subjects.slice(0, NAMED).join(t('listSeparator'));
  const said =
    spec.relativeTo === undefined ? metrics : t('relative', { metric: metrics, to: nameOf(spec.relativeTo) });
  return t('titleOf', {
    what:
      spec.transform === 'none'
        ? said
        : t('transformed', { metric: said, transform: say(transformName(spec.transform)) }),
    subjects: subjects.length > NAMED ? t('andOthers', { names, count: subjects.length }) : names,
  });
}
