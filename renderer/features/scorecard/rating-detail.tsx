/** One rating in full: what it said, what happened with the closes that it rests on, and the course of the excess return. */
import { Button, Loader } from '@mantine/core';
import { useMemo } from 'react';
import type { Scales } from '../../../shared/rating-methods.ts';
import type { Reading, ScorecardRow } from '../../../shared/scorecard.ts';
import { openFact } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { BenchmarkChoices } from '../../ratings/benchmark-choices.tsx';
import { GradeBadge } from '../../ratings/grade-badge.tsx';
import { excessText, useBandText, useStandingText } from '../../ratings/rating-words.ts';
import { useRatingsAnswer } from '../../ratings/ratings-store.ts';
import { useSecuritiesData, useSecurityName } from '../../securities/use-securities.ts';
import { failureText } from '../../shell/notices.tsx';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { fullNumber } from '../../ui/number-text.ts';
import { excessChart } from './excess-chart.ts';
import { useHorizonText, useRemarksText, useTargetText } from './row-words.ts';
import classes from './scorecard.module.css';
import { ExcessFigure, type ScaleOf } from './scorecard-columns.tsx';
import { scorecardTexts } from './scorecard-texts.ts';

type RatingDetailProps = { row: ScorecardRow; scales: Scales; scaleOf: ScaleOf };

export function RatingDetail({ row, scales, scaleOf }: RatingDetailProps) {
  const t = useTexts(scorecardTexts);
  const nameOf = useNameOf();
  const securityName = useSecurityName();
  const { securities } = useSecuritiesData();
  const bandText = useBandText();
  const standingText = useStandingText();
  const targetText = useTargetText();
  const remarksText = useRemarksText();
  const { outcome, securityId } = row;
  const scale = scaleOf(row.scaleId);
  const grade = scale?.grades.find(({ id }) => id === row.gradeId);
  const security = securities.get(securityId);
  const names = { name: securityName(securityId), date: row.date };
  const remarks = remarksText(row);
  return (
    <section className={classes.detail} aria-label={t('detail', names)}>
      <div className={classes.facts}>
        <h2 className={classes.subtitle}>
          {row.isOwn ? t('own') : nameOf(row.brokerId)} · {names.name} {row.date}
        </h2>
        <dl className={classes.properties}>
          <dt>{t('said')}</dt>
          <dd>
            <GradeBadge scale={scale} gradeId={row.gradeId} isFocusable /> {grade && bandText(grade.band)} ·{' '}
            {standingText(row.standing)}
          </dd>
          {row.targetPrice !== null && (
            <>
              <dt>{t('target')}</dt>
              <dd>{targetText(row)}</dd>
            </>
          )}
        </dl>
        {outcome.start !== null && row.benchmarkId !== null && (
          <>
            <p className={classes.aside}>
              {t('basis', {
                security: securityName(row.priceId),
                adjustment: t(`adjustment-${outcome.adjustment ?? 'none'}`),
                benchmark: securityName(row.benchmarkId),
              })}
            </p>
            <ClosesTable row={row} />
          </>
        )}
        {outcome.splitDay !== null && <p className={classes.aside}>{t('splitOn', { day: outcome.splitDay })}</p>}
        {remarks.length > 0 && (
          <ul className={classes.remarks}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        {security !== undefined && <BenchmarkChoices security={security} scales={scales} scaleIds={[row.scaleId]} />}
        <div className={classes.buttons}>
          {row.factId !== null && (
            <Button variant="default" onClick={() => row.factId !== null && openFact(row.factId)}>
              {t('openFact')}
            </Button>
          )}
          <Button variant="default" onClick={() => goTo({ screen: 'security', securityId })}>
            {t('openSecurity')}
          </Button>
        </div>
      </div>
      {outcome.start !== null && <ExcessPane row={row} scaleOf={scaleOf} />}
    </section>
  );
}

/** Every close that a figure rests on. */
function ClosesTable({ row: { outcome } }: { row: ScorecardRow }) {
  const t = useTexts(scorecardTexts);
  const horizonText = useHorizonText();
  const { start, soFar, atFrom, atTo } = outcome;
  const isOver = atTo?.reading?.day === soFar?.day;
  const lines: { label: string; reading: Reading | null; waiting: string }[] = [
    ...(atFrom === null ? [] : [{ label: t('atFrom'), reading: atFrom.reading, waiting: horizonText(atFrom) }]),
    ...(isOver ? [] : [{ label: t('soFar'), reading: soFar, waiting: '–' }]),
    ...(atTo === null ? [] : [{ label: t('atTo'), reading: atTo.reading, waiting: horizonText(atTo) }]),
  ];
  return (
    <table className={classes.closes} aria-label={t('closes')}>
      <thead>
        <tr>
          <td />
          <th>{t('day')}</th>
          <th>{t('securityReturn')}</th>
          <th>{t('benchmarkReturn')}</th>
          <th>{t('excess')}</th>
        </tr>
      </thead>
      <tbody>
        {start !== null && (
          <tr>
            <th scope="row" title={t('startHint')}>
              {t('start')}
            </th>
            <td>{start.day}</td>
            <td>{fullNumber(start.close)}</td>
            <td>{fullNumber(start.benchmarkClose)}</td>
            <td />
          </tr>
        )}
        {lines.map(({ label, reading, waiting }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {reading === null ? (
              <td colSpan={4} className={classes.aside}>
                {waiting}
              </td>
            ) : (
              <>
                <td>{reading.day}</td>
                <td>
                  {fullNumber(reading.close)} <small>{excessText(reading.securityReturn)}</small>
                </td>
                <td>
                  {fullNumber(reading.benchmarkClose)} <small>{excessText(reading.benchmarkReturn)}</small>
                </td>
                <td>
                  <ExcessFigure share={reading.excess} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ExcessPane({ row, scaleOf }: { row: ScorecardRow; scaleOf: ScaleOf }) {
  const t = useTexts(scorecardTexts);
  const bandText = useBandText();
  const securityName = useSecurityName();
  const { id, isOwn, standing, date, securityId, priceId, benchmarkId } = row;
  const { answer, failure, isCurrent } = useRatingsAnswer('getRatingPath', { ratingId: id, isOwn });
  const band = scaleOf(row.scaleId)?.grades.find((grade) => grade.id === row.gradeId)?.band ?? null;
  const path = isCurrent ? answer?.path : undefined;
  const option = useMemo(() => {
    if (path === undefined) return null;
    const words = {
      axis: t('axisExcess'),
      band: bandText(band),
      excess: t('chartExcess'),
      security: securityName(priceId),
      benchmark: benchmarkId === null ? t('chartBenchmark') : securityName(benchmarkId),
      horizonFrom: standing.from === null ? '' : t('horizonFrom', { day: standing.from }),
      horizonTo: standing.to === null ? '' : t('horizonTo', { day: standing.to }),
    };
    const { from, to } = standing;
    return (colours: ChartColours) => excessChart({ path, band, from, to }, words, colours);
  }, [path, band, standing, priceId, benchmarkId, bandText, securityName, t]);
  if (failure !== null) return <p role="alert">{failureText(failure)}</p>;
  if (option === null) return <Loader size="sm" />;
  return (
    <Chart
      className={classes.chart}
      label={t('chartLabel', { name: securityName(securityId), date })}
      option={option}
    />
  );
}
