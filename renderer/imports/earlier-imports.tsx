/** The imports there have been, the last one first, each to be withdrawn. */
import { Loader } from '@mantine/core';
import { useTexts } from '../texts.ts';
import { Failed } from '../ui/failed.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';
import { WithdrawButton } from './withdraw-button.tsx';

export type EarlierImport = {
  id: number;
  file: string;
  /** What it is of, under `ofHeading`: a vendor, securities. */
  of: string;
  /** ISO 8601, UTC. */
  at: string;
  rowCount: number;
  added: number;
  changed: number;
  isWithdrawn: boolean;
};

type EarlierImportsProps = {
  ofHeading: string;
  /** Undefined until they are read. */
  imports: readonly EarlierImport[] | undefined;
  failure: unknown;
  retry: () => void;
  onWithdraw: (made: EarlierImport) => Promise<unknown>;
};

export function EarlierImports({ ofHeading, imports, failure, retry, onWithdraw }: EarlierImportsProps) {
  const t = useTexts(importTexts);
  return (
    <section className={classes.earlier} aria-label={t('earlier')}>
      <h2 className={classes.subtitle}>{t('earlier')}</h2>
      {imports === undefined && failure !== null ? (
        <Failed className={classes.state} failure={failure} onRetry={retry} />
      ) : imports === undefined ? (
        <Loader size="sm" />
      ) : imports.length === 0 ? (
        <p className={classes.faint}>{t('noImports')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{ofHeading}</th>
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
            {imports
              .toSorted((one, other) => other.id - one.id)
              .map((made) => (
                <ImportRow key={made.id} made={made} onWithdraw={() => onWithdraw(made)} />
              ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ImportRow({ made, onWithdraw }: { made: EarlierImport; onWithdraw: () => Promise<unknown> }) {
  return (
    <tr data-withdrawn={made.isWithdrawn || undefined}>
      <td title={made.file}>{made.file}</td>
      <td title={made.of}>{made.of}</td>
      <td>
        <RelativeTime iso={made.at} />
      </td>
      {(['rowCount', 'added', 'changed'] as const).map((count) => (
        <td key={count} data-number>
          {made[count].toLocaleString('en-US')}
        </td>
      ))}
      <td className={classes.rowButtons}>
        <WithdrawButton file={made.file} isWithdrawn={made.isWithdrawn} onWithdraw={onWithdraw} />
      </td>
    </tr>
  );
}
