/** Small marks of a fact: in conflict, corrected, changed, one's own, out of use; each says in words what it means. */
import type { FactView } from '../../shared/facts.ts';
import { useTexts } from '../texts.ts';
import { factTexts } from './fact-texts.ts';
import classes from './facts.module.css';

export type FactMark = 'conflict' | 'chosen' | 'passed-over' | 'corrected' | 'changed' | 'own' | 'retired';

export const FACT_SIGNS: Record<FactMark, string> = {
  conflict: '≠',
  chosen: '✓',
  'passed-over': '⊘',
  corrected: '✎',
  changed: '△',
  own: '●',
  retired: '–',
};

/** What is to be marked of a fact, the most important first. */
export function marksOf(
  fact: Pick<FactView, 'conflict' | 'correction' | 'bundled' | 'isRetired' | 'origin'>,
): FactMark[] {
  const marks: FactMark[] = [];
  if (fact.isRetired) marks.push('retired');
  if (fact.conflict === 'open') marks.push('conflict');
  if (fact.conflict === 'chosen' || fact.conflict === 'passed-over') marks.push(fact.conflict);
  if (fact.correction !== null) marks.push('corrected');
  if (fact.bundled !== null) marks.push('changed');
  if (fact.origin === 'own') marks.push('own');
  return marks;
}

/** `withWords` writes the words beside the signs. */
export function FactMarks({ marks, withWords = false }: { marks: readonly FactMark[]; withWords?: boolean }) {
  const t = useTexts(factTexts);
  if (marks.length === 0) return null;
  return (
    <span className={classes.marks}>
      {marks.map((mark) => (
        <span key={mark} className={classes.mark} data-mark={mark} title={t(`mark-${mark}-hint`)}>
          <span aria-hidden="true">{FACT_SIGNS[mark]}</span>
          <span className={withWords ? classes.markWords : classes.unseen}>{t(`mark-${mark}`)}</span>
        </span>
      ))}
    </span>
  );
}
