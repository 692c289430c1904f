/** A workbench on a scratch data folder, called without any host in between. */
import { join } from 'node:path';
import { openWorkbench } from '../../electron/workbench.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { projectFolder } from '../e2e/workbench-host.ts';
import { namesNotation, type PlainModel } from '../fixtures/plain-model.ts';

export type BenchWorkbench = {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  close(): void;
};

const CLIENT = 'bench';

export function openScratchWorkbench(home: string): BenchWorkbench {
  const workbench = openWorkbench({
    home,
    dataFolder: join(projectFolder, 'data'),
    host: { kind: 'command-line', log: (line: string) => process.stderr.write(`${line}\n`) },
  });
  return {
    async call<M extends Method>(method: M, input: Input<M>) {
      const result = await workbench.dispatch(method, input, CLIENT);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value as Output<M>;
    },
    close: () => workbench.close(),
  };
}

/** A new sheet that holds the model; further scenarios inherit from the first and override one input each. */
export async function fillWithModel(
  workbench: BenchWorkbench,
  model: PlainModel,
  scenarioCount: number,
): Promise<string> {
  const title = { zh: '生成的模型', en: 'Generated model' };
  const { sheetId } = await workbench.call('createSheet', { title });
  const { document } = await workbench.call('openSheet', { sheetId });
  const base = document.scenarios[0].id;
  const notation = namesNotation(model);
  const lines = model.rows.map((row) => ({
    name: row.name,
    label: { zh: row.name, en: row.name },
    cells: [{ scenarioId: base, period: '', content: row.content(notation) }],
  }));
  await workbench.call('insertLines', { sheetId, afterLineId: null, lines });
  for (let extra = 1; extra < scenarioCount; extra++) {
    const name = { zh: `情景${extra}`, en: `Scenario ${extra}` };
    await workbench.call('addScenario', { sheetId, name, parentId: base });
  }
  const filled = await workbench.call('openSheet', { sheetId });
  const input = filled.document.lines[model.inputRows[0]];
  for (const scenario of filled.document.scenarios.slice(1)) {
    const cell = { lineId: input.id, scenarioId: scenario.id, period: '', content: String(scenario.id + 5) };
    await workbench.call('setCells', { sheetId, cells: [cell] });
  }
  return sheetId;
}
