/** What a dry run or an import came to, in figures. */
import type { ImportOutcome } from '../../../shared/series-import.ts';
import classes from '../../imports/import.module.css';
import { useTexts } from '../../texts.ts';
import { seriesImportTexts } from './series-import-texts.ts';

const NAMED = 6;

export function OutcomeCounts({ outcome }: { outcome: ImportOutcome }) {
  const t = useTexts(seriesImportTexts);
  const { added, restated, unchanged, skipped, badRowCount, seriesIds, newNames } = outcome;
  const number = (count: number) => ({ count: count.toLocaleString('en-US') });
  const separator = t('listSeparator');
  const names = newNames.slice(0, NAMED).join(separator);
  return (
    <>
      {added > 0 && <span>{t('added', number(added))}</span>}
      {restated > 0 && <span>{t('restated', number(restated))}</span>}
      {unchanged > 0 && <span>{t('unchanged', number(unchanged))}</span>}
      {skipped > 0 && <span className={classes.bad}>{t('skipped', number(skipped))}</span>}
      {skipped === 0 && badRowCount > 0 && <span className={classes.bad}>{t('bad', number(badRowCount))}</span>}
      {seriesIds.length > 0 && <span>{t('seriesCount', number(seriesIds.length))}</span>}
      {newNames.length > 0 && (
        <span className={classes.faint} title={newNames.join(separator)}>
          {t('newNames', {
            ...number(newNames.length),
            names: newNames.length > NAMED ? t('moreNames', { names }) : names,
          })}
        </span>
      )}
    </>
  );
}
