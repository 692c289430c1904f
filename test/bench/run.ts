/**
 * `npm run bench [-- --json] [-- --only engine,dispatch,export,facts,series,import,notes,browser,charts,watchlist]`: measures Plumbline
 * beside its peers in one run and prints the table that README carries. Takes some minutes; not part of the tests.
 */
import { parseArgs } from 'node:util';
import { type Finding, machineLine, meetsTarget, tableOf } from './report.ts';

const groups: Record<string, () => Promise<Finding[]>> = {
  engine: async () => (await import('./engine.ts')).benchEngine(),
  dispatch: async () => (await import('./dispatch.ts')).benchDispatch(),
  export: async () => (await import('./export.ts')).benchExport(),
  facts: async () => (await import('./facts.ts')).benchFacts(),
  series: async () => (await import('./series.ts')).benchSeries(),
  import: async () => (await import('./import.ts')).benchImport(),
  notes: async () => (await import('./notes.ts')).benchNotes(),
  browser: async () => (await import('./browser.ts')).benchBrowser(),
  charts: async () => (await import('./charts.ts')).benchCharts(),
  watchlist: async () => (await import('./watchlist.ts')).benchWatchlist(),
};

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const chosen = values.only?.split(',') ?? Object.keys(groups);
const findings: Finding[] = [];
for (const name of chosen) {
  if (!Object.hasOwn(groups, name)) throw new Error(`--only takes ${Object.keys(groups).join(', ')}, not ${name}`);
  process.stderr.write(`${name}…\n`);
  findings.push(...(await groups[name]()));
}
const machine = machineLine();
if (values.json) {
  process.stdout.write(`${JSON.stringify({ machine, findings }, null, 2)}\n`);
} else {
  process.stdout.write(`${machine}\n\n${tableOf(findings)}\n`);
  const missed = findings.filter((finding) => meetsTarget(finding) === false);
  process.stdout.write(`\n${missed.length === 0 ? 'All targets met.' : `${missed.length} targets missed.`}\n`);
}
