/** How much of an exhibit is in conflict or corrected, small beside its name. */
import { useTexts } from '../../texts.ts';
import classes from './sources.module.css';
import { sourcesTexts } from './sources-texts.ts';

type ExhibitMarksProps = { conflicts?: number; corrections?: number };

export function ExhibitMarks({ conflicts = 0, corrections = 0 }: ExhibitMarksProps) {
  const t = useTexts(sourcesTexts);
  return (
    <>
      {conflicts > 0 && (
        <span className={classes.mark} data-mark="conflict" title={t('shownConflicts', { count: conflicts })}>
          ≠ {conflicts}
        </span>
      )}
      {corrections > 0 && (
        <span className={classes.mark} data-mark="corrected" title={t('shownMarks', { count: corrections })}>
          ✎ {corrections}
        </span>
      )}
    </>
  );
}
