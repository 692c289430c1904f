/** The choice at the left of the chart: companies, and the definition that each one's capital expenditure is counted by. */
import { Button, Checkbox, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ChartSpec } from '../../../shared/chart-spec.ts';
import { dimensionText } from '../../../shared/charts/dimension-words.ts';
import { addsUp } from '../../../shared/charts/plan.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import { chooseSeriesFile } from '../../charts/open-series-import.ts';
import type { ChangeSpec } from '../../charts/use-chart-spec.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './capex.module.css';
import { capexTexts } from './capex-texts.ts';
import { ChartTools } from './chart-tools.tsx';
import {
  CAPEX,
  type Company,
  chosenAtStart,
  companiesOf,
  definitionChosen,
  definitionsOf,
  REVENUE,
  withCompany,
  withDefinition,
  withSeries,
} from './company-series.ts';
import { REPORT_FIGURES, type ReportFigure } from './report-figures.ts';

type CompanyPickerProps = {
  known: readonly SeriesSummary[];
  spec: ChartSpec;
  change: ChangeSpec;
  /** The figure of the report that is shown. */
  figure: ReportFigure | undefined;
  onFigure: (figure: ReportFigure) => void;
};

export function CompanyPicker({ known, spec, change, figure, onFigure }: CompanyPickerProps) {
  const t = useTexts(capexTexts);
  const nameOf = useNameOf();
  const text = useLocalText();
  const { seriesIds } = spec;
  const companies = useMemo(() => companiesOf(known), [known]);
  const definitions = useMemo(() => definitionsOf(known), [known]);
  const chosen = known.filter(({ id }) => seriesIds.includes(id));
  const isMixed = new Set(chosen.map(({ definition }) => definition)).size > 1;
  return (
    <>
      <div className={classes.filters}>
        <Select
          label={t('definition')}
          data={[
            { value: '', label: t('eachItsOwn') },
            {
              group: t('comparableOnly'),
              items: definitions.map(({ definition, series }) => ({
                value: definition,
                label: t('onlyOf', {
                  definition: text(dimensionText(definition)),
                  companies: series.map(({ subjectId }) => nameOf(subjectId)).join(t('listSeparator')),
                }),
              })),
            },
          ]}
          value={definitionChosen(known, seriesIds)}
          onChange={(wanted) => {
            const only = definitions.find(({ definition }) => definition === wanted);
            change({ seriesIds: only ? only.series.map(({ id }) => id) : chosenAtStart(known) });
          }}
        />
        <p className={classes.hint}>{t('definitionHint')}</p>
        <ChartTools spec={spec} change={change} />
        <Checkbox
          size="xs"
          label={t('toRevenue')}
          title={t('toRevenueHint')}
          checked={spec.relativeTo === REVENUE}
          onChange={(event) => change(relation(spec, event.currentTarget.checked))}
        />
        {addsUp(spec) && isMixed && (
          <Checkbox
            size="xs"
            label={t('mixAllowed')}
            description={t('mixAllowedHint')}
            checked={spec.isMixAllowed === true}
            onChange={(event) => change({ isMixAllowed: event.currentTarget.checked })}
          />
        )}
      </div>
      <div className={classes.companies}>
        {companies.map((company) => (
          <CompanyChoice
            key={company.subjectId}
            company={company}
            chosen={seriesIds}
            onChoose={(ids) => change({ seriesIds: ids })}
          />
        ))}
      </div>
      <div className={classes.foot}>
        <h2 className={classes.heading}>{t('reportFigures')}</h2>
        <div className={classes.figures}>
          {REPORT_FIGURES.map((each) => (
            <Button
              key={each.exhibitId}
              size="compact-xs"
              px={4}
              variant={each === figure ? 'light' : 'default'}
              aria-pressed={each === figure}
              title={t('reportFiguresHint')}
              onClick={() => onFigure(each)}
            >
              {t('figureOf', { number: each.number, company: nameOf(each.subjectId) })}
            </Button>
          ))}
        </div>
        <Button
          variant="default"
          title={t('importHint')}
          leftSection={<Icon name="import" size={14} />}
          onClick={chooseSeriesFile}
        >
          {t('import')}
        </Button>
      </div>
    </>
  );
}

type CompanyChoiceProps = { company: Company; chosen: readonly string[]; onChoose: (seriesIds: string[]) => void };

function CompanyChoice({ company, chosen, onChoose }: CompanyChoiceProps) {
  const t = useTexts(capexTexts);
  const nameOf = useNameOf();
  const text = useLocalText();
  const wordsOf = useSeriesWords();
  const { subjectId, series } = company;
  const shown = series.filter(({ id }) => chosen.includes(id));
  const name = nameOf(subjectId);
  const [{ fiscalYearEnd }] = series;
  return (
    <div className={classes.company} role="group" aria-label={name}>
      <div className={classes.companyHead}>
        <Checkbox
          size="xs"
          label={name}
          checked={shown.length > 0}
          onChange={(event) => onChoose(withCompany(company, chosen, event.currentTarget.checked))}
        />
        {fiscalYearEnd !== 12 && (
          <span className={classes.aside}>
            {t('fiscalYearEnd', { month: fiscalYearEnd, monthName: monthName(fiscalYearEnd) })}
          </span>
        )}
      </div>
      <div className={classes.members}>
        {series.map((each) => {
          const isShown = chosen.includes(each.id);
          const alike = series.filter(({ metricId }) => metricId === each.metricId);
          const isChangeable = shown.some((other) => other.id !== each.id && alike.includes(other));
          const words = wordsOf(each);
          const title = [text(each.note), t('covers', { first: each.first, last: each.last })]
            .filter(Boolean)
            .join('\n');
          return (
            <div key={each.id} className={classes.member} title={title}>
              <Checkbox
                size="xs"
                label={words}
                checked={isShown}
                onChange={(event) => onChoose(withSeries(chosen, each.id, event.currentTarget.checked))}
              />
              {isChangeable && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('onlyThis', { company: name, definition: words })}
                  onClick={() => onChoose(withDefinition(company, chosen, each))}
                >
                  {t('only')}
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What tells a series from the others of its company. */
function useSeriesWords(): (series: SeriesSummary) => string {
  const t = useTexts(capexTexts);
  const text = useLocalText();
  const nameOf = useNameOf();
  return ({ metricId, definition, vendor }) => {
    const of = definition === '' ? '' : text(dimensionText(definition));
    const words = [metricId === CAPEX ? '' : nameOf(metricId), of, vendor].filter(Boolean);
    return words.join(' · ') || t('noDefinition');
  };
}

/** A ratio is drawn of values and of twelve months only. */
function relation({ transform }: ChartSpec, isOn: boolean): Partial<ChartSpec> {
  if (!isOn) return { relativeTo: undefined };
  return { relativeTo: REVENUE, transform: transform === 'ttm' ? 'ttm' : 'none' };
}

function monthName(month: number): string {
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));
}
