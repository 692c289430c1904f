/** The figure of a fact on screen: what is used of it, and what was printed, struck, where the two differ. */
import { type Fact, figureOf } from '../../shared/facts.ts';
import { useLanguage } from '../texts.ts';
import classes from './facts.module.css';
import { figureText } from './figure-text.ts';

type FactFigureProps = {
  fact: Pick<Fact, 'value' | 'text' | 'unit' | 'qualifier' | 'correction'>;
  /** 万/亿 or k/M/bn. */
  compact?: boolean;
};

export function FactFigure({ fact, compact = false }: FactFigureProps) {
  const language = useLanguage();
  const used = figureText({ ...fact, ...figureOf(fact) }, language, { compact });
  if (fact.correction === null) return <span className={classes.figure}>{used}</span>;
  return (
    <span className={classes.figure}>
      <del className={classes.printed}>{figureText(fact, language, { compact })}</del> {used}
    </span>
  );
}
