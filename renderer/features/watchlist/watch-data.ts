/** What the columns show beside the list itself: ratings, events, figures, and what is private. Only what a column asks for is read. */
import { useEffect, useMemo } from 'react';
import { inLanguage, sameInBoth } from '../../../shared/language.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';
import { loadFacts, useFacts } from '../../facts/facts-store.ts';
import { useLanguage } from '../../texts.ts';
import { type RatingsData, ratingsOf } from './list-ratings.ts';
import { type FigureOf, useFigures } from './use-figures.ts';
import { type NextEventOf, useNextEvents } from './use-next-events.ts';
import { type PrivateData, usePrivate } from './use-private.ts';
import type { ShownSpec } from './watch-spec.ts';

export type WatchData = {
  ratings: RatingsData;
  nextEventOf: NextEventOf;
  figureOf: FigureOf;
  factCountOf: (entityId: string) => number;
  nameOf: (entityId: string) => string;
  /** Null while the vault is not open. */
  own: PrivateData['own'] | null;
  notes: PrivateData['notes'] | null;
};

/** `today` is an ISO date. The list itself comes first: what is not in it is read once it is there. */
export function useWatchData(spec: ShownSpec, content: WatchListContent | undefined, today: string): WatchData {
  const isThere = content !== undefined;
  const ratings = useMemo(() => ratingsOf(content), [content]);
  const nextEventOf = useNextEvents(isThere && spec.columns.includes('nextEvent') ? today : null);
  const shown = useMemo(() => spec.figures.filter(({ id }) => spec.columns.includes(id)), [spec.figures, spec.columns]);
  const figureOf = useFigures(shown, content?.securities ?? NONE);
  const hidden = usePrivate(isThere);
  const entities = useFacts((facts) => facts.entities);
  const needsEntities =
    isThere && (spec.columns.includes('facts') || spec.figures.some(({ metricId }) => metricId !== ''));
  useEffect(() => {
    if (needsEntities && useFacts.getState().status === 'unread') void loadFacts();
  }, [needsEntities]);
  const language = useLanguage();
  return useMemo(
    () => ({
      ratings,
      nextEventOf,
      figureOf,
      nameOf: (entityId) => inLanguage(entities.get(entityId)?.name ?? sameInBoth(entityId), language),
      factCountOf: (entityId) => entities.get(entityId)?.factCount ?? 0,
      own: hidden?.own ?? null,
      notes: hidden?.notes ?? null,
    }),
    [ratings, nextEventOf, figureOf, language, entities, hidden],
  );
}

const NONE: readonly SecurityView[] = [];
