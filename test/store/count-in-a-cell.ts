/** Counts up in one cell of a store until it is killed, and prints each count once it is acknowledged. */
import { dataFolder } from '../../electron/paths.ts';
import { openWorkbench } from '../../electron/workbench.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';

const [home, from] = process.argv.slice(2);
const host = { kind: 'command-line' as const, log: (line: string) => console.error(line) };
const workbench = openWorkbench({ home, dataFolder, host });

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await workbench.dispatch(method, input, 'counter');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as Output<M>;
}

if ((await call('listSheets', {})).length === 0) {
  const line = (name: string, content: string) => ({ name, label: name, cells: { base: content } });
  const definition = {
    plumbline: 'sheet',
    version: 1,
    title: 'count',
    scenarios: [{ key: 'base', name: 'base' }],
    lines: [line('n', '0'), line('m', '=n*2')],
  };
  await call('importSheet', { definition: JSON.stringify(definition) });
}
const [{ id: sheetId }] = await call('listSheets', {});
const { document } = await call('openSheet', { sheetId });
const cell = { lineId: document.lines[0].id, scenarioId: document.scenarios[0].id, period: '' };
for (let count = Number(from) + 1; ; count += 1) {
  await call('setCells', { sheetId, cells: [{ ...cell, content: String(count) }] });
  process.stdout.write(`${count}\n`);
}
