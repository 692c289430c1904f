/**
 * Entities as a field offers them: by their name in the reader's language, found under any of their names. What is
 * measured comes first in the field of the metric, and last in that of the subject.
 */
import { inLanguage, type Language } from '../../shared/language.ts';
import type { KnownEntity } from './facts-store.ts';

export type FactPart = 'subject' | 'metric';

export type EntityChoices = {
  /** What the field offers, those with most facts first. */
  labels: readonly string[];
  idOf: (typed: string) => string | undefined;
  labelOf: (entityId: string) => string;
  /** Labels of what has the words somewhere in its names, what fits the field first. */
  find: (typed: string, limit: number, part?: FactPart) => string[];
};

export function entityChoices(entities: Iterable<KnownEntity>, language: Language): EntityChoices {
  const sorted = [...entities].toSorted((a, b) => b.factCount - a.factCount);
  const byLabel = new Map<string, string>();
  const labels = new Map<string, string>();
  const byName = new Map<string, string>();
  const haystacks: { label: string; words: string; part: FactPart }[] = [];
  for (const { id, kind, name, aliases } of sorted) {
    const plain = inLanguage(name, language) || id;
    const label = byLabel.has(plain) ? `${plain} (${id})` : plain;
    byLabel.set(label, id);
    labels.set(id, label);
    const names = [id, name.zh, name.en, ...aliases].filter(Boolean).map(fold);
    for (const each of names) if (!byName.has(each)) byName.set(each, id);
    const part = kind === 'benchmark' || kind === 'measure' ? 'metric' : 'subject';
    haystacks.push({ label, words: names.join('\n'), part });
  }
  return {
    labels: [...byLabel.keys()],
    idOf: (typed) => byLabel.get(typed) ?? byName.get(fold(typed)),
    labelOf: (entityId) => labels.get(entityId) ?? entityId,
    find: (typed, limit, part) => {
      const wanted = fold(typed).split(/\s+/);
      const found = haystacks.filter(({ words }) => wanted.every((word) => words.includes(word)));
      return found
        .toSorted((a, b) => Number(b.part === part) - Number(a.part === part))
        .slice(0, limit)
        .map(({ label }) => label);
    },
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
