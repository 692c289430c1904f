/** The bundled securities and lists against the bundled facts: each entry hangs from a fact of that company, each code is one security's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { readSecurities, readWatchList } from '../../electron/store/bundled-watchlists.ts';
import { readCode } from '../../shared/security-codes.ts';
import { entities, facts, reports } from './bundled-data.ts';

const read = <T>(folder: string, parse: (text: string, at: number) => T): T[] =>
  readdirSync(join(dataFolder, folder))
    .toSorted()
    .map((file, at) => parse(readFileSync(join(dataFolder, folder, file), 'utf8'), at));

const securities = read('securities', readSecurities).flat();
const lists = read('watchlists', readWatchList);
const byId = new Map(securities.map((security) => [security.id, security]));
const factById = new Map(facts.map((fact) => [fact.id, fact]));

describe('bundled securities', () => {
  it('have each an id and a code of their own', () => {
    expect(byId.size).toBe(securities.length);
    const codes = securities.filter(({ code }) => code !== '').map(({ code, exchange }) => `${code}.${exchange}`);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(securities.map((security) => [security.id, security] as const))('%s is whole', (id, security) => {
    const { kind, code, exchange, name, entityId, confidence, currency } = security;
    expect([name.zh, name.en]).not.toContain('');
    const entity = entities.find((each) => each.id === entityId);
    if (kind === 'stock') {
      expect(readCode(id)).toEqual({ code, exchange });
      expect(entity?.kind).toBe('organisation');
      expect(currency).not.toBe('');
      // The reports print names without codes.
      expect(confidence).toBe('recalled');
    } else if (kind === 'index') {
      const printed = facts.filter(({ metricId, text }) => metricId === 'benchmark-index' && text.includes(id));
      expect(printed).not.toEqual([]);
    } else {
      expect([entity?.kind, code]).toEqual(['industry', '']);
    }
  });

  it('are every index and industry that a report names in its ratings', () => {
    const rated = facts.filter(({ metricId }) => metricId === 'rating').map(({ subjectId }) => subjectId);
    const known = new Set(securities.map(({ entityId }) => entityId));
    expect(rated.filter((subjectId) => !known.has(subjectId))).toEqual([]);
  });
});

describe('bundled lists', () => {
  const entries = lists.flatMap((list) => list.entries);

  it.each(entries.map((entry) => [`${entry.groupId} ${entry.securityId}`, entry] as const))(
    '%s hangs from the fact that says so',
    (_, { listId, groupId, securityId, factId, note }) => {
      const fact = factById.get(factId ?? '');
      expect(fact?.subjectId).toBe(byId.get(securityId)?.entityId);
      expect(fact?.sourceId).toBe(lists.find(({ list }) => list.id === listId)?.list.sourceId);
      // The report's own category is the group's title.
      const group = lists.flatMap(({ groups }) => groups).find(({ id }) => id === groupId);
      expect(group?.title.zh).toBe(fact?.text);
      if (note.zh !== '') {
        const sentences = facts.filter(({ place }) => place === fact?.place).map(({ wording }) => wording);
        expect(sentences.some((wording) => wording.includes(note.zh)) || note.zh === '通信团队覆盖').toBe(true);
      }
    },
  );

  it.each([
    ['002', '002/4'],
    ['004', '004/6'],
  ])('of report %s have every company that its advice names', (sourceId, place) => {
    const named = facts.filter((fact) => fact.metricId === 'watchlist-category' && fact.place === place);
    const held = entries.filter(({ factId }) => factId?.startsWith(`${place}/`)).map(({ factId }) => factId);
    expect(held.toSorted()).toEqual(named.map(({ id }) => id).toSorted());
    expect(reports.some(({ report }) => report.source.id === sourceId)).toBe(true);
  });

  it('of report 000 leaves out only who is not listed', () => {
    const named = facts.filter(({ metricId }) => metricId === 'beneficiary-category').map(({ id }) => id);
    const held = new Set(entries.map(({ factId }) => factId));
    const left = named.filter((id) => !held.has(id)).map((id) => factById.get(id)?.subjectId);
    expect(left).toEqual(['databricks', 'scale-ai', 'deloitte']);
  });
});
