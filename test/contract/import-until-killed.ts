/** A process that imports a file and prints how far it is, for a test to kill: `node import-until-killed.ts HOME FILE`. */
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';

const [home, path] = process.argv.slice(2);
const host = { kind: 'command-line' as const, log: (line: string) => process.stderr.write(`${line}\n`) };
const workbench = openWorkbench({ home, dataFolder, host });
workbench.events.subscribe((event) => {
  if (event.event === 'jobProgress') process.stdout.write(`${event.message.key} ${event.share}\n`);
});
const preview = await workbench.dispatch('previewSeriesImport', { path }, 'child');
if (!preview.ok) throw new Error(JSON.stringify(preview.error));
const { mapping } = preview.value as { mapping: unknown };
await workbench.dispatch('importSeries', { path, mapping, mode: 'all-or-nothing', jobId: 'j' }, 'child');
process.stdout.write('done 1\n');
workbench.close();
