/** Calibration: which grades were given and which were earned, and how that goes from quarter to quarter. */
import { useMemo } from 'react';
import type { RatingScale } from '../../../shared/ratings.ts';
import type { Earned, Scorecard } from '../../../shared/scorecard.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { GroupTable } from './group-table.tsx';
import classes from './scorecard.module.css';
import type { ScaleOf } from './scorecard-columns.tsx';
import { scorecardTexts } from './scorecard-texts.ts';

export function CalibrationView({ scorecard, scaleOf }: { scorecard: Scorecard; scaleOf: ScaleOf }) {
  const t = useTexts(scorecardTexts);
  const { earned, groups } = scorecard;
  const overTime = useMemo(() => groups.filter(({ by }) => by === 'quarter'), [groups]);
  const matrices = [...Map.groupBy(earned, ({ isOwn, scaleId }) => `${isOwn} ${scaleId}`).values()];
  return (
    <div className={classes.calibration}>
      <div className={classes.matrices}>
        <p className={classes.hint}>{t(earned.length === 0 ? 'nothingEnded' : 'calibrationIntro')}</p>
        {matrices.map((counts) => {
          const [{ isOwn, scaleId }] = counts;
          const scale = scaleOf(scaleId);
          return scale && <Matrix key={`${isOwn} ${scaleId}`} scale={scale} counts={counts} isOwn={isOwn} />;
        })}
      </div>
      <h2 className={classes.subtitle}>{t('overTime')}</h2>
      <div className={classes.overTime}>
        <GroupTable
          label={t('overTimeTitle')}
          title={scorecardTexts.overTimeTitle}
          groups={overTime}
          scaleOf={scaleOf}
        />
      </div>
    </div>
  );
}

type MatrixProps = { scale: RatingScale; counts: readonly Earned[]; isOwn: boolean };

function Matrix({ scale, counts, isOwn }: MatrixProps) {
  const t = useTexts(scorecardTexts);
  const local = useLocalText();
  const grades = scale.grades.filter(({ band }) => band !== null);
  const countOf = (given: string, got: string) =>
    counts.find(({ gradeId, earnedGradeId }) => gradeId === given && earnedGradeId === got)?.count ?? 0;
  const title = isOwn ? `${t('include-own')} · ${local(scale.name)}` : local(scale.name);
  return (
    <table className={classes.matrix} aria-label={title}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('givenEarned')}</th>
          {grades.map(({ id, name }) => (
            <th key={id} scope="col">
              {local(name)}
            </th>
          ))}
          <th scope="col">{t('total')}</th>
        </tr>
      </thead>
      <tbody>
        {grades.map(({ id, name }) => {
          const row = grades.map((got) => ({ id: got.id, count: countOf(id, got.id) }));
          return (
            <tr key={id}>
              <th scope="row">{local(name)}</th>
              {row.map((got) => (
                <td key={got.id} data-diagonal={got.id === id || undefined}>
                  {got.count === 0 ? '·' : got.count}
                </td>
              ))}
              <td>{row.reduce((sum, { count }) => sum + count, 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
