/** Risks by probability and impact, five by five; what weighs most is at the top right. */
import type { RiskAssessment } from '../../shared/risks.ts';
import { useTexts } from '../texts.ts';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

type RiskMatrixProps = { assessments: readonly RiskAssessment[]; textOf: (assessmentId: string) => string };

const LEVELS = [1, 2, 3, 4, 5];

export function RiskMatrix({ assessments, textOf }: RiskMatrixProps) {
  const t = useTexts(thesesTexts);
  const placed = assessments.filter(({ probability, impact }) => probability !== null && impact !== null);
  const at = (probability: number, impact: number) =>
    placed.filter((each) => each.probability === probability && each.impact === impact);
  return (
    <figure className={classes.matrix}>
      <figcaption className={classes.label}>{t('matrix')}</figcaption>
      <table>
        <tbody>
          {LEVELS.toReversed().map((probability) => (
            <tr key={probability}>
              <th scope="row">{probability}</th>
              {LEVELS.map((impact) => {
                const here = at(probability, impact);
                const label = t('matrixCell', { probability, impact, count: here.length });
                return (
                  <td
                    key={impact}
                    data-weight={Math.ceil((probability * impact) / 5)}
                    aria-label={label}
                    title={[label, ...here.map(({ id }) => textOf(id))].join('\n')}
                  >
                    {here.length > 0 && here.length}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <td className={classes.corner} />
            {LEVELS.map((impact) => (
              <th key={impact} scope="col">
                {impact}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      {placed.length === 0 && <p className={classes.hint}>{t('noMatrix')}</p>}
    </figure>
  );
}
