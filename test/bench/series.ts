/** Charts' data with 10,000,000 observations in the store: p95 of calls through dispatch. */
import type { Input } from '../../shared/contract.ts';
import { sampleAsync } from './measure.ts';
import { homeWithObservations, LONG } from './million-observations.ts';
import type { Finding } from './report.ts';
import { type BenchWorkbench, openScratchWorkbench } from './scratch-workbench.ts';

const COUNT = 10_000_000;
const ROUNDS = 60;
const THREE_YEARS = { from: '2022-01-01', to: '2024-12-31' };

export async function benchSeries(): Promise<Finding[]> {
  const home = homeWithObservations(COUNT);
  const opening = performance.now();
  const workbench = openScratchWorkbench(home.path);
  const openMs = performance.now() - opening;
  const series = await workbench.call('listSeries', { metricIds: ['downloads'] });
  const ids = series.filter(({ subjectId }) => subjectId !== LONG).map(({ id }) => id);
  const [long] = series.filter(({ subjectId }) => subjectId === LONG).map(({ id }) => id);
  // Each round reads ten others, from all over the store.
  const tenOf = (round: number) => Array.from({ length: 10 }, (_, at) => ids[(round * 613 + at * 487) % ids.length]);
  const findings = [
    finding('Open the store with 10,000,000 observations', openMs, 500),
    await measured(workbench, 'List its 5,000 series', 'listSeries', () => ({}), 100),
    await measured(
      workbench,
      '10 series over 3 years of days',
      'getObservations',
      (round) => ({
        seriesIds: tenOf(round),
        ...THREE_YEARS,
      }),
      50,
    ),
    await measured(
      workbench,
      'The same as known before a restatement',
      'getObservations',
      (round) => ({
        seriesIds: tenOf(round),
        ...THREE_YEARS,
        asKnownOn: '2025-01-15',
      }),
      50,
    ),
    await measured(workbench, 'One series of 100,000 days', 'getObservations', () => ({ seriesIds: [long] }), 150),
    await measured(
      workbench,
      'Ten values typed into a series',
      'setObservations',
      (round) => ({
        seriesId: ids[round],
        observations: Array.from({ length: 10 }, (_, day) => ({ period: `2024-12-${11 + day}`, value: round + day })),
      }),
      50,
    ),
  ];
  workbench.close();
  home.remove();
  return findings;
}

async function measured<M extends 'listSeries' | 'getObservations' | 'setObservations'>(
  workbench: BenchWorkbench,
  what: string,
  method: M,
  input: (round: number) => Input<M>,
  atMost: number,
): Promise<Finding> {
  let round = 0;
  const { p95 } = await sampleAsync(ROUNDS, 3, () => {
    round += 1;
    return workbench.call(method, input(round));
  });
  return finding(`${what}, p95`, p95, atMost);
}

function finding(what: string, measuredMs: number, atMost: number): Finding {
  return { group: 'series', what, measured: measuredMs, unit: 'ms', target: { of: 'value', atMost } };
}
