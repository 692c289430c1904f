/** What happened to a thesis, oldest first: what the analyst did, and what checks found. */
import type { Thesis } from '../../shared/theses.ts';
import { useTexts } from '../texts.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { FindingText } from './finding-text.tsx';
import classes from './theses.module.css';
import { thesesTexts } from './theses-texts.ts';

export function ThesisHistory({ history }: { history: Thesis['history'] }) {
  const t = useTexts(thesesTexts);
  return (
    <ol className={classes.history} aria-label={t('history')}>
      {history.map((entry, at) => (
        // Nothing is ever taken out of it.
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id, and keep their places
        <li key={at} className={classes.entry}>
          <span className={classes.when}>
            <RelativeTime iso={entry.at} />
          </span>
          <span>
            {t(entry.what)} · {t(entry.state)}
          </span>
          {entry.what === 'checked' && <FindingText finding={entry} />}
          {entry.former !== null && (
            <span className={classes.hint}>
              {t('was')}{' '}
              {Object.values(entry.former)
                .filter((value) => value !== null)
                .join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
