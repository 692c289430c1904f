/**
 * A process that imports a file of series, or of `prices`, and prints how far it is, for a test to kill:
 * `node import-until-killed.ts HOME FILE [prices]`.
 */
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';

const [home, path, what] = process.argv.slice(2);
const host = { kind: 'command-line' as const, log: (line: string) => process.stderr.write(`${line}\n`) };
const workbench = openWorkbench({ home, dataFolder, host });
workbench.events.subscribe((event) => {
  if (event.event === 'jobProgress') process.stdout.write(`${event.message.key} ${event.share}\n`);
});
const isPrices = what === 'prices';
const preview = await workbench.dispatch(isPrices ? 'previewBarImport' : 'previewSeriesImport', { path }, 'child');
if (!preview.ok) throw new Error(JSON.stringify(preview.error));
const { mapping } = preview.value as { mapping: object };
const said = isPrices ? { ...mapping, adjustment: 'none', makeSecurities: true } : mapping;
const order = { path, mapping: said, mode: 'all-or-nothing', jobId: 'j' };
await workbench.dispatch(isPrices ? 'importBars' : 'importSeries', order, 'child');
process.stdout.write('done 1\n');
workbench.close();
