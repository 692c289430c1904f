/** The imports there have been, the last one first, each to be withdrawn. */
import { Button, Loader } from '@mantine/core';
import type { SeriesImport } from '../../../shared/series-methods.ts';
import { useSeriesAnswer } from '../../charts/use-series-answer.ts';
import classes from '../../imports/import.module.css';
import { WithdrawButton } from '../../imports/withdraw-button.tsx';
import { failureText } from '../../shell/notices.tsx';
import { useTexts } from '../../texts.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { seriesImportTexts } from './series-import-texts.ts';
import { withdrawImport } from './withdraw-import.ts';

export function EarlierImports() {
  const t = useTexts(seriesImportTexts);
  const { answer, failure, retry } = useSeriesAnswer('listSeriesImports', {});
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
        <ImportTable imports={answer.toSorted((one, other) => other.id - one.id)} />
      )}
    </section>
  );
}

function ImportTable({ imports }: { imports: readonly SeriesImport[] }) {
  const t = useTexts(seriesImportTexts);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{t('vendor')}</th>
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
        {imports.map((each) => (
          <ImportRow key={each.id} made={each} />
        ))}
      </tbody>
    </table>
  );
}

function ImportRow({ made }: { made: SeriesImport }) {
  const t = useTexts(seriesImportTexts);
  const file = made.fileName || t('byHand');
  return (
    <tr data-withdrawn={made.isWithdrawn || undefined}>
      <td title={file}>{file}</td>
      <td title={made.vendor}>{made.vendor}</td>
      <td>
        <RelativeTime iso={made.at} />
      </td>
      {(['rowCount', 'added', 'restated'] as const).map((count) => (
        <td key={count} data-number>
          {made[count].toLocaleString('en-US')}
        </td>
      ))}
      <td className={classes.rowButtons}>
        <WithdrawButton file={file} isWithdrawn={made.isWithdrawn} onWithdraw={() => withdrawImport(made.id, file)} />
      </td>
    </tr>
  );
}
