/** The command that reads the watchlist: which lists there are, or one of them with prices and ratings. Nothing of the vault. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { WatchListContent, WatchListSummary } from '../../shared/watchlist-methods.ts';
import { type CommandOptions, withWorkbench } from './call.ts';
import { printJson } from './output.ts';

/** Names all securities in place of a list. */
const ALL = 'all';

/**
 * One JSON object. Of a list: its groups, nested, each with its securities, each of these with its last price
 * (null without one) and the latest rating of each broker. `wanted` is a list's id, title, or source.
 */
export async function watchlistCommand(options: CommandOptions, wanted: string | undefined): Promise<void> {
  await withWorkbench(options, async (call) => {
    const { lists, securityCount } = await call('listWatchLists', {});
    if (wanted === undefined) {
      await printJson({ lists, securityCount });
      return;
    }
    const listId = wanted === ALL ? undefined : listNamed(lists, wanted).id;
    const content = await call('getWatchList', listId === undefined ? {} : { listId });
    await printJson({ list: content.list, ...listTree(content) });
  });
}

function listNamed(lists: readonly WatchListSummary[], wanted: string): WatchListSummary {
  const text = wanted.trim().toLowerCase();
  const names = ({ id, sourceId, title }: WatchListSummary) => [id, sourceId, title.zh, title.en].filter(Boolean);
  const exact = lists.filter((list) => names(list).some((name) => name.toLowerCase() === text));
  const found = exact.length > 0 ? exact : lists.filter((list) => names(list).join('\n').toLowerCase().includes(text));
  if (found.length === 1) return found[0];
  const ids = (found.length === 0 ? lists : found).map(({ id }) => id).join(', ');
  throw new AppError('not-found', message(found.length === 0 ? 'cli.noList' : 'cli.manyLists', { wanted, ids }));
}

function listTree(content: WatchListContent) {
  const securities = new Map(content.securities.map((security) => [security.id, security]));
  const quotes = new Map(content.quotes.map((quote) => [quote.securityId, quote]));
  const ratings = Map.groupBy(content.ratings, ({ securityId }) => securityId);
  const brokers = new Map(content.brokers.map(({ id, name }) => [id, name]));
  const grades = new Map(content.grades.map(({ scaleId, id, name }) => [`${scaleId} ${id}`, name]));
  const known = (securityId: string) => {
    const { securityId: _, ...quote } = quotes.get(securityId) ?? {};
    return {
      ...securities.get(securityId),
      quote: quotes.has(securityId) ? quote : null,
      ratings: (ratings.get(securityId) ?? []).map(({ securityId: __, brokerId, scaleId, gradeId, to, ...rating }) => ({
        broker: { id: brokerId, name: brokers.get(brokerId) },
        grade: { id: gradeId, name: grades.get(`${scaleId} ${gradeId}`) },
        ...rating,
        until: to,
      })),
    };
  };
  if (content.list === null) return { securities: content.securities.map(({ id }) => known(id)) };
  const entriesOf = Map.groupBy(content.entries, ({ groupId }) => groupId);
  const entriesIn = (groupId: string) =>
    (entriesOf.get(groupId) ?? []).map(({ securityId, factId, note }) => ({ ...known(securityId), factId, note }));
  const groupsIn = (parentId: string | null): object[] =>
    content.groups
      .filter((group) => group.parentId === parentId)
      .map(({ id, title }) => ({ id, title, securities: entriesIn(id), groups: groupsIn(id) }));
  return { securities: entriesIn(''), groups: groupsIn(null) };
}
