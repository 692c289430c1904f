/** The jobs at the bottom left, out of the way of notices: a bar while they run, then where the file is. */
import { ActionIcon, Button, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useLocalText, useMessageText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './job-progress.module.css';
import { cancelJob, dismissJob, followJobs, type Job, useJobs } from './jobs.ts';
import { shellTexts } from './shell-texts.ts';

const DONE_SHOWN_MS = 15_000;

export function JobProgress() {
  const jobs = useJobs((state) => state.jobs);
  useEffect(followJobs, []);
  return (
    <div className={classes.list} role="status" aria-live="polite">
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </div>
  );
}

function JobCard({ job }: { job: Job }) {
  const t = useTexts(shellTexts);
  const local = useLocalText();
  const isOver = job.state === 'done' || job.state === 'cancelled';
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(() => dismissJob(job.id), DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isOver, job.id]);
  const sentence = t(SENTENCES[job.state], { title: local(job.title) });
  return (
    <section className={classes.job} aria-label={sentence}>
      <div className={classes.head}>
        <strong>{sentence}</strong>
        {job.state !== 'running' && (
          <ActionIcon size={22} aria-label={t('close')} onClick={() => dismissJob(job.id)}>
            <Icon name="close" size={14} />
          </ActionIcon>
        )}
      </div>
      <JobBody job={job} />
    </section>
  );
}

const SENTENCES = {
  running: 'exporting',
  done: 'exported',
  failed: 'exportFailed',
  cancelled: 'exportCancelled',
} as const satisfies Record<Job['state'], keyof typeof shellTexts>;

function JobBody({ job }: { job: Job }) {
  const t = useTexts(shellTexts);
  const say = useMessageText();
  switch (job.state) {
    case 'running':
      return (
        <div className={classes.running}>
          <div className={classes.bar}>
            <Progress.Root size={4}>
              <Progress.Section value={job.share * 100} aria-label={t('exporting', { title: '' })} />
            </Progress.Root>
            {job.message && <span className={classes.detail}>{say(job.message)}</span>}
          </div>
          <Button variant="default" onClick={() => cancelJob(job.id)}>
            {t('cancel')}
          </Button>
        </div>
      );
    case 'done':
      return (
        <div className={classes.detail}>
          {job.downloadUrl === null ? <span className={classes.path}>{job.path}</span> : t('downloaded')}
          {job.cellCount !== undefined && ` · ${t('exportedCells', { count: job.cellCount })}`}
        </div>
      );
    case 'failed':
      return <div className={classes.failed}>{job.reason}</div>;
    case 'cancelled':
      return null;
  }
}
