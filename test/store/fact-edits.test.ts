/** Any edits of facts, taken back one by one, leave what was there; done again, what they made; restarts change nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitFactEdit, readFactsState, redoFactEdit, undoFactEdit } from '../../electron/store/fact-edits.ts';
import { addImport } from '../../electron/store/fact-imports.ts';
import { loadBundled } from '../../electron/store/load-bundled.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { type Db, inTransaction } from '../../electron/store/sqlite.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import { type Fact, QUALIFIERS } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import { DataFolder, type Reports } from '../contract/reports-for-test.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';

const REPORTS: Reports = {
  r1: { 't/a': { value: 50 }, 't/b': { value: 60, setting: '5-shot' } },
  r2: { 't/a': { value: 55 }, 't/b': { value: 60, setting: '0-shot' } },
};
const LABEL = message('fact.editReset');

/** All that is stored of the user's facts, and what follows from it, as one value; keys and log apart. */
function contentOf(db: Db) {
  const rows = (sql: string) => db.prepare(sql).all();
  return {
    facts: rows('SELECT * FROM fact ORDER BY id').map((row) => ({ ...(row as object), key: 0 })),
    overlays: rows('SELECT * FROM fact_overlay ORDER BY fact_id'),
    choices: rows('SELECT * FROM choice ORDER BY topic'),
    conflicts: rows('SELECT * FROM conflict ORDER BY topic'),
    sides: rows('SELECT conflict_fact.topic, id FROM conflict_fact JOIN fact ON key = fact_key ORDER BY 1, 2'),
    sources: rows('SELECT * FROM source ORDER BY id'),
    entities: rows('SELECT * FROM entity ORDER BY id'),
    names: rows('SELECT * FROM entity_name ORDER BY entity_id, origin, ordinal'),
    found: rows('SELECT id FROM fact_words JOIN fact ON key = fact_words.rowid ORDER BY id'),
  };
}

function storeWithFacts() {
  const data = new DataFolder(REPORTS);
  const home = folderForTest();
  const store = openStore(home);
  loadBundled(store.db, data.path);
  return { data, home, store };
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const bundledId = oneOf('r1/t/a', 'r1/t/b', 'r2/t/a', 'r2/t/b');
const ownId = oneOf('x', 'y', 'z');
const topic = oneOf('m b - ', 'm b - 5-shot', 'm b -  =0.6', 'n b - ');
const fields = fc.record(
  {
    value: fc.integer({ min: 49, max: 61 }),
    setting: oneOf('', '5-shot', '0-shot'),
    qualifier: oneOf(...QUALIFIERS),
    subjectId: oneOf('m', 'n'),
    date: oneOf('', '2024'),
  },
  { requiredKeys: [] },
);
const ownFact = fc
  .record({ id: ownId, sourceId: oneOf('r1', 'r2'), more: fields })
  .map(({ id, sourceId, more }): Fact => {
    const plain = { setting: '', value: 50, text: '', unit: '%', qualifier: '=' as const, date: '', correction: null };
    const words = { place: '', printed: '50', wording: '原文', note: { zh: '', en: '' } };
    const common = { origin: 'own' as const, subjectId: 'm', metricId: 'b', confidence: 'printed' as const };
    return { id, sourceId, ...common, ...words, ...plain, ...more };
  });
const ENTITY = {
  id: 'e',
  origin: 'own',
  name: { zh: 'e', en: 'E' },
  organisationId: '',
  unit: '',
  better: '',
} as const;
const entity = fc.record({
  kind: oneOf('model' as const, 'benchmark' as const),
  aliases: fc.array(oneOf('p', 'q', 'Q'), { maxLength: 3 }),
});

const change = fc
  .oneof(
    fc.record({ change: fc.constant('putFact'), fact: ownFact, isRetired: fc.boolean() }),
    fc.record({ change: fc.constant('dropFact'), factId: ownId }),
    fc
      .record({ factId: bundledId, fields, isRetired: fc.boolean() })
      .map((overlay) => ({ change: 'putOverlay' as const, overlay })),
    fc.record({ change: fc.constant('dropOverlay'), factId: bundledId }),
    fc
      .record({ topic, factId: fc.oneof(bundledId, ownId), note: oneOf('', '理由'), at: fc.constant('2024') })
      .map((choice) => ({ change: 'putChoice' as const, choice })),
    fc.record({ change: fc.constant('dropChoice'), topic }),
    fc.record({ change: fc.constant('putAliases'), entityId: oneOf('m', 'b'), aliases: fc.array(oneOf('p', 'q')) }),
    entity.map(({ kind, aliases }) => ({
      change: 'putEntity' as const,
      entity: { ...ENTITY, kind, aliases },
    })),
    fc.record({ change: fc.constant('dropEntity'), entityId: fc.constant('e') }),
    fc.record({ title: oneOf('甲', '乙') }).map(({ title }) => ({
      change: 'putSource' as const,
      source: { id: 's', origin: 'own' as const, title, publisher: '', date: '', language: 'zh' as const, link: '' },
    })),
    fc.record({ change: fc.constant('dropSource'), sourceId: fc.constant('s') }),
  )
  .map((one): FactChange => one);

describe('edits of facts', () => {
  it('are taken back and done again exactly, whatever they are', () => {
    const { store, data } = storeWithFacts();
    const { db } = store;
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (edits) => {
        const states = [contentOf(db)];
        for (const changes of edits) if (commitFactEdit(db, LABEL, changes, 'now') !== null) states.push(contentOf(db));
        for (let at = states.length - 2; at >= 0; at -= 1) {
          undoFactEdit(db);
          expect(contentOf(db)).toEqual(states[at]);
        }
        for (const state of states.slice(1)) {
          redoFactEdit(db);
          expect(contentOf(db)).toEqual(state);
        }
        // A renewal of all that is bundled finds everything as it is.
        db.prepare("UPDATE facts_state SET bundled_hash = ''").run();
        loadBundled(db, data.path);
        expect(contentOf(db)).toEqual(states.at(-1));
        for (let count = 1; count < states.length; count += 1) undoFactEdit(db);
        expect(contentOf(db)).toEqual(states[0]);
      }),
      { numRuns: 60 },
    );
    store.close();
  });

  it('of an import are one batch, withdrawn and restored as it was', () => {
    const { store } = storeWithFacts();
    const { db } = store;
    const before = contentOf(db);
    const [template] = fc.sample(ownFact, { numRuns: 1, seed: 1 });
    const facts = ['i1', 'i2'].map((id) => ({ ...template, id, subjectId: 'm', setting: '', date: '', value: 90 }));
    const importId = inTransaction(db, () =>
      addImport(db, { at: 'now', sourceId: template.sourceId, fileName: 'a.csv' }, facts),
    );
    const done = commitFactEdit(db, LABEL, [{ change: 'restoreImport', importId }], 'now');
    expect(done?.factIds.sort()).toEqual(['i1', 'i2', 'r1/t/a', 'r2/t/a']);
    commitFactEdit(db, LABEL, [{ change: 'putFact', fact: { ...facts[0], value: 91 }, isRetired: true }], 'now');
    const after = contentOf(db);
    for (let count = 0; count < 2; count += 1) undoFactEdit(db);
    expect(contentOf(db)).toEqual(before);
    for (let count = 0; count < 2; count += 1) redoFactEdit(db);
    expect(contentOf(db)).toEqual(after);
    store.close();
  });

  it('are all on disk or not at all', () => {
    const { store } = storeWithFacts();
    const { db } = store;
    const before = contentOf(db);
    const overlay = { factId: 'r1/t/a', fields: { value: 1 }, isRetired: false };
    const [fact] = fc.sample(ownFact, { numRuns: 1, seed: 2 });
    const changes: FactChange[] = [
      { change: 'putOverlay', overlay },
      { change: 'putFact', fact: { ...fact, sourceId: 'nowhere' }, isRetired: false },
    ];
    expect(() => commitFactEdit(db, LABEL, changes, 'now')).toThrow(/FOREIGN KEY/);
    expect(contentOf(db)).toEqual(before);
    expect(readFactsState(db)).toEqual({ revision: 0, undo: null, redo: null });
    store.close();
  });
});
