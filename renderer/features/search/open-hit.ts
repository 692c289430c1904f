/** Where a result leads: a fact to its panel, a sheet, an exhibit, a source, a list, a group or a security to its screen, an entity to its facts. */
import type { Hit } from '../../../shared/fact-methods.ts';
import type { EntityKind } from '../../../shared/facts.ts';
import { objectRef } from '../../../shared/object-ref.ts';
import { useFacts } from '../../facts/facts-store.ts';
import { openFact } from '../../facts/open-fact.ts';
import { openObject } from '../../notes/open-object.ts';
import { exhibitRoute, goTo } from '../../shell/routes.ts';
import { NO_SEARCH, writeAddress } from './search-address.ts';

/** Facts measure these; of all others they are about. */
const METRICS: readonly (EntityKind | undefined)[] = ['benchmark', 'measure'];

export function openHit({ kind, id }: Pick<Hit, 'kind' | 'id'>): void {
  switch (kind) {
    case 'fact':
      openFact(id);
      break;
    case 'sheet':
      goTo({ screen: 'sheet', sheetId: id });
      break;
    case 'source':
      goTo({ screen: 'sources', sourceId: id });
      break;
    case 'exhibit':
      goTo(exhibitRoute(id.split('/', 1)[0], id));
      break;
    case 'security':
      goTo({ screen: 'security', securityId: id });
      break;
    case 'list':
      goTo({ screen: 'watchlist', query: new URLSearchParams({ list: id }).toString() });
      break;
    case 'group':
      openObject(objectRef('group', id));
      break;
    case 'entity':
      showFactsOf(id);
  }
}

function showFactsOf(entityId: string): void {
  const isMetric = METRICS.includes(useFacts.getState().entities.get(entityId)?.kind);
  const within = isMetric ? { metricId: entityId } : { subjectId: entityId };
  goTo({ screen: 'search', query: writeAddress({ ...NO_SEARCH, ...within }) });
}
