/** Search, filters, single facts and edits with 1,000,000 facts in the store: p95 of calls through dispatch. */
import { openStore } from '../../electron/store/open-store.ts';
import type { Input } from '../../shared/contract.ts';
import { scratchHome } from '../e2e/workbench-host.ts';
import { sampleAsync } from './measure.ts';
import { seedFacts } from './million-facts.ts';
import type { Finding } from './report.ts';
import { openScratchWorkbench } from './scratch-workbench.ts';

const COUNT = 1_000_000;
const ROUNDS = 60;

const SEARCHES: readonly [what: string, text: string][] = [
  ['a word in every tenth fact', 'llama'],
  ['a word in every second fact, two characters', '上升'],
  ['a longer word in Chinese', '资本开支'],
  ['a rare word', '罕见词语'],
  ['a model by its exact name', 'Qwen 32B build 4711'],
  ['a bundled model by an alias, and a benchmark', 'GPT-4 Omni MMLU'],
  ['two common words that meet', '下滑 llama'],
  ['two common words that never meet', '上升 下滑'],
  ['four words', 'llama 价格 上升 指标5'],
  ['one character', '价'],
  ['two letters, being typed', 'll'],
  ['one digit, being typed', '4'],
  ['nothing', 'zzyzx'],
  ['nothing in Chinese', '鹦鹉螺'],
];

const FILTERS: readonly [what: string, input: Input<'findFacts'>][] = [
  ['no filter', { filter: {} }],
  ['a common word', { filter: { text: '上升' } }],
  ['a common word in one source, page 20', { filter: { text: '上升', sourceId: 'seed-7' }, offset: 4000 }],
  ['a subject', { filter: { subjectIds: ['seed-model-4711'] } }],
];

export async function benchFacts(): Promise<Finding[]> {
  const home = scratchHome();
  openScratchWorkbench(home.path).close();
  const store = openStore(home.path);
  seedFacts(store, COUNT);
  store.close();

  const opening = performance.now();
  const workbench = openScratchWorkbench(home.path);
  const openMs = performance.now() - opening;
  const findings: Finding[] = [finding('Open the store with 1,000,000 facts', openMs)];
  for (const [what, text] of SEARCHES) {
    const { p95 } = await sampleAsync(ROUNDS, 3, () => workbench.call('search', { text }));
    findings.push(finding(`Search of 1,000,000 facts, p95: ${what}`, p95, 100));
  }
  for (const [what, input] of FILTERS) {
    const { p95 } = await sampleAsync(ROUNDS, 3, () => workbench.call('findFacts', input));
    findings.push(finding(`A page of 1,000,000 facts, p95: ${what}`, p95, 100));
  }
  const opened = await sampleAsync(ROUNDS, 3, (at) =>
    workbench.call('getFact', { factId: `seed-7/t7/${300 * 40 * at + 7}` }),
  );
  findings.push(finding('One fact with all that hangs from it, of 1,000,000, p95', opened.p95));
  const added = await sampleAsync(ROUNDS, 3, (at) =>
    workbench.call('addFact', {
      draft: { sourceId: 'seed-7', subject: 'seed-model-4711', metric: 'MMLU', value: at, unit: '%' },
    }),
  );
  findings.push(finding('Add a fact to 1,000,000, with its commit, p95', added.p95));
  workbench.close();
  home.remove();
  return findings;
}

function finding(what: string, measured: number, atMost?: number): Finding {
  const target = atMost === undefined ? undefined : { of: 'value' as const, atMost };
  return { group: 'facts', what, measured, unit: 'ms', target };
}
