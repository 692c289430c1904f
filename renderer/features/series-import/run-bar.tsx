/** The dry run over the whole file, what it found, and the button that takes it; the import's progress in the same place. */
import { Button, Progress } from '@mantine/core';
import type { Message } from '../../../shared/messages.ts';
import type { ImportOutcome } from '../../../shared/series-import.ts';
import { failureText } from '../../shell/notices.tsx';
import { useMessageText, useTexts } from '../../texts.ts';
import { OutcomeCounts } from './outcome-counts.tsx';
import classes from './series-import.module.css';
import {
  cancelDryRun,
  cancelImport,
  importAll,
  type Run,
  startDryRun,
  useSeriesImport,
} from './series-import-store.ts';
import { seriesImportTexts } from './series-import-texts.ts';

/** Alone in hearing how far a run is: the rows beside it need not be drawn again for that. */
export function RunBar() {
  const t = useTexts(seriesImportTexts);
  const dryRun = useSeriesImport((state) => state.dryRun);
  const taking = useSeriesImport((state) => state.taking);
  if (taking?.state === 'running') return <Running run={taking} label={t('importing')} onCancel={cancelImport} />;
  return (
    <>
      {taking?.state === 'cancelled' && (
        <p className={classes.note} role="status">
          {t('importCancelled')}
        </p>
      )}
      {taking?.state === 'failed' && (
        <p className={classes.problem} role="alert">
          {failureText(taking.failure)}
        </p>
      )}
      <DryRun run={dryRun} />
    </>
  );
}

function DryRun({ run }: { run: Run | null }) {
  const t = useTexts(seriesImportTexts);
  switch (run?.state) {
    case undefined:
      return null;
    case 'running':
      return <Running run={run} label={t('trying')} hint={t('tryingHint')} onCancel={cancelDryRun} />;
    case 'cancelled':
    case 'failed':
      return (
        <div className={classes.run}>
          {run.state === 'failed' ? (
            <p className={classes.bad} role="alert">
              {failureText(run.failure)}
            </p>
          ) : (
            <p role="status">{t('tryCancelled')}</p>
          )}
          <div className={classes.space} />
          <Button variant="default" onClick={() => void startDryRun()}>
            {t('tryAgain')}
          </Button>
        </div>
      );
    case 'done':
      return (
        <div className={classes.run}>
          <div className={classes.summary} role="status">
            <strong>{t('tried', { count: run.outcome.rowCount.toLocaleString('en-US') })}</strong>
            <OutcomeCounts outcome={run.outcome} />
          </div>
          <div className={classes.space} />
          <ImportButton outcome={run.outcome} />
        </div>
      );
  }
}

function ImportButton({ outcome: { added, restated, unchanged, rowCount, badRowCount } }: { outcome: ImportOutcome }) {
  const t = useTexts(seriesImportTexts);
  const number = (count: number) => count.toLocaleString('en-US');
  const takes = added + restated;
  const label =
    takes === 0
      ? t(unchanged > 0 ? 'nothingNew' : 'nothing')
      : badRowCount > 0
        ? t('importRest', { count: number(rowCount - badRowCount), bad: number(badRowCount) })
        : t('importAll');
  return (
    <Button disabled={takes === 0} onClick={() => void importAll()}>
      {label}
    </Button>
  );
}

type RunningProps = {
  run: Run & { state: 'running' };
  label: string;
  hint?: string;
  onCancel: () => void;
};

function Running({ run, label, hint, onCancel }: RunningProps) {
  const t = useTexts(seriesImportTexts);
  const say = useMessageText();
  return (
    <div className={classes.run}>
      <div className={classes.progress}>
        <p>
          <strong>{label}</strong> <span>{run.said === null ? hint : say(withGroups(run.said))}</span>
        </p>
        <Progress.Root size={4}>
          <Progress.Section value={run.share * 100} aria-label={label} />
        </Progress.Root>
      </div>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}

/** `441,489 rows` rather than `441489 rows`. */
function withGroups({ key, params }: Message): Message {
  const grouped = Object.entries(params).map(([name, value]) => [name, value.toLocaleString('en-US')]);
  return { key, params: Object.fromEntries(grouped) };
}
