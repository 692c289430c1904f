/** Sources and their exhibits: what figures come from. */
import { AppError } from '../../shared/errors.ts';
import type { Exhibit, Source } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findExhibit, listExhibits } from '../store/exhibits.ts';
import { factsOfPlace } from '../store/facts.ts';
import { findSource, listSources } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';

type SourceMethod = 'listSources' | 'listExhibits' | 'getExhibit';

export function sourceHandlers(context: Context): Pick<Handlers, SourceMethod> {
  const { db } = context.store;
  return {
    listSources: () => listSources(db),
    listExhibits: ({ sourceId }) => {
      if (sourceId !== undefined) getSource(db, sourceId);
      return listExhibits(db, sourceId);
    },
    getExhibit: ({ exhibitId }) => {
      const exhibit = getExhibit(db, exhibitId);
      return { exhibit, source: getSource(db, exhibit.sourceId), facts: factsOfPlace(db, exhibitId) };
    },
  };
}

/** Throws AppError 'not-found'. */
export function getSource(db: Db, sourceId: string): Source {
  const source = findSource(db, sourceId);
  if (source === undefined) throw new AppError('not-found', message('fact.sourceNotFound', { sourceId }));
  return source;
}

function getExhibit(db: Db, exhibitId: string): Exhibit {
  const exhibit = findExhibit(db, exhibitId);
  if (exhibit === undefined) throw new AppError('not-found', message('fact.exhibitNotFound', { exhibitId }));
  return exhibit;
}
