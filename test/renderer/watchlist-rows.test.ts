/** The rows of a list, where they go when they are moved, and what an edit makes of the list. */
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../renderer/features/watchlist/apply-changes.ts';
import {
  dropOfEntries,
  dropOfGroup,
  placesAt,
  stepOfEntry,
  stepOfGroup,
} from '../../renderer/features/watchlist/moves.ts';
import { firstEvents } from '../../renderer/features/watchlist/use-next-events.ts';
import {
  type EntryRow,
  type GroupRow,
  passing,
  type WatchRow,
  watchRows,
} from '../../renderer/features/watchlist/watch-rows.ts';
import { parseQuery, printQuery } from '../../renderer/features/watchlist/watchlist-query.ts';
import type { CalendarEvent } from '../../shared/calendar.ts';
import { sameInBoth } from '../../shared/language.ts';
import type { SecurityView } from '../../shared/securities.ts';
import { PLAIN_EVENT } from '../../shared/series.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { WatchListContent } from '../../shared/watchlist-methods.ts';

const LIST = {
  id: 'l',
  origin: 'own',
  title: sameInBoth('l'),
  note: sameInBoth(''),
  sourceId: '',
  position: 1,
} as const;

const security = (id: string, more: Partial<SecurityView> = {}): SecurityView => ({
  id,
  origin: 'own',
  kind: 'stock',
  code: id,
  exchange: 'SH',
  name: { zh: `名${id}`, en: `Name ${id}` },
  aliases: [],
  sector: sameInBoth(''),
  currency: 'CNY',
  entityId: '',
  confidence: 'verified',
  tags: [],
  ...more,
});
const group = (id: string, parentId: string | null, position: number) => ({
  id,
  listId: 'l',
  parentId,
  title: sameInBoth(id),
  position,
});
const entry = (groupId: string, securityId: string, position: number) => ({
  listId: 'l',
  groupId,
  securityId,
  position,
  factId: null,
  note: sameInBoth(''),
});

/** x outside; A with a, b, c and, in it, B with d; then C, which is empty. */
const CONTENT: WatchListContent = {
  list: LIST,
  groups: [group('A', null, 1), group('B', 'A', 1), group('C', null, 2)],
  entries: [entry('', 'x', 1), entry('A', 'a', 1), entry('A', 'b', 2), entry('A', 'c', 3), entry('B', 'd', 1)],
  securities: ['x', 'a', 'b', 'c', 'd'].map((id) => security(id)),
  quotes: [],
  ratings: [],
  brokers: [],
  grades: [],
  state: { undo: null, redo: null },
};

const PLAIN = {
  language: 'en' as const,
  folded: new Set<string>(),
  isShown: () => true,
  isNarrowed: false,
  compare: null,
};
const rows = (options: Partial<Parameters<typeof watchRows>[1]> = {}, content = CONTENT) =>
  watchRows(content, { ...PLAIN, ...options });
const shown = (all: readonly WatchRow[]) =>
  all.map((row) => `${'  '.repeat(row.depth)}${row.kind === 'group' ? `${row.title} ${row.count}` : row.security.id}`);
const row = (id: string): WatchRow => {
  const found = rows().find((each) => (each.kind === 'group' ? each.title : each.security.id) === id);
  if (found === undefined) throw new Error(`There is no row ${id}`);
  return found;
};
const entryRow = (id: string) => row(id) as EntryRow;
const groupRow = (id: string) => row(id) as GroupRow;

describe('the rows of a list', () => {
  it.each<[string, Parameters<typeof rows>[0], string[]]>([
    ['as it stands', {}, ['x', 'A 4', '  a', '  b', '  c', '  B 1', '    d', 'C 0']],
    ['with a group folded', { folded: new Set(['A']) }, ['x', 'A 4', 'C 0']],
    ['narrowed', { isNarrowed: true, isShown: ({ id }) => id === 'd' }, ['A 1', '  B 1', '    d']],
    [
      'sorted within groups',
      { compare: (a, b) => (a.security.id < b.security.id ? 1 : -1) },
      ['x', 'A 4', '  c', '  b', '  a', '  B 1', '    d', 'C 0'],
    ],
  ])('%s', (_, options, expected) => {
    expect(shown(rows(options))).toEqual(expected);
  });

  it('are plain where all securities are shown', () => {
    expect(shown(rows({}, { ...CONTENT, list: null }))).toEqual(['x', 'a', 'b', 'c', 'd']);
  });
});

const NOTHING = { text: '', tags: [], sectors: [], exchanges: [] };

it.each<[Partial<typeof NOTHING> | Record<string, unknown>, boolean]>([
  [{}, true],
  [{ text: 'NAME 688' }, true],
  [{ text: '名688 重点' }, true],
  [{ text: '名688 别的' }, false],
  [{ tags: ['重点', '别的'] }, true],
  [{ tags: ['别的'] }, false],
  [{ sectors: ['Computers'] }, true],
  [{ exchanges: ['HK'] }, false],
  [{ tags: ['重点'], exchanges: ['HK'] }, false],
])('the filter %j lets it through: %s', (filter, expected) => {
  const one = security('688', { tags: ['重点'], sector: { zh: '计算机', en: 'Computers' } });
  expect(passing({ ...NOTHING, ...filter })(one)).toBe(expected);
});

describe('moving', () => {
  it.each([
    ['a', 'c', ['before', 'after']],
    ['a', 'A', ['into']],
    ['a', 'a', []],
    ['A', 'a', []],
    ['A', 'B', []], // into itself
    ['B', 'C', ['before', 'into', 'after']],
  ])('%s over %s may go %j', (dragged, target, expected) => {
    expect(placesAt(CONTENT, row(dragged), row(target))).toEqual(expected);
  });

  it.each([
    [['a'], 'c', 'before', { groupId: 'A', afterId: 'b' }],
    [['b'], 'c', 'before', { groupId: 'A', afterId: 'a' }],
    [['a', 'b'], 'c', 'before', { groupId: 'A', afterId: null }],
    [['c'], 'a', 'before', { groupId: 'A', afterId: null }],
    [['x'], 'b', 'after', { groupId: 'A', afterId: 'b' }],
    [['x'], 'A', 'into', { groupId: 'A', afterId: 'c' }],
    [['x'], 'C', 'into', { groupId: 'C', afterId: null }],
  ] as const)('%j dropped at %s, %s', (moving, target, place, expected) => {
    expect(dropOfEntries(CONTENT, moving.map(entryRow), row(target), place)).toEqual(expected);
  });

  it.each([
    ['C', 'A', 'before', { groupId: 'C', parentId: null, afterId: null }],
    ['A', 'C', 'after', { groupId: 'A', parentId: null, afterId: 'C' }],
    ['C', 'A', 'into', { groupId: 'C', parentId: 'A', afterId: 'B' }],
    ['C', 'B', 'before', { groupId: 'C', parentId: 'A', afterId: null }],
  ] as const)('group %s dropped at %s, %s', (dragged, target, place, expected) => {
    expect(dropOfGroup(CONTENT, groupRow(dragged), groupRow(target), place)).toEqual(expected);
  });

  it.each([
    ['b', 'ArrowUp', { groupId: 'A', afterId: null, key: 'A|b' }],
    ['b', 'ArrowDown', { groupId: 'A', afterId: 'c', key: 'A|b' }],
    ['c', 'ArrowDown', { groupId: 'B', afterId: null, key: 'B|c' }],
    ['a', 'ArrowUp', { groupId: '', afterId: 'x', key: '|a' }],
    ['d', 'ArrowUp', { groupId: 'A', afterId: 'c', key: 'A|d' }],
    ['x', 'ArrowUp', null],
    ['d', 'ArrowRight', null],
  ])('%s with Alt and %s', (id, key, expected) => {
    expect(stepOfEntry(CONTENT, entryRow(id), key)).toEqual(expected);
  });

  it.each([
    ['C', 'ArrowUp', { parentId: null, afterId: null }],
    ['A', 'ArrowDown', { parentId: null, afterId: 'C' }],
    ['C', 'ArrowRight', { parentId: 'A', afterId: 'B' }],
    ['B', 'ArrowLeft', { parentId: null, afterId: 'A' }],
    ['A', 'ArrowLeft', null],
    ['A', 'ArrowUp', null],
  ])('group %s with Alt and %s', (id, key, expected) => {
    const found = stepOfGroup(CONTENT, groupRow(id), key);
    expect(found && { parentId: found.parentId, afterId: found.afterId }).toEqual(expected);
  });
});

describe('an edit', () => {
  const edited = (...changes: WatchChange[]) => applyChanges(CONTENT, changes);
  const moved = entry('C', 'a', 1);

  it('moves, adds and takes away what it names, and leaves other lists alone', () => {
    const content = edited(
      { change: 'dropEntry', entry: entry('A', 'a', 1) },
      { change: 'putEntry', entry: moved },
      { change: 'putEntry', entry: { ...moved, listId: 'other', securityId: 'unknown' } },
      { change: 'dropGroup', groupId: 'B' },
      { change: 'putTags', securityId: 'x', tags: ['t'] },
    );
    expect(content && shown(rows({}, content))).toEqual(['x', 'A 2', '  b', '  c', 'C 1', '  a']);
    expect(content?.securities.find(({ id }) => id === 'x')?.tags).toEqual(['t']);
  });

  it('has the list read again where it brings what is not known', () => {
    expect(edited({ change: 'putEntry', entry: { ...moved, securityId: 'new' } })).toBe(null);
    const { tags: _, ...made } = security('new');
    expect(edited({ change: 'putSecurity', security: made })?.securities).toHaveLength(5);
  });
});

it.each([
  ['', ''],
  [
    'list=report/004&q=%E9%87%91%E5%B1%B1&tag=a&tag=b&exchange=HK',
    'list=report/004&q=%E9%87%91%E5%B1%B1&tag=a&tag=b&exchange=HK',
  ],
  ['q=a&group=g%2F1&list=l', 'list=l&group=g/1&q=a'],
  ['exchange=nowhere&other=1&grade=%E4%B9%B0%E5%85%A5', 'grade=%E4%B9%B0%E5%85%A5'],
])('the address %s is read and written again', (query, expected) => {
  expect(printQuery(parseQuery(query))).toBe(expected);
});

describe('the next event', () => {
  const event = (date: string, about: Partial<CalendarEvent>): CalendarEvent => ({
    ...PLAIN_EVENT,
    id: date,
    origin: 'own',
    kind: 'own',
    recordId: '',
    date,
    title: sameInBoth(date),
    subjectId: '',
    factId: null,
    ...about,
  });

  it.each<[what: string, events: CalendarEvent[], first: string | undefined]>([
    ['is the company’s', [event('2026-01-02', { subjectId: 'meta' })], '2026-01-02'],
    ['is the security’s own', [event('2026-01-03', { securityId: 'META.US' })], '2026-01-03'],
    [
      'is the earlier one',
      [event('2026-01-02', { subjectId: 'meta' }), event('2026-01-03', { securityId: 'META.US' })],
      '2026-01-02',
    ],
    ['is none of others', [event('2026-01-02', { subjectId: 'google' }), event('2026-01-03', {})], undefined],
  ])('%s', (_, events, first) => {
    expect(firstEvents(events)({ id: 'META.US', entityId: 'meta' })?.date).toBe(first);
  });

  it('of a security without a company is none that is about nothing', () => {
    expect(firstEvents([event('2026-01-02', {})])({ id: 'META.US', entityId: '' })).toBeUndefined();
  });
});
