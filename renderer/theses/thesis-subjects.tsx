/** What a thesis is about, each leading to its place. */
import { ObjectButton, useObjectTitles } from '../notes/about-objects.tsx';
import { useTexts } from '../texts.ts';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

export function ThesisSubjects({ about }: { about: readonly string[] }) {
  const t = useTexts(thesesTexts);
  const titleOf = useObjectTitles(about);
  if (about.length === 0) return null;
  return (
    <p className={classes.subjects}>
      {t('about')}
      {about.map((ref) => (
        <ObjectButton key={ref} objectRef={ref} title={titleOf(ref)} />
      ))}
    </p>
  );
}
