/**
 * Timing: medians over rounds in which the programs under comparison take turns, so that a slow
 * moment of the machine falls on all of them alike.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

export type Distribution = { median: number; p95: number; max: number; count: number };

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export function distributionOf(samples: readonly number[]): Distribution {
  const sorted = samples.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    max: sorted[sorted.length - 1],
    count: sorted.length,
  };
}

/** A contender sets up outside the clock and returns what is timed. */
export type Contender = () => { timed: () => void; after?: () => void };

/** Median milliseconds of each contender over `rounds`, after one round of warm-up that does not count. */
export function alternate<N extends string>(contenders: Record<N, Contender>, rounds: number): Record<N, number> {
  const names = Object.keys(contenders) as N[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<N, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const { timed, after } = contenders[name]();
      collectGarbage();
      const start = performance.now();
      timed();
      const elapsed = performance.now() - start;
      after?.();
      if (round > 0) samples[name].push(elapsed);
    }
  }
  return Object.fromEntries(names.map((name) => [name, distributionOf(samples[name]).median])) as Record<N, number>;
}

/** Milliseconds of each of `count` calls, after `warmUp` that do not count. */
export function sample(count: number, warmUp: number, call: (index: number) => void): Distribution {
  const samples: number[] = [];
  for (let index = 0; index < warmUp + count; index++) {
    const start = performance.now();
    call(index);
    if (index >= warmUp) samples.push(performance.now() - start);
  }
  return distributionOf(samples);
}

export async function sampleAsync(
  count: number,
  warmUp: number,
  call: (index: number) => Promise<unknown>,
): Promise<Distribution> {
  const samples: number[] = [];
  for (let index = 0; index < warmUp + count; index++) {
    const start = performance.now();
    await call(index);
    if (index >= warmUp) samples.push(performance.now() - start);
  }
  return distributionOf(samples);
}

/** Resident memory in MB once garbage is collected. */
export function settledMemory(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage.rss() / 2 ** 20;
}
