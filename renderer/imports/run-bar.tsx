/** The dry run over the whole file, what it found, and the button that takes it; the import's progress in the same place. */
import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Message } from '../../shared/messages.ts';
import { failureText } from '../shell/notices.tsx';
import { useMessageText, useTexts } from '../texts.ts';
import classes from './import.module.css';
import type { ImportState, Run } from './import-session.ts';
import { importTexts } from './import-texts.ts';

type Found = { rowCount: number; badRowCount: number; added: number; unchanged: number };
type RunBarProps<Outcome extends Found> = {
  session: {
    use: <Part>(select: (state: ImportState<never, never, Outcome>) => Part) => Part;
    startDryRun: () => Promise<void>;
    cancelDryRun: () => void;
    importAll: () => Promise<void>;
    cancelImport: () => void;
  };
  /** What the dry run found, in figures. */
  counts: (outcome: Outcome) => ReactNode;
  /** How many it would change, besides those it adds. */
  changedOf: (outcome: Outcome) => number;
};

/** Alone in hearing how far a run is: the rows beside it need not be drawn again for that. */
export function RunBar<Outcome extends Found>({ session, counts, changedOf }: RunBarProps<Outcome>) {
  const t = useTexts(importTexts);
  const dryRun = session.use((state) => state.dryRun);
  const taking = session.use((state) => state.taking);
  if (taking?.state === 'running') {
    return <Running run={taking} label={t('importing')} onCancel={session.cancelImport} />;
  }
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
      {dryRun?.state === 'running' ? (
        <Running run={dryRun} label={t('trying')} hint={t('tryingHint')} onCancel={session.cancelDryRun} />
      ) : dryRun?.state === 'done' ? (
        <div className={classes.run}>
          <div className={classes.summary} role="status">
            <strong>{t('tried', { count: number(dryRun.outcome.rowCount) })}</strong>
            {counts(dryRun.outcome)}
          </div>
          <div className={classes.space} />
          <ImportButton
            outcome={dryRun.outcome}
            takes={dryRun.outcome.added + changedOf(dryRun.outcome)}
            onTake={() => void session.importAll()}
          />
        </div>
      ) : (
        dryRun !== null && (
          <div className={classes.run}>
            {dryRun.state === 'failed' ? (
              <p className={classes.bad} role="alert">
                {failureText(dryRun.failure)}
              </p>
            ) : (
              <p role="status">{t('tryCancelled')}</p>
            )}
            <div className={classes.space} />
            <Button variant="default" onClick={() => void session.startDryRun()}>
              {t('tryAgain')}
            </Button>
          </div>
        )
      )}
    </>
  );
}

type ImportButtonProps = { outcome: Found; takes: number; onTake: () => void };

function ImportButton({ outcome: { unchanged, rowCount, badRowCount }, takes, onTake }: ImportButtonProps) {
  const t = useTexts(importTexts);
  const label =
    takes === 0
      ? t(unchanged > 0 ? 'nothingNew' : 'nothing')
      : badRowCount > 0
        ? t('importRest', { count: number(rowCount - badRowCount), bad: number(badRowCount) })
        : t('importAll');
  return (
    <Button disabled={takes === 0} onClick={onTake}>
      {label}
    </Button>
  );
}

type RunningProps = {
  run: Run<unknown> & { state: 'running' };
  label: string;
  hint?: string;
  onCancel: () => void;
};

function Running({ run, label, hint, onCancel }: RunningProps) {
  const t = useTexts(importTexts);
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

function number(count: number): string {
  return count.toLocaleString('en-US');
}

/** `441,489 rows` rather than `441489 rows`. */
function withGroups({ key, params }: Message): Message {
  const grouped = Object.entries(params).map(([name, value]) => [name, value.toLocaleString('en-US')]);
  return { key, params: Object.fromEntries(grouped) };
}
