/** What a condition gives: whether it holds, and the figures that it is over. */
import type { ConditionFinding } from '../../shared/theses.ts';
import { figureText } from '../facts/figure-text.ts';
import { useLanguage, useMessageText, useTexts } from '../texts.ts';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

type FindingTextProps = { finding: ConditionFinding; withVerdict?: boolean };

export function FindingText({ finding: { holds, message, figures }, withVerdict = true }: FindingTextProps) {
  const t = useTexts(thesesTexts);
  const say = useMessageText();
  const language = useLanguage();
  const verdict = holds === null ? 'unknownNow' : holds ? 'holdsNow' : 'failsNow';
  const shown = figures.map(({ name, value, unit }) => {
    const isNumber = typeof value === 'number';
    const text = value === null ? '–' : String(value);
    return `${shortened(name)} = ${figureText({ value: isNumber ? rounded(value) : null, text, unit }, language)}`;
  });
  return (
    <p className={classes.finding}>
      {withVerdict && (
        <span className={classes.verdict} data-holds={String(holds)}>
          {t(verdict)}
        </span>
      )}
      {message !== null && <span>{say(message)}</span>}
      {shown.map((text, at) => (
        <span key={figures[at].name} className={classes.figure} title={figures[at].name}>
          {text}
        </span>
      ))}
    </p>
  );
}

/** What is computed has more digits than anybody reads. */
function rounded(value: number): number {
  return Number(value.toPrecision(8));
}

const LONGEST = 56;

/** An id says most at its end. */
function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, 12)}…${name.slice(12 - LONGEST)}`;
}
