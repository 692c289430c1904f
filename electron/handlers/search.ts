/** Search over everything that the store holds. */
import type { Handlers } from '../dispatch.ts';
import { search } from '../store/search.ts';
import type { Context } from './context.ts';

export function searchHandlers({ store }: Context): Pick<Handlers, 'search'> {
  return { search: ({ text, kinds, limit }) => search(store.db, text, limit, kinds) };
}
