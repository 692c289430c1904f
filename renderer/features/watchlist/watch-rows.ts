/**
 * The rows of the watchlist: groups as headings, nested, with the entries under them; narrowed by the filter, sorted
 * within their groups, without what is folded away.
 */
import { inLanguage, type Language } from '../../../shared/language.ts';
import type { Quote } from '../../../shared/price-bars.ts';
import type { SecurityView, WatchEntry, WatchGroup } from '../../../shared/securities.ts';
import type { WatchListContent } from '../../../shared/watchlist-methods.ts';

export type GroupRow = {
  kind: 'group';
  key: string;
  group: WatchGroup;
  title: string;
  depth: number;
  /** Entries in it and in the groups within it, as far as the filter lets them through. */
  count: number;
  isOpen: boolean;
};

export type EntryRow = {
  kind: 'entry';
  key: string;
  /** Null where all securities are shown. */
  entry: WatchEntry | null;
  security: SecurityView;
  quote: Quote | null;
  depth: number;
};

export type WatchRow = GroupRow | EntryRow;

export const rowKey = ({ key }: WatchRow): string => key;
export const headingOf = (row: WatchRow): string | null => (row.kind === 'group' ? row.title : null);

export function entryKey(groupId: string, securityId: string): string {
  return `${groupId}|${securityId}`;
}

export function groupKey(groupId: string): string {
  return `group ${groupId}`;
}

type Options = {
  language: Language;
  /** Ids of the groups that are folded away. */
  folded: ReadonlySet<string>;
  isShown: (security: SecurityView) => boolean;
  /** Hides groups that have nothing to show. */
  isNarrowed: boolean;
  /** Null for the list's own order. */
  compare: ((a: EntryRow, b: EntryRow) => number) | null;
};

export function watchRows(content: WatchListContent, options: Options): WatchRow[] {
  const quotes = new Map(content.quotes.map((quote) => [quote.securityId, quote]));
  if (content.list === null) {
    const rows = content.securities
      .filter(options.isShown)
      .map((security) => rowOf(security.id, null, security, quotes, 0));
    return options.compare === null ? rows : rows.sort(options.compare);
  }
  const securities = new Map(content.securities.map((security) => [security.id, security]));
  const entriesOf = Map.groupBy(content.entries, ({ groupId }) => groupId);
  const groupsIn = Map.groupBy(content.groups, ({ parentId }) => parentId);
  const entryRows = (groupId: string, depth: number): EntryRow[] => {
    const rows = (entriesOf.get(groupId) ?? []).flatMap((entry) => {
      const security = securities.get(entry.securityId);
      if (security === undefined || !options.isShown(security)) return [];
      return rowOf(entryKey(groupId, security.id), entry, security, quotes, depth);
    });
    return options.compare === null ? rows : rows.sort(options.compare);
  };
  const groupRows = (parentId: string | null, depth: number): { rows: WatchRow[]; count: number } => {
    const rows: WatchRow[] = [];
    let total = 0;
    for (const group of groupsIn.get(parentId) ?? []) {
      const entries = entryRows(group.id, depth + 1);
      const inner = groupRows(group.id, depth + 1);
      const count = entries.length + inner.count;
      total += count;
      if (options.isNarrowed && count === 0) continue;
      const isOpen = !options.folded.has(group.id);
      const title = inLanguage(group.title, options.language);
      rows.push({ kind: 'group', key: groupKey(group.id), group, title, depth, count, isOpen });
      if (isOpen) rows.push(...entries, ...inner.rows);
    }
    return { rows, count: total };
  };
  return [...entryRows('', 0), ...groupRows(null, 0).rows];
}

function rowOf(
  key: string,
  entry: WatchEntry | null,
  security: SecurityView,
  quotes: ReadonlyMap<string, Quote>,
  depth: number,
): EntryRow {
  return { kind: 'entry', key, entry, security, quote: quotes.get(security.id) ?? null, depth };
}

/** What the filter lets through, by its words, and by tag, sector and exchange: one of each that is named. */
export function passing(filter: {
  text: string;
  tags: readonly string[];
  sectors: readonly string[];
  exchanges: readonly string[];
}): (security: SecurityView) => boolean {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const isAmong = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some((each) => has.includes(each));
  return ({ id, code, name, aliases, sector, exchange, tags }) => {
    if (!isAmong(filter.tags, tags) || !isAmong(filter.exchanges, [exchange])) return false;
    if (!isAmong(filter.sectors, [sector.zh, sector.en].filter(Boolean))) return false;
    if (words.length === 0) return true;
    const text = fold([id, code, name.zh, name.en, ...aliases, sector.zh, sector.en, ...tags].join('\n'));
    return words.every((word) => text.includes(word));
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
