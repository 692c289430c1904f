/** Search on a real store: what is found under which names, in which order, and that the index follows every write. */
import { afterEach, describe, expect, it } from 'vitest';
import { dropEntity, putEntity, putOwnAliases } from '../../electron/store/entities.ts';
import { dropFactRow, putFactRow } from '../../electron/store/fact-rows.ts';
import { findFacts } from '../../electron/store/facts.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { search } from '../../electron/store/search.ts';
import { putSource } from '../../electron/store/sources.ts';
import { type Db, inTransaction } from '../../electron/store/sqlite.ts';
import type { Entity, Fact } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';

const entity = (id: string, kind: Entity['kind'], zh: string, en: string, ...aliases: string[]): Entity => {
  const rest = { organisationId: '', unit: '', better: '' as const };
  return { id, origin: 'own', kind, name: { zh, en }, aliases, ...rest };
};

const fact = (id: string, subjectId: string, metricId: string, fields: Partial<Fact> = {}): Fact => ({
  id,
  origin: 'own',
  sourceId: 'w1',
  place: '',
  subjectId,
  metricId,
  setting: '',
  value: 1,
  text: '',
  unit: '',
  qualifier: '=',
  date: '',
  confidence: 'printed',
  note: sameInBoth(''),
  correction: null,
  printed: '1',
  wording: '',
  ...fields,
});

const ENTITIES = [
  entity('ernie', 'model', '文心一言', 'ERNIE Bot', '文心大模型'),
  entity('ernie-4', 'model', '文心一言 4.0', 'ERNIE 4.0'),
  entity('gpt-4o', 'model', 'GPT-4o', 'GPT-4o', 'GPT-4 Omni', 'GPT-40'),
  entity('gpt-4o-mini', 'model', 'GPT-4o mini', 'GPT-4o mini'),
  entity('price', 'measure', '输入价格', 'Input price'),
  entity('mmlu', 'benchmark', 'MMLU', 'MMLU', 'Massive Multitask Language Understanding'),
  entity('capex', 'measure', '资本开支', 'Capital expenditure'),
];

const FACTS = [
  fact('w1/a', 'gpt-4o-mini', 'mmlu', { printed: '82.0', wording: 'MMLU 82.0 88.7' }),
  fact('w1/b', 'gpt-4o', 'mmlu', { printed: '88.7', wording: 'MMLU 82.0 88.7', setting: '0-shot, CoT' }),
  fact('w1/c', 'ernie', 'price', { printed: '0.12 元', wording: '百度宣布降价，超过 GPT-4o' }),
  fact('w1/d', 'ernie-4', 'price', { printed: '0.12 元', note: { zh: '含税报价', en: 'tax included' } }),
  fact('w1/e', 'gpt-4o', 'capex', { printed: '大模型', text: '大幅，模型之外', value: null }),
];

function filledStore(): Db {
  const { db, close } = openStore(folderForTest());
  closers.push(close);
  const source = { publisher: '国金证券', date: '2024-05', language: 'zh' as const, link: '' };
  inTransaction(db, () => {
    putSource(db, { id: 'w1', origin: 'own', title: '开源模型周报', ...source });
    for (const each of ENTITIES) putEntity(db, each);
    for (const each of FACTS) putFactRow(db, each);
  });
  return db;
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const found = (db: Db, text: string, kind: 'fact' | 'entity' | 'source' | 'sheet' = 'fact') =>
  search(db, text, 50, [kind]).hits.map(({ id }) => id.replace('w1/', ''));

describe('a fact is found', () => {
  it.each([
    ['its subject', 'GPT-4o mini', ['a']],
    ['an alias, however it is written', 'gpt4 omni', ['b', 'e']],
    ['a misprinted alias', 'GPT-40', ['b', 'e']],
    ['its subject in the other language', 'ERNIE Bot', ['c']],
    ['subject and metric', 'omni mmlu', ['b']],
    ['subject and metric without a blank', '文心一言价格', ['d', 'c']],
    ['a word of two characters', '降价', ['c']],
    ['one character', '税', ['d']],
    ['the beginning of a word', 'mass', ['a', 'b']],
    ['its setting', 'cot', ['b']],
    ['its note in either language', 'tax', ['d']],
    ['its figure, before those beside it', '88.7', ['b', 'a']],
    ['its source', '国金证券 降价', ['c']],
    ['its id', 'w1/d', ['d']],
    ['its metric after a particle', '的价格', ['c', 'd']],
    ['words in any order and width', '价格　ｅｒｎｉｅ', ['c', 'd']],
    ['no word that stands in none', 'gpt-5', []],
    ['not where one word is missing', 'GPT-4o 增长', []],
    ['not under pairs of characters that stand apart', '大模型', ['c', 'e']],
  ])('by %s', (_, text, ids) => {
    const facts = found(filledStore(), text);
    expect(facts.toSorted()).toEqual(ids.toSorted());
  });

  it('first where its subject is what was asked for, then where it has the words', () => {
    const db = filledStore();
    expect(found(db, 'GPT-4o')).toEqual(['b', 'e', 'a', 'c']);
    expect(found(db, '88.7')).toEqual(['b', 'a']);
  });

  it('by the filter of facts as by the search, among those of the filter', () => {
    const db = filledStore();
    const filtered = (filter: Parameters<typeof findFacts>[1]) =>
      findFacts(db, filter, 0, 10).facts.map(({ id }) => id.replace('w1/', ''));
    expect(filtered({ text: 'GPT-4o', state: 'all' })).toEqual(['a', 'b', 'c', 'e']);
    expect(filtered({ text: 'GPT-4o', metricIds: ['mmlu'], state: 'all' })).toEqual(['a', 'b']);
    expect(filtered({ text: 'GPT-4o', subjectIds: ['ernie'], state: 'own' })).toEqual(['c']);
    expect(filtered({ text: '价格', sourceId: 'w2', state: 'all' })).toEqual([]);
    expect(filtered({ text: ' · ', state: 'all' })).toHaveLength(5);
    expect(findFacts(db, { text: '价格', state: 'all' }, 1, 1)).toMatchObject({ facts: [{ id: 'w1/d' }], total: 2 });
  });
});

describe('other kinds', () => {
  it.each([
    ['an exact name first', 'GPT-4o', ['gpt-4o', 'gpt-4o-mini']],
    ['an exact alias first', '文心大模型', ['ernie']],
    ['shorter names before longer', '文心', ['ernie', 'ernie-4']],
    ['words within names', 'language', ['mmlu']],
    ['no facts of a source', '国金证券', []],
  ])('entities: %s', (_, text, ids) => {
    expect(found(filledStore(), text, 'entity')).toEqual(ids);
  });

  it('sources by title and publisher', () => {
    expect(found(filledStore(), '国金 周报', 'source')).toEqual(['w1']);
    expect(found(filledStore(), '国金证券 报告', 'source')).toEqual([]);
  });

  it('come before facts and leave them room', () => {
    const { hits, isComplete } = search(filledStore(), 'GPT-4o', 5);
    expect(hits.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'entity gpt-4o',
      'entity gpt-4o-mini',
      'fact w1/b',
      'fact w1/e',
      'fact w1/a',
    ]);
    expect(isComplete).toBe(false);
    expect(search(filledStore(), 'GPT-4o', 6).isComplete).toBe(true);
  });

  it.each([
    '',
    '   ',
    '%',
    '"',
    '*',
    '（）',
    "'; DROP TABLE fact; --",
    'NOT',
    'a AND',
    '#1',
    '=gpt_4o',
    '~mmlu',
    '\u0000',
  ])('nothing breaks on %j', (text) => {
    const db = filledStore();
    expect(search(db, text, 10).hits.length).toBeLessThanOrEqual(10);
    expect(findFacts(db, { text, state: 'all' }, 0, 10).facts.length).toBeLessThanOrEqual(5);
  });
});

describe('the index follows', () => {
  it('a changed, a dropped and a new fact', () => {
    const db = filledStore();
    putFactRow(db, fact('w1/c', 'ernie', 'price', { wording: '百度宣布涨价' }));
    expect([found(db, '降价'), found(db, '涨价')]).toEqual([[], ['c']]);
    dropFactRow(db, 'w1/c');
    expect(found(db, '涨价')).toEqual([]);
    expect(db.prepare("SELECT rowid FROM fact_words WHERE fact_words MATCH '涨价'").all()).toEqual([]);
    putFactRow(db, fact('w1/f', 'ernie', 'price', { wording: '涨价' }));
    expect(found(db, '涨价')).toEqual(['f']);
  });

  it('another name of a subject, for its facts as well', () => {
    const db = filledStore();
    putOwnAliases(db, 'gpt-4o', ['奥姆尼']);
    expect(found(db, '奥姆尼').toSorted()).toEqual(['b', 'e']);
    expect(found(db, '姆尼 cot')).toEqual(['b']);
    expect(findFacts(db, { text: '奥姆尼', state: 'all' }, 0, 10).total).toBe(2);
    putOwnAliases(db, 'gpt-4o', []);
    expect(found(db, '奥姆尼')).toEqual([]);
    putEntity(db, entity('mmlu', 'benchmark', '多任务语言理解', 'MMLU'));
    expect([found(db, 'massive'), found(db, '语言理解').toSorted()]).toEqual([[], ['a', 'b']]);
  });

  it('another name of a subject of very many facts, without writing them all again', () => {
    const db = filledStore();
    inTransaction(db, () => {
      for (let at = 0; at < 5001; at += 1) putFactRow(db, fact(`w1/many-${at}`, 'ernie-4', 'mmlu'));
    });
    const before = db.prepare('SELECT total_changes() AS count').get();
    putOwnAliases(db, 'ernie-4', ['文心四']);
    const after = db.prepare('SELECT total_changes() AS count').get();
    expect(Object(after).count - Object(before).count).toBeLessThan(100);
    expect(findFacts(db, { text: '文心四', state: 'all' }, 0, 1).total).toBe(5002);
    expect(search(db, '文心四 mmlu', 10, ['fact']).hits).toHaveLength(10);
    putOwnAliases(db, 'ernie-4', []);
    expect(search(db, '文心四', 10, ['fact']).hits).toEqual([]);
  });

  it('an entity that goes', () => {
    const db = filledStore();
    putEntity(db, entity('lone', 'model', '孤立模型', 'Lone'));
    expect(found(db, '孤立', 'entity')).toEqual(['lone']);
    dropEntity(db, 'lone');
    expect(found(db, '孤立', 'entity')).toEqual([]);
  });
});
