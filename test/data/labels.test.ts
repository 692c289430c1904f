/** Facts against the headings of the row and column that they stand in: about that model or benchmark, under that setting. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../shared/facts.ts';
import { entities, exhibits, facts } from './bundled-data.ts';

const factById = new Map(facts.map((fact) => [fact.id, fact]));
const entityByName = new Map(
  entities.flatMap((entity) =>
    [entity.name.zh, entity.name.en, ...entity.aliases].map((name) => [name.toLowerCase(), entity] as const),
  ),
);

/** Exhibits whose headings name something else than their facts are about, each with the reason. */
const NAMED_OTHERWISE: Record<string, string> = {
  '002/图表5': 'the row of LLaMA has the parameters of each of its sizes',
  '004/图4': 'LLAMA-2 is the 70B model',
  '004/图9': 'MT-bench was scored with the chat and instruct models',
  '004/图12': 'MT-bench was scored with the chat and instruct models',
  '004/图17': 'a row of each family names it, others stand below',
  '004/图18': 'LLAMA 2 is the 70B model',
  '004/图33': 'the last rows compare two models on each benchmark',
  '004/图34': 'the last row compares two models on each benchmark',
};

/** Facts whose footnote mark says another setting than their row. */
const MARKED: Record<string, string> = {
  '003/Table2/mmlu-0-shot:gemma-2-9b': '△ 5-shot, no CoT',
  '003/Table2/gsm8k:claude-3.5-sonnet': '◇ 0-shot',
};

type Cell = { fact: Fact; place: string; printed: string; row: string; column: string };

const cells: Cell[] = exhibits.flatMap((exhibit) =>
  exhibit.rows.flatMap((row) =>
    row.cells.flatMap(({ printed, factIds }, at) =>
      factIds.flatMap((id) => {
        const fact = factById.get(id);
        return fact ? [{ fact, place: exhibit.id, printed, row: row.label, column: exhibit.columns[at] }] : [];
      }),
    ),
  ),
);

describe('facts in tables', () => {
  it('are about the model and the benchmark that head them', () => {
    const odd = cells.filter((cell) => !isNamedSo(cell));
    const unexplained = odd.filter(({ place }) => !(place in NAMED_OTHERWISE));
    expect(unexplained.map(({ fact, row, column }) => `${fact.id}: ${row} | ${column}`)).toEqual([]);
    expect(Object.keys(NAMED_OTHERWISE)).toEqual([...new Set(odd.map(({ place }) => place))]);
  });

  it('have the shots that their cell or their row prints', () => {
    const odd = cells.filter((cell) => !hasShotsAsPrinted(cell));
    expect(odd.map(({ fact }) => fact.id).toSorted()).toEqual(Object.keys(MARKED).toSorted());
  });
});

function isNamedSo({ fact, row, column }: Cell): boolean {
  return [row, column].every((heading) => {
    const named = entityNamed(heading);
    if (named?.kind === 'model') return named.id === fact.subjectId;
    return named?.kind !== 'benchmark' || named.id === fact.metricId;
  });
}

/** Without what is in brackets, where the whole is no name. */
function entityNamed(heading: string) {
  const bare = heading.replace(/\s*(\[\d+\]|\(.*\))$/, '');
  return entityByName.get(heading.toLowerCase()) ?? entityByName.get(bare.toLowerCase());
}

function hasShotsAsPrinted({ fact, printed, row }: Cell): boolean {
  const shots = shotsIn(printed).length > 0 ? shotsIn(printed) : shotsIn(row);
  return shots.length === 0 || shots.some((shot) => fact.setting.startsWith(`${shot}-shot`));
}

function shotsIn(words: string): string[] {
  return [...words.matchAll(/(\d+)[- ]shot/gi)].map(([, shots]) => shots);
}
