/** How good the probabilities of settled theses were; nothing is concluded from too few. */
import { useTexts } from '../../texts.ts';
import { followTheses } from '../../theses/follow-theses.ts';
import { thesesTexts } from '../../theses/theses-texts.ts';
import { useAnswer } from '../../use-answer.ts';
import classes from './theses-screen.module.css';

export function Calibration() {
  const t = useTexts(thesesTexts);
  const { answer } = useAnswer('getThesisCalibration', {}, followTheses);
  if (answer === undefined) return null;
  const { count, needed, brier, bins } = answer;
  return (
    <section aria-label={t('calibration')}>
      <h2 className={classes.heading}>{t('calibration')}</h2>
      {brier === null ? (
        <p className={classes.hint}>{t('calibrationFew', { count, needed })}</p>
      ) : (
        <>
          <p>{t('brier', { count, score: brier.toFixed(3) })}</p>
          <table className={classes.bins}>
            <thead>
              <tr>
                <th scope="col">{t('said')}</th>
                <th scope="col">{t('happened')}</th>
                <th scope="col">{t('count')}</th>
              </tr>
            </thead>
            <tbody>
              {bins.map(({ low, high, count: inBin, happened }) => (
                <tr key={low}>
                  <th scope="row">
                    {share(low)}–{share(high)}
                  </th>
                  <td>{happened === null ? '–' : share(happened)}</td>
                  <td>{inBin}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function share(part: number): string {
  return `${Math.round(part * 100)}%`;
}
