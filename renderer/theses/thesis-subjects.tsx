/** What a thesis is about, as links: securities lead to their pages. */
import { parseObjectRef } from '../../shared/object-ref.ts';
import { SecurityLink } from '../securities/security-link.tsx';
import { useTexts } from '../texts.ts';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

export function ThesisSubjects({ about }: { about: readonly string[] }) {
  const t = useTexts(thesesTexts);
  const securityIds = about.flatMap((ref) => {
    const parsed = parseObjectRef(ref);
    return parsed?.kind === 'security' ? [parsed.id] : [];
  });
  if (securityIds.length === 0) return null;
  return (
    <p className={classes.hint}>
      {t('about')}{' '}
      {securityIds.map((securityId) => (
        <SecurityLink key={securityId} securityId={securityId} />
      ))}
    </p>
  );
}
