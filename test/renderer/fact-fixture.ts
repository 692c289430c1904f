/** Facts for tests: a score of a model in one source, and what it hangs from. */
import type { Output } from '../../shared/contract.ts';
import type { Exhibit, FactView, Source } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';

export function factOf(fields: Partial<FactView> = {}): FactView {
  return {
    id: '000/图1/mmlu:gpt-4o',
    origin: 'bundled',
    sourceId: '000',
    place: '000/图1',
    subjectId: 'gpt-4o',
    metricId: 'mmlu',
    setting: '5-shot',
    value: 88.7,
    text: '',
    unit: '%',
    qualifier: '=',
    date: '',
    confidence: 'printed',
    note: sameInBoth(''),
    correction: null,
    printed: '88.7',
    wording: 'MMLU 88.7',
    bundled: null,
    isRetired: false,
    topic: 'mmlu of gpt-4o',
    conflict: 'none',
    ...fields,
  };
}

export const SOURCE: Source = {
  id: '000',
  origin: 'bundled',
  title: 'Open models',
  publisher: 'A broker',
  date: '2024-07-25',
  language: 'en',
  link: '',
};

export function entityOf(id: string, name: string, aliases: string[] = []): Output<'listEntities'>[number] {
  return {
    id,
    origin: 'bundled',
    kind: id === 'mmlu' ? 'benchmark' : 'model',
    name: sameInBoth(name),
    aliases,
    organisationId: '',
    unit: '',
    better: '',
    factCount: 1,
  };
}

export const ENTITIES = [
  entityOf('gpt-4o', 'GPT-4o', ['GPT-4 Omni', 'GPT-40']),
  entityOf('qwen', 'Qwen', ['通义千问']),
  entityOf('mmlu', 'MMLU', []),
];

export function knownFact(fact: FactView, fields: Partial<Output<'getFact'>> = {}): Output<'getFact'> {
  return {
    fact,
    subject: entityOf('gpt-4o', 'GPT-4o'),
    metric: entityOf('mmlu', 'MMLU'),
    source: SOURCE,
    exhibitTitle: sameInBoth('Benchmarks'),
    conflict: null,
    uses: [],
    edits: [],
    ...fields,
  };
}

export function exhibitOf(fields: Partial<Exhibit> = {}): Exhibit {
  return {
    id: '000/图1',
    sourceId: '000',
    kind: 'table',
    title: sameInBoth('Benchmarks'),
    note: sameInBoth(''),
    attribution: 'Meta',
    corner: 'Benchmark',
    columns: [],
    rows: [],
    factIds: [],
    ...fields,
  };
}

export const NO_EDITS = { revision: 1, undo: null, redo: null };
