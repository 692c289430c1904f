/**
 * Private notes: opening a vault of 10,000 notes of 2,000 characters, half of them Chinese and half English, with what
 * the search needs, and searching as one types.
 *
 * Opening is measured as the difference between unlocking with the right passphrase and with a wrong one: both derive
 * the key, only the first reads the notes and makes them ready to be searched.
 */
import { randomUUID } from 'node:crypto';
import { openStore } from '../../electron/store/open-store.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { titleOf } from '../../shared/note-text.ts';
import type { Note } from '../../shared/notes.ts';
import { scratchHome } from '../e2e/workbench-host.ts';
import { distributionOf, sampleAsync, settledMemory } from './measure.ts';
import type { Finding } from './report.ts';
import { openScratchWorkbench } from './scratch-workbench.ts';

const COUNT = 10_000;
const LENGTH = 2000;
const ROUNDS = 60;
const UNLOCKINGS = 5;
const PASSPHRASE = 'marmalade cathedral 黄铜 seven';
const AT = '2026-01-02T03:04:05.000Z';

const SEARCHES: readonly [what: string, text: string][] = [
  ['the first letter of a word', 'c'],
  ['the first character of a word', '资'],
  ['a word in every note', 'margin'],
  ['a word in every note, two Chinese characters', '上升'],
  ['a word in every tenth note', 'capex'],
  ['a rare word', 'aardvark'],
  ['a rare word, two Chinese characters', '鹦鹉'],
  ['several words', 'margin 资本开支 guidance cloud'],
  ['Chinese words without a blank between them', '资本开支上升'],
  ['nothing', 'zzyzx'],
  ['nothing in Chinese', '麒麟'],
];

export async function benchNotes(): Promise<Finding[]> {
  const home = scratchHome();
  openScratchWorkbench(home.path).close();
  await seedNotes(home.path);
  const workbench = openScratchWorkbench(home.path);
  const unlock = (passphrase: string) => workbench.call('unlockVault', { by: { passphrase } });
  const before = settledMemory();
  const [opened, refused]: number[][] = [[], []];
  for (let round = 0; round <= UNLOCKINGS; round += 1) {
    const right = await timed(() => unlock(PASSPHRASE));
    await workbench.call('lockVault', {});
    const wrong = await timed(() => unlock(`not ${PASSPHRASE}`).catch(() => undefined));
    if (round === 0) continue;
    opened.push(right);
    refused.push(wrong);
  }
  await unlock(PASSPHRASE);
  const memory = settledMemory() - before;
  const derivation = distributionOf(refused).median;
  const findings: Finding[] = [
    finding(
      'Unlock 10,000 notes and make them ready to be searched, key derivation apart',
      distributionOf(opened).median - derivation,
      2000,
    ),
    finding('Key derivation', derivation),
    { group: 'notes', what: 'Memory that 10,000 open notes take', measured: memory, unit: 'MB' },
  ];
  for (const [what, text] of SEARCHES) {
    const { p95 } = await sampleAsync(ROUNDS, 3, () => workbench.call('searchNotes', { text }));
    findings.push(finding(`Search of 10,000 notes, p95: ${what}`, p95, 50));
  }
  const [{ id, revision }] = await workbench.call('listNotes', {});
  let saved = revision;
  const edits = await sampleAsync(ROUNDS, 3, async (at) => {
    const note = await workbench.call('putNote', { noteId: id, revision: saved, text: `edit ${at}`, about: [] });
    saved = note.revision;
  });
  findings.push(finding('Save an edit of one of 10,000 notes, p95', edits.p95));
  findings.push(finding('List 10,000 notes', (await sampleAsync(10, 2, () => workbench.call('listNotes', {}))).median));
  workbench.close();
  home.remove();
  return findings;
}

function finding(what: string, measured: number, atMost?: number): Finding {
  return {
    group: 'notes',
    what,
    measured,
    unit: 'ms',
    target: atMost === undefined ? undefined : { of: 'value', atMost },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function seedNotes(home: string): Promise<void> {
  const store = openStore(home);
  const vault = new Vault(store.db, () => AT);
  await vault.create(PASSPHRASE);
  const random = sequence(7);
  for (let from = 0; from < COUNT; from += 1000) {
    const notes = Array.from({ length: 1000 }, (_, at) => noteOf(textOf(from + at, random)));
    vault.write(notes.map((record) => ({ put: 'note', record })));
  }
  store.close();
}

export function noteOf(text: string): Note {
  return {
    id: randomUUID(),
    title: titleOf(text),
    text,
    about: [],
    createdAt: AT,
    updatedAt: AT,
    deletedAt: null,
    revision: 1,
    versions: [],
    images: [],
  };
}

const FIRST = '资本开支模型推理训练算力价格需求供给增长利润收入成本用户付费渗透竞争份额监管数据';
const LATIN = [
  'the',
  'a',
  'of',
  'and',
  'cloud',
  'guidance',
  'revenue',
  'GPU',
  'GPT-4o',
  'tokens',
  'pricing',
  'demand',
  'Q3',
  '2024',
];

/** A paragraph in Chinese and one in English in turn, with words of known frequency among made-up ones. */
export function textOf(index: number, random: () => number): string {
  let text = `# 笔记 ${index} on ${word(random)}\n`;
  while (text.length < LENGTH) {
    text += `${sentence(random)}上升。\n${Array.from({ length: 14 }, () => (random() < 0.5 ? pick(LATIN, random) : word(random))).join(' ')} margin.\n`;
  }
  text = text.slice(0, LENGTH - 40);
  if (index % 10 === 0) text += ' capex';
  if (index % 20 === 0) text += '资本开支';
  if (index % 2500 === 7) text += ' aardvark 鹦鹉';
  return text;
}

function sentence(random: () => number): string {
  return Array.from({ length: 60 }, () =>
    random() < 0.6 ? pick([...FIRST], random) : String.fromCharCode(0x4e00 + Math.floor(random() * 3000)),
  ).join('');
}

function word(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(random() * 7) }, () =>
    String.fromCharCode(97 + Math.floor(random() * 26)),
  ).join('');
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)];
}

/** The same numbers each time, from 0 to 1. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
