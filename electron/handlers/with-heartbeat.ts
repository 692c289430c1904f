/** Progress of a job that does not fall silent. */
import { message } from '../../shared/messages.ts';
import type { JobOptions } from '../jobs/run-job.ts';

const BEAT_MS = 200;

/** Says the last progress again while the thread starts, or waits for the disk: whoever looks sees that it is alive. */
export async function withHeartbeat<T>(
  { onProgress = () => {}, signal }: JobOptions,
  work: (options: JobOptions) => Promise<T>,
): Promise<T> {
  let share = 0;
  let said = message('import.reading');
  const beat = setInterval(() => onProgress(share, said), BEAT_MS);
  onProgress(share, said);
  try {
    return await work({
      signal,
      onProgress: (to, saying) => {
        [share, said] = [to, saying];
        beat.refresh();
        onProgress(share, said);
      },
    });
  } finally {
    clearInterval(beat);
  }
}
