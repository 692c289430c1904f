/** What the report says beside one of its figures, statement by statement against the series, and what its title mixes. */
import { ActionIcon, Button } from '@mantine/core';
import { useMemo } from 'react';
import { dimensionText } from '../../../shared/charts/dimension-words.ts';
import type { FactView } from '../../../shared/facts.ts';
import { daysOfPeriod, periodOfDay } from '../../../shared/period-days.ts';
import { labelAt, ordinalOf } from '../../../shared/periods.ts';
import type { SeriesSummary } from '../../../shared/series.ts';
import { useSeriesAnswer } from '../../charts/use-series-answer.ts';
import { figureText } from '../../facts/figure-text.ts';
import { openFact } from '../../facts/open-fact.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { failureText } from '../../shell/notices.tsx';
import { exhibitRoute, goTo } from '../../shell/routes.ts';
import { useLanguage, useLocalText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { signedPercent } from '../../ui/number-text.ts';
import classes from './capex.module.css';
import { capexTexts } from './capex-texts.ts';
import { CAPEX } from './company-series.ts';
import type { Reading, ReportFigure, Statement } from './report-figures.ts';
import { type Check, checked } from './statements.ts';

const SOURCE = '004';
const CALENDAR = 12;
const COLUMNS = ['statement', 'reading', 'definition', 'figure', 'verdict'] as const;

type StatedFiguresProps = { figure: ReportFigure; known: readonly SeriesSummary[]; onClose: () => void };

export function StatedFigures({ figure, known, onClose }: StatedFiguresProps) {
  const t = useTexts(capexTexts);
  const { sources } = useFactsData();
  const { number, exhibitId, statements } = figure;
  const { rows, failure, retry } = useChecks(figure, known);
  const fiscalYearEnd = known.find(({ id }) => id === figure.seriesId)?.fiscalYearEnd ?? CALENDAR;
  const title = t('stated', { source: sources.get(SOURCE)?.publisher || SOURCE, number });
  return (
    <section className={classes.stated} aria-label={title}>
      <header className={classes.statedHead}>
        <h2 className={classes.heading}>{title}</h2>
        <Button size="compact-xs" variant="subtle" onClick={() => goTo(exhibitRoute(SOURCE, exhibitId))}>
          {t('openExhibit')}
        </Button>
        <ActionIcon size={24} aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={12} />
        </ActionIcon>
      </header>
      <p className={classes.explained}>{t(`explained-${exhibitId}`)}</p>
      {failure !== null && (
        <p role="alert">
          {failureText(failure)}{' '}
          <Button size="compact-xs" onClick={retry}>
            {t('retry')}
          </Button>
        </p>
      )}
      {rows !== null && (
        <table className={classes.statements}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`column-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {statements.map((statement) => {
            const row = rows.get(statement.factId);
            return (
              row && (
                <StatementRows key={statement.factId} {...row} statement={statement} fiscalYearEnd={fiscalYearEnd} />
              )
            );
          })}
        </table>
      )}
    </section>
  );
}

type Row = { fact: FactView; checks: readonly Check[] };

/** Null until facts and observations are there. */
function useChecks({ subjectId, statements }: ReportFigure, known: readonly SeriesSummary[]) {
  const series = useMemo(
    () => known.filter((each) => each.subjectId === subjectId && each.metricId === CAPEX && each.origin === 'bundled'),
    [known, subjectId],
  );
  const said = useFactsAnswer('findFacts', { filter: { sourceId: SOURCE, subjectIds: [subjectId] } });
  const observed = useSeriesAnswer(
    'getObservations',
    series.length === 0 ? null : { seriesIds: series.map(({ id }) => id) },
  );
  const [facts, observations] = [said.answer?.facts, observed.answer];
  const rows = useMemo(() => {
    if (facts === undefined || observations === undefined) return null;
    const figures = series.flatMap((each) =>
      observations
        .filter(({ seriesId }) => seriesId === each.id)
        .map((found) => ({ series: each, observations: found })),
    );
    return new Map(
      statements.flatMap((statement): [string, Row][] => {
        const fact = facts.find(({ id }) => id === statement.factId);
        return fact === undefined ? [] : [[fact.id, { fact, checks: checked(statement, fact, figures) }]];
      }),
    );
  }, [facts, observations, series, statements]);
  return {
    rows,
    failure: said.failure ?? observed.failure,
    retry: () => {
      said.retry();
      observed.retry();
    },
  };
}

type StatementRowsProps = Row & { statement: Statement; fiscalYearEnd: number };

function StatementRows({ fact, checks, statement, fiscalYearEnd }: StatementRowsProps) {
  const t = useTexts(capexTexts);
  const text = useLocalText();
  const readingText = useReadingText(fiscalYearEnd);
  const checkText = useCheckText();
  const [first, ...others] = checks;
  const said = (
    <th scope="rowgroup" rowSpan={Math.max(1, checks.length)}>
      <button type="button" className={classes.link} onClick={() => openFact(fact.id)}>
        {fact.wording || fact.printed}
      </button>
    </th>
  );
  if (first === undefined) {
    return (
      <tbody>
        <tr>
          {said}
          <td>{readingText(statement.readings[0])}</td>
          <td colSpan={3}>{t('noFigures')}</td>
        </tr>
      </tbody>
    );
  }
  const cells = (check: Check) => (
    <>
      <td>{readingText(check.reading)}</td>
      <td>{text(dimensionText(check.definition))}</td>
      <td className={classes.number}>{checkText(check, statement)}</td>
      <td data-verdict={check.verdict}>
        {t(`verdict-${check.verdict}`)}
        {(check.verdict === 'differs' || check.verdict === 'outside') && check.difference !== null && (
          <span className={classes.aside}> {t('differsBy', { difference: signedPercent(check.difference) })}</span>
        )}
      </td>
    </>
  );
  return (
    <tbody>
      <tr>
        {said}
        {cells(first)}
      </tr>
      {others.map((check) => (
        <tr key={`${check.definition} ${check.reading.last}`}>{cells(check)}</tr>
      ))}
    </tbody>
  );
}

/** `2023`, `2023Q4`; of a quarter that could be meant otherwise, its names by both calendars. */
function useReadingText(fiscalYearEnd: number): (reading: Reading) => string {
  const t = useTexts(capexTexts);
  return ({ label, first, last }) => {
    if (label === '') return first === last ? first : first.slice(0, 4);
    const end = daysOfPeriod('quarter', ordinalOf('quarter', last), CALENDAR).last;
    const fiscal = labelAt('fiscal-quarter', periodOfDay('fiscal-quarter', end, fiscalYearEnd));
    return t(`reading-${label}`, { period: last, fiscal });
  };
}

function useCheckText(): (check: Check, statement: Statement) => string {
  const t = useTexts(capexTexts);
  const language = useLanguage();
  const money = (value: number, unit: string) =>
    figureText({ value: Number(value.toPrecision(6)), text: '', unit }, language, { compact: true });
  return ({ figure, unit, before }, { measure }) => {
    if (measure === 'yoy' || measure === 'qoq') return signedPercent(figure);
    if (before === null) return money(figure, unit);
    const { value, period, since } = before;
    return t('peakBefore', {
      figure: money(figure, unit),
      before: money(value, unit),
      period,
      since,
    });
  };
}
