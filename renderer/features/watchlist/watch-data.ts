/** What the columns show beside the list itself: ratings, events, figures, and what is private. Only what a column asks for is read. */
import { useMemo } from 'react';
import type { SecurityView } from '../../../shared/securities.ts';
import type { ChartEvent } from '../../../shared/series.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import { type FigureOf, useFigures } from './use-figures.ts';
import { useNextEvents } from './use-next-events.ts';
import { type PrivateData, usePrivate } from './use-private.ts';
import { type RatingsData, useRatings } from './use-ratings.ts';
import type { ShownSpec } from './watch-spec.ts';

export type WatchData = {
  ratings: RatingsData;
  nextEvents: ReadonlyMap<string, ChartEvent>;
  figureOf: FigureOf;
  factCountOf: (entityId: string) => number;
  nameOf: (entityId: string) => string;
  /** Null while the vault is not open. */
  own: PrivateData['own'] | null;
  notes: PrivateData['notes'] | null;
};

/** `today` is an ISO date. */
export function useWatchData(spec: ShownSpec, securities: readonly SecurityView[], today: string): WatchData {
  const ratings = useRatings();
  const nextEvents = useNextEvents(spec.columns.includes('nextEvent') ? today : null);
  const shown = useMemo(() => spec.figures.filter(({ id }) => spec.columns.includes(id)), [spec.figures, spec.columns]);
  const figureOf = useFigures(shown, securities);
  const hidden = usePrivate();
  const nameOf = useNameOf();
  const { entities } = useFactsData();
  return useMemo(
    () => ({
      ratings,
      nextEvents,
      figureOf,
      nameOf,
      factCountOf: (entityId) => entities.get(entityId)?.factCount ?? 0,
      own: hidden?.own ?? null,
      notes: hidden?.notes ?? null,
    }),
    [ratings, nextEvents, figureOf, nameOf, entities, hidden],
  );
}
