/**
 * The scorecard as a job: thousands of ratings take seconds, so it says how far it is and can be stopped. Asked for
 * again when the filter changes, and when ratings, prices or securities are edited.
 *
 *     const { answer, progress, stop, failure, retry } = useScorecard(filter);
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract.ts';
import type { Message } from '../../../shared/messages.ts';
import type { Scorecard } from '../../../shared/scorecard.ts';
import { call, onEvent } from '../../api.ts';
import { stopping } from '../../follow.ts';
import { onRatingsEdited } from '../../ratings/ratings-store.ts';
import { showFailure } from '../../shell/notices.tsx';

type Progress = { share: number; message: Message | null };
type Known = { answer?: Scorecard; answered?: string; failure: unknown };

export type ScorecardAnswer = {
  /** To the filter as it is; undefined until it is there. */
  answer: Scorecard | undefined;
  /** Null while nothing is under way. */
  progress: Progress | null;
  stop: () => void;
  failure: unknown;
  retry: () => void;
};

export function useScorecard(filter: Input<'getScorecard'>): ScorecardAnswer {
  const question = JSON.stringify(filter);
  const [known, setKnown] = useState<Known>({ failure: null });
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<string | null>(null);
  const askAgain = useRef(() => {});
  const stop = useCallback(() => {
    if (running.current !== null) call('cancelJob', { jobId: running.current }).catch(showFailure);
  }, []);
  useEffect(() => {
    const ask = () => {
      stop();
      const jobId = crypto.randomUUID();
      running.current = jobId;
      setProgress({ share: 0, message: null });
      const settle = (settled: (before: Known) => Known) => {
        // One that was stopped for the next one has nothing to say.
        if (running.current !== jobId) return;
        running.current = null;
        setProgress(null);
        setKnown(settled);
      };
      call('getScorecard', { ...JSON.parse(question), jobId }).then(
        (answer) => settle(() => ({ answer, answered: question, failure: null })),
        (failure) => settle((before) => ({ ...before, failure })),
      );
    };
    askAgain.current = ask;
    ask();
    const stopFollowing = stopping(
      onRatingsEdited(ask),
      onEvent((event) => {
        if (event.event !== 'jobProgress' || event.jobId !== running.current) return;
        setProgress({ share: event.share, message: event.message });
      }),
    );
    return () => {
      stopFollowing();
      stop();
      running.current = null;
    };
  }, [question, stop]);
  return {
    answer: known.answered === question ? known.answer : undefined,
    progress,
    stop,
    failure: known.failure,
    retry: useCallback(() => askAgain.current(), []),
  };
}
