/** Progress of an import: how far, and how many rows a second; told at most ten times a second. */
import { message } from '../../shared/messages.ts';
import type { OnProgress } from '../jobs/jobs.ts';

const EVERY_MS = 100;
/** Of the whole, the part that reading the file takes. */
const READING = 0.5;

export class ProgressReport {
  readonly #onProgress: OnProgress;
  readonly #startedAt = performance.now();
  #toldAt = Number.NEGATIVE_INFINITY;
  #rows = 0;
  #merged = 0;

  constructor(onProgress: OnProgress) {
    this.#onProgress = onProgress;
  }

  /** `share` of the file's bytes. */
  reading(rows: number, share: number): void {
    this.#rows = rows;
    this.#tell(Math.min(1, share) * READING, 'import.readingRows', rows);
  }

  merging(observations: number, of: number): void {
    this.#merged += observations;
    const share = Math.min(1, this.#merged / Math.max(1, of));
    this.#tell(READING + share * (0.98 - READING), 'import.writingRows', this.#merged);
  }

  committing(): void {
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#tell(0.99, 'import.writingRows', this.#merged);
  }

  #tell(share: number, key: 'import.readingRows' | 'import.writingRows', count: number): void {
    const now = performance.now();
    if (now - this.#toldAt < EVERY_MS) return;
    this.#toldAt = now;
    const seconds = Math.max(0.001, (now - this.#startedAt) / 1000);
    this.#onProgress(share, message(key, { count, rate: Math.round(Math.max(this.#rows, 1) / seconds) }));
  }
}
