/** The imports of prices there have been, the last one first, each to be withdrawn. */
import { Button, Loader } from '@mantine/core';
import type { BarImport } from '../../../shared/bar-methods.ts';
import { followBars } from '../../bars/follow-bars.ts';
import classes from '../../imports/import.module.css';
import { WithdrawButton } from '../../imports/withdraw-button.tsx';
import { useSecurityName } from '../../securities/use-securities.ts';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useAnswer } from '../../use-answer.ts';
import { withdrawImport } from './bar-import-store.ts';
import { barImportTexts } from './bar-import-texts.ts';

const NOTHING = {};
const NAMED = 4;

export function EarlierImports() {
  const t = useTexts(barImportTexts);
  const { answer, failure, retry } = useAnswer('listBarImports', NOTHING, followBars);
  return (
    <section className={classes.earlier} aria-label={t('earlier')}>
      <h2 className={classes.subtitle}>{t('earlier')}</h2>
      {answer === undefined && failure !== null ? (
        <div className={classes.state} role="alert">
          <p>{failureText(failure)}</p>
          <Button onClick={retry}>{t('retry')}</Button>
        </div>
      ) : answer === undefined ? (
        <Loader size="sm" />
      ) : answer.length === 0 ? (
        <p className={classes.faint}>{t('noImports')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('securities')}</th>
              <th scope="col">{t('when')}</th>
              {(['rowsRead', 'addedHeading', 'changedHeading'] as const).map((heading) => (
                <th key={heading} scope="col" data-number>
                  {t(heading)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {answer.map((made) => (
              <ImportRow key={made.id} made={made} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ImportRow({ made }: { made: BarImport }) {
  const t = useTexts(barImportTexts);
  const nameOf = useSecurityName();
  const names = made.securityIds.slice(0, NAMED).map(nameOf).join(t('listSeparator'));
  return (
    <tr data-withdrawn={made.isWithdrawn || undefined}>
      <td title={made.fileName}>{made.fileName}</td>
      <td>{made.securityIds.length > NAMED ? t('securitiesCount', { count: made.securityIds.length }) : names}</td>
      <td>
        <RelativeTime iso={made.at} />
      </td>
      {(['rowCount', 'added', 'changed'] as const).map((count) => (
        <td key={count} data-number>
          {made[count].toLocaleString('en-US')}
        </td>
      ))}
      <td className={classes.rowButtons}>
        <WithdrawButton
          file={made.fileName}
          isWithdrawn={made.isWithdrawn}
          onWithdraw={() => withdrawImport(made.id, made.fileName)}
        />
      </td>
    </tr>
  );
}
