/** Every error with its row, column, value and reason; a click shows the row. */
import type { ImportPreview } from '../../../shared/fact-file-methods.ts';
import shared from '../../imports/import.module.css';
import { useMessageText, useTexts } from '../../texts.ts';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

/** As many as a person reads; what is mended in the file goes from the list. */
const SHOWN = 500;

export function ErrorList({ preview: { errors, errorCount } }: { preview: ImportPreview }) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  const shown = errors.slice(0, SHOWN).map((error, at) => ({ ...error, id: `error-${at}` }));
  return (
    <section className={classes.errors} aria-label={t('errors')}>
      <h2 className={classes.errorsTitle}>
        {t('errors')} <span className={shared.faint}>{errorCount.toLocaleString('en-US')}</span>
      </h2>
      <ul>
        {shown.map(({ id, row, column, value, reason }) => (
          <li key={id}>
            <button type="button" className={classes.error} onClick={() => showRow(row)}>
              <span className={classes.errorPlace}>
                {[t('errorAt', { row }), column].filter(Boolean).join(' · ')}
                {value !== '' && <code>{value}</code>}
              </span>
              <span>{say(reason)}</span>
            </button>
          </li>
        ))}
      </ul>
      {errorCount > shown.length && (
        <p className={shared.more}>{t('moreErrors', { count: (errorCount - shown.length).toLocaleString('en-US') })}</p>
      )}
    </section>
  );
}

function showRow(row: number): void {
  document.getElementById(`import-row-${row}`)?.scrollIntoView({ block: 'center' });
}
