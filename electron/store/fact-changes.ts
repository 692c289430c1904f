/**
 * The store's way of applying changes of facts, and of finding beforehand what takes them back; called
 * inside a transaction. Conflicts are then to be renewed in the topics that were touched.
 */
import type { FactChange, Overlay } from '../../shared/fact-changes.ts';
import { type FactFields, factFieldsSchema } from '../../shared/facts.ts';
import { dropChoice, findChoice, putChoice } from './conflicts.ts';
import { dropEntity, findEntity, ownAliases, putEntity, putOwnAliases } from './entities.ts';
import { restoreImport, withdrawImport } from './fact-imports.ts';
import { dropFactRow, findStoredFact, putFactRow, type StoredFact, topicOf } from './fact-rows.ts';
import { dropSource, findOwnLink, findSource, putOwnLink, putSource } from './sources.ts';
import { type Db, prepared } from './sqlite.ts';

/** What takes `change` back, read before it is applied. */
export function inverseOfFactChange(db: Db, change: FactChange): FactChange {
  switch (change.change) {
    case 'putFact':
    case 'dropFact': {
      const factId = change.change === 'putFact' ? change.fact.id : change.factId;
      const stored = findStoredFact(db, factId);
      if (stored === undefined) return { change: 'dropFact', factId };
      return { change: 'putFact', fact: stored.fact, isRetired: stored.isRetired };
    }
    case 'putOverlay':
    case 'dropOverlay': {
      const factId = change.change === 'putOverlay' ? change.overlay.factId : change.factId;
      const overlay = findOverlay(db, factId);
      return overlay === undefined ? { change: 'dropOverlay', factId } : { change: 'putOverlay', overlay };
    }
    case 'putChoice':
    case 'dropChoice': {
      const topic = change.change === 'putChoice' ? change.choice.topic : change.topic;
      const choice = findChoice(db, topic);
      return choice === undefined ? { change: 'dropChoice', topic } : { change: 'putChoice', choice };
    }
    case 'putSource':
    case 'dropSource': {
      const sourceId = change.change === 'putSource' ? change.source.id : change.sourceId;
      const source = findSource(db, sourceId);
      return source === undefined ? { change: 'dropSource', sourceId } : { change: 'putSource', source };
    }
    case 'putSourceLink':
      return { ...change, link: findOwnLink(db, change.sourceId) };
    case 'putEntity':
    case 'dropEntity': {
      const entityId = change.change === 'putEntity' ? change.entity.id : change.entityId;
      const entity = findEntity(db, entityId);
      return entity === undefined ? { change: 'dropEntity', entityId } : { change: 'putEntity', entity };
    }
    case 'putAliases':
      return { ...change, aliases: ownAliases(db, change.entityId) };
    case 'restoreImport':
      return { ...change, change: 'withdrawImport' };
    case 'withdrawImport':
      return { ...change, change: 'restoreImport' };
  }
}

export function findOverlay(db: Db, factId: string): Overlay | undefined {
  const sql = 'SELECT fields, is_retired FROM fact_overlay WHERE fact_id = ?';
  const row = prepared<{ fields: string; is_retired: number }>(db, sql).get(factId);
  return row && { factId, fields: JSON.parse(row.fields), isRetired: row.is_retired === 1 };
}

/** Gives the topics in which facts or choices changed. */
export function applyFactChange(db: Db, change: FactChange): Iterable<string> {
  switch (change.change) {
    case 'putFact': {
      const before = findStoredFact(db, change.fact.id);
      const importId = before?.importId ?? null;
      putFactRow(db, change.fact, { isRetired: change.isRetired, importId });
      return [...topicsOf(before), topicOf(change.fact)];
    }
    case 'dropFact': {
      const before = findStoredFact(db, change.factId);
      dropFactRow(db, change.factId);
      return topicsOf(before);
    }
    case 'putOverlay':
      return putOverlay(db, change.overlay);
    case 'dropOverlay':
      return dropOverlay(db, change.factId);
    case 'putChoice':
      putChoice(db, change.choice);
      return [change.choice.topic];
    case 'dropChoice':
      dropChoice(db, change.topic);
      return [change.topic];
    case 'putSource':
      putSource(db, change.source);
      return [];
    case 'dropSource':
      dropSource(db, change.sourceId);
      return [];
    case 'putSourceLink':
      putOwnLink(db, change.sourceId, change.link);
      return [];
    case 'putEntity': {
      const before = findEntity(db, change.entity.id);
      putEntity(db, change.entity);
      // Scores are compared otherwise than other figures.
      return before === undefined || before.kind === change.entity.kind ? [] : topicsOfMetric(db, before.id);
    }
    case 'dropEntity':
      dropEntity(db, change.entityId);
      return [];
    case 'putAliases':
      // An update may have taken the entity away.
      if (findEntity(db, change.entityId) !== undefined) putOwnAliases(db, change.entityId, change.aliases);
      return [];
    case 'restoreImport':
      return restoreImport(db, change.importId);
    case 'withdrawImport':
      return withdrawImport(db, change.importId);
  }
}

function putOverlay(db: Db, { factId, fields, isRetired }: Overlay): string[] {
  prepared(db, 'INSERT OR REPLACE INTO fact_overlay (fact_id, fields, is_retired) VALUES (?, ?, ?)').run(
    factId,
    JSON.stringify(fields),
    isRetired ? 1 : 0,
  );
  return layOver(db, factId, fields, isRetired);
}

function dropOverlay(db: Db, factId: string): string[] {
  prepared(db, 'DELETE FROM fact_overlay WHERE fact_id = ?').run(factId);
  return layOver(db, factId, null, false);
}

/** Shows a bundled fact with the user's `fields`; null shows it as it came. */
function layOver(db: Db, factId: string, fields: Partial<FactFields> | null, isRetired: boolean): string[] {
  const before = findStoredFact(db, factId);
  // An update may have taken the fact away: the overlay waits for it.
  if (before === undefined) return [];
  const bundled = before.bundled ?? factFieldsSchema.parse(before.fact);
  const fact = { ...before.fact, ...bundled, ...fields };
  const { isGone } = before;
  putFactRow(db, fact, { isRetired: isRetired || isGone, isGone, bundled: fields === null ? null : bundled });
  return [before.topic, topicOf(fact)];
}

function topicsOfMetric(db: Db, metricId: string): string[] {
  const sql = 'SELECT DISTINCT topic FROM fact WHERE metric_id = ?';
  return prepared<{ topic: string }>(db, sql)
    .all(metricId)
    .map(({ topic }) => topic);
}

function topicsOf(stored: StoredFact | undefined): string[] {
  return stored === undefined ? [] : [stored.topic];
}
