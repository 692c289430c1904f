/** Completion of `SERIES(`: what was typed after it is looked for in the names and ids of all series. */
import type { CitationQuery } from '../../../../shared/formula/facts.ts';
import type { Language } from '../../../../shared/language.ts';
import { useFacts } from '../../../facts/facts-store.ts';
import type { EditSession } from '../editing/edit-session.ts';
import type { Suggestions } from '../editing/suggestions.ts';
import { knownSeries, seriesLabel, seriesName } from './known-series.ts';

const LIMIT = 12;

/** Null where nothing is found, and until the series are known. Every word typed has to occur. */
export function seriesSuggestionsAt(
  { selection }: Pick<EditSession, 'selection'>,
  { text, span }: CitationQuery,
  language: Language,
): Suggestions | null {
  if (selection.start !== selection.end) return null;
  const words = fold(text).split(/\s+/).filter(Boolean);
  const { entities } = useFacts.getState();
  const wordsOf = (entityId: string) => {
    const entity = entities.get(entityId);
    return entity === undefined ? entityId : [entity.name.zh, entity.name.en, ...entity.aliases].join(' ');
  };
  const found = [...knownSeries().values()].filter(
    ({ id, subjectId, metricId, market, platform, vendor, definition }) => {
      const said = fold([id, wordsOf(subjectId), wordsOf(metricId), market, platform, vendor, definition].join(' '));
      return words.every((word) => said.includes(word));
    },
  );
  if (found.length === 0) return null;
  const items = found.slice(0, LIMIT).map(({ id, unit }) => {
    const shown = seriesName(id, language);
    const label = seriesLabel(id, language).slice(shown.length).replace(/^ · /, '');
    return { kind: 'series' as const, name: id, shown, label, unit };
  });
  return { span, items };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
