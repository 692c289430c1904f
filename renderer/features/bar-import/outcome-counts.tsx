/** What a dry run or an import came to, in figures. */
import type { BarImportOutcome } from '../../../shared/bar-import.ts';
import classes from '../../imports/import.module.css';
import { useLocalText, useTexts } from '../../texts.ts';
import { barImportTexts } from './bar-import-texts.ts';

const NAMED = 6;

export function OutcomeCounts({ outcome }: { outcome: BarImportOutcome }) {
  const t = useTexts(barImportTexts);
  const local = useLocalText();
  const { added, changed, unchanged, skipped, badRowCount, securityIds, newSecurities, importId } = outcome;
  const number = (count: number) => ({ count: count.toLocaleString('en-US') });
  const separator = t('listSeparator');
  const all = newSecurities.map(({ code, exchange, name }) => `${local(name)} ${code}.${exchange}`);
  const names = all.slice(0, NAMED).join(separator);
  // Of an import the new ones are among them.
  const securities = securityIds.length + (importId === null ? newSecurities.length : 0);
  return (
    <>
      {added > 0 && <span>{t('added', number(added))}</span>}
      {changed > 0 && <span>{t('changed', number(changed))}</span>}
      {unchanged > 0 && <span>{t('unchanged', number(unchanged))}</span>}
      {skipped > 0 && <span className={classes.bad}>{t('skipped', number(skipped))}</span>}
      {skipped === 0 && badRowCount > 0 && <span className={classes.bad}>{t('bad', number(badRowCount))}</span>}
      {securities > 0 && <span>{t('securitiesCount', number(securities))}</span>}
      {all.length > 0 && (
        <span className={classes.faint} title={all.join(separator)}>
          {t('newSecurities', { ...number(all.length), names: all.length > NAMED ? t('moreNames', { names }) : names })}
        </span>
      )}
    </>
  );
}
