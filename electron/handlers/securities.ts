/** Securities: listed, made, changed, tagged, and read from pasted lines. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { SecurityView } from '../../shared/securities.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import type { Handlers } from '../dispatch.ts';
import { findSecurity, findSecurityOfCode, listSecurities, usesOfSecurity } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { editWatchlist } from './edit-watchlist.ts';
import { readLines } from './read-securities.ts';
import { codeTaken, SecurityReader } from './security-drafts.ts';

type SecurityMethod =
  | 'listSecurities'
  | 'putSecurity'
  | 'deleteSecurity'
  | 'findBundledSecurity'
  | 'resetSecurity'
  | 'setTags'
  | 'readSecurities';

export function securityHandlers(context: Context): Pick<Handlers, SecurityMethod> {
  const { db } = context.store;
  return {
    listSecurities: () => listSecurities(db),
    putSecurity: ({ securityId, security: draft }, caller) => {
      if (securityId !== undefined) getSecurity(db, securityId);
      const reader = new SecurityReader(db);
      const security = reader.read(draft, securityId);
      const key = securityId === undefined ? 'watchlist.editSecurityAdded' : 'watchlist.editSecurity';
      const result = editWatchlist(context, caller, message(key, inBoth('name', security.name)), reader.changes);
      return { ...result, security: getSecurity(db, security.id) };
    },
    deleteSecurity: ({ securityId }, caller) => {
      const { origin, name, tags } = getSecurity(db, securityId);
      const said = inBoth('name', name);
      if (origin === 'bundled') throw new AppError('invalid-value', message('watchlist.securityBundled', said));
      const [use] = usesOfSecurity(db, securityId);
      if (use !== undefined) throw new AppError('invalid-value', message(`watchlist.usedBy.${use}`, said));
      const untag: WatchChange[] = tags.length > 0 ? [{ change: 'putTags', securityId, tags: [] }] : [];
      const label = message('watchlist.editSecurityDeleted', said);
      return editWatchlist(context, caller, label, [...untag, { change: 'dropSecurity', securityId }]);
    },
    findBundledSecurity: ({ securityId }) => context.data.securities().get(securityId) ?? null,
    resetSecurity: ({ securityId }, caller) => {
      const { name } = getSecurity(db, securityId);
      const security = context.data.securities().get(securityId);
      if (security === undefined) {
        throw new AppError('invalid-value', message('watchlist.nothingToReset', inBoth('name', name)));
      }
      const { code, exchange } = security;
      const other = code === '' ? undefined : findSecurityOfCode(db, code, exchange);
      if (other !== undefined && other.id !== securityId) throw codeTaken(code, other);
      const label = message('watchlist.editSecurityReset', inBoth('name', security.name));
      return editWatchlist(context, caller, label, [{ change: 'putSecurity', security }]);
    },
    setTags: ({ tags: given }, caller) => {
      const changes = given.map(({ securityId, tags }): WatchChange => {
        getSecurity(db, securityId);
        return { change: 'putTags', securityId, tags: [...new Set(tags)].sort() };
      });
      const [first] = given;
      const params = { count: given.length, ...inBoth('name', getSecurity(db, first.securityId).name) };
      const key = given.length === 1 ? 'watchlist.editTags' : 'watchlist.editTagsSeveral';
      return editWatchlist(context, caller, message(key, params), changes);
    },
    readSecurities: ({ text, exchange }) => ({ lines: readLines(db, text, exchange) }),
  };
}

/** Throws AppError 'not-found'. */
export function getSecurity(db: Db, securityId: string): SecurityView {
  const security = findSecurity(db, securityId);
  if (security === undefined) throw new AppError('not-found', message('watchlist.securityNotFound', { securityId }));
  return security;
}
