/** The columns of the scorecard's table. */
import { useMemo } from 'react';
import type { RatingScale } from '../../../shared/ratings.ts';
import type { HorizonReading, Reading, ScorecardRow } from '../../../shared/scorecard.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { GradeBadge } from '../../ratings/grade-badge.tsx';
import { excessText, useStandingText } from '../../ratings/rating-words.ts';
import { useSecurityName } from '../../securities/use-securities.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { judged, percentOf, useHorizonText, useRemarksText, useTargetText } from './row-words.ts';
import classes from './scorecard.module.css';
import { scorecardTexts } from './scorecard-texts.ts';

export type ScaleOf = (scaleId: string) => RatingScale | undefined;

export function useScorecardColumns(scaleOf: ScaleOf): readonly DataColumn<ScorecardRow>[] {
  const t = useTexts(scorecardTexts);
  const local = useLocalText();
  const nameOf = useNameOf();
  const securityName = useSecurityName();
  const standingText = useStandingText();
  const horizonText = useHorizonText();
  const targetText = useTargetText();
  const remarksText = useRemarksText();
  return useMemo(() => {
    const gradeName = (row: ScorecardRow, gradeId: string | null) => {
      const grade = scaleOf(row.scaleId)?.grades.find(({ id }) => id === gradeId);
      return grade === undefined ? (gradeId ?? '') : local(grade.name);
    };
    const horizon = (id: 'atFrom' | 'atTo'): DataColumn<ScorecardRow> => ({
      id,
      heading: t(id),
      unit: '%',
      hint: id === 'atTo' ? t('atToHint') : undefined,
      width: 144,
      align: 'right',
      value: ({ outcome }) => percentOf(outcome[id]?.reading),
      cell: ({ outcome }) => <AtHorizon at={outcome[id]} waiting={horizonText(outcome[id])} />,
      title: ({ outcome }) => outcome[id]?.reading?.day ?? horizonText(outcome[id]),
    });
    const columns: DataColumn<ScorecardRow>[] = [
      {
        id: 'broker',
        heading: t('broker'),
        width: 150,
        value: (row) => (row.isOwn ? t('own') : nameOf(row.brokerId)),
      },
      { id: 'security', heading: t('security'), width: 140, value: ({ securityId }) => securityName(securityId) },
      {
        id: 'grade',
        heading: t('grade'),
        width: 172,
        value: (row) => gradeName(row, row.gradeId),
        cell: (row) => (
          <GradeBadge
            scale={scaleOf(row.scaleId)}
            gradeId={row.gradeId}
            isLapsed={row.standing.state !== 'in-force' && row.standing.state !== 'undated'}
          />
        ),
      },
      { id: 'date', heading: t('date'), width: 104, value: ({ date }) => date || null },
      { id: 'state', heading: t('state'), width: 176, value: ({ standing }) => standingText(standing) },
      {
        id: 'soFar',
        heading: t('soFar'),
        unit: '%',
        hint: t('soFarHint'),
        width: 128,
        align: 'right',
        value: ({ outcome }) => percentOf(outcome.soFar),
        cell: ({ outcome }) => <Excess reading={outcome.soFar} />,
        title: ({ outcome }) => outcome.soFar?.day ?? '',
      },
      horizon('atFrom'),
      horizon('atTo'),
      {
        id: 'inBand',
        heading: t('inBand'),
        width: 108,
        value: (row) => {
          const found = judged(row);
          if (found === null) return null;
          const said = t(found.reading.inBand ? 'yes' : 'no');
          return found.isEnded ? said : `${said} ${t('soFarMark')}`;
        },
        cell: (row) => <InBand row={row} />,
      },
      {
        id: 'earned',
        heading: t('earned'),
        hint: t('earnedHint'),
        width: 124,
        value: (row) => gradeName(row, judged(row)?.reading.earnedGradeId ?? null) || null,
      },
      { id: 'target', heading: t('target'), width: 190, value: (row) => targetText(row) || null },
      {
        id: 'benchmark',
        heading: t('benchmark'),
        width: 110,
        value: ({ benchmarkId }) => (benchmarkId === null ? null : securityName(benchmarkId)),
      },
      {
        id: 'remarks',
        heading: t('remarks'),
        width: 320,
        value: (row) => remarksText(row).join('; ') || null,
        cell: (row) => <span className={classes.aside}>{remarksText(row).join('; ')}</span>,
      },
    ];
    return columns;
  }, [t, local, nameOf, securityName, standingText, horizonText, targetText, remarksText, scaleOf]);
}

export function Excess({ reading }: { reading: Reading | null }) {
  if (reading === null) return <span className={classes.aside}>–</span>;
  return <ExcessFigure share={reading.excess} />;
}

/** In the market's colours. */
export function ExcessFigure({ share }: { share: number }) {
  const direction = share > 0 ? 'up' : share < 0 ? 'down' : undefined;
  return (
    <span className={classes.figure} data-direction={direction}>
      {excessText(share)}
    </span>
  );
}

function AtHorizon({ at, waiting }: { at: HorizonReading | null; waiting: string }) {
  if (at === null) return <span className={classes.aside}>–</span>;
  if (at.reading === null) return <span className={classes.aside}>{waiting}</span>;
  return <ExcessFigure share={at.reading.excess} />;
}

function InBand({ row }: { row: ScorecardRow }) {
  const t = useTexts(scorecardTexts);
  const found = judged(row);
  if (found === null) return <span className={classes.aside}>–</span>;
  const { inBand } = found.reading;
  return (
    <span className={found.isEnded ? classes.verdict : classes.aside} data-hit={found.isEnded ? inBand : undefined}>
      <span aria-hidden="true">{inBand ? '✓' : '✗'}</span> {t(inBand ? 'yes' : 'no')}
      {!found.isEnded && ` ${t('soFarMark')}`}
    </span>
  );
}
